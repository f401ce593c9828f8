// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The table of team members. A membership is inserted and, once, ended; nothing
// deletes one.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inspection/inspection.h"
#include "platform/sql/database.h"

namespace sightline::inspection::team_store {

MembershipId insert_member(sql::Transaction& work, InspectionId id, people::PersonId person, TeamRole role,
                           Timestamp now);
void end_membership(sql::Transaction& work, MembershipId id, Timestamp now);
/// Of everybody on that team now.
void end_memberships(sql::Transaction& work, InspectionId id, Timestamp now);
std::optional<InspectionId> inspection_of(sql::Reader& reader, MembershipId id);
/// Those on the team now first, lead inspectors before inspectors, then in order of name.
/// Nobody when the viewer may not see the inspection; a command, which has asked already, gives none.
std::vector<Member> members(sql::Reader& reader, std::optional<people::PersonId> viewer, InspectionId id);

/// The person's name; nothing when there is no such person or the account is closed.
std::optional<std::string> name_of_open_account(sql::Reader& reader, people::PersonId person);
/// Whether the person holds a role for that body.
bool works_for(sql::Reader& reader, people::PersonId person, people::OrganisationId body);
// Candidates: open accounts that are not on the team, not barred from the body, hold no role for it and do
// not run the system: those whom AssignMember takes.

/// Those whose name contains `name` (platform/sql/containing.h).
std::int64_t candidate_count(sql::Reader& reader, const Inspection& inspection, std::string_view name);
/// The same, in order of name.
std::vector<Candidate> candidates(sql::Reader& reader, const Inspection& inspection, std::string_view name,
                                  std::int64_t offset, int limit);
/// Nothing when the person is none.
std::optional<Candidate> candidate(sql::Reader& reader, const Inspection& inspection,
                                   people::PersonId person);

std::span<const sql::Query> queries();

}  // namespace sightline::inspection::team_store
