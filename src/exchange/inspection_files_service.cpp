// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// inspections.csv.

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "exchange/record_cells_service.h"
#include "exchange/record_files_service.h"

namespace sightline::exchange {

namespace {

using inspection::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 5> kKinds{{
    {"national child protection inspection", Kind::ChildProtectionInspection},
    {"post-inspection review", Kind::PostInspectionReview},
    {"re-inspection", Kind::ReInspection},
    {"quarterly update", Kind::QuarterlyUpdate},
    {"joint targeted area inspection", Kind::JointTargetedAreaInspection},
}};

constexpr std::array<std::string_view, 4> kQuarters{"quarter 1", "quarter 2", "quarter 3", "quarter 4"};

Result<Kind> kind_in(const csv::Row& row) {
  SIGHTLINE_TRY(const std::string text, required_text(row, "kind"));
  std::vector<std::string_view> known;
  for (const auto& [words, kind] : kKinds) {
    if (words == text) return kind;
    known.push_back(words);
  }
  return row.refuse("kind", "\"" + text + "\" is not known here; write " + choices(known));
}

Result<std::optional<std::string>> part_in(const csv::Row& row, Kind kind) {
  if (kind != Kind::QuarterlyUpdate) {
    if (auto refusal = refuse_filled(row, "part", "unless this is a quarterly update")) return *refusal;
    return std::optional<std::string>();
  }
  if (std::find(kQuarters.begin(), kQuarters.end(), row["part"]) == kQuarters.end())
    return row.refuse("part", "a quarterly update is of quarter 1, quarter 2, quarter 3 or quarter 4");
  return std::optional(row["part"]);
}

Result<std::optional<inspection::Fieldwork>> fieldwork_in(const csv::Row& row) {
  SIGHTLINE_TRY(const std::optional<Period> when, period(row, "fieldwork"));
  SIGHTLINE_TRY(const auto sense, optional_word<inspection::Sense>(row, "fieldwork_sense"));
  if (when.has_value() != sense.has_value())
    return row.refuse("fieldwork_sense", "this is given exactly when the fieldwork is");
  if (!when) {
    if (auto refusal = refuse_filled(row, "fieldwork_as_reported", "where the fieldwork is unknown"))
      return *refusal;
    return std::optional<inspection::Fieldwork>();
  }
  return std::optional(inspection::Fieldwork{*when, *sense});
}

Result<inspection::Dates> dates_in(const csv::Row& row) {
  inspection::Dates dates;
  SIGHTLINE_TRY(dates.fieldwork, fieldwork_in(row));
  SIGHTLINE_TRY(dates.report, partial_date(row, "report_date"));
  SIGHTLINE_TRY(dates.web, partial_date(row, "web_date"));
  if (!inspection::checked(dates))
    return row.refuse("report_date", "the report cannot be earlier than the end of the fieldwork");
  return dates;
}

Result<InspectionFacts> inspection_in(const csv::Row& row) {
  InspectionFacts facts{.key = {},
                        .kind = Kind::ChildProtectionInspection,
                        .body = {},
                        .body_type = BodyType::Force,
                        .theme = {},
                        .dates = {},
                        .record = {}};
  SIGHTLINE_TRY(facts.key, key(row, "key"));
  SIGHTLINE_TRY(facts.kind, kind_in(row));
  SIGHTLINE_TRY(facts.body, required_text(row, "body"));
  SIGHTLINE_TRY(facts.body_type, required_word<BodyType>(row, "body_kind"));
  const bool is_joint = facts.kind == Kind::JointTargetedAreaInspection;
  if (is_joint != (facts.body_type == BodyType::Area))
    return row.refuse(
        "body_kind", is_joint ? "a joint inspection is of an area" : "only a joint inspection is of an area");
  if (!is_joint)
    if (auto refusal = refuse_filled(row, "theme", "unless this is a joint inspection")) return *refusal;
  facts.theme = optional_text(row, "theme");
  SIGHTLINE_TRY(facts.dates, dates_in(row));
  SIGHTLINE_TRY(facts.record.part, part_in(row, facts.kind));
  facts.record.fieldwork_as_reported = optional_text(row, "fieldwork_as_reported");
  SIGHTLINE_TRY(facts.record.counted_in_64, required_word<inspection::Counted>(row, "counted_in_64"));
  SIGHTLINE_TRY(facts.record.recommendations, count(row, "recommendations"));
  SIGHTLINE_TRY(facts.record.source, source(row));
  SIGHTLINE_TRY(facts.record.further_source, address(row, "further_source"));
  facts.record.note = row["note"];
  return facts;
}

template <class Facts>
std::set<std::string> names_of(const std::vector<Facts>& all) {
  std::set<std::string> names;
  for (const Facts& facts : all) names.insert(facts.name);
  return names;
}

}  // namespace

Result<std::vector<InspectionFacts>> read_inspections(const Folder& folder,
                                                      const std::vector<ForceFacts>& forces,
                                                      const std::vector<AreaFacts>& areas) {
  SIGHTLINE_TRY(const std::vector<csv::Row> rows,
                read_rows(folder / "inspections.csv",
                          {"key", "kind", "body", "body_kind", "part", "fieldwork", "fieldwork_sense",
                           "fieldwork_as_reported", "report_date", "web_date", "theme", "counted_in_64",
                           "recommendations", "source", "source_type", "further_source", "note"}));
  const std::set<std::string> force_names = names_of(forces), area_names = names_of(areas);
  std::vector<InspectionFacts> inspections;
  std::set<std::string> taken;
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(InspectionFacts facts, inspection_in(row));
    if (!taken.insert(facts.key).second)
      return row.refuse("key", "\"" + facts.key + "\" stands in the file already");
    if (facts.body_type == BodyType::Force && !force_names.contains(facts.body))
      return row.refuse("body", "\"" + facts.body + "\" is no force of forces.csv");
    if (facts.body_type == BodyType::Area && !area_names.contains(facts.body))
      return row.refuse("body", "\"" + facts.body + "\" is no area of area_to_force.csv");
    inspections.push_back(std::move(facts));
  }
  return inspections;
}

}  // namespace sightline::exchange
