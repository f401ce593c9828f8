// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The inspections of a programme that a review or a re-inspection followed, with
// what inspectors graded in them. Reads only. An inspection is in it once its report
// was published.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.h"
#include "evaluation/before_and_after.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::evaluation::followed {

struct Body {
  people::OrganisationId id;
  std::string name;
};

/// In order of name: bodies of which the viewer may see two inspections, one following the other. They are
/// seen by whoever sees the cases of both or reads reports about both; nobody named: all.
Page<Body> bodies(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
                  programme::ProgrammeId programme, std::int64_t page_number, int page_size);

/// Whether the programme has an inspection whose cases the viewer sees, or about which they read reports.
bool concerns(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
              programme::ProgrammeId programme);

/// One inspection and the one it follows.
struct Pair {
  inspection::InspectionId earlier;
  inspection::InspectionId later;
};
/// Those of one body that the viewer may see, in order of the later one's fieldwork.
std::vector<Pair> pairs(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
                        programme::ProgrammeId programme, people::OrganisationId body);

/// What an inspection is, and which framework it used.
struct Head {
  GradedInspection inspection;  ///< Without its framework, kinds of case and areas.
  std::optional<programme::FrameworkVersionId> framework;
};
/// REQUIRES: the inspection is stored.
Head head(sql::Reader& reader, inspection::InspectionId id);

/// How many cases of each grade: agreed by inspectors, by area.
struct GradeCount {
  std::string area;
  programme::Grade grade;
  int cases;
};
std::vector<GradeCount> grades(sql::Reader& reader, inspection::InspectionId id);
/// Kinds of the cases that these count.
std::set<std::string> case_kinds(sql::Reader& reader, inspection::InspectionId id);

std::span<const sql::Query> queries();

}  // namespace sightline::evaluation::followed
