// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The elements of HTML that Sightline uses, as functions: first the attributes
// in braces, then any number of parts. See builder.h for what a part may be.
//
// Where forgetting something would hurt, the element asks for it: `a` for its
// address, `img` for its alternative text, `form` for the token that proves the
// form came from us. There is no script element with content and no style.
//
// Pages say `using namespace html;` inside their own namespace (sightline::site
// or so), where `div` and `time` mean these and not the ones of the C library.

#pragma once

#include "platform/html/builder.h"

namespace sightline::html {

class ElementName {
 public:
  consteval ElementName(const char* text) : text_(text) {
    if (text_.empty()) throw "an element needs a name";
    for (const char c : text_) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!is_letter && !(c >= '0' && c <= '9')) throw "not an element name";
    }
    for (const std::string_view banned : {"script", "style", "iframe", "object", "embed", "base", "form"}) {
      if (text_ == banned) throw "this element is not made freely";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// An element with content: name({attributes}, parts…).
class Element {
 public:
  consteval explicit Element(ElementName name) : name_(name.text()) {}

  template <class... Children>
  Html operator()(AttributeList attributes, const Children&... children) const {
    return Writer::element(name_, attributes, {Part(children)...});
  }
  /// The same with its parts in braces.
  Html operator()(AttributeList attributes, PartList parts) const {
    return Writer::element(name_, attributes, parts);
  }
  /// The element as a part of another one in the same expression, into which it is written directly. For
  /// markup that is made hundreds of times or is most of a page; everywhere else an element is Html.
  Part inside(AttributeList attributes, PartList parts) const {
    return Part(Part::Kind::Element, name_, attributes, parts);
  }

 private:
  std::string_view name_;
};

/// An element that never has content.
class VoidElement {
 public:
  consteval explicit VoidElement(ElementName name) : name_(name.text()) {}
  Html operator()(AttributeList attributes = {}) const { return Writer::void_element(name_, {}, attributes); }
  /// As Element::inside().
  Part inside(AttributeList attributes) const { return Part(Part::Kind::VoidElement, name_, attributes, {}); }

 private:
  std::string_view name_;
};

/// a(url, parts…) or a({attributes}, url, parts…).
struct AnchorElement {
  template <class... Children>
  Html operator()(const Url& url, const Children&... children) const {
    return Writer::element("a", {href_(url)}, {Part(children)...});
  }
  template <class... Children>
  Html operator()(AttributeList attributes, const Url& url, const Children&... children) const {
    return Writer::element_after("a", {href_(url)}, attributes, {Part(children)...});
  }
};

// An element is named as HTML names it.
// NOLINTBEGIN(readability-identifier-naming)

// Sections. The document itself is page.h's.
inline constexpr Element header{"header"}, footer{"footer"}, nav{"nav"}, section{"section"},
    article{"article"}, aside{"aside"}, address{"address"};
inline constexpr Element h1{"h1"}, h2{"h2"}, h3{"h3"}, h4{"h4"}, h5{"h5"}, h6{"h6"};

/// h1 to h6 where the level is known only when running.
/// REQUIRES: 1 <= level <= 6.
template <class... Children>
Html heading(int level, AttributeList attributes, const Children&... children) {
  static constexpr std::string_view kNames[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return Writer::element(kNames[level - 1], attributes, {Part(children)...});
}

// Blocks
inline constexpr Element div{"div"}, p{"p"}, pre{"pre"}, blockquote{"blockquote"}, figure{"figure"},
    figcaption{"figcaption"}, ol{"ol"}, ul{"ul"}, li{"li"}, dl{"dl"}, dt{"dt"}, dd{"dd"}, details{"details"},
    summary{"summary"};

// Inside a line
inline constexpr Element span{"span"}, strong{"strong"}, em{"em"}, b{"b"}, i{"i"}, small{"small"}, sup{"sup"},
    sub{"sub"}, code{"code"}, abbr{"abbr"}, cite{"cite"}, q{"q"}, mark{"mark"}, ins{"ins"}, del{"del"},
    time{"time"};
inline constexpr AnchorElement a;

// Tables
inline constexpr Element table{"table"}, caption{"caption"}, colgroup{"colgroup"}, thead{"thead"},
    tbody{"tbody"}, tfoot{"tfoot"}, tr{"tr"}, th{"th"}, td{"td"};

// Forms. Pages use the components of govuk.h; these are what those are made of.
inline constexpr Element button{"button"}, label{"label"}, fieldset{"fieldset"}, legend{"legend"},
    textarea{"textarea"}, select{"select"}, option{"option"}, optgroup{"optgroup"}, output{"output"};
inline constexpr VoidElement input{"input"};

// Without content
inline constexpr VoidElement br{"br"}, hr{"hr"}, wbr{"wbr"}, col{"col"}, meta{"meta"}, link{"link"};
// NOLINTEND(readability-identifier-naming)

/// The alternative text is asked for; empty says "only decoration".
inline Html img(const Url& source, std::string_view alternative, AttributeList attributes = {}) {
  return Writer::void_element("img", {src_(source), attribute_("alt", alternative)}, attributes);
}

/// A script of ours in its own file. There is no other kind.
inline Html script_module(const Url& source) {
  return Writer::element("script", {type_("module"), src_(source)}, {});
}

/// The name of the hidden field in every form that changes something.
inline constexpr std::string_view kCsrfField = "csrf_token";

/// The secret of the reader's session which proves that a form came from us.
struct CsrfToken {
  std::string value;
};

/// A form that changes something: method post, with the hidden token.
template <class... Children>
Html form(const Url& action, const CsrfToken& token, AttributeList attributes, const Children&... children) {
  const Html hidden = input({type_("hidden"), name_(kCsrfField), value_(token.value)});
  return Writer::element_after("form", {attribute_("method", "post"), action_(action), flag_("novalidate")},
                               attributes, {Part(hidden), Part(children)...});
}

/// A form that only asks: method get, its fields end up in the address.
template <class... Children>
Html search_form(const Url& action, AttributeList attributes, const Children&... children) {
  return Writer::element_after("form", {attribute_("method", "get"), action_(action)}, attributes,
                               {Part(children)...});
}

}  // namespace sightline::html
