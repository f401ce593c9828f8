// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Findings, their revisions and what they rest on, in the database. What the actor may
// not see is not given: every question excludes it in the query.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/assessment.h"
#include "base/page.h"
#include "evidence/evidence.h"
#include "finding/finding.h"
#include "finding/support.h"
#include "platform/sql/database.h"

namespace sightline::finding {

/// The finding `number` of an inspection: any to whoever writes or agrees findings there, an agreed one to
/// whoever sees findings there.
std::optional<Finding> visible_finding(sql::Reader& reader, const people::Actor& actor,
                                       std::string_view inspection_key, int number);

/// Those of one inspection that the actor may see, by number.
Page<FindingLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                                std::int64_t page_number);

/// What a finding rests on, as far as the actor may see it: extracts in the order of their documents, then
/// cases by number.
Page<SupportLine> support_of(sql::Reader& reader, const people::Actor& actor, FindingId id,
                             std::int64_t page_number);

/// The extracts of the finding's inspection that it does not rest on, in the order of their documents. None
/// to whoever may not see its evidence.
Page<ExtractLine> extracts_beside(sql::Reader& reader, const people::Actor& actor, const Finding& finding,
                                  std::int64_t page_number);

/// Whether the extract lies in that inspection, and the actor may see it.
bool sees_extract(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                  evidence::ExtractId extract);
/// The case of that number, if the actor may see it.
std::optional<assessment::CaseId> case_numbered(sql::Reader& reader, const people::Actor& actor,
                                                InspectionId inspection, std::string_view number);

bool rests_on(sql::Reader& reader, FindingId id, evidence::ExtractId extract);
bool rests_on(sql::Reader& reader, FindingId id, assessment::CaseId subject);

/// How a revision came to be.
struct RevisionStep {
  Action action;
  std::optional<PersonId> person;
  Timestamp recorded_at;
  std::optional<std::string> reason = {};
};

/// The number that the next finding of an inspection is given.
int next_number(sql::Reader& reader, InspectionId inspection);
/// Begins a finding at revision 1.
FindingId insert_finding(sql::Transaction& work, const Finding& finding, const RevisionStep& how);
/// Records the revision that `finding` now stands at.
void insert_revision(sql::Transaction& work, const Finding& finding, const RevisionStep& how);
/// From the revision that `finding` now stands at. REQUIRES: that revision is recorded, and it does not rest
/// on it already.
void add_support(sql::Transaction& work, const Finding& finding, evidence::ExtractId extract);
void add_support(sql::Transaction& work, const Finding& finding, assessment::CaseId subject);
/// Likewise; that it rested on it stays on record. REQUIRES: it rests on it.
void end_support(sql::Transaction& work, const Finding& finding, evidence::ExtractId extract);
void end_support(sql::Transaction& work, const Finding& finding, assessment::CaseId subject);

/// Newest first, at most `limit` after the newest `offset`. Does not ask who wants to know: the service does.
std::vector<RevisionLine> history_of(sql::Reader& reader, FindingId id, std::int64_t offset, int limit);

std::span<const sql::Query> queries();

}  // namespace sightline::finding
