// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Migrations: one linear, forward-only history, one SQL text for both engines.
//
// The files db/migrations/NNNN_name.sql are compiled into the program. Each opens
// with a comment that says why. One word differs between the engines and is
// replaced before a migration runs:
//   identity_key   the primary key of a table whose keys the database gives out
// Nothing else is rewritten.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/sql/database.h"

namespace sightline::sql {

struct Migration {
  int number;             ///< 1, 2, 3 … without gaps.
  std::string_view name;  ///< The file's name without number and ending.
  std::string_view text;
};

/// Every migration compiled into this program, in order.
std::span<const Migration> migrations();

/// Brings the database to the newest of `history`, each in its own durable unit; returns how many ran.
/// Several programs may do so at once. Throws Error when the database was made by a newer program, or
/// when a migration that already ran has since been altered.
int migrate(Database& database, std::span<const Migration> history = migrations());

/// How many of `history` have not run yet; changes nothing. Throws as migrate() does.
int waiting(Database& database, std::span<const Migration> history = migrations());

/// The schema as SQL text: each table in order of name, then its indexes. REQUIRES: the engine is SQLite.
std::string schema_text(Database& database);

}  // namespace sightline::sql
