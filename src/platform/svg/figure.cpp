// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A chart on a page: caption, drawing, table.

#include "platform/html/elements.h"
#include "platform/html/govuk_content.h"
#include "platform/html/scrolling_table.h"
#include "platform/svg/chart.h"

namespace sightline::svg {
namespace {

using namespace html;

/// Scrolls by itself when it is wider than the screen, from the keyboard too.
Html scrolling_drawing(std::string_view caption, const Html& drawing) {
  return div({class_("app-chart__scroll"), role_("region"),
              aria_("label", std::string("Chart: ").append(caption)), attribute_("tabindex", 0)},
             drawing);
}

Html table_of(const Chart& chart, std::string_view caption) {
  govuk::Table table{.caption = std::string(caption).append(": the figures"),
                     .caption_classes = "govuk-table__caption--s",
                     .first_cell_is_header = true,
                     .classes = "app-table-of-chart"};
  for (const auto& head : chart.head) table.head.push_back({.text = head});
  for (const auto& row : chart.rows) {
    auto& cells = table.rows.emplace_back();
    for (const auto& cell : row) cells.push_back({.text = cell});
  }
  return scrolling_table(table);
}

}  // namespace

Html figure_with_table(const Chart& chart, std::string_view caption, TablePlace place) {
  const Html table = table_of(chart, caption);
  return fragment(
      figure({class_("app-chart")}, figcaption({}, caption), scrolling_drawing(caption, chart.drawing)),
      place == TablePlace::Below ? table
                                 : govuk::details({.summary = "Show the figures as a table", .text = table}));
}

}  // namespace sightline::svg
