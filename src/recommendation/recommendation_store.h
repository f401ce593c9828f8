// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The register of recommendations in the database. What the actor may not see is not
// given: every question that takes an actor excludes it in the query.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "platform/sql/database.h"
#include "recommendation/recommendation.h"
#include "recommendation/register.h"

namespace sightline::recommendation {

/// One recommendation. Any to whoever writes or agrees findings where it was made (everywhere, for one of the
/// whole programme), a settled one to whoever sees findings there.
std::optional<Recommendation> visible_recommendation(sql::Reader& reader, const people::Actor& actor,
                                                     ProgrammeId programme, int number);
/// Asks for nobody: for commands that have asked already.
std::optional<Recommendation> recommendation_by_id(sql::Reader& reader, RecommendationId id);

/// Those that the actor may see, by number.
Page<RegisterLine> register_of(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme,
                               const RegisterFilter& filter, std::int64_t page_number);

/// In order of name.
std::vector<Addressee> addressees_of(sql::Reader& reader, RecommendationId id);

/// Whether a recommendation rests on a finding.
enum class Resting { On, Beside };

/// The findings it rests on, or the others of its programme that it could: as far as the actor may see them,
/// agreed ones first.
Page<FindingLine> findings_of(sql::Reader& reader, const people::Actor& actor,
                              const Recommendation& recommendation, Resting resting,
                              std::int64_t page_number);

bool rests_on(sql::Reader& reader, RecommendationId id, finding::FindingId finding);

/// How a revision came to be.
struct RevisionStep {
  Action action;
  std::optional<PersonId> person;
  Timestamp recorded_at;
  std::optional<std::string> reason = {};
};

/// The number that the next recommendation of a programme is given.
int next_number(sql::Reader& reader, ProgrammeId programme);
/// Begins a recommendation at revision 1, without addressees or findings.
RecommendationId insert_recommendation(sql::Transaction& work, const Recommendation& recommendation,
                                       const RevisionStep& how);
/// Records the revision that it now stands at.
void insert_revision(sql::Transaction& work, const Recommendation& recommendation, const RevisionStep& how);

// From the revision that it now stands at, which is recorded. REQUIRES: it is so not yet, or so till now.
void add_addressee(sql::Transaction& work, const Recommendation& recommendation, OrganisationId addressee);
void end_addressee(sql::Transaction& work, const Recommendation& recommendation, OrganisationId addressee);
void add_finding(sql::Transaction& work, const Recommendation& recommendation, finding::FindingId finding);
void end_finding(sql::Transaction& work, const Recommendation& recommendation, finding::FindingId finding);

void insert_clock(sql::Transaction& work, RecommendationId id, const Clock& clock);

/// Newest first, at most `limit` after the newest `offset`. Does not ask who wants to know: the service does.
std::vector<RevisionLine> history_of(sql::Reader& reader, RecommendationId id, std::int64_t offset,
                                     int limit);

std::span<const sql::Query> queries();

}  // namespace sightline::recommendation
