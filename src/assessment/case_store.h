// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Samples and cases in the database. Whoever may not see a case does not get it
// from here: every question takes the actor, or what they may, and excludes in the
// query.

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

/// By name; none unless the viewer sees the cases. A command, which has asked already, gives no viewer.
std::vector<DrawnSample> samples_of(sql::Reader& reader, std::optional<PersonId> viewer,
                                    InspectionId inspection);
SampleId insert_sample(sql::Transaction& work, InspectionId inspection, const SampleDetails& details,
                       std::optional<PersonId> by, Timestamp now);

std::set<std::string> numbers_taken(sql::Reader& reader, InspectionId inspection);
CaseId insert_case(sql::Transaction& work, const Case& added);
/// Becomes who has the case; who had it before stays recorded.
void assign(sql::Transaction& work, CaseId id, std::optional<PersonId> to, std::optional<PersonId> by,
            Timestamp now);
/// The latest first. Does not ask who wants to know: case_view() does.
std::vector<Assignment> assignments_of(sql::Reader& reader, CaseId id);

/// The case `number` of the inspection, if whoever has these permissions in it may see it: with SeeCases, or
/// with AuditOwnCases when the body chose it.
std::optional<Case> visible_case(sql::Reader& reader, InspectionId inspection, people::Permissions held,
                                 std::string_view number);

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
