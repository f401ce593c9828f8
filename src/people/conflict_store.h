// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Declared conflicts of interest. Rows are inserted and ended, never deleted.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/sql/database.h"

namespace sightline::people::conflicts {

/// A declaration without its identity.
struct Declaration {
  PersonId person;
  OrganisationId organisation;
  std::string reason;
  Date first_day;
};

std::optional<ConflictOfInterest> find(sql::Reader& reader, ConflictId id);
/// One that has not ended.
std::optional<ConflictOfInterest> find_lasting(sql::Reader& reader, PersonId person,
                                               OrganisationId organisation);

std::int64_t count_of(sql::Reader& reader, PersonId person);
/// Newest first, those that have ended included.
std::vector<ConflictOfInterest> list_of(sql::Reader& reader, PersonId person, std::int64_t offset, int limit);

ConflictId insert(sql::Transaction& work, const Declaration& declaration, Timestamp now);
void end(sql::Transaction& work, ConflictId id, const std::string& reason, Timestamp now);

/// Every statement of this store.
std::span<const sql::Query> queries();

}  // namespace sightline::people::conflicts
