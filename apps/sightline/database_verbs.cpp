// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline migrate

#include "platform/sql/migration.h"
#include "verb.h"

namespace sightline {

namespace {

Result<terminal::Answer> migrate(const std::string& address) {
  sql::Database database(address);
  const int ran = sql::migrate(database);
  const auto known = static_cast<int>(sql::migrations().size());
  return terminal::Answer{.words = std::to_string(ran) + " migrations ran; the database is up to date.",
                          .object = {{"ran", ran}, {"migration", known}}};
}

}  // namespace

void add_database_verbs(Command program, Chosen& chosen) {
  Command command = program.verb("migrate", "Make a database, or bring it up to date");
  const auto address = database_option(command);
  on(command, chosen, [address] { return migrate(*address); });
}

}  // namespace sightline
