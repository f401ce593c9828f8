// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Conflicts of interest: declared by the person, ended only by somebody else.
// Handbook §2.12-2.15.

#pragma once

#include <optional>
#include <string>

#include "base/page.h"
#include "journal/journal_service.h"
#include "people/people.h"

namespace sightline::people {

/// By anybody signed in, about themselves. From then on nothing of that organisation's inspections
/// is seen. Refused: NotPermitted for the operator, who is nobody; NotFound; Invalid for a missing
/// reason or a first day in the future; WrongState when one is declared already.
struct DeclareConflict {
  static constexpr journal::Command kCommand{"people.declare-conflict", "declared the conflict of interest"};
  OrganisationId organisation;
  std::string reason;
  Date first_day;
};
Result<ConflictId> decide(journal::Work& work, const Actor& actor, const DeclareConflict& command);

/// Refused: NotPermitted, also for the own one (Handbook §2.14); NotFound; Invalid without a reason;
/// WrongState when it has ended already.
struct EndConflict {
  static constexpr journal::Command kCommand{"people.end-conflict", "ended the conflict of interest"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  ConflictId conflict;
  std::string reason;
};
Result<ConflictId> decide(journal::Work& work, const Actor& actor, const EndConflict& command);

/// The actor's own, newest first, those that have ended included.
Page<ConflictOfInterest> own_conflicts(sql::Reader& reader, const Actor& actor, std::int64_t page_number,
                                       int page_size = 50);
/// Somebody's, newest first. Empty as well when `actor` may not see that account.
Page<ConflictOfInterest> conflicts_of(sql::Reader& reader, const Actor& actor, PersonId person,
                                      std::int64_t page_number, int page_size = 50);

/// Whether a conflict lasts, and nothing more about it: what whoever assigns a team needs to know.
/// Handbook §2.15.
bool has_conflict(sql::Reader& reader, PersonId person, OrganisationId organisation);

}  // namespace sightline::people
