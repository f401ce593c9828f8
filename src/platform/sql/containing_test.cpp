// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/containing.h"

#include <doctest/doctest.h>

#include "platform/sql/database.h"
#include "platform/sql/testing.h"

using namespace sightline;

namespace {

constexpr sql::Query kIsFound{"test.containing", R"sql(
select case when lower(cast($name as text)) like $typed escape '\' then 1 else 0 end as found
)sql"};

bool is_found(sql::Database& database, const std::string& typed, const std::string& name) {
  sql::Snapshot snapshot = database.snapshot();
  return snapshot.read_one(kIsFound, {{"name", name}, {"typed", sql::containing(typed)}})->get<bool>("found");
}

}  // namespace

TEST_CASE("a search finds what was typed anywhere in a name, in small letters or capitals") {
  sql::testing::on_each_engine([](sql::Database& database) {
    for (const char* typed : {"north", "NORTH", "vale P", " vale ", "e", "", "North Vale Police"}) {
      CAPTURE(typed);
      CHECK(is_found(database, typed, "North Vale Police"));
    }
    for (const char* typed : {"south", "north  vale", "north vale police force"}) {
      CAPTURE(typed);
      CHECK_FALSE(is_found(database, typed, "North Vale Police"));
    }
  });
}

TEST_CASE("a percent sign, an underscore and a backslash find themselves alone") {
  sql::testing::on_each_engine([](sql::Database& database) {
    for (const std::string sign : {"%", "_", "\\"}) {
      CAPTURE(sign);
      CHECK(is_found(database, sign, "before" + sign + "after"));
      CHECK(is_found(database, "e" + sign + "a", "before" + sign + "after"));
      CHECK_FALSE(is_found(database, sign, "before and after"));
      CHECK_FALSE(is_found(database, "e" + sign + "a", "before after"));
    }
  });
}

TEST_CASE("a letter outside ASCII is found as it is written, on both engines alike") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK(is_found(database, "ZOË", "Zoë É") == false);
    CHECK(is_found(database, "ZOë", "Zoë É"));
    CHECK(is_found(database, "É", "Zoë É"));
    CHECK_FALSE(is_found(database, "é", "Zoë É"));
  });
}

TEST_CASE("what is far longer than any name is refused by no engine, and finds nothing") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK_FALSE(is_found(database, std::string(60'000, '_'), "Zoë"));
    std::string accents = "a";
    for (int i = 0; i < 30'000; ++i) accents += "ë";
    CHECK_FALSE(is_found(database, accents, "Zoë"));
  });
}
