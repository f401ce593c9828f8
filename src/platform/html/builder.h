// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The only way to make markup. Text is escaped because there is no way not to:
// an Html can be made from elements, attributes and text, never from a string
// that already contains tags.
//
//   section({class_("app-cases")},
//           h2({}, "Cases"),
//           p({}, "There are ", count, " cases."),
//           a(Url::path("cases", 7), "Case 7"))
//
// Elements are named as in HTML (elements.h); attributes end in an underscore,
// so that `title` and `title_` or a local `id` and `id_` never get confused.
// Names of elements and attributes are checked while compiling: script, style,
// event handlers and untyped addresses do not compile.

#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/markup.h"
#include "platform/html/url.h"

namespace sightline::html {

/// Finished markup, balanced and escaped. Empty when default-made.
class Html {
 public:
  Html() = default;

  std::string_view view() const { return markup_.view(); }
  bool empty() const { return markup_.empty(); }

  /// The markup itself, e.g. for the body of a response.
  std::string release() && { return std::string(view()); }

  /// Puts more markup after this, e.g. in a loop.
  Html& operator+=(const Html& more) {
    markup_.put(&more == this ? Html(more).view() : more.view());
    return *this;
  }

  friend bool operator==(const Html&, const Html&) = default;

 private:
  explicit Html(Markup markup) : markup_(std::move(markup)) {}
  friend Html trusted_markup(std::string_view markup);
  friend struct Writer;
  friend class Pattern;

