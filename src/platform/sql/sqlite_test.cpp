// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What only a file can suffer: a full disk, a curious neighbour, kill -9.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "platform/sql/database.h"
#include "platform/sql/testing.h"

using namespace sightline;

namespace {

constexpr sql::Query kMake{"test.make", "create table entry (number bigint primary key, text text not null)"};
constexpr sql::Query kInsertEntry{"test.insert", "insert into entry (number, text) values ($number, $text)"};
constexpr sql::Query kNumbers{"test.numbers", "select number from entry order by number"};

void make(sql::Database& database) {
  database.write([](sql::Transaction& transaction) {
    transaction.write(kMake);
    return sql::Verdict::Keep;
  });
}

void insert(sql::Database& database, std::int64_t number, const std::string& text) {
  database.write([&](sql::Transaction& transaction) {
    transaction.write(kInsertEntry, {{"number", number}, {"text", text}});
    return sql::Verdict::Keep;
  });
}

std::vector<std::int64_t> numbers(sql::Database& database) {
  std::vector<std::int64_t> found;
  for (const sql::Row& row : database.snapshot().read(kNumbers))
    found.push_back(row.get<std::int64_t>("number"));
  return found;
}

void allow_pages(sql::Database& database, std::int64_t more) {
  database.write([&](sql::Transaction& transaction) {
    const auto used =
        transaction.read_one({"test.pages", "pragma page_count"})->get<std::int64_t>("page_count");
    transaction.script("pragma max_page_count = " + std::to_string(used + more));
    return sql::Verdict::Keep;
  });
}

void on_sqlite(const std::function<void(const std::string& path)>& body) {
  sql::testing::at_each_engine([&](const std::string& address) {
    if (!address.starts_with("postgresql:")) body(address);
  });
}

/// Writes numbers from four threads and reports each to `report` after it was acknowledged; never returns.
[[noreturn]] void write_until_killed(const std::string& address, int report) {
  try {
    sql::Database database(address);
    std::vector<std::thread> threads;
    for (std::int64_t first = 0; first < 4; ++first)
      threads.emplace_back([&database, report, first] {
        for (std::int64_t number = first;; number += 4) {
          insert(database, number, "entry " + std::to_string(number));
          if (::write(report, &number, sizeof number) != sizeof number) ::_exit(1);
        }
      });
    for (std::thread& thread : threads) thread.join();
  } catch (...) {
  }
  ::_exit(1);
}

}  // namespace

TEST_CASE("a full database refuses the write, keeps what it has, and writes again when there is room") {
  on_sqlite([](const std::string& path) {
    sql::Database database(path);
    make(database);
    insert(database, 1, "small");
    allow_pages(database, 4);
    const std::string large(200'000, 'x');
    CHECK_THROWS_AS(insert(database, 2, large), sql::StorageFull);
    CHECK_THROWS_AS(insert(database, 2, large), sql::StorageFull);
    insert(database, 3, "small");
    CHECK(numbers(database) == std::vector<std::int64_t>{1, 3});
    allow_pages(database, 10'000);
    insert(database, 2, large);
    CHECK(numbers(database) == std::vector<std::int64_t>{1, 2, 3});
  });
}

TEST_CASE("who fills the storage fails alone; who shared the transaction is kept") {
  on_sqlite([](const std::string& path) {
    sql::Database database(path);
    make(database);
    allow_pages(database, 8);
    const std::string large(200'000, 'x');
    for (std::int64_t round = 0; round < 5; ++round) {
      std::array<bool, 6> refused{};
      std::vector<std::thread> threads;
      for (std::int64_t i = 0; i < 6; ++i)
        threads.emplace_back([&, i] {
          try {
            insert(database, round * 6 + i, i == 3 ? large : "small");
          } catch (const sql::StorageFull&) {
            refused[static_cast<std::size_t>(i)] = true;
          }
        });
      for (std::thread& thread : threads) thread.join();
      CHECK(refused == std::array{false, false, false, true, false, false});
    }
    const std::vector<std::int64_t> kept = numbers(database);
    CHECK(kept.size() == 25);
    CHECK(std::none_of(kept.begin(), kept.end(), [](std::int64_t number) { return number % 6 == 3; }));
  });
}

TEST_CASE("the database file and those beside it are readable by their owner alone") {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("sightline-private-" + std::to_string(::getpid()) + ".db"))
          .string();
  {
    sql::Database database(path);
    make(database);
    for (const char* ending : {"", "-wal", "-shm"}) {
      CAPTURE(ending);
      CHECK(std::filesystem::status(path + ending).permissions() ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
  }
  CHECK(std::filesystem::remove(path));
  CHECK(!std::filesystem::exists(path + "-wal"));
}

TEST_CASE("text in double quotes is no text on SQLite either") {
  on_sqlite([](const std::string& path) {
    sql::Database database(path);
    CHECK_THROWS_AS(database.snapshot().read({"test.quotes", "select \"no such column\" as x"}), sql::Error);
  });
}

TEST_CASE("kill -9 loses no acknowledged unit and leaves a database that opens") {
  sql::testing::at_each_engine([](const std::string& address) {
    {
      sql::Database database(address);
      make(database);
    }
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) write_until_killed(address, ends[1]);
    ::close(ends[1]);

    std::vector<std::int64_t> acknowledged;
    std::int64_t number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) {
      acknowledged.push_back(number);
      if (acknowledged.size() == 150) ::kill(child, SIGKILL);
    }
    int status = 0;
    CHECK(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    ::close(ends[0]);

    sql::Database database(address);
    const std::vector<std::int64_t> kept = numbers(database);
    CHECK(acknowledged.size() >= 150);
    std::sort(acknowledged.begin(), acknowledged.end());
    CHECK(std::includes(kept.begin(), kept.end(), acknowledged.begin(), acknowledged.end()));
    insert(database, -1, "after the restart");
    if (database.engine() == sql::Engine::Sqlite) {
      const auto verdict = database.snapshot().read_one({"test.integrity", "pragma integrity_check"});
      CHECK(verdict->get<std::string>("integrity_check") == "ok");
    }
  });
}
