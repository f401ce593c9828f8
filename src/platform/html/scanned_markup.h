// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Markup read back, for tests only: the tree a browser would see in the plain
// HTML that we and GOV.UK Frontend write (quoted attributes, balanced tags). It
// is strict on purpose: what it does not understand, it refuses.

#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/builder.h"

namespace sightline::html {

/// Whether the markup holds these characters in one run.
inline bool contains(const Html& markup, std::string_view characters) {
  return markup.view().find(characters) != std::string_view::npos;
}

/// An element, or a run of text when the name is empty.
struct ScannedNode {
  std::string name;
  std::string text;
  std::map<std::string, std::string> attributes;
  std::vector<ScannedNode> children;
};

/// Collapsed: as layout sees it. White space at the edges of elements is
/// dropped, inner runs become one space, except inside textarea and pre.
enum class Spaces { Exact, Collapsed };

class MarkupScanner {
 public:
  MarkupScanner(std::string_view markup, Spaces spaces) : rest_(markup), spaces_(spaces) {}

  ScannedNode scan() {
    ScannedNode root{"#root", {}, {}, {}};
    read_children(root);
    if (!rest_.empty()) fail("a closing tag without its opening tag");
    return root;
  }

 private:
  [[noreturn]] void fail(const std::string& why) {
    throw std::runtime_error(why + " before: " + std::string(rest_.substr(0, 60)));
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view take_until(std::string_view stops) {
    const auto end = std::min(rest_.find_first_of(stops), rest_.size());
    const auto taken = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return taken;
  }

  void skip_spaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  std::string decoded(std::string_view text) {
    static const std::map<std::string, std::string, std::less<>> kEntities = {
        {"amp", "&"}, {"lt", "<"},   {"gt", ">"},          {"quot", "\""},
        {"#39", "'"}, {"#13", "\r"}, {"nbsp", "\xC2\xA0"}, {"ctdot", "\xE2\x8B\xAF"}};
    std::string out;
    while (!text.empty()) {
      const auto end = text.find(';');
      const auto entity =
          text.front() == '&' && end != text.npos ? kEntities.find(text.substr(1, end - 1)) : kEntities.end();
      if (entity != kEntities.end())
        out += entity->second;
      else
        out += text.front();
      text.remove_prefix(entity != kEntities.end() ? end + 1 : 1);
    }
    return out;
  }

  static std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_space)
        out += c;
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  void read_text(ScannedNode& parent, bool is_verbatim) {
    std::string text = decoded(take_until("<"));
    if (is_verbatim && text.starts_with('\n')) text.erase(0, 1);
    if (!is_verbatim && spaces_ == Spaces::Collapsed) text = collapsed(text);
    if (!text.empty()) parent.children.push_back({{}, text, {}, {}});
  }

  void read_children(ScannedNode& parent) {
    const bool is_verbatim = parent.name == "textarea" || parent.name == "pre";
    while (!rest_.empty() && !rest_.starts_with("</")) {
      if (rest_.starts_with("<!--"))
        rest_.remove_prefix(std::min(rest_.find("-->") + 3, rest_.size()));
      else if (rest_.starts_with("<!"))
        take_until(">"), take(">");
      else if (rest_.starts_with('<'))
        parent.children.push_back(read_element());
      else
        read_text(parent, is_verbatim);
    }
  }

  ScannedNode read_element() {
    static const std::set<std::string, std::less<>> kVoid = {"br",    "col",  "hr",   "img",
                                                             "input", "link", "meta", "wbr"};
    take("<");
    ScannedNode node{std::string(take_until(" \t\r\n/>")), {}, {}, {}};
    if (node.name.empty()) fail("a tag without a name");
    read_attributes(node);
    const bool is_closed = take("/>");
    if (!is_closed && !take(">")) fail("a tag that does not end");
    if (is_closed || kVoid.contains(node.name)) return node;
    read_children(node);
    if (!take("</" + node.name + ">")) fail("<" + node.name + "> is not closed");
    return node;
  }

  void read_attributes(ScannedNode& node) {
    for (skip_spaces(); !rest_.empty() && rest_.front() != '>' && !rest_.starts_with("/>"); skip_spaces()) {
      const std::string name(take_until("=> \t\r\n/"));
      if (name.empty() || name.find_first_of("\"'<") != name.npos) fail("a strange attribute");
      std::string value;
      if (take("=")) {
        if (!take("\"")) fail("an attribute without quotes");
        value = decoded(take_until("\""));
        if (!take("\"")) fail("an attribute that does not end");
      }
      if (name == "class" && spaces_ == Spaces::Collapsed) value = collapsed(value);
      if (!node.attributes.emplace(name, value).second) fail("the attribute " + name + " twice");
    }
  }

  std::string_view rest_;
  Spaces spaces_;
};

/// Throws std::runtime_error, saying what stands where it stopped.
inline ScannedNode scanned(std::string_view markup, Spaces spaces = Spaces::Collapsed) {
  return MarkupScanner(markup, spaces).scan();
}

/// One line per element and text, indented: equal lines mean equal documents.
inline std::string outline(const ScannedNode& node, const std::string& indent = "") {
  if (node.name.empty()) return indent + "\"" + node.text + "\"\n";
  std::string out = indent + node.name;
  for (const auto& [name, value] : node.attributes) out += " " + name + "=\"" + value + "\"";
  out += "\n";
  for (const auto& child : node.children) out += outline(child, indent + "  ");
  return out;
}

}  // namespace sightline::html
