// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Assessments, their revisions and what was set aside, in the database. Rows of
// revisions and judgements are inserted, never updated and never deleted.
//
// These functions do not ask who wants to know: assessment_service.cpp reads a
// case through case_store first, which does.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "platform/sql/database.h"

namespace sightline::assessment {

/// The current assessment of a case by one side, with its current judgements.
std::optional<Assessment> find_assessment(sql::Reader& reader, CaseId case_id, AssessorType by);

/// How a revision came to be.
struct RevisionStep {
  Action action;
  std::optional<PersonId> person;
  Timestamp recorded_at;
  std::optional<std::string> reason;
};

/// Begins an assessment at revision 1. REQUIRES: the case has none by that side.
AssessmentId insert_assessment(sql::Transaction& work, const Assessment& assessment, const RevisionStep& how);

/// Records the revision `assessment` now stands at, with only those judgements that changed.
void insert_revision(sql::Transaction& work, const Assessment& assessment, const RevisionStep& how,
                     const std::vector<Judgement>& changed);

/// Newest first, at most `limit` after the newest `offset`.
std::vector<RevisionLine> history_of(sql::Reader& reader, AssessmentId id, std::int64_t offset, int limit);

/// The newest step that returned or reopened it.
std::optional<RevisionLine> newest_return(sql::Reader& reader, AssessmentId id);

void insert_set_aside(sql::Transaction& work, AssessmentId id, int base_revision, int over_revision,
                      std::optional<PersonId> person, Timestamp at, const std::vector<Judgement>& judgements);

/// The newest text of `person` that lies set aside; nothing once they have recorded a revision since.
/// The text itself stays in the database.
std::optional<SetAside> newest_set_aside(sql::Reader& reader, AssessmentId id, PersonId person);

std::span<const sql::Query> queries();

}  // namespace sightline::assessment
