// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_links.h"

#include <algorithm>
#include <set>

namespace sightline::publication {

std::string chapter_page(const report::ComposedSection& section) {
  return std::to_string(section.position) + "-" + section.id + ".html";
}

std::string figure_page(std::string_view figure_key) {
  return "figures/" + std::string(figure_key) + ".html";
}

std::string figure_csv(std::string_view figure_key) {
  return "data/" + std::string(figure_key) + ".csv";
}

std::string way_within(std::string_view from, const std::string& to) {
  std::string climb;
  for (auto folders = std::count(from.begin(), from.end(), '/'); folders > 0; --folders) climb += "../";
  return climb + to;
}

namespace {

template <class Visit>
void visit_blocks(const markdown::Blocks& blocks, const Visit& visit);

template <class Visit>
void visit_block(const markdown::Block& block, const Visit& visit) {
  if (const auto* paragraph = std::get_if<markdown::Paragraph>(&block.node)) {
    markdown::for_each_inline(paragraph->content, visit);
  } else if (const auto* heading = std::get_if<markdown::Heading>(&block.node)) {
    markdown::for_each_inline(heading->content, visit);
  } else if (const auto* list = std::get_if<markdown::List>(&block.node)) {
    for (const markdown::Blocks& item : list->items) visit_blocks(item, visit);
  } else if (const auto* quotation = std::get_if<markdown::Quotation>(&block.node)) {
    visit_blocks(quotation->content, visit);
  } else if (const auto* table = std::get_if<markdown::Table>(&block.node)) {
    markdown::for_each_inline(table->caption, visit);
    for (const markdown::Inlines& cell : table->head) markdown::for_each_inline(cell, visit);
    for (const auto& row : table->rows)
      for (const markdown::Inlines& cell : row) markdown::for_each_inline(cell, visit);
  }
}

template <class Visit>
void visit_blocks(const markdown::Blocks& blocks, const Visit& visit) {
  for (const markdown::Block& block : blocks) visit_block(block, visit);
}

bool leads_away(std::string_view address) {
  return address.starts_with('#') || address.starts_with("https:") || address.starts_with("mailto:");
}

}  // namespace

std::vector<report::LineProblem> problems_with_paths(const report::Composed& composed,
                                                     const std::vector<FrozenFigure>& figures) {
  std::set<std::string, std::less<>> pages{kIndexPage, kRecommendationsPage, kPressReleasePage, kFiguresPage};
  for (const report::ComposedSection& section : composed.sections) pages.insert(chapter_page(section));
  for (const FrozenFigure& figure : figures) {
    pages.insert(figure_page(figure.key));
    pages.insert(figure_csv(figure.key));
  }
  std::vector<report::LineProblem> problems;
  for (const report::ComposedSection& section : composed.sections) {
    const auto visit = [&](const markdown::Inline& one) {
      const auto* link = std::get_if<markdown::Link>(&one.node);
      if (link == nullptr || leads_away(link->address)) return;
      const std::string path = link->address.substr(0, link->address.find('#'));
      if (pages.contains(path)) return;
      problems.push_back({section.position, section.number, section.title, one.line,
                          "The link to “" + link->address +
                              "” leads to no page of the edition: name a heading of the report, “#…”, or "
                              "give the whole address, https://…"});
    };
    visit_blocks(section.document.blocks, visit);
    for (const markdown::Footnote& footnote : section.document.footnotes)
      markdown::for_each_inline(footnote.content, visit);
  }
  return problems;
}

}  // namespace sightline::publication
