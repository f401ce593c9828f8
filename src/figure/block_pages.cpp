// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/block_pages.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_content.h"
#include "platform/html/scrolling_table.h"
#include "platform/svg/chart.h"

namespace sightline::figure {

using namespace html;

namespace {

Html table_of(const FigureDetails& details, const ShownTable& shown) {
  govuk::Table table{.caption = details.title + ": the numbers",
                     .caption_classes = "govuk-visually-hidden",
                     .first_cell_is_header = true,
                     .classes = "app-table-of-chart"};
  for (std::size_t i = 0; i < shown.columns.size(); ++i)
    table.head.push_back(i == 0 ? govuk::Cell{.text = shown.columns[i]} : govuk::numeric(shown.columns[i]));
  for (const ShownTable::Row& row : shown.rows) {
    auto& cells = table.rows.emplace_back();
    cells.push_back({.text = row.name});
    for (const std::string& cell : row.cells) cells.push_back(govuk::numeric(cell));
  }
  return scrolling_table(table);
}

svg::Chart bar_of(const FigureDetails& details, const ShownBar& bar, const std::string& id) {
  return svg::share_bars({.id = id,
                          .title = details.title,
                          .description = details.alternative_text,
                          .what = "What is counted",
                          .bars = {{.label = bar.label,
                                    .share = Share(bar.percent, 100),
                                    .interval = {bar.low / 100.0, bar.high / 100.0},
                                    .words = bar.words}}});
}

svg::Chart stack_of(const FigureDetails& details, const ShownStack& stack, const std::string& id) {
  svg::StackedBars bars{.id = id,
                        .title = details.title,
                        .description = details.alternative_text,
                        .what = "Area",
                        .parts = stack.parts,
                        .rows = {}};
  for (const ShownStack::Row& row : stack.rows) bars.rows.push_back({row.name, row.counts, row.words});
  return svg::stacked_bars(bars);
}

Html scrolling_drawing(const FigureDetails& details, const Html& drawn) {
  return div({class_("app-chart__scroll"), role_("region"), aria_("label", "Chart: " + details.title),
              attribute_("tabindex", 0)},
             drawn);
}

}  // namespace

Html drawing(const FigureDetails& details, const Shown& shown, const std::string& id) {
  if (shown.bar) return bar_of(details, *shown.bar, id).drawing;
  if (shown.stack) return stack_of(details, *shown.stack, id).drawing;
  return {};
}

Html figure_block(const FigureDetails& details, const Shown& shown, const FigureBlockOptions& options) {
  const Html drawn = drawing(details, shown, options.id + "-drawing");
  return html::figure(
      {class_("app-chart"), id_(options.id)}, figcaption({}, details.title),
      when(!options.note.empty(), [&] { return p({class_("govuk-body-s app-chart__note")}, options.note); }),
      when(!drawn.empty(), [&] { return scrolling_drawing(details, drawn); }),
      when(shown.table.has_value(), [&] { return table_of(details, *shown.table); }),
      when(!shown.note.empty(), [&] { return p({class_("govuk-body-s")}, shown.note); }),
      when(options.explanation.has_value(), [&] {
        return p({class_("govuk-body-s")},
                 a({class_("govuk-link")}, *options.explanation, "How this figure was counted",
                   span({class_("govuk-visually-hidden")}, ": ", details.title)));
      }));
}

pdf::Figure to_pdf(const std::string& key, const FigureDetails& details, const Shown& shown) {
  pdf::Figure paper{.key = key,
                    .caption = details.title,
                    .alternative = details.alternative_text,
                    .svg = std::string(drawing(details, shown, key + "-drawing").view())};
  if (!shown.table) return paper;
  paper.head = shown.table->columns;
  for (const ShownTable::Row& row : shown.table->rows) {
    auto& cells = paper.rows.emplace_back(std::vector{row.name});
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
  }
  return paper;
}

}  // namespace sightline::figure
