// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a dashboard asks of the database: whose cases the asker may see now, and what
// things are called. This store writes no table.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "insight/index.h"
#include "people/people.h"
#include "platform/sql/database.h"

namespace sightline::insight::dashboards {

/// The inspections of a programme whose cases the actor may see.
Visible visible(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme);

template <class Identity>
struct Named {
  Identity id;
  std::string key;
  std::string name;
};

/// The bodies that a programme inspects, in order of name.
std::vector<Named<OrganisationId>> bodies(sql::Reader& reader, ProgrammeId programme);
/// The inspections of one body in a programme, in order of title.
std::vector<Named<InspectionId>> inspections_of(sql::Reader& reader, ProgrammeId programme,
                                                OrganisationId body);

std::span<const sql::Query> queries();

}  // namespace sightline::insight::dashboards
