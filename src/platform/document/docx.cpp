// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include <cstring>
#include <pugixml.hpp>
#include <string>

#include "platform/document/package.h"
#include "platform/document/paragraphs.h"
#include "platform/document/read.h"

namespace sightline::document {

namespace {

/// The container of Microsoft's older formats, which also wraps a DOCX with a password.
constexpr std::string_view kCompoundFile("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::string_view kEncryptedPackage("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

/// A name without its prefix: which prefix stands for WordprocessingML is for each file to say, and
/// every word processor says w.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Fills `parsed` or says why not. Definitions are looked for and refused; no entity but XML's own five
/// is ever replaced.
std::optional<Unreadable> parse(std::string_view xml, pugi::xml_document& parsed) {
  constexpr unsigned kHow =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_eol;
  const pugi::xml_parse_result result = parsed.load_buffer(xml.data(), xml.size(), kHow);
  for (const pugi::xml_node& node : parsed)
    if (node.type() == pugi::node_doctype) return Unreadable::DocumentType;
  if (!result) return Unreadable::Broken;
  return std::nullopt;
}

std::optional<Unreadable> parse(const Package& package, const std::string& name, pugi::xml_document& parsed) {
  const auto content = package.content(name);
  if (const auto* why = std::get_if<Unreadable>(&content)) return *why;
  return parse(std::get<std::string>(content), parsed);
}

/// The part that holds the text. The package's relationships name it.
std::variant<std::string, Unreadable> main_part(const Package& package) {
  constexpr const char* kRelationships = "_rels/.rels";
  if (!package.has(kRelationships)) return Unreadable::WrongType;
  pugi::xml_document relationships;
  if (const auto why = parse(package, kRelationships, relationships)) return *why;
  for (const pugi::xml_node& relationship : relationships.document_element()) {
    const std::string_view type = relationship.attribute("Type").value();
    std::string_view target = relationship.attribute("Target").value();
    if (!type.ends_with("/officeDocument")) continue;
    if (target.starts_with('/')) target.remove_prefix(1);
    return target.starts_with("word/") ? std::variant<std::string, Unreadable>(std::string(target))
                                       : Unreadable::WrongType;
  }
  return Unreadable::WrongType;
}

/// Walks through WordprocessingML (ECMA-376, part 1, §17).
class Walk {
 public:
  explicit Walk(Paragraphs& paragraphs) : paragraphs_(paragraphs) {}

  void children(const pugi::xml_node& parent, int depth) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& node : parent) {
      if (paragraphs_.is_full()) return;
      element(node, depth);
    }
  }

 private:
  void element(const pugi::xml_node& node, int depth) {
    const std::string_view name = local_name(node);
    if (is_left_out(name, node)) return;
    if (name == "t") return paragraphs_.text(node.child_value());
    if (name == "tab" && local_name(node.parent()) == "r") return paragraphs_.tab();
    if (name == "br" || name == "cr") return paragraphs_.line_break();
    if (name == "noBreakHyphen") return paragraphs_.text("\u2011");
    if (name == "p") return paragraph(node, depth);
    if (name == "tr") return row(node, depth);
    if (name == "tc") return cell(node, depth);
    children(node, depth + 1);
  }

  /// Deleted text, the old place of moved text, and the second of two ways to show the same thing.
  static bool is_left_out(std::string_view name, const pugi::xml_node& node) {
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "pPr" || name == "rPr" ||
           (name == "footnote" && node.attribute("w:type"));
  }

  void paragraph(const pugi::xml_node& node, int depth) {
    children(node, depth + 1);
    if (cells_ == 0)
      paragraphs_.end();
    else
      paragraphs_.space();
  }

  /// A row of a table is a paragraph, its cells parted by tabs.
  void row(const pugi::xml_node& node, int depth) {
    children(node, depth + 1);
    if (cells_ == 0) paragraphs_.end();
  }

  void cell(const pugi::xml_node& node, int depth) {
    ++cells_;
    children(node, depth + 1);
    --cells_;
    paragraphs_.tab();
  }

  Paragraphs& paragraphs_;
  int cells_ = 0;  ///< Around the place at hand.
};

}  // namespace

Reading read_docx_text_part(std::string_view xml) {
  pugi::xml_document body;
  if (const auto why = parse(xml, body)) return *why;
  Paragraphs paragraphs;
  Walk(paragraphs).children(body, 0);
  return paragraphs.finished();
}

Reading read_docx(std::string_view document) {
  if (document.starts_with(kCompoundFile))
    return document.find(kEncryptedPackage) != std::string_view::npos ? Unreadable::Encrypted
                                                                      : Unreadable::WrongType;
  if (!document.starts_with("PK")) return Unreadable::WrongType;
  auto opened = Package::open(document);
  if (const auto* why = std::get_if<Unreadable>(&opened)) return *why;
  const Package& package = std::get<Package>(opened);
  const auto part = main_part(package);
  if (const auto* why = std::get_if<Unreadable>(&part)) return *why;

  Paragraphs paragraphs;
  pugi::xml_document body;
  if (const auto why = parse(package, std::get<std::string>(part), body)) return *why;
  Walk(paragraphs).children(body, 0);
  constexpr const char* kFootnotes = "word/footnotes.xml";
  if (package.has(kFootnotes)) {
    pugi::xml_document footnotes;
    if (const auto why = parse(package, kFootnotes, footnotes)) return *why;
    Walk(paragraphs).children(footnotes, 0);
  }
  return paragraphs.finished();
}

}  // namespace sightline::document
