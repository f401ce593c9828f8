// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Office: a database with a journal, a clock that stands still, and people to act,
// for the tests of this feature and of those that use it. Everybody in it is
// invented, and so is their password.

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>

#include "journal/journal_service.h"
#include "people/organisation_service.h"
#include "people/person_service.h"
#include "platform/clock/clock.h"
#include "platform/crypto/password.h"
#include "platform/sql/testing.h"

namespace sightline::people::testing {

inline constexpr const char* kPassword = "invented password";

struct Office {
  explicit Office(sql::Database& opened) : database(opened) {}

  /// Adds an invented organisation, a police force unless said otherwise.
  OrganisationId organisation(const std::string& key, OrganisationKind kind = OrganisationKind::PoliceForce) {
    return *journal.perform(the_operator(), AddOrganisation{{.key = key,
                                                             .name = "Organisation " + key,
                                                             .kind = kind,
                                                             .reality = Reality::Invented,
                                                             .source = "invented"}});
  }

  /// Adds an account with kPassword; the address is the name at example.org.
  Actor person(const std::string& name, std::initializer_list<Grant> grants = {}) {
    const AddPerson command{.details = {.name = name, .email = name + "@example.org"},
                            .password_hash = hasher.hash(kPassword)};
    const PersonId id = *journal.perform(the_operator(), command);
    for (const Grant& grant : grants)
      REQUIRE(journal.perform(the_operator(), GrantRole{.person = id, .grant = grant}));
    return actor(id);
  }

  /// The person as they may act now.
  Actor actor(PersonId id) {
    sql::Snapshot snapshot = journal.snapshot();
    return actor_named(snapshot, id).value();
  }

  sql::Database& database;
  clock::FixedClock clock{*Timestamp::from_iso("2026-11-23T09:30:00.000Z")};
  journal::Journal journal{database, clock};
  crypto::PasswordHasher hasher{crypto::kTestCost};
};

/// The same test in a fresh office on each engine.
inline void in_each_office(const std::function<void(Office&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    Office office(database);
    body(office);
  });
}

/// True when `result` is a refusal of that kind.
template <class T>
bool is_refused(const Result<T>& result, Refusal::Kind kind) {
  return !result && result.refusal().kind == kind;
}

/// True when `result` is refused as invalid because of that field.
template <class T>
bool is_refused_for(const Result<T>& result, const std::string& field) {
  return is_refused(result, Refusal::Kind::Invalid) &&
         std::ranges::any_of(result.refusal().fields,
                             [&](const FieldProblem& problem) { return problem.field == field; });
}

}  // namespace sightline::people::testing
