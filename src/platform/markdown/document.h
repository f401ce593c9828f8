// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A text written in Markdown, as values: what the reader sees, without any of its
// signs. Everything in it is allowed: a link passed the allow-list, a footnote has
// its text, a heading its place. All text is well-formed UTF-8 without controls
// but the line feeds of code.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sightline::markdown {

struct Inline;
using Inlines = std::vector<Inline>;

struct Words {
  std::string text;
};
struct LineBreak {};
struct Code {
  std::string text;
};
struct Emphasis {
  Inlines content;
};
struct Strong {
  Inlines content;
};
struct Link {
  std::string address;  ///< https, mailto, a path or "#id"; as the author wrote it.
  Inlines content;
};
/// Where a footnote is called. Numbers count from 1 in the order of the first calls.
struct FootnoteCall {
  int number;
  int occurrence;  ///< 1 for the first call of this footnote, 2 for the second …
};
/// `{figure:KEY}` or `{figure:KEY part}`: a number that the text does not hold itself.
struct FigureValue {
  std::string key;
  std::string part;  ///< Empty for the whole, else one of Rules::figure_parts.
};

struct Inline {
  std::variant<Words, LineBreak, Code, Emphasis, Strong, Link, FootnoteCall, FigureValue> node;
  int line;  ///< In the source, from 1.
};

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
  Inlines content;
};
struct Heading {
  int level;
  std::string id;  ///< Made from the words; unique in the document.
  Inlines content;
};
enum class ListKind { Bulleted, Numbered };
struct List {
  ListKind kind;
  int start;  ///< Number of the first item; 1 unless numbered otherwise.
  std::vector<Blocks> items;
};
struct Quotation {
  Blocks content;
};
struct CodeBlock {
  std::string text;
};
struct Divider {};

enum class Alignment { Unsaid, Left, Centre, Right };
/// Every row has as many cells as `head` and `alignments`.
struct Table {
  Inlines caption;  ///< From a paragraph "Table: …" directly above; may be empty.
  std::vector<Alignment> alignments;
  std::vector<Inlines> head;
  std::vector<std::vector<Inlines>> rows;
};
/// A table or chart that the text does not hold itself.
struct FigureBlock {
  std::string key;
};
/// A passage of evidence, whose words the text does not hold itself.
struct ExtractBlock {
  std::int64_t number;  ///< From 1.
};

struct Block {
  std::variant<Paragraph, Heading, List, Quotation, CodeBlock, Divider, Table, FigureBlock, ExtractBlock>
      node;
  int line;
};

struct Footnote {
  Inlines content;
  int line = 0;
};

struct Document {
  Blocks blocks;
  std::vector<Footnote> footnotes;  ///< In the order of their numbers: footnotes[0] is number 1.
};

/// Where a document asks for a figure.
struct FigureUse {
  enum class Form { Inline, Block };
  Form form;
  std::string key;
  std::string part;
  int line;
};
/// In the order of the text, footnotes last. A key comes as often as it is used.
std::vector<FigureUse> figures_of(const Document& document);

/// Where a document quotes an extract.
struct ExtractUse {
  std::int64_t number;
  int line;
};
/// In the order of the text. A number comes as often as it is quoted.
std::vector<ExtractUse> extracts_of(const Document& document);

/// The headings that stand at the top of the document, e.g. for a list of contents.
std::vector<const Heading*> headings_of(const Document& document);

/// Words of somebody else as a quotation of paragraphs: an empty line parts two of them.
Quotation quotation_of(std::string_view words);

/// What stands for an extract whose words are not given: "[the words of extract 17 are not shown]".
std::string words_missing(const ExtractBlock& extract);

/// Only the words: no marks, no footnotes, no figures.
std::string plain_text(const Inlines& content);

/// Calls visit(inline) for each inline of a list, outer ones first.
template <class Visit>
void for_each_inline(const Inlines& list, const Visit& visit) {
  for (const Inline& one : list) {
    visit(one);
    if (const auto* emphasis = std::get_if<Emphasis>(&one.node)) for_each_inline(emphasis->content, visit);
    if (const auto* strong = std::get_if<Strong>(&one.node)) for_each_inline(strong->content, visit);
    if (const auto* link = std::get_if<Link>(&one.node)) for_each_inline(link->content, visit);
  }
}

}  // namespace sightline::markdown
