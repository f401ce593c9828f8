// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A named SQL statement. Stores keep each one as a constant directly above the
// one function that runs it.
//
// The text is the common subset of SQLite 3.40 and PostgreSQL 15: lower case,
// parameters as $name, optional filters as
//   (cast($region as text) is null or region = $region)
//
// Every store lists its queries, for the test that compiles each on both engines
// (platform/sql/testing.h):
//   /// Every statement of this store.
//   std::span<const sql::Query> queries();

#pragma once

#include <string_view>

namespace sightline::sql {

struct Query {
  std::string_view name;  ///< feature.what_it_gives: unique; names the prepared statement, and errors.
  std::string_view text;
};

}  // namespace sightline::sql
