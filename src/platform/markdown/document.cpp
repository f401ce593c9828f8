// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/document.h"

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

}  // namespace

std::vector<FigureUse> figures_of(const Document& document) {
  Uses uses;
  add_uses(uses, document.blocks);
  for (const Footnote& footnote : document.footnotes) add_uses(uses, footnote.content);
  return uses;
}

std::vector<const Heading*> headings_of(const Document& document) {
  std::vector<const Heading*> headings;
  for (const Block& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block.node)) headings.push_back(heading);
  return headings;
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
