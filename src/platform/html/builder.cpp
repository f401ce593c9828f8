// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writing markup: the tag of an element is written into a scratch that its thread
// keeps, then tag and parts into one string of the right size. So an element costs
// one allocation and one copy of its parts, and most text is not looked at letter
// by letter.

#include "platform/html/builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
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

/// 1 for a byte that may be one that is replaced, 0 for one that is not. Tab and line feed are caught too:
/// a rough answer, without a table or a branch, that the compiler makes for a whole block at once.
constexpr unsigned char may_be_replaced(unsigned char c) {
  unsigned char may_be = c < 0x20 ? 1 : 0;
  for (const char replaced : {'&', '<', '>', '"', '\'', '\x7F'})
    may_be |= c == static_cast<unsigned char>(replaced) ? 1 : 0;
  return may_be;
}

constexpr std::size_t kBlock = 16;

/// How many bytes of `text` from `at` on need no second look.
std::size_t plain_length(std::string_view text, std::size_t at) {
  const char* const begin = text.data() + at;
  const std::size_t length = text.size() - at;
  std::size_t plain = 0;
  for (; plain + kBlock <= length; plain += kBlock) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
      found |= may_be_replaced(static_cast<unsigned char>(begin[plain + i]));
    if (found != 0) break;
  }
  while (plain < length && kReplacements[static_cast<unsigned char>(begin[plain])].empty()) ++plain;
  return plain;
}

/// Hands `put` the pieces of `text` and of what replaces its bytes, in order.
template <class Put>
void escape(std::string_view text, Put put) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t plain = plain_length(text, at);
    put(text.substr(at, plain));
    at += plain;
    if (at < text.size()) put(kReplacements[static_cast<unsigned char>(text[at])]);
  }
}

/// A whole number as text.
class Digits {
 public:
  static constexpr std::size_t kMost = 20;  ///< With the sign.

  explicit Digits(std::int64_t number)
      : end_(std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr) {}
  std::string_view text() const { return {digits_.data(), static_cast<std::size_t>(end_ - digits_.data())}; }

 private:
  std::array<char, kMost> digits_;
  const char* end_;
};

/// HTML drops a line feed directly after these tags.
bool drops_first_line_feed(std::string_view name) {
  return name == "textarea" || name == "pre";
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  escape(text, [&](std::string_view piece) { out.append(piece); });
}

/// Where a tag is written before its size is known. No tag is begun while another is being written: the
/// parts of an element are finished before it begins.
class Writer::Scratch {
 public:
  /// This thread's own, empty.
  static Scratch& of_this_thread() {
    thread_local Scratch scratch;
    scratch.size_ = 0;
    return scratch;
  }

  std::string_view written() const { return {buffer_.data(), size_}; }

  void put_tag(std::string_view name, AttributeList first, AttributeList attributes) {
    put('<');
    put(name);
    put_attributes(first);
    put_attributes(attributes);
    put('>');
  }
  void put_attributes(AttributeList attributes) {
    for (const Attribute& attribute : attributes) put_attribute(attribute);
  }

 private:
  void put(char c) { put(std::string_view(&c, 1)); }
  void put(std::string_view text) {
    if (text.size() > buffer_.size() - size_) buffer_.resize(2 * (size_ + text.size()));
    text.copy(buffer_.data() + size_, text.size());
    size_ += text.size();
  }
  void put_escaped(std::string_view text) {
    escape(text, [&](std::string_view piece) { put(piece); });
  }
  void put_attribute(const Attribute& attribute);
  void put_words(const Attribute& attribute);

  std::string buffer_ = std::string(1024, '\0');
  std::size_t size_ = 0;
};

void Writer::Scratch::put_attribute(const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind_ == Kind::Nothing) return;
  if (attribute.kind_ == Kind::Spliced) return put(attribute.value_);
  if (attribute.kind_ == Kind::Words) return put_words(attribute);
  put(' ');
  put(attribute.prefix_);
  put(attribute.name_);
  if (attribute.kind_ == Kind::Flag) return;
  put("=\"");
  if (attribute.kind_ == Kind::Number)
    put(Digits(attribute.number_).text());
  else
    put_escaped(attribute.value_);
  put('"');
}

void Writer::Scratch::put_words(const Attribute& attribute) {
  bool has_begun = false;
  for (const std::string_view word : attribute.words_) {
    if (word.empty()) continue;
    put(' ');
    if (!has_begun) {
      put(attribute.name_);
      put("=\"");
    }
    has_begun = true;
    put_escaped(word);
  }
  if (has_begun) put('"');
}

/// A guess for text, which may grow when it is escaped; exact for markup.
std::size_t Writer::size_of(PartList parts) {
  std::size_t size = 0;
  for (const Part& part : parts) {
    size += part.kind_ == Part::Kind::Number ? Digits::kMost : part.text_.size();
    for (const Html& html : part.list_) size += html.view().size();
    size += size_of(part.parts_);
  }
  return size;
}

void Writer::append(std::string& out, PartList parts) {
  for (const Part& part : parts) {
    switch (part.kind_) {
      case Part::Kind::Text:
        append_escaped(out, part.text_);
        break;
      case Part::Kind::Markup:
        out += part.text_;
        break;
      case Part::Kind::Number:
        out += Digits(part.number_).text();
        break;
      case Part::Kind::List:
        for (const Html& html : part.list_) out += html.view();
        break;
      case Part::Kind::Parts:
        append(out, part.parts_);
        break;
    }
  }
}

Html Writer::element(std::string_view name, AttributeList attributes, PartList parts) {
  return element_after(name, {}, attributes, parts);
}

Html Writer::element_after(std::string_view name, AttributeList first, AttributeList attributes,
                           PartList parts) {
  Scratch& tag = Scratch::of_this_thread();
  tag.put_tag(name, first, attributes);
  std::string out;
  out.reserve(tag.written().size() + size_of(parts) + name.size() + 3);
  out += tag.written();
  const std::size_t content = out.size();
  append(out, parts);
  if (out.size() > content && out[content] == '\n' && drops_first_line_feed(name))
    out.insert(content, 1, '\n');
  out += "</";
  out += name;
  out += '>';
  return Html(std::move(out));
}

Html Writer::void_element(std::string_view name, AttributeList first, AttributeList attributes) {
  Scratch& tag = Scratch::of_this_thread();
  tag.put_tag(name, first, attributes);
  return Html(std::string(tag.written()));
}

Html Writer::parts(PartList parts) {
  std::string out;
  out.reserve(size_of(parts));
  append(out, parts);
  return Html(std::move(out));
}

std::string Writer::attributes(AttributeList attributes) {
  Scratch& out = Scratch::of_this_thread();
  out.put_attributes(attributes);
  return std::string(out.written());
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
