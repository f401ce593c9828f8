// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Samples and cases in the database. Whoever may not see a case does not get it
// from here: every question takes the actor, and excludes in the query.

#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/case.h"
#include "base/page.h"
#include "platform/sql/database.h"

namespace sightline::assessment::cases {

std::vector<Sample> samples_of(sql::Reader& reader, InspectionId inspection);
SampleId insert_sample(sql::Transaction& work, InspectionId inspection, const SampleDetails& details);

std::set<std::string> numbers_taken(sql::Reader& reader, InspectionId inspection);
CaseId insert_case(sql::Transaction& work, const Case& added);
void update_assignee(sql::Transaction& work, CaseId id, std::optional<PersonId> assigned_to);

/// The case `number` of the inspection `inspection_key`, if the actor may see it: with SeeCases, or
/// with AuditOwnCases when the body chose it.
std::optional<Case> visible_case(sql::Reader& reader, const people::Actor& actor,
                                 std::string_view inspection_key, std::string_view number);

/// Cases of one inspection that the actor may see, by number.
Page<CaseLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                             AssessorType side, std::int64_t page_number);

/// Cases assigned to the actor, in inspections the actor may still assess in; unfinished first.
Page<CaseLine> assigned(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number);

/// Cases the actor may audit for the inspected body; unfinished first.
Page<CaseLine> chosen_by_own_body(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number);

/// Submitted assessments the actor may moderate, longest waiting first.
Page<CaseLine> waiting(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number);

std::span<const sql::Query> queries();

}  // namespace sightline::assessment::cases
