// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tables of inspections, their dates and stages, and the view that says who may
// do what in one. Rows are inserted and read; nothing updates or deletes one.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "inspection/inspection.h"
#include "platform/sql/database.h"

namespace sightline::inspection {

/// What an inspection is; dates and stage are recorded beside it.
struct InspectionFacts {
  std::string key;
  programme::ProgrammeId programme;
  Kind kind;
  people::OrganisationId body;
  std::string title;
  Origin origin;
  people::Reality reality;
  std::optional<programme::FrameworkVersionId> framework;
  std::optional<InspectionId> follows;
  std::optional<std::string> theme;
  Record record;
};

InspectionId insert_inspection(sql::Transaction& work, const InspectionFacts& facts);
/// Becomes the state of the dates that holds now. REQUIRES: no such revision is stored.
void insert_dates(sql::Transaction& work, InspectionId id, int revision, const Dates& dates, Timestamp now);
/// Becomes the stage at which the inspection is now.
void insert_stage(sql::Transaction& work, InspectionId id, Stage stage,
                  const std::optional<std::string>& reason, Timestamp now);

/// The dates in a row of inspection_now.
Dates dates_of(const sql::Row& row);
std::optional<Inspection> inspection_by_id(sql::Reader& reader, InspectionId id);
std::optional<Inspection> inspection_by_key(sql::Reader& reader, std::string_view key);
std::optional<InspectionId> id_of(sql::Reader& reader, std::string_view key);

void insert_area_force(sql::Transaction& work, people::OrganisationId area, people::OrganisationId force,
                       const Source& source);
std::vector<people::OrganisationId> forces_policing(sql::Reader& reader, people::OrganisationId area);

/// By a conflict of interest (Handbook §2.12, §2.16).
bool is_barred(sql::Reader& reader, people::PersonId person, people::OrganisationId body);
/// What the view inspection_permission says of this person and this inspection.
people::Permissions permissions_of(sql::Reader& reader, people::PersonId person, InspectionId id);

std::span<const sql::Query> queries();

}  // namespace sightline::inspection
