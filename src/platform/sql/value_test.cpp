// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What goes into the database comes out of it, typed, on both engines alike.

#include "platform/sql/value.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include "platform/sql/testing.h"

namespace {

enum class Colour { Red, Green };

}  // namespace

template <>
inline constexpr auto sightline::kWords<Colour> = std::to_array<sightline::Word<Colour>>({
    {Colour::Red, "red"},
    {Colour::Green, "green"},
});

using namespace sightline;

namespace {

using ThingId = Id<struct Thing>;

constexpr sql::Query kMakeTable{"test.make_table",
                                "create table thing (id bigint primary key, title text, counted bigint,"
                                " share double precision, colour text, opened text, at text, open integer)"};
constexpr sql::Query kInsertThing{"test.insert", R"sql(
insert into thing (id, title, counted, share, colour, opened, at, open)
values ($id, $title, $counted, $share, $colour, $opened, $at, $open)
returning id
)sql"};
constexpr sql::Query kAll{"test.all", "select * from thing order by id"};

}  // namespace

TEST_CASE("every type comes back as it was stored") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const Timestamp moment = *Timestamp::from_iso("2026-11-23T09:30:00.125Z");
    database.write([&](sql::Transaction& transaction) {
      transaction.write(kMakeTable);
      const sql::Rows returned =
          transaction.write(kInsertThing, {{"id", ThingId{7}},
                                           {"title", "Größe 漢字 🦋 'quoted' $x"},
                                           {"counted", std::numeric_limits<std::int64_t>::min()},
                                           {"share", 0.1},
                                           {"colour", Colour::Green},
                                           {"opened", Date(2020, 2, 27)},
                                           {"at", moment},
                                           {"open", true}});
      CHECK(returned.size() == 1);
      CHECK(returned.front().get<ThingId>("id") == ThingId{7});
      return sql::Verdict::Keep;
    });
    const sql::Row row = *database.snapshot().read_one(kAll);
    CHECK(row.get<ThingId>("id") == ThingId{7});
    CHECK(row.get<std::string>("title") == "Größe 漢字 🦋 'quoted' $x");
    CHECK(row.get<std::int64_t>("counted") == std::numeric_limits<std::int64_t>::min());
    CHECK(row.get<double>("share") == 0.1);
    CHECK(row.get<Colour>("colour") == Colour::Green);
    CHECK(row.get<Date>("opened") == Date(2020, 2, 27));
    CHECK(row.get<Timestamp>("at") == moment);
    CHECK(row.get<bool>("open"));
    CHECK(row.get<std::optional<Colour>>("colour") == Colour::Green);
  });
}

TEST_CASE("null is nothing, and only an optional may hold it") {
  sql::testing::on_each_engine([](sql::Database& database) {
    database.write([&](sql::Transaction& transaction) {
      transaction.write(kMakeTable);
      transaction.write(kInsertThing, {{"id", 1},
                                       {"title", std::optional<std::string>{}},
                                       {"counted", std::nullopt},
                                       {"share", std::optional<double>{}},
                                       {"colour", std::optional<Colour>{}},
                                       {"opened", std::optional<Date>{}},
                                       {"at", std::optional<Timestamp>{}},
                                       {"open", std::optional<bool>{}}});
      return sql::Verdict::Keep;
    });
    const sql::Row row = *database.snapshot().read_one(kAll);
    CHECK(!row.get<std::optional<std::string>>("title"));
    CHECK(!row.get<std::optional<int>>("counted"));
    CHECK(!row.get<std::optional<Date>>("opened"));
    CHECK_THROWS_WITH_AS(row.get<std::string>("title"), "test.all.title is null where text is wanted",
                         sql::Error);
    CHECK_THROWS_WITH_AS(row.get<int>("counted"), "test.all.counted is null where a whole number is wanted",
                         sql::Error);
  });
}

TEST_CASE("an empty text is not null") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const auto row = database.snapshot().read_one({"test.empty_text", "select cast($text as text) as text"},
                                                  {{"text", ""}});
    CHECK(row->get<std::optional<std::string>>("text") == "");
  });
}

