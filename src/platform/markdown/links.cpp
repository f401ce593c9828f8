// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// html::Url decides what shape an address may have, here and where it is written.

#include "platform/markdown/links.h"

#include <algorithm>

#include "base/text.h"
#include "platform/html/url.h"

namespace sightline::markdown {
namespace {

constexpr std::string_view kHttps = "https://", kMailto = "mailto:";

bool is_listed(std::string_view host, const std::vector<std::string>& hosts) {
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& listed) {
    if (!listed.starts_with('.')) return host == listed;
    return host == std::string_view(listed).substr(1) || host.ends_with(listed);
  });
}

/// Of an address in lower case; empty when a mail would have several readers or more than a subject.
std::string_view host_of(std::string_view address) {
  if (address.starts_with(kMailto)) {
    const std::string_view query = address.substr(std::min(address.find('?'), address.size()));
    address.remove_suffix(query.size());
    const bool is_plain = address.find_first_of(",;%") == std::string_view::npos &&
                          (query.empty() || query.starts_with("?subject=")) &&
                          query.find('&') == std::string_view::npos;
    return is_plain ? address.substr(address.rfind('@') + 1) : std::string_view();
  }
  address.remove_prefix(kHttps.size());
  return address.substr(0, address.find_first_of("/?#:"));
}

/// Addresses are long and may hold anything; a sentence quotes the start of plain ones.
std::string quoted(std::string_view address) {
  std::string text = "\"";
  for (const char c : address.substr(0, 60)) text += c > 0x20 && c < 0x7F ? c : '?';
  return text + (address.size() > 60 ? "…\"" : "\"");
}

}  // namespace

std::optional<std::string> link_refused(std::string_view address, const Rules& rules) {
  const std::string lower = lower_ascii(address);
  if (!lower.starts_with(kHttps) && !lower.starts_with(kMailto)) {
    if (rules.own_pages == OwnPages::MayNotBeLinked && !address.starts_with('#'))
      return "The link to " + quoted(address) +
             " is not allowed: links in this text go to its own headings, “#…”, or to allowed sites, "
             "https://…";
    const bool is_here = address.starts_with('#') || address.starts_with('/');
    if (is_here ? html::Url::parse(address).has_value() : html::Url::parse_relative(address).has_value())
      return std::nullopt;
    return "The link to " + quoted(address) +
           " is not allowed: links go to pages of this site, to https addresses or to mail addresses.";
  }
  if (!html::Url::parse(address)) return "The address " + quoted(address) + " is not well formed.";
  if (is_listed(host_of(lower), rules.hosts)) return std::nullopt;
  return "The link to " + quoted(address) + " leads to a site that is not on the list of allowed sites.";
}

}  // namespace sightline::markdown
