// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/shown.h"

#include <numeric>

namespace sightline::figure {

namespace {

constexpr const char* kRounded =
    "Counts of cases are rounded to the nearest 5; percentages are of the counts before rounding.";
constexpr const char* kRoundedTable =
    "Counts of cases are rounded to the nearest 5, each by itself, so rows need not add up.";

std::string heading_of_counts(Unit unit) {
  switch (unit) {
    case Unit::People:
      return "Cases";
    case Unit::Organisations:
      return "Bodies";
    case Unit::Records:
      return "Count";
  }
  return "Count";
}

/// The one line of a share's own table, and its bar.
void add_share(Shown& shown, const ShownShare& share, Unit unit, const FigureDetails& details) {
  ShownTable table{.columns = {"What is counted", heading_of_counts(unit), "Of"}, .rows = {}};
  ShownTable::Row row{details.title, {share.part.text, share.whole.text}};
  if (share.percentage) {
    table.columns.push_back("Share");
    row.cells.push_back(*share.percentage);
  }
  if (share.interval) {
    table.columns.push_back("95% interval");
    row.cells.push_back(*share.interval);
  }
  table.rows.push_back(std::move(row));
  shown.table = std::move(table);
}

Shown of_number(const Number& number, Unit unit, const FigureDetails& details, Policy policy) {
  Shown shown{.text = {}, .parts = {}, .table = {}, .bar = {}, .stack = {}};
  const ShownCount count = shown_count(number.count, unit, policy);
  shown.text = count.text;
  shown.parts["count"] = count.text;
  if (!number.of) return shown;
  shown.parts["of"] = shown_count(*number.of, unit, policy).text;
  if (*number.of == 0) {
    shown.text = "0 of 0";
    return shown;
  }
  const Share counted(number.count, *number.of);
  const ShownShare share = shown_share(counted, unit, policy);
  shown.text = share.text;
  if (share.percentage) shown.parts["share"] = *share.percentage;
  if (share.interval) {
    const Interval interval = wilson_interval(counted);
    shown.parts["interval"] = *share.interval;
    shown.bar = ShownBar{.label = details.title,
                         .words = share.part.text + " of " + share.whole.text + ", " + *share.percentage +
                                  " (" + *share.interval + ")",
                         .percent = whole_percent(counted.proportion()),
                         .low = whole_percent(interval.low),
                         .high = whole_percent(interval.high)};
  }
  add_share(shown, share, unit, details);
  return shown;
}

/// Rows of people who were all graded add up to a whole of their own.
Shown of_table(const Table& table, Unit unit, const FigureDetails& details, Policy policy) {
  const bool has_totals = unit == Unit::People;
  Shown shown{
      .text = details.title, .parts = {}, .table = ShownTable{table.columns, {}}, .bar = {}, .stack = {}};
  if (has_totals) shown.table->columns.push_back("All graded");
  for (const Table::Row& row : table.rows) {
    ShownTable::Row cells{row.name, {}};
    for (const int count : row.counts) cells.cells.push_back(shown_count(count, unit, policy).text);
    if (has_totals)
      cells.cells.push_back(
          shown_count(std::accumulate(row.counts.begin(), row.counts.end(), 0), unit, policy).text);
    shown.table->rows.push_back(std::move(cells));
  }
  if (!std::holds_alternative<GradesByArea>(details.definition.measure)) return shown;
  shown.stack = ShownStack{{table.columns.begin() + 1, table.columns.end()}, {}};
  for (const Table::Row& row : table.rows) {
    ShownStack::Row parts{row.name, {}, {}};
    for (const int count : row.counts) {
      const ShownCount each = shown_count(count, unit, policy);
      parts.words.push_back(each.text);
      parts.counts.push_back(each.number.value_or(0));
    }
    shown.stack->rows.push_back(std::move(parts));
  }
  return shown;
}

}  // namespace

Shown shown(const Value& value, const FigureDetails& details, Policy policy) {
  const auto* number = std::get_if<Number>(&value.content);
  Shown shown = number != nullptr ? of_number(*number, value.unit, details, policy)
                                  : of_table(std::get<Table>(value.content), value.unit, details, policy);
  if (policy == Policy::RoundedToFive && value.unit == Unit::People)
    shown.note = number != nullptr ? kRounded : kRoundedTable;
  return shown;
}

std::optional<std::string> refuse_use(const Shown& shown, markdown::FigureUse::Form form,
                                      std::string_view part) {
  const bool is_table = shown.parts.empty();
  if (form == markdown::FigureUse::Form::Block) {
    if (!shown.table) return "This figure is a single count: name it within a sentence instead.";
    return std::nullopt;
  }
  if (is_table)
    return "This figure is a table and cannot stand within a sentence: set it as a block of its own.";
  if (part.empty() || shown.parts.contains(std::string(part))) return std::nullopt;
  const bool has_whole = shown.parts.contains("of");
  if (has_whole && (part == "share" || part == "interval")) {
    if (part == "interval" && shown.parts.contains("share"))
      return "This figure has no interval: only shares of cases have one.";
    return "The " + std::string(part) +
           " of this figure may not be shown: it would tell a count of fewer than 5 people. Name the whole "
           "figure "
           "instead.";
  }
  return "This figure has no part “" + std::string(part) + "”: it is a count and not a share.";
}

}  // namespace sightline::figure