TEST_CASE("bytes come back as they were stored: every byte there is, a megabyte of them, and none at all") {
  sql::testing::on_each_engine([](sql::Database& database) {
    sql::Bytes every;
    for (int byte = 0; byte < 256; ++byte) every.content += static_cast<char>(byte);
    const sql::Bytes megabyte{std::string(1'000'000, '\xff')};
    database.write([&](sql::Transaction& transaction) {
      transaction.write({"test.make_files", "create table stored_file (id bigint, content bytea)"});
      constexpr sql::Query kInsertFile{"test.insert_file",
                                       "insert into stored_file (id, content) values ($id, $content)"};
      transaction.write(kInsertFile, {{"id", 1}, {"content", every}});
      transaction.write(kInsertFile, {{"id", 2}, {"content", megabyte}});
      transaction.write(kInsertFile, {{"id", 3}, {"content", sql::Bytes{}}});
      transaction.write(kInsertFile, {{"id", 4}, {"content", std::optional<sql::Bytes>{}}});
      return sql::Verdict::Keep;
    });
    const sql::Rows rows =
        database.snapshot().read({"test.files", "select content from stored_file order by id"});
    CHECK(rows[0].get<sql::Bytes>("content") == every);
    CHECK(rows[1].get<sql::Bytes>("content") == megabyte);
    CHECK(rows[2].get<std::optional<sql::Bytes>>("content") == sql::Bytes{});
    CHECK(!rows[3].get<std::optional<sql::Bytes>>("content"));
    CHECK_THROWS_WITH_AS(rows[0].get<std::string>("content"),
                         "test.files.content is bytes where text is wanted", sql::Error);
  });
}

TEST_CASE("a column that is missing or holds something else is an error naming query and column") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const sql::Row row = *database.snapshot().read_one(
        {"test.row", "select 'mauve' as colour, 300 as big, 2 as two, '30 February' as day"});
    CHECK_THROWS_WITH_AS(row.get<int>("huge"), "test.row gives no column huge", sql::Error);
    CHECK_THROWS_WITH_AS(row.get<Colour>("colour"), "test.row.colour holds an unknown word", sql::Error);
    CHECK_THROWS_WITH_AS(row.get<std::int8_t>("big"), "test.row.big does not fit its type", sql::Error);
    CHECK_THROWS_WITH_AS(row.get<bool>("two"), "test.row.two is a whole number where 0 or 1 is wanted",
                         sql::Error);
    CHECK_THROWS_WITH_AS(row.get<int>("colour"), "test.row.colour is text where a whole number is wanted",
                         sql::Error);
    CHECK_THROWS_AS(row.get<Date>("day"), sql::Error);
    CHECK_THROWS_AS(row.get<Timestamp>("day"), sql::Error);
  });
}

TEST_CASE("counts, sums, comparisons and averages have one type on both engines") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const sql::Row row = *database.snapshot().read_one({"test.aggregates", R"sql(
with numbers (n) as (values (1), (2), (4))
select count(*) as counted, sum(n) as summed, sum(cast(n as bigint)) as summed_big, max(n) as greatest,
       avg(n) as mean, sum(n) > 5 as many, sum(n) / 2 as half,
       count(*) * 1.0 / 2 as share, max(cast(null as text)) as absent
  from numbers
)sql"});
    CHECK(row.get<std::int64_t>("counted") == 3);
    CHECK(row.get<std::int64_t>("summed") == 7);
    CHECK(row.get<std::int64_t>("summed_big") == 7);
    CHECK(row.get<int>("greatest") == 4);
    CHECK(row.get<double>("mean") == doctest::Approx(7.0 / 3));
    CHECK(row.get<bool>("many"));
    CHECK(row.get<int>("half") == 3);
    CHECK(row.get<double>("share") == 1.5);
    CHECK(!row.get<std::optional<std::string>>("absent"));
  });
}

TEST_CASE("text is compared byte by byte, and like tells upper from lower case") {
  sql::testing::on_each_engine([](sql::Database& database) {
    std::string order;
    for (const sql::Row& row : database.snapshot().read({"test.order", R"sql(
with words (word) as (values ('b'), ('a'), ('B'), ('é'), ('z'))
select word from words order by word
)sql"}))
      order += row.get<std::string>("word");
    CHECK(order == "Babzé");
    CHECK(
        !database.snapshot().read_one({"test.like", "select 'Case' like 'c%' as found"})->get<bool>("found"));
  });
}

TEST_CASE("a number too large for the database is refused before it is asked") {
  CHECK_THROWS_AS(sql::Bind("n", std::numeric_limits<std::uint64_t>::max()), sql::Error);
}

TEST_CASE("asking for one row where there are two is an error") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK_THROWS_WITH_AS(
        database.snapshot().read_one({"test.two_rows", "select 1 as x union all select 2 as x"}),
        "test.two_rows gives more than one row", sql::Error);
  });
}
