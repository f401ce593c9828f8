// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writing markup: every element is one string, reserved once at the size its
// parts need, so that a page costs one copy per level of nesting.

#include "platform/html/builder.h"

#include <array>
#include <charconv>
#include <stdexcept>

namespace sightline::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What a byte is written as; empty when it stays itself.
constexpr std::array<std::string_view, 256> replacements() {
  std::array<std::string_view, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = kReplacement;
  table[0x7F] = kReplacement;
  table['\t'] = table['\n'] = {};
  table['\r'] = "&#13;";  // a bare one would be read as a line feed
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}
constexpr auto kReplacements = replacements();

void append_number(std::string& out, std::int64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

/// HTML drops a line feed directly after these tags.
bool drops_first_line_feed(std::string_view name) {
  return name == "textarea" || name == "pre";
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto replacement = kReplacements[static_cast<unsigned char>(text[i])];
    if (replacement.empty()) continue;
    out.append(text, begin, i - begin);
    out.append(replacement);
    begin = i + 1;
  }
  out.append(text, begin, text.size() - begin);
}

void Writer::append(std::string& out, const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind_ == Kind::Nothing) return;
  if (attribute.kind_ == Kind::Spliced) {
    out += attribute.value_;
    return;
  }
  out += ' ';
  out += attribute.prefix_;
  out += attribute.name_;
  if (attribute.kind_ == Kind::Flag) return;
  out += "=\"";
  if (attribute.kind_ == Kind::Number)
    append_number(out, attribute.number_);
  else
    append_escaped(out, attribute.value_);
  out += '"';
}

void Writer::append(std::string& out, const Part& part) {
  switch (part.kind_) {
    case Part::Kind::Text:
      return append_escaped(out, part.text_);
    case Part::Kind::Markup:
      out += part.text_;
      return;
    case Part::Kind::Number:
      return append_number(out, part.number_);
    case Part::Kind::List:
      for (const Html& html : part.list_) out += html.view();
      return;
  }
}

Html Writer::element(std::string_view name, AttributeList attributes, PartList parts) {
  return element_after(name, {}, attributes, parts);
}

Html Writer::element_after(std::string_view name, AttributeList first, AttributeList attributes,
                           PartList parts) {
  std::size_t size = 2 * name.size() + 8;
  for (const auto* list : {&first, &attributes})
    for (const Attribute& a : *list) size += a.prefix_.size() + a.name_.size() + a.value_.size() + 24;
  for (const Part& part : parts) size += part.text_.size() + 4;

  std::string out;
  out.reserve(size);
  out += '<';
  out += name;
  for (const Attribute& a : first) append(out, a);
  for (const Attribute& a : attributes) append(out, a);
  out += '>';
  const std::size_t content = out.size();
  for (const Part& part : parts) append(out, part);
  if (out.size() > content && out[content] == '\n' && drops_first_line_feed(name))
    out.insert(content, 1, '\n');
  out += "</";
  out += name;
  out += '>';
  return Html(std::move(out));
}

Html Writer::void_element(std::string_view name, AttributeList first, AttributeList attributes) {
  std::string out;
  out.reserve(128);
  out += '<';
  out += name;
  for (const Attribute& a : first) append(out, a);
  for (const Attribute& a : attributes) append(out, a);
  out += '>';
  return Html(std::move(out));
}

Html Writer::parts(PartList parts) {
  std::size_t size = 0;
  for (const Part& part : parts) size += part.text_.size();
  std::string out;
  out.reserve(size);
  for (const Part& part : parts) append(out, part);
  return Html(std::move(out));
}

Attributes::Attributes(AttributeList attributes) {
  for (const Attribute& a : attributes) Writer::append(markup_, a);
}

void Attributes::add(std::string_view name, std::string_view value) {
  add_flag(name);
  markup_ += "=\"";
  append_escaped(markup_, value);
  markup_ += '"';
}

void Attributes::add_flag(std::string_view name) {
  const bool is_safe =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos &&
      !name.empty() && !name.starts_with("on") && name != "style" && name != "srcdoc" && name != "href" &&
      name != "src" && name != "action" && name != "formaction" && name != "srcset";
  if (!is_safe) throw std::invalid_argument("not a safe attribute name: " + std::string(name));
  markup_ += ' ';
  markup_ += name;
}

}  // namespace sightline::html
