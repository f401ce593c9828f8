// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writing markup: the tag of an element is written into a scratch that its thread
// keeps, then tag and parts into one Markup of the right size. So an element costs
// one allocation and one copy of its parts, and most text is not looked at letter
// by letter: see is_plain().

#include "platform/html/builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "base/number.h"

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

using Block = unsigned char __attribute__((vector_size(16)));
constexpr std::size_t kBlock = sizeof(Block);

/// Whether a byte of the block may be one that is replaced. Tab and line feed are caught too: a rough answer
/// for sixteen bytes at once.
bool may_be_replaced(Block block) {
  const auto found = (block < 0x20) | ((block | 1) == 0x27) | ((block | 2) == 0x3E) | (block == 0x22) |
                     (block == 0x7F);  // Controls, & and ', < and >, ", delete.
  std::uint64_t halves[2];
  std::memcpy(halves, &found, kBlock);
  return (halves[0] | halves[1]) != 0;
}

/// A block of what is there, from both ends: `size` is 4 to 16.
Block block_of(const char* text, std::size_t size) {
  std::uint64_t halves[2];
  if (size >= 8) {
    std::memcpy(&halves[0], text, 8);
    std::memcpy(&halves[1], text + size - 8, 8);
  } else {
    std::uint32_t ends[2];
    std::memcpy(&ends[0], text, 4);
    std::memcpy(&ends[1], text + size - 4, 4);
    std::memcpy(&halves[0], ends, 8);
    halves[1] = halves[0];
  }
  Block block;
  std::memcpy(&block, halves, kBlock);
  return block;
}

bool is_replaced(char c) {
  return !kReplacements[static_cast<unsigned char>(c)].empty();
}

/// Whether `text` is written as it stands: true for most.
bool is_plain(std::string_view text) {
  std::size_t at = 0;
  bool is_doubtful = false;
  for (; at + kBlock < text.size(); at += kBlock) {
    Block block;
    std::memcpy(&block, text.data() + at, kBlock);
    if (may_be_replaced(block)) {
      is_doubtful = true;
      break;
    }
  }
  if (!is_doubtful && text.size() - at >= 4) {
    if (!may_be_replaced(block_of(text.data() + at, text.size() - at))) return true;
  }
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_replaced);
}

std::size_t escaped_size(std::string_view text) {
  std::size_t size = text.size();
  for (const char c : text)
    if (is_replaced(c)) size += kReplacements[static_cast<unsigned char>(c)].size() - 1;
  return size;
}

/// There must be room for escaped_size().
char* put_escaped_at(char* at, std::string_view text) {
  for (const char c : text) {
    if (is_replaced(c))
      at = put_at(at, kReplacements[static_cast<unsigned char>(c)]);
    else
      *at++ = c;
  }
  return at;
}

void put_escaped(Markup& out, std::string_view text) {
  if (is_plain(text)) return out.put(text);
  out.end_at(put_escaped_at(out.room_for(escaped_size(text)), text));
}

constexpr std::size_t kMostDigits = 20;  // With the sign.

char* put_number_at(char* at, std::int64_t number) {
  return std::to_chars(at, at + kMostDigits, number).ptr;
}

/// HTML drops a line feed directly after these tags.
bool drops_first_line_feed(std::string_view name) {
  return name == "textarea" || name == "pre";
}

/// Where a tag is written before its size is known: this thread's own, empty. No tag is begun in it while
/// another is being written, since the parts of an element are finished before it begins.
Markup& scratch() {
  thread_local Markup scratch;
  scratch.clear();
  return scratch;
}

void put_words(Markup& out, std::string_view name, std::initializer_list<std::string_view> words) {
  bool has_begun = false;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    out.put(' ');
    if (!has_begun) {
      out.put(name);
      out.put("=\"");
    }
    has_begun = true;
    put_escaped(out, word);
  }
  if (has_begun) out.put('"');
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  Markup escaped;
  put_escaped(escaped, text);
  out += escaped.view();
}

void Writer::put_attribute(Markup& out, const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind_ == Kind::Spliced) return out.put(attribute.value_);
  if (attribute.kind_ == Kind::Words) return put_words(out, attribute.name_, attribute.words_);
  const std::size_t value_size = attribute.kind_ == Kind::Number ? kMostDigits
                                 : is_plain(attribute.value_)    ? attribute.value_.size()
                                                                 : escaped_size(attribute.value_);
  char* at = out.room_for(attribute.prefix_.size() + attribute.name_.size() + value_size + 4);
  *at++ = ' ';
  at = put_at(at, attribute.prefix_);
  at = put_at(at, attribute.name_);
  if (attribute.kind_ != Kind::Flag) {
    *at++ = '=';
    *at++ = '"';
    if (attribute.kind_ == Kind::Number)
      at = put_number_at(at, attribute.number_);
    else
      at = value_size == attribute.value_.size() ? put_at(at, attribute.value_)
                                                 : put_escaped_at(at, attribute.value_);
    *at++ = '"';
  }
  out.end_at(at);
}