  Markup markup_;
};

/// The name of an attribute, checked while compiling.
class AttributeName {
 public:
  consteval AttributeName(const char* text) : text_(text) {
    if (text_.empty()) throw "an attribute needs a name";
    for (const char c : text_) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!is_letter && !(c >= '0' && c <= '9') && c != '-') throw "not an attribute name";
    }
    if (text_.starts_with("on")) throw "event handlers are not allowed: the content policy refuses them";
    for (const std::string_view banned :
         {"style", "srcdoc", "href", "src", "action", "formaction", "srcset", "xlink"}) {
      if (text_ == banned) throw "use the typed function, e.g. href_(url); style is not allowed";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// Attributes kept for later, e.g. as an option of a component. See all_().
class Attributes;

/// One attribute inside the braces of an element. It only looks at its value,
/// which must live until the end of the expression; it can be neither copied
/// nor moved, so an Attribute kept in a variable cannot be used by mistake.
class Attribute {
 public:
  Attribute(const Attribute&) = delete;
  Attribute& operator=(const Attribute&) = delete;

  Attribute(AttributeName name, std::string_view value)
      : kind_(Kind::Text), name_(name.text()), value_(value) {}
  Attribute(AttributeName name, std::int64_t number)
      : kind_(Kind::Number), name_(name.text()), number_(number) {}

 private:
  enum class Kind { Nothing, Flag, Text, Words, Number, Spliced };
  Attribute() = default;
  Attribute(AttributeName name, std::initializer_list<std::string_view> words)
      : kind_(Kind::Words), name_(name.text()), words_(words) {}
  Attribute(Kind kind, std::string_view prefix, std::string_view name, std::string_view value)
      : kind_(kind), prefix_(prefix), name_(name), value_(value) {}

  friend struct Writer;
  friend Attribute flag_(AttributeName name, bool is_set);
  friend Attribute optional_(AttributeName name, std::string_view value);
  friend Attribute aria_(AttributeName name, std::string_view value);
  friend Attribute data_(AttributeName name, std::string_view value);
  friend Attribute href_(const Url& url);
  friend Attribute src_(const Url& url);
  friend Attribute action_(const Url& url);
  friend Attribute formaction_(const Url& url);
  friend Attribute all_(const Attributes& attributes);
  friend Attribute classes_(std::initializer_list<std::string_view> names);

  Kind kind_ = Kind::Nothing;
  std::string_view prefix_;
  std::string_view name_;
  std::string_view value_;
  std::initializer_list<std::string_view> words_;
  std::int64_t number_ = 0;
};

using AttributeList = std::initializer_list<Attribute>;

class Attributes {
 public:
  Attributes() = default;
  Attributes(AttributeList attributes);

  bool empty() const { return markup_.empty(); }

  /// Adds one more; the name is data here (a fixture, a configuration), so it
  /// is checked when running: std::invalid_argument if it would not compile.
  void add(std::string_view name, std::string_view value);
  void add_flag(std::string_view name);

 private:
  friend Attribute all_(const Attributes& attributes);
  std::string markup_;  // " name=\"value\"…", escaped
};

/// Any attribute without a function of its own: attribute_("rows", 5).
inline Attribute attribute_(AttributeName name, std::string_view value) {
  return Attribute(name, value);
}
inline Attribute attribute_(AttributeName name, std::integral auto value) {
  return Attribute(name, static_cast<std::int64_t>(value));
}

/// A boolean attribute: flag_("disabled", is_closed).
inline Attribute flag_(AttributeName name, bool is_set = true) {
  return is_set ? Attribute(Attribute::Kind::Flag, "", name.text(), "") : Attribute();
}
/// Left out when the value is empty.
inline Attribute optional_(AttributeName name, std::string_view value) {
  return value.empty() ? Attribute() : Attribute(name, value);
}
/// aria_("label", …) is aria-label; data_("module", …) is data-module.
inline Attribute aria_(AttributeName name, std::string_view value) {
  return Attribute(Attribute::Kind::Text, "aria-", name.text(), value);
}
inline Attribute data_(AttributeName name, std::string_view value) {
  return Attribute(Attribute::Kind::Text, "data-", name.text(), value);
}
inline Attribute href_(const Url& url) {
  return Attribute(Attribute::Kind::Text, "", "href", url.text());
}
inline Attribute src_(const Url& url) {
  return Attribute(Attribute::Kind::Text, "", "src", url.text());
}
inline Attribute action_(const Url& url) {
  return Attribute(Attribute::Kind::Text, "", "action", url.text());
}
inline Attribute formaction_(const Url& url) {
  return Attribute(Attribute::Kind::Text, "", "formaction", url.text());
}
/// Everything that was kept in an Attributes.
inline Attribute all_(const Attributes& attributes) {
  return Attribute(Attribute::Kind::Spliced, "", "", attributes.markup_);
}

inline Attribute class_(std::string_view value) {
  return optional_("class", value);
}
/// class with one space between the names; empty ones are left out.
inline Attribute classes_(std::initializer_list<std::string_view> names) {
  return Attribute("class", names);
}
inline Attribute id_(std::string_view value) {
  return optional_("id", value);
}
inline Attribute for_(std::string_view value) {
  return optional_("for", value);
}
inline Attribute name_(std::string_view value) {
  return attribute_("name", value);
}
inline Attribute value_(std::string_view value) {
  return attribute_("value", value);
}
inline Attribute type_(std::string_view value) {
  return attribute_("type", value);
}
inline Attribute role_(std::string_view value) {
  return attribute_("role", value);
}
inline Attribute lang_(std::string_view value) {
  return attribute_("lang", value);
}
inline Attribute title_(std::string_view value) {
  return attribute_("title", value);
}

template <class T>
concept Counted = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

class Part;
using PartList = std::initializer_list<Part>;

/// What may stand between two tags: text (escaped), whole numbers, Html, an
/// optional Html, a vector of Html, or several parts in braces. Not bool, not char, not floating point: a
/// share or a date writes itself as words first.
class Part {
 public:
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  Part(std::string_view text) : kind_(Kind::Text), text_(text) {}
  Part(const std::string& text) : kind_(Kind::Text), text_(text) {}
  Part(const char* text) : kind_(Kind::Text), text_(text) {}
  Part(const Html& html) : kind_(Kind::Markup), text_(html.view()) {}
  Part(const std::optional<Html>& html) : kind_(Kind::Markup), text_(html ? html->view() : "") {}
  Part(const std::vector<Html>& list) : kind_(Kind::List), list_(list) {}
  Part(const PartList& parts) : kind_(Kind::Parts), parts_(parts) {}
  template <Counted T>
  Part(T number) : kind_(Kind::Number), number_(static_cast<std::int64_t>(number)) {}

 private:
  friend struct Writer;
  friend class Element;
  friend class VoidElement;
  enum class Kind { Text, Markup, List, Parts, Number, Element, VoidElement };
  Part(Kind kind, std::string_view name, AttributeList attributes, PartList parts)
      : kind_(kind), text_(name), parts_(parts), attributes_(attributes) {}

  Kind kind_;
  std::string_view text_;
  std::span<const Html> list_;
  PartList parts_;
  AttributeList attributes_;
  std::int64_t number_ = 0;
};

/// Makes Html; the functions the elements are made of.
struct Writer {
  static Html element(std::string_view name, AttributeList attributes, PartList parts);
  static Html element_after(std::string_view name, AttributeList first, AttributeList attributes,
                            PartList parts);
  static Html void_element(std::string_view name, AttributeList first, AttributeList attributes);
  static Html parts(PartList parts);
  static Html text(std::string_view text);
  static std::string attributes(AttributeList attributes);

 private:
  friend class Pattern;
  static void put_attribute(Markup& out, const Attribute& attribute);
  static void put_attributes(Markup& out, AttributeList attributes);
  static void put_tag(Markup& out, std::string_view name, AttributeList first, AttributeList attributes);
  static std::size_t size_of(AttributeList attributes);
  static std::size_t size_of(PartList parts);
  static void put_content(Markup& out, std::string_view name, PartList parts);
  static void put_part(Markup& out, const Part& part);
  static void put_parts(Markup& out, PartList parts);
};

/// Several things one after the other, with nothing around them.
template <class... Children>
Html fragment(const Children&... children) {
  return Writer::parts({Part(children)...});
}

/// One Html per item of a range: ul({}, each(names, [](auto& n) { return li({}, n); })).
template <std::ranges::input_range Range, class Make>
Html each(Range&& range, Make make) {
  Html all;
  for (auto&& item : range) all += make(item);
  return all;
}

/// What `make` returns if the claim holds, else nothing.
template <class Make>
Html when(bool claim, Make make) {
  return claim ? Html(make()) : Html();
}

/// Text or markup, for the options of components: made from words, which are
/// escaped, from a whole number, or from Html where words are not enough.
class Content : public Html {
 public:
  Content() = default;
  Content(Html html) : Html(std::move(html)) {}
  Content(const char* text) : Html(Writer::text(text)) {}
  Content(const std::string& text) : Html(Writer::text(text)) {}
  Content(std::string_view text) : Html(Writer::text(text)) {}
  template <Counted T>
  Content(T number) : Html(fragment(number)) {}
};

/// Escapes text for standing between tags or in a quoted attribute. Controls
/// that HTML does not allow become U+FFFD.
void append_escaped(std::string& out, std::string_view text);

}  // namespace sightline::html
