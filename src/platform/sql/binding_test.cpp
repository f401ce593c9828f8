// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Parameters by name: what counts as one, and every way to get them wrong.

#include "platform/sql/binding.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "platform/sql/testing.h"

using namespace sightline;

namespace {

std::string refusal_of(sql::Database& database, const sql::Query& query, sql::Binds binds) {
  try {
    database.snapshot().read(query, binds);
  } catch (const sql::Error& error) {
    return error.what();
  }
  return "not refused";
}

constexpr sql::Query kSum{"test.sum", "select cast($left as integer) + cast($right as integer) as sum"};
constexpr sql::Query kEcho{"test.echo", "select cast($text as text) as text"};

}  // namespace

TEST_CASE("a parameter keeps its number wherever its name returns") {
  const sql::Parameters found = sql::find_parameters("select $a, $b_2, $a where x = $b_2");
  CHECK(found.names == std::vector<std::string>{"a", "b_2"});
  CHECK(found.numbered == "select $1, $2, $1 where x = $2");
}

TEST_CASE("a dollar in a literal, a quoted identifier or a comment is no parameter") {
  for (const char* text :
       {"select 'it''s $5 and $no'", "select \"$no\"\" $no\" from t", "select 1 -- $no",
        "select /* $no ' */ 1", "select 'unfinished $no", "select 5 $ 4", "select '$no' || '$no'"}) {
    CAPTURE(text);
    const sql::Parameters found = sql::find_parameters(text);
    CHECK(found.names.empty());
    CHECK(found.numbered == text);
  }
}

TEST_CASE("a parameter after a comment or a literal is found, and a cast is left alone") {
  const sql::Parameters found = sql::find_parameters("select '$x' -- $y\n, $z::text, /* $w */ $v");
  CHECK(found.names == std::vector<std::string>{"z", "v"});
  CHECK(found.numbered == "select '$x' -- $y\n, $1::text, /* $w */ $2");
}

TEST_CASE("a parameter that is missing, unknown or bound twice is an error naming query and parameter") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK(refusal_of(database, kSum, {{"left", 1}}) == "test.sum: $right is not bound");
    CHECK(refusal_of(database, kSum, {{"left", 1}, {"right", 2}, {"top", 3}}) ==
          "test.sum: $top is bound but not in the statement");
    CHECK(refusal_of(database, kSum, {{"left", 1}, {"right", 2}, {"left", 3}}) ==
          "test.sum: $left is bound twice");
    CHECK(database.snapshot().read_one(kSum, {{"right", 2}, {"left", 40}})->get<int>("sum") == 42);
  });
}

TEST_CASE("a parameter that is not written as a name is refused") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK(refusal_of(database, {"test.question", "select ? as x"}, {}) != "not refused");
    CHECK(refusal_of(database, {"test.number", "select $1 as x"}, {}) != "not refused");
    CHECK(refusal_of(database, {"test.colon", "select :x as x"}, {}) != "not refused");
  });
}

TEST_CASE("text that one engine could not keep is refused by both") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK(refusal_of(database, kEcho, {{"text", std::string("a\0b", 3)}}) ==
          "test.echo: $text holds a NUL character");
    for (const char* text :
         {"\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80", "\xE2\x28\xA1", "caf\xE9"}) {
      CHECK(refusal_of(database, kEcho, {{"text", text}}) == "test.echo: $text is not UTF-8");
    }
  });
}

TEST_CASE("numbers that are not finite are refused") {
  sql::testing::on_each_engine([](sql::Database& database) {
    constexpr sql::Query kReal{"test.real", "select cast($real as double precision) as real"};
    CHECK(refusal_of(database, kReal, {{"real", std::numeric_limits<double>::infinity()}}) ==
          "test.real: $real is not a finite number");
    CHECK(refusal_of(database, kReal, {{"real", std::numeric_limits<double>::quiet_NaN()}}) ==
          "test.real: $real is not a finite number");
  });
}

TEST_CASE("one name cannot stand for two queries, and one query is one statement") {
  sql::testing::on_each_engine([](sql::Database& database) {
    sql::Snapshot snapshot = database.snapshot();
    CHECK(snapshot.read_one({"test.same", "select 1 as x"})->get<int>("x") == 1);
    CHECK(snapshot.read_one({"test.same", "select 1 as x"})->get<int>("x") == 1);
    CHECK_THROWS_WITH_AS(snapshot.read({"test.same", "select 2 as x"}),
                         "test.same names two different queries", sql::Error);
    CHECK(refusal_of(database, {"test.two", "select 1; select 2"}, {}) != "not refused");
    CHECK(refusal_of(database, {"test.empty", " "}, {}) != "not refused");
    CHECK(refusal_of(database, {"test.nonsense", "selekt 1"}, {}).starts_with("test.nonsense: "));
  });
}
