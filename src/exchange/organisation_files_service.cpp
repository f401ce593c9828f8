// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// forces.csv and area_to_force.csv.

#include <set>

#include "base/text.h"
#include "exchange/record_cells_service.h"
#include "exchange/record_files_service.h"

namespace sightline::exchange {

namespace {

Result<BodyThen> body_then(const csv::Row& row, const std::string& month) {
  const std::string kind_column = "body_kind_" + month, name_column = "body_name_" + month;
  SIGHTLINE_TRY(const publication::BodyKind kind, required_word<publication::BodyKind>(row, kind_column));
  const bool has_name =
      kind == publication::BodyKind::Commissioner || kind == publication::BodyKind::FireCommissioner;
  if (has_name && row[name_column].empty())
    return row.refuse(name_column, "a commissioner has a name that follows from the kind; give it");
  if (!has_name && !row[name_column].empty())
    return row.refuse(name_column, "no name follows from this kind of body; leave this empty");
  return BodyThen{kind, optional_text(row, name_column)};
}

Result<ForceFacts> force_in(const csv::Row& row) {
  SIGHTLINE_TRY(std::string name, required_text(row, "force"));
  SIGHTLINE_TRY(std::string region, required_text(row, "region"));
  SIGHTLINE_TRY(std::string nation, required_text(row, "nation"));
  if (nation != "England" && nation != "Wales")
    return row.refuse("nation", "\"" + nation + "\" is not known here; write England or Wales");
  SIGHTLINE_TRY(BodyThen in_2020, body_then(row, "2020_02"));
  SIGHTLINE_TRY(BodyThen in_2024, body_then(row, "2024_06"));
  SIGHTLINE_TRY(Source from, source(row));
  return ForceFacts{name, region, nation, in_2020, in_2024, from};
}

}  // namespace

Result<std::vector<ForceFacts>> read_forces(const Folder& folder) {
  SIGHTLINE_TRY(
      const std::vector<csv::Row> rows,
      read_rows(folder / "forces.csv", {"force", "region", "nation", "body_kind_2020_02", "body_name_2020_02",
                                        "body_kind_2024_06", "body_name_2024_06", "source", "source_type"}));
  std::vector<ForceFacts> forces;
  std::set<std::string> taken;
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(ForceFacts force, force_in(row));
    if (!taken.insert(slug(force.name)).second)
      return row.refuse("force", "\"" + force.name + "\" stands in the file already");
    forces.push_back(std::move(force));
  }
  return forces;
}

Result<std::vector<AreaFacts>> read_areas(const Folder& folder, const std::vector<ForceFacts>& forces) {
  SIGHTLINE_TRY(const std::vector<csv::Row> rows,
                read_rows(folder / "area_to_force.csv", {"area", "force", "source", "source_type"}));
  std::vector<AreaFacts> areas;
  std::set<std::string> known, taken;
  for (const ForceFacts& force : forces) known.insert(force.name);
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(const std::string name, required_text(row, "area"));
    SIGHTLINE_TRY(const std::string force, required_text(row, "force"));
    SIGHTLINE_TRY(const Source from, source(row));
    if (!taken.insert(slug(name)).second)
      return row.refuse("area", "\"" + name + "\" stands in the file already");
    if (!known.contains(force)) return row.refuse("force", "\"" + force + "\" is no force of forces.csv");
    areas.push_back({name, force, from});
  }
  return areas;
}

}  // namespace sightline::exchange
