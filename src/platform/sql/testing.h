// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A database of its own for every test: fresh, migrated, gone afterwards, and the
// same test on both engines. Linked into tests only.
//
//   TEST_CASE("a case keeps every revision") {
//     sql::testing::on_each_engine([](sql::Database& database) { … });
//   }
//
// SQLite always runs. PostgreSQL runs when SIGHTLINE_TEST_POSTGRESQL holds the URI
// of a cluster that may be thrown away, with the right to create databases; with
// SIGHTLINE_REQUIRE_POSTGRESQL=1 a test fails where that is missing.

#pragma once

#include <functional>
#include <span>
#include <string>

#include "platform/sql/database.h"
#include "platform/sql/query.h"

namespace sightline::sql::testing {

/// Runs `body` with a fresh database of each engine. A failed check says on which.
void on_each_engine(const std::function<void(Database&)>& body);

/// The same, not opened: `body` gets the address. It must close what it opens.
void at_each_engine(const std::function<void(const std::string& address)>& body);

/// Fails the test for every one of `queries` that an engine does not understand, and for every name
/// that is used twice.
void check_queries(std::span<const Query> queries);

}  // namespace sightline::sql::testing
