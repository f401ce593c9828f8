// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// published_totals.csv. Its columns name grades; a scale says which of them exist.

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "exchange/record_cells_service.h"
#include "exchange/record_files_service.h"

namespace sightline::exchange {

namespace {

using assessment::PublishedTotal;

constexpr std::array<std::string_view, 4> kGradeColumns{"good", "adequate", "requires_improvement",
                                                        "inadequate"};
constexpr std::string_view kNotOnScale = "n/a";
constexpr std::string_view kTogether = "requires_improvement_or_inadequate";

std::string column_of(std::string_view label) {
  std::string column = slug(label);
  std::replace(column.begin(), column.end(), '-', '_');
  return column;
}

/// What the record knows when a total is read.
struct Known {
  std::set<std::string> forces;
  std::vector<InspectionFacts> inspections;
  std::vector<programme::Scale> scales;
};

Result<programme::Scale> scale_in(const csv::Row& row, const Known& known) {
  SIGHTLINE_TRY(const std::string wanted, required_text(row, "scale"));
  for (const programme::Scale& scale : known.scales)
    if (scale.key == wanted) return scale;
  return row.refuse("scale", "no framework that was given has the scale \"" + wanted + "\"");
}

/// Worst first, as the scale lists its grades.
Result<std::vector<std::optional<int>>> counts_in(const csv::Row& row, const programme::Scale& scale) {
  for (const std::string_view column : kGradeColumns) {
    const bool is_on_scale =
        std::any_of(scale.labels.begin(), scale.labels.end(),
                    [&](const std::string& label) { return column_of(label) == column; });
    if (is_on_scale == (row[column] == kNotOnScale))
      return row.refuse(
          column, is_on_scale ? "the scale has this grade; write a count, or nothing where it is unknown"
                              : "the scale has no such grade; write n/a");
  }
  std::vector<std::optional<int>> counts;
  for (const std::string& label : scale.labels) {
    const std::string column = column_of(label);
    if (std::find(kGradeColumns.begin(), kGradeColumns.end(), column) == kGradeColumns.end())
      return row.refuse("scale", "this file has no column for the grade \"" + label + "\" of the scale");
    SIGHTLINE_TRY(const std::optional<int> number, count(row, column));
    counts.push_back(number);
  }
  return counts;
}

Result<std::optional<int>> together_in(const csv::Row& row, const programme::Scale& scale) {
  SIGHTLINE_TRY(const std::optional<int> together, count(row, kTogether));
  const bool fits = scale.labels.size() > 1 && column_of(scale.labels[0]) == "inadequate" &&
                    column_of(scale.labels[1]) == "requires_improvement";
  if (together && !fits) return row.refuse(kTogether, "these are not the two lowest grades of the scale");
  return together;
}

Result<std::optional<std::string>> inspection_in(const csv::Row& row, const Known& known) {
  const std::string& wanted = row["inspection"];
  if (wanted.empty()) {
    if (row["period"].empty())
      return row.refuse("period", "this is given exactly when the inspection is not");
    if (known.forces.contains(row["body"]))
      return row.refuse("inspection", "a total of one force names its inspection");
    return std::optional<std::string>();
  }
  if (!row["period"].empty()) return row.refuse("period", "this is given exactly when the inspection is not");
  for (const InspectionFacts& facts : known.inspections) {
    if (facts.key != wanted) continue;
    if (facts.body != row["body"] || facts.body_type != BodyType::Force)
      return row.refuse("body", "the inspection \"" + wanted + "\" is of " + facts.body);
    return std::optional(wanted);
  }
  return row.refuse("inspection", "\"" + wanted + "\" is no inspection of inspections.csv");
}

Result<std::optional<int>> percent_in(const csv::Row& row) {
  SIGHTLINE_TRY(const std::optional<int> percent, count(row, "good_percent"));
  if (percent && *percent > 100) return row.refuse("good_percent", "a percentage is 100 at the most");
  return percent;
}

Result<TotalFacts> total_in(const csv::Row& row, const Known& known) {
  SIGHTLINE_TRY(const std::string total_key, key(row, "key"));
  SIGHTLINE_TRY(const std::string body, required_text(row, "body"));
  SIGHTLINE_TRY(const auto held_in, inspection_in(row, known));
  SIGHTLINE_TRY(const auto held, period(row, "period"));
  SIGHTLINE_TRY(const programme::Scale scale, scale_in(row, known));
  SIGHTLINE_TRY(const auto assessor, required_word<assessment::PublishedAssessor>(row, "assessor"));
  SIGHTLINE_TRY(const auto sample, optional_word<assessment::PublishedSample>(row, "sample"));
  SIGHTLINE_TRY(const std::string case_kind, required_text(row, "case_type"));
  SIGHTLINE_TRY(const auto counts, counts_in(row, scale));
  SIGHTLINE_TRY(const auto together, together_in(row, scale));
  SIGHTLINE_TRY(const auto total, count(row, "total"));
  if (total)
    if (auto refusal = refuse_filled(row, "total_as_reported", "where the total is exact")) return *refusal;
  SIGHTLINE_TRY(const auto percent, percent_in(row));
  SIGHTLINE_TRY(const Source from, source(row));
  return TotalFacts{.inspection = held_in,
                    .published = {.key = total_key,
                                  .body_name = body,
                                  .body = {},
                                  .inspection = {},
                                  .period = held,
                                  .scale = scale,
                                  .assessor = assessor,
                                  .sample = sample,
                                  .case_kind = case_kind,
                                  .counts = counts,
                                  .worst_two_together = together,
                                  .total = total,
                                  .total_as_reported = row["total_as_reported"],
                                  .best_percent = percent,
                                  .source = from,
                                  .note = row["note"]}};
}

}  // namespace

Result<std::vector<TotalFacts>> read_totals(const Folder& folder, const std::vector<ForceFacts>& forces,
                                            const std::vector<InspectionFacts>& inspections,
                                            const std::vector<programme::Framework>& frameworks) {
  SIGHTLINE_TRY(
      const std::vector<csv::Row> rows,
      read_rows(folder / "published_totals.csv",
                {"key", "body", "inspection", "period", "scale", "assessor", "sample", "case_type", "good",
                 "adequate", "requires_improvement", "inadequate", "requires_improvement_or_inadequate",
                 "total", "total_as_reported", "good_percent", "source", "source_type", "note"}));
  Known known{.forces = {}, .inspections = inspections, .scales = {}};
  for (const ForceFacts& force : forces) known.forces.insert(force.name);
  for (const programme::Framework& framework : frameworks)
    if (framework.scale) known.scales.push_back(*framework.scale);
  std::vector<TotalFacts> totals;
  std::set<std::string> taken;
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(TotalFacts facts, total_in(row, known));
    if (!taken.insert(facts.published.key).second)
      return row.refuse("key", "\"" + facts.published.key + "\" stands in the file already");
    totals.push_back(std::move(facts));
  }
  return totals;
}

}  // namespace sightline::exchange
