// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/scrolling_table.h"

#include <algorithm>

#include "platform/html/elements.h"

namespace sightline::html {

namespace {

/// For eyes alone: a screen reader tells the heading of every cell by itself.
Html heading_before(const Content& heading) {
  return when(!heading.empty(), [&] {
    return span({class_("app-cell-heading"), aria_("hidden", "true")}, heading, ": ");
  });
}

void put_headings_before(std::vector<govuk::Cell>& row, const govuk::Table& content) {
  for (std::size_t at = content.first_cell_is_header; at < std::min(row.size(), content.head.size()); ++at)
    row[at].text = fragment(heading_before(content.head[at].text), row[at].text);
}

}  // namespace

Html scrolling_row(const govuk::Table& content, std::vector<govuk::Cell> row) {
  put_headings_before(row, content);
  return govuk::table_row(row, content.first_cell_is_header);
}

Html scrolling_table(govuk::Table content) {
  content.classes = content.classes.empty() ? "app-stacked" : content.classes + " app-stacked";
  for (std::vector<govuk::Cell>& row : content.rows) put_headings_before(row, content);
  return div(
      {class_("app-scroll"), role_("region"), aria_("label", content.caption), attribute_("tabindex", 0)},
      govuk::table(content));
}

}  // namespace sightline::html
