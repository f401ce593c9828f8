// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Organisations and the forms they were seen in. Part of the public record:
// whoever is signed in may see them all.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/sql/database.h"

namespace sightline::people::organisations {

std::optional<Organisation> find(sql::Reader& reader, OrganisationId id);
std::optional<Organisation> find_by_key(sql::Reader& reader, std::string_view key);

/// Every organisation, unless narrowed.
struct Wanted {
  std::optional<OrganisationKind> kind = {};
  std::string_view name = {};  ///< A part of the name, as platform/sql/containing.h says.
};
std::int64_t count(sql::Reader& reader, const Wanted& wanted);
/// In order of name.
std::vector<Organisation> list(sql::Reader& reader, const Wanted& wanted, std::int64_t offset, int limit);

OrganisationId insert(sql::Transaction& work, const OrganisationDetails& details);

/// In order of the day seen.
std::vector<OrganisationForm> forms(sql::Reader& reader, OrganisationId id);
void insert_form(sql::Transaction& work, OrganisationId id, const OrganisationForm& form);

/// Every statement of this store.
std::span<const sql::Query> queries();

}  // namespace sightline::people::organisations
