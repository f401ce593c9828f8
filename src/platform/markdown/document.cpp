// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/document.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace sightline::markdown {
namespace {

using Uses = std::vector<FigureUse>;

void add_uses(Uses& uses, const Inlines& content) {
  for_each_inline(content, [&](const Inline& one) {
    if (const auto* value = std::get_if<FigureValue>(&one.node))
      uses.push_back({FigureUse::Form::Inline, value->key, value->part, one.line});
  });
}

void add_uses(Uses& uses, const Blocks& blocks);

void add_uses(Uses& uses, const Table& table) {
  add_uses(uses, table.caption);
  for (const Inlines& cell : table.head) add_uses(uses, cell);
  for (const auto& row : table.rows)
    for (const Inlines& cell : row) add_uses(uses, cell);
}

void add_uses(Uses& uses, const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) add_uses(uses, paragraph->content);
    if (const auto* heading = std::get_if<Heading>(&block.node)) add_uses(uses, heading->content);
    if (const auto* quotation = std::get_if<Quotation>(&block.node)) add_uses(uses, quotation->content);
    if (const auto* table = std::get_if<Table>(&block.node)) add_uses(uses, *table);
    if (const auto* list = std::get_if<List>(&block.node))
      for (const Blocks& item : list->items) add_uses(uses, item);
    if (const auto* figure = std::get_if<FigureBlock>(&block.node))
      uses.push_back({FigureUse::Form::Block, figure->key, "", block.line});
  }
}

void add_extracts(std::vector<ExtractUse>& uses, const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* quotation = std::get_if<Quotation>(&block.node)) add_extracts(uses, quotation->content);
    if (const auto* list = std::get_if<List>(&block.node))
      for (const Blocks& item : list->items) add_extracts(uses, item);
    if (const auto* extract = std::get_if<ExtractBlock>(&block.node))
      uses.push_back({extract->number, block.line});
  }
}

}  // namespace

std::vector<FigureUse> figures_of(const Document& document) {
  Uses uses;
  add_uses(uses, document.blocks);
  for (const Footnote& footnote : document.footnotes) add_uses(uses, footnote.content);
  return uses;
}

std::vector<ExtractUse> extracts_of(const Document& document) {
  std::vector<ExtractUse> uses;
  add_extracts(uses, document.blocks);
  return uses;
}

std::vector<const Heading*> headings_of(const Document& document) {
  std::vector<const Heading*> headings;
  for (const Block& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block.node)) headings.push_back(heading);
  return headings;
}

Quotation quotation_of(std::string_view words) {
  Quotation quotation;
  Inlines lines;
  const auto close = [&] {
    if (!lines.empty()) quotation.content.push_back({Paragraph{std::exchange(lines, {})}, 0});
  };
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    const std::string_view line = trimmed(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    if (line.empty()) {
      close();
      continue;
    }
    if (!lines.empty()) lines.push_back({LineBreak{}, 0});
    lines.push_back({Words{std::string(line)}, 0});
  }
  close();
  return quotation;
}

std::string words_missing(const ExtractBlock& extract) {
  return "[the words of extract " + std::to_string(extract.number) + " are not shown]";
}

std::string plain_text(const Inlines& content) {
  std::string text;
  for_each_inline(content, [&](const Inline& one) {
    if (const auto* words = std::get_if<Words>(&one.node)) text += words->text;
    if (const auto* code = std::get_if<Code>(&one.node)) text += code->text;
    if (std::holds_alternative<LineBreak>(one.node)) text += ' ';
  });
  return text;
}

}  // namespace sightline::markdown
