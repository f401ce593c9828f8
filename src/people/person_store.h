// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Accounts and the roles they hold. A person sees the own account; whoever
// manages people sees all: the two lists ask for the viewer and filter in SQL.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/sql/database.h"

namespace sightline::people::persons {

/// A person with what only signing in may look at.
struct Account {
  Person person;
  std::string password_hash;
};

std::optional<Account> find(sql::Reader& reader, PersonId id);
/// `email` in lower case, as stored.
std::optional<Account> find_by_email(sql::Reader& reader, std::string_view email);

/// The person, when `viewer` may see the account; the operator is nobody and may see all.
std::optional<Person> visible(sql::Reader& reader, std::optional<PersonId> viewer, PersonId id);
std::int64_t count_visible(sql::Reader& reader, std::optional<PersonId> viewer);
/// In order of name.
std::vector<Person> list_visible(sql::Reader& reader, std::optional<PersonId> viewer, std::int64_t offset,
                                 int limit);

PersonId insert(sql::Transaction& work, const PersonDetails& details, const std::string& password_hash);
void set_password_hash(sql::Transaction& work, PersonId id, const std::string& password_hash);
void disable(sql::Transaction& work, PersonId id);

/// Roles given and not ended, in the order in which they were given.
std::vector<HeldRole> roles_of(sql::Reader& reader, PersonId id);

/// The same and the places on teams, each as a role for the inspected body.
std::vector<Grant> grants_held(sql::Reader& reader, PersonId id);

/// A role that was given once, with whom it was given to; `ended_at` when it has ended.
struct GivenRole {
  HeldRole held;
  PersonId person;
  std::optional<Timestamp> ended_at;
};
std::optional<GivenRole> find_role(sql::Reader& reader, GrantId id);
GrantId insert_role(sql::Transaction& work, PersonId id, const Grant& grant, Timestamp now);
void end_role(sql::Transaction& work, GrantId id, Timestamp now);

/// What the table role_permission says, as "role permission", in order; for the test that holds it
/// equal to people/role.cpp.
std::vector<std::string> permissions_on_record(sql::Reader& reader);

/// Every statement of this store.
std::span<const sql::Query> queries();

}  // namespace sightline::people::persons
