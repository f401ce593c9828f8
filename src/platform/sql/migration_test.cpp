// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Migrations run once, in order, and refuse a history that is not theirs.

#include "platform/sql/migration.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "platform/sql/testing.h"

using namespace sightline;

namespace {

/// Numbers far above the real history would leave a gap, so these tests use a database of their own tables
/// whose record of migrations is emptied first.
void forget_history(sql::Database& database) {
  database.write([](sql::Transaction& transaction) {
    transaction.script("delete from schema_migration");
    return sql::Verdict::Keep;
  });
}

constexpr sql::Migration kFirst{1, "notes", R"sql(-- Notes, for a test; with a semicolon.
create table note (id identity_key, text text not null);
insert into note (text) values ('one; two')
)sql"};
constexpr sql::Migration kSecond{2, "note_colour", R"sql(-- Notes get a colour.
alter table note add column colour text;
update note set colour = 'blue';
)sql"};

std::string refusal_of(sql::Database& database, std::span<const sql::Migration> history) {
  try {
    sql::migrate(database, history);
  } catch (const sql::Error& error) {
    return error.what();
  }
  return "not refused";
}

std::int64_t notes_in(sql::Database& database) {
  return database.snapshot()
      .read_one({"test.notes", "select count(*) as n from note"})
      ->get<std::int64_t>("n");
}

std::string contents(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("migrations run in order, and each only once") {
  sql::testing::on_each_engine([](sql::Database& database) {
    forget_history(database);
    CHECK(sql::migrate(database, std::array{kFirst}) == 1);
    CHECK(sql::migrate(database, std::array{kFirst, kSecond}) == 1);
    CHECK(sql::migrate(database, std::array{kFirst, kSecond}) == 0);
    const auto row = database.snapshot().read_one({"test.note", "select id, text, colour from note"});
    CHECK(row->get<int>("id") == 1);
    CHECK(row->get<std::string>("text") == "one; two");
    CHECK(row->get<std::string>("colour") == "blue");
  });
}

TEST_CASE("a migration that was altered after it ran is refused, by name") {
  sql::testing::on_each_engine([](sql::Database& database) {
    forget_history(database);
    sql::migrate(database, std::array{kFirst});
    sql::Migration altered = kFirst;
    altered.text = "-- Something else.\ncreate table other (id identity_key);";
    CHECK(refusal_of(database, std::array{altered, kSecond}) ==
          "The database was made with another text of migration 1 (notes) than this program holds. "
          "A migration that has run must never be altered.");
    CHECK(sql::migrate(database, std::array{kFirst, kSecond}) == 1);
  });
}

TEST_CASE("a database made by a newer program is refused and left as it is") {
  sql::testing::on_each_engine([](sql::Database& database) {
    forget_history(database);
    sql::migrate(database, std::array{kFirst, kSecond});
    CHECK(refusal_of(database, std::array{kFirst}) ==
          "The database was made by a newer program: it has migration 2, this program knows 1.");
  });
}

TEST_CASE("a migration that fails half-way leaves nothing behind and is named") {
  sql::testing::on_each_engine([](sql::Database& database) {
    forget_history(database);
    sql::migrate(database, std::array{kFirst});
    const sql::Migration broken{2, "broken", "-- Fails.\ndelete from note; insert into nowhere values (1);"};
    CHECK(refusal_of(database, std::array{kFirst, broken}).starts_with("In migration 2 (broken): "));
    CHECK(notes_in(database) == 1);
    CHECK(sql::migrate(database, std::array{kFirst, kSecond}) == 1);
  });
}

TEST_CASE("every migration of this program opens with a comment and has its own number") {
  int number = 0;
  for (const sql::Migration& migration : sql::migrations()) {
    CAPTURE(migration.name);
    CHECK(migration.number == ++number);
    CHECK(migration.text.starts_with("--"));
  }
  CHECK(number > 0);
}

TEST_CASE("db/schema.sql is what the migrations give") {
  static constexpr const char* kPath = "db/schema.sql";
  sql::testing::on_each_engine([](sql::Database& database) {
    if (database.engine() != sql::Engine::Sqlite) return;
    const std::string schema =
        "-- The schema as it is after every migration, on SQLite. Made by tools/schema; do not edit.\n" +
        sql::schema_text(database);
    if (std::getenv("SIGHTLINE_WRITE_SCHEMA") != nullptr) std::ofstream(kPath) << schema;
    CHECK_MESSAGE(contents(kPath) == schema,
                  "db/schema.sql is stale: run tools/schema and commit the result");
  });
}

TEST_CASE("how many migrations wait is known without changing anything") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK(sql::waiting(database) == 0);
    database.write([](sql::Transaction& transaction) {
      transaction.script("drop table schema_migration");
      return sql::Verdict::Keep;
    });
    const std::array history{kFirst, kSecond};
    CHECK(sql::waiting(database, history) == 2);
    CHECK(sql::migrate(database, std::span(history).first(1)) == 1);
    CHECK(sql::waiting(database, history) == 1);
    CHECK_THROWS_AS(sql::waiting(database, std::span(history).first(0)), sql::Error);
  });
}
