// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Any bytes as Markdown: read without a crash into well-formed text; its HTML is
// balanced and holds nothing that runs, styles or leads to a scheme of its own.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/text.h"
#include "platform/html/scanned_markup.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/to_html.h"
#include "platform/markdown/to_json.h"

namespace {

using namespace sightline;

void must(bool holds) {
  if (!holds) std::abort();
}

/// Within the site, to the one allowed host or to a mail address.
bool may_lead_to(const std::string& address) {
  const std::string lower = lower_ascii(address);
  if (lower.starts_with("https://example.org") || lower.starts_with("mailto:")) return true;
  const bool has_scheme = address.substr(0, address.find_first_of("/?#")).find(':') != std::string::npos;
  return !has_scheme && !address.starts_with("//");
}

void check(const html::ScannedNode& node) {
  for (const char* banned : {"script", "style", "iframe", "img", "object", "form"}) must(node.name != banned);
  for (const auto& [name, value] : node.attributes) {
    must(!name.starts_with("on") && name != "style" && name != "src");
    if (name == "href") must(may_lead_to(value));
  }
  for (const html::ScannedNode& child : node.children) check(child);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  const markdown::Rules rules{.hosts = {"example.org"}};
  const markdown::Parsed parsed = markdown::parse(text, rules);
  for (const markdown::Problem& problem : parsed.problems)
    must(problem.line >= 1 && is_utf8(problem.sentence) && problem.sentence.ends_with('.'));
  const html::Html page = markdown::to_html(parsed.document, {.id_prefix = "x-"});
  must(is_utf8(page.view()));
  check(html::scanned(page.view()));
  must(is_utf8(json::write(markdown::to_json(parsed.document))));
  if (!is_utf8(text)) return 0;
  const auto words = [&](const markdown::ExtractBlock&) {
    return std::optional(text);
  };  // as hostile as the rest
  const html::Html quoting = markdown::to_html(parsed.document, {.extract_words = words});
  must(is_utf8(quoting.view()));
  check(html::scanned(quoting.view()));
  must(is_utf8(json::write(markdown::to_json(parsed.document, {.extract_words = words}))));
  return 0;
}
