// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What only a server can do: hang up, ask for another run, order text its own way.
// These run where SIGHTLINE_TEST_POSTGRESQL names a cluster (testing.h).

#include <doctest/doctest.h>
#include <unistd.h>

#include <functional>
#include <string>

#include "platform/sql/connection.h"
#include "platform/sql/database.h"
#include "platform/sql/testing.h"

using namespace sightline;

namespace {

constexpr sql::Query kHangUpOnOthers{"test.hang_up_on_others", R"sql(
select count(pg_terminate_backend(pid, 5000)) as n
  from pg_stat_activity
 where datname = current_database() and pid <> pg_backend_pid()
)sql"};
constexpr sql::Query kHangUp{"test.hang_up", "select pg_terminate_backend(pg_backend_pid()) as done"};
constexpr sql::Query kInsertNumber{"test.insert", "insert into entry (number) values ($number)"};
constexpr sql::Query kCountEntries{"test.count", "select count(*) as n from entry"};

sql::Verdict insert(sql::Transaction& transaction, int number) {
  transaction.write(kInsertNumber, {{"number", number}});
  return sql::Verdict::Keep;
}

int count_of_entries(sql::Database& database) {
  return database.snapshot().read_one(kCountEntries)->get<int>("n");
}

void on_postgresql(const std::function<void(sql::Database&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    if (database.engine() != sql::Engine::PostgreSql) return;
    database.write([](sql::Transaction& transaction) {
      transaction.script("create table entry (number bigint primary key)");
      return sql::Verdict::Keep;
    });
    body(database);
  });
}

void raise(sql::Transaction& transaction, const std::string& code) {
  transaction.script("do $$ begin raise exception 'made up' using errcode = '" + code + "'; end $$");
}

}  // namespace

TEST_CASE("connections that PostgreSQL closed while they were idle are replaced unnoticed") {
  on_postgresql([](sql::Database& database) {
    {
      sql::Snapshot idle_later = database.snapshot();
      CHECK(database.snapshot().read_one(kHangUpOnOthers)->get<int>("n") == 2);
    }
    database.write([](sql::Transaction& transaction) { return insert(transaction, 1); });
    CHECK(count_of_entries(database) == 1);
  });
}

TEST_CASE("a unit whose connection breaks half-way is run again on a new one, and counts once") {
  on_postgresql([](sql::Database& database) {
    int runs = 0;
    database.write([&](sql::Transaction& transaction) {
      insert(transaction, 1);
      if (++runs == 1) transaction.read(kHangUp);
      return sql::Verdict::Keep;
    });
    CHECK(runs == 2);
    CHECK(count_of_entries(database) == 1);
  });
}

TEST_CASE("when the connection breaks every time the unit is given up, and the next one works") {
  on_postgresql([](sql::Database& database) {
    CHECK_THROWS_AS(database.write([](sql::Transaction& transaction) {
      insert(transaction, 1);
      transaction.read(kHangUp);
      return sql::Verdict::Keep;
    }),
                    sql::Unavailable);
    CHECK(count_of_entries(database) == 0);
    database.write([](sql::Transaction& transaction) { return insert(transaction, 2); });
    CHECK(count_of_entries(database) == 1);
  });
}

TEST_CASE("a commit that PostgreSQL does not confirm is never acknowledged and never repeated") {
  on_postgresql([](sql::Database& database) {
    database.write([](sql::Transaction& transaction) {
      transaction.script(
          "create function hang_up() returns trigger language plpgsql as "
          "$$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;"
          "create constraint trigger at_commit after insert on entry deferrable initially deferred "
          "for each row when (new.number = 1) execute function hang_up()");
      return sql::Verdict::Keep;
    });
    int runs = 0;
    CHECK_THROWS_AS(database.write([&](sql::Transaction& transaction) {
      ++runs;
      return insert(transaction, 1);
    }),
                    sql::Unavailable);
    CHECK(runs == 1);
    database.write([](sql::Transaction& transaction) { return insert(transaction, 2); });
    CHECK(count_of_entries(database) == 1);
  });
}

TEST_CASE("a unit is run again when PostgreSQL could not order it among others") {
  on_postgresql([](sql::Database& database) {
    for (const char* code : {"40001", "40P01"}) {
      int runs = 0;
      database.write([&](sql::Transaction& transaction) {
        if (++runs == 1) raise(transaction, code);
        return insert(transaction, code[2] == '0' ? 1 : 2);
      });
      CHECK(runs == 2);
    }
    CHECK(count_of_entries(database) == 2);
  });
}

TEST_CASE("a PostgreSQL database that sorts text by the rules of a language is refused") {
  sql::testing::at_each_engine([](const std::string& address) {
    if (!address.starts_with("postgresql:")) return;
    const std::string name = "sightline_sorted_" + std::to_string(::getpid());
    const auto administrator =
        sql::connect_postgresql(address, sql::Access::Read, sql::Durability::LostWithoutPower);
    administrator->script(
        "create database " + name +
        " template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en'");
    const std::string options = address.substr(address.find('?'));
    CHECK_THROWS_AS(sql::Database("postgresql:///" + name + options), sql::Unavailable);
    administrator->script("drop database " + name);
  });
}

TEST_CASE("a full disk under PostgreSQL is told as such, and a message never repeats a value") {
  on_postgresql([](sql::Database& database) {
    CHECK_THROWS_AS(database.write([](sql::Transaction& transaction) {
      raise(transaction, "53100");
      return sql::Verdict::Keep;
    }),
                    sql::StorageFull);
    CHECK_THROWS_WITH_AS(
        database.snapshot().read({"test.cast", "select cast(cast($text as text) as bigint) as n"},
                                 {{"text", "Jane"}}),
        "test.cast: a value does not fit (22P02)", sql::Error);
  });
}