void Writer::put_attributes(Markup& out, AttributeList attributes) {
  for (const Attribute& attribute : attributes)
    if (attribute.kind_ != Attribute::Kind::Nothing) put_attribute(out, attribute);
}

void Writer::put_tag(Markup& out, std::string_view name, AttributeList first, AttributeList attributes) {
  char* at = out.room_for(name.size() + 1);
  *at++ = '<';
  out.end_at(put_at(at, name));
  put_attributes(out, first);
  put_attributes(out, attributes);
  out.put('>');
}

std::size_t Writer::size_of(AttributeList attributes) {
  std::size_t size = 0;
  for (const Attribute& attribute : attributes) {
    size += attribute.prefix_.size() + attribute.name_.size() + attribute.value_.size() + 4;
    for (const std::string_view word : attribute.words_) size += 1 + word.size();
    if (attribute.kind_ == Attribute::Kind::Number) size += kMostDigits;
  }
  return size;
}

/// A guess for text and values, which may grow when they are escaped; exact for markup.
std::size_t Writer::size_of(PartList parts) {
  std::size_t size = 0;
  for (const Part& part : parts) {
    size += part.text_.size();
    if (part.kind_ == Part::Kind::Text || part.kind_ == Part::Kind::Markup) continue;
    if (part.kind_ == Part::Kind::Number) size += kMostDigits;
    if (part.kind_ == Part::Kind::Element || part.kind_ == Part::Kind::VoidElement)
      size += part.text_.size() + 5 + size_of(part.attributes_);
    for (const Html& html : part.list_) size += html.view().size();
    size += size_of(part.parts_);
  }
  return size;
}

void Writer::put_part(Markup& out, const Part& part) {
  switch (part.kind_) {
    case Part::Kind::Text:
      put_escaped(out, part.text_);
      break;
    case Part::Kind::Markup:
      out.put(part.text_);
      break;
    case Part::Kind::Number:
      out.put(with_commas(part.number_));
      break;
    case Part::Kind::List:
      for (const Html& html : part.list_) out.put(html.view());
      break;
    case Part::Kind::Parts:
      put_parts(out, part.parts_);
      break;
    case Part::Kind::Element:
      put_tag(out, part.text_, {}, part.attributes_);
      put_content(out, part.text_, part.parts_);
      break;
    case Part::Kind::VoidElement:
      put_tag(out, part.text_, {}, part.attributes_);
      break;
  }
}

void Writer::put_parts(Markup& out, PartList parts) {
  for (const Part& part : parts) put_part(out, part);
}

/// The parts, and the tag that ends them.
void Writer::put_content(Markup& out, std::string_view name, PartList parts) {
  const std::size_t content = out.size();
  put_parts(out, parts);
  if (out.size() > content && out.view()[content] == '\n' && drops_first_line_feed(name))
    out.insert(content, '\n');
  char* at = out.room_for(name.size() + 3);
  *at++ = '<';
  *at++ = '/';
  at = put_at(at, name);
  *at++ = '>';
  out.end_at(at);
}

Html Writer::element(std::string_view name, AttributeList attributes, PartList parts) {
  return element_after(name, {}, attributes, parts);
}

Html Writer::element_after(std::string_view name, AttributeList first, AttributeList attributes,
                           PartList parts) {
  Markup& begin = scratch();
  put_tag(begin, name, first, attributes);
  Markup out(begin.size() + size_of(parts) + name.size() + 3);
  out.put(begin.view());
  put_content(out, name, parts);
  return Html(std::move(out));
}

Html Writer::void_element(std::string_view name, AttributeList first, AttributeList attributes) {
  Markup& tag = scratch();
  put_tag(tag, name, first, attributes);
  return Html(Markup(tag));
}

Html Writer::parts(PartList parts) {
  Markup out;
  if (const std::size_t size = size_of(parts)) {
    out.room_for(size);
    put_parts(out, parts);
  }
  return Html(std::move(out));
}

Html Writer::text(std::string_view text) {
  Markup out;
  if (!text.empty()) put_escaped(out, text);
  return Html(std::move(out));
}

std::string Writer::attributes(AttributeList attributes) {
  Markup& out = scratch();
  put_attributes(out, attributes);
  return std::string(out.view());
}

Attributes::Attributes(AttributeList attributes) : markup_(Writer::attributes(attributes)) {}

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
