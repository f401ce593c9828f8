// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One writer, many readers: what is acknowledged is there, what is not is gone,
// and nobody pays for a neighbour.

#include "platform/sql/database.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "platform/sql/testing.h"

using namespace sightline;

namespace {

constexpr sql::Query kMakeNotes{
    "test.make_notes",
    "create table note (number bigint primary key, author bigint not null, text text not null unique)"};
constexpr sql::Query kAdd{"test.add", R"sql(
insert into note (number, author, text)
values ((select coalesce(max(number), 0) + 1 from note), $author, $text)
returning number
)sql"};
constexpr sql::Query kCount{"test.count",
                            "select count(*) as n, coalesce(max(number), 0) as newest from note"};
constexpr sql::Query kByAuthor{"test.by_author",
                               "select number, text from note where author = $author order by number"};

sql::Verdict add(sql::Transaction& transaction, int author, const std::string& text) {
  transaction.write(kAdd, {{"author", author}, {"text", text}});
  return sql::Verdict::Keep;
}

void make_notes(sql::Database& database) {
  database.write([](sql::Transaction& transaction) {
    transaction.write(kMakeNotes);
    return sql::Verdict::Keep;
  });
}

int count_of_notes(sql::Database& database) {
  return database.snapshot().read_one(kCount)->get<int>("n");
}

void run_in_threads(int count, const std::function<void(int)>& body) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back([&body, i] { body(i); });
  for (std::thread& thread : threads) thread.join();
}

/// Hands over `units` while the writer is held up, so that they meet in one batch; the answer of each is
/// the message of what it threw, or empty.
std::vector<std::string> write_together(sql::Database& database, const std::vector<sql::Unit>& units) {
  const int count = static_cast<int>(units.size());
  std::atomic<int> announced = 0;
  std::atomic<bool> gate_is_shut = false;
  std::vector<std::string> answers(units.size());
  std::thread gate([&] {
    database.write([&](sql::Transaction&) {
      gate_is_shut = true;
      while (announced < count) std::this_thread::yield();
      for (int i = 0; i < 1000; ++i) std::this_thread::yield();
      return sql::Verdict::Undo;
    });
  });
  while (!gate_is_shut) std::this_thread::yield();
  run_in_threads(count, [&](int i) {
    ++announced;
    try {
      database.write(units[static_cast<std::size_t>(i)]);
    } catch (const std::exception& error) {
      answers[static_cast<std::size_t>(i)] = error.what();
    }
  });
  gate.join();
  return answers;
}

std::vector<sql::Unit> harmless_units(int count) {
  std::vector<sql::Unit> units;
  for (int i = 0; i < count; ++i)
    units.emplace_back(
        [i](sql::Transaction& transaction) { return add(transaction, i, "harmless " + std::to_string(i)); });
  return units;
}

}  // namespace

TEST_CASE("many writers at once: every acknowledged unit is there, in order and without a gap") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    constexpr int kWriters = 8, kEach = 25;
    std::atomic<int> seen_at_once = 0;
    run_in_threads(kWriters, [&](int author) {
      for (int i = 0; i < kEach; ++i) {
        database.write([&](sql::Transaction& transaction) {
          return add(transaction, author, std::to_string(author) + "/" + std::to_string(100 + i));
        });
        const sql::Rows mine = database.snapshot().read(kByAuthor, {{"author", author}});
        if (static_cast<int>(mine.size()) == i + 1) ++seen_at_once;
      }
    });
    CHECK(seen_at_once == kWriters * kEach);
    const sql::Row all = *database.snapshot().read_one(kCount);
    CHECK(all.get<int>("n") == kWriters * kEach);
    CHECK(all.get<int>("newest") == kWriters * kEach);
    for (int author = 0; author < kWriters; ++author) {
      std::vector<std::string> texts;
      for (const sql::Row& row : database.snapshot().read(kByAuthor, {{"author", author}}))
        texts.push_back(row.get<std::string>("text"));
      CHECK(std::is_sorted(texts.begin(), texts.end()));
    }
  });
}

TEST_CASE("two programs on one database share the numbers without a gap") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database one(address, {.durability = sql::Durability::LostWithoutPower});
    sql::Database other(address, {.durability = sql::Durability::LostWithoutPower});
    make_notes(one);
    run_in_threads(4, [&](int author) {
      for (int i = 0; i < 20; ++i)
        (author % 2 == 0 ? one : other).write([&](sql::Transaction& transaction) {
          return add(transaction, author, std::to_string(author) + "/" + std::to_string(i));
        });
    });
    const sql::Row all = *one.snapshot().read_one(kCount);
    CHECK(all.get<int>("n") == 80);
    CHECK(all.get<int>("newest") == 80);
  });
}

TEST_CASE("a unit sees its own writes, and leaves nothing when it chooses to undo them") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    int inside = 0;
    database.write([&](sql::Transaction& transaction) {
      add(transaction, 1, "regretted");
      inside = transaction.read_one(kCount)->get<int>("n");
      return sql::Verdict::Undo;
    });
    CHECK(inside == 1);
    CHECK(count_of_notes(database) == 0);
  });
}

TEST_CASE("what a unit throws reaches its caller and undoes that unit alone") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    std::vector<sql::Unit> units = harmless_units(6);
    units[2] = [](sql::Transaction& transaction) -> sql::Verdict {
      add(transaction, 2, "undone");
      throw std::runtime_error("thought better of it");
    };
    units[4] = [](sql::Transaction& transaction) {
      add(transaction, 4, "undone");
      transaction.read({"test.nowhere", "select 1 from nowhere"});
      return sql::Verdict::Keep;
    };
    const std::vector<std::string> answers = write_together(database, units);
    CHECK(answers[2] == "thought better of it");
    CHECK(answers[4].starts_with("test.nowhere: "));
    for (const std::size_t harmless : {0, 1, 3, 5}) CHECK(answers[harmless].empty());
    CHECK(count_of_notes(database) == 4);
  });
}

TEST_CASE("a unit that hides a failed statement is undone all the same") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    bool second_failed_too = false;
    CHECK_THROWS_AS(database.write([&](sql::Transaction& transaction) {
      add(transaction, 1, "first");
      try {
        add(transaction, 1, "first");
      } catch (const sql::Error&) {
      }
      try {
        transaction.read(kCount);
      } catch (const sql::UniqueViolation&) {
        second_failed_too = true;
      }
      return sql::Verdict::Keep;
    }),
                    sql::UniqueViolation);
    CHECK(second_failed_too);
    CHECK(count_of_notes(database) == 0);
  });
}

TEST_CASE("a broken unique constraint is told apart from other errors") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    const sql::Unit twin = [](sql::Transaction& transaction) { return add(transaction, 1, "same"); };
    database.write(twin);
    CHECK_THROWS_AS(database.write(twin), sql::UniqueViolation);
    try {
      database.write([](sql::Transaction& transaction) {
        transaction.write({"test.null", "insert into note (number, author, text) values (9, null, 'x')"});
        return sql::Verdict::Keep;
      });
      FAIL("a null was kept where none may be");
    } catch (const sql::UniqueViolation&) {
      FAIL("a null was taken for a repetition");
    } catch (const sql::Error&) {
    }
  });
}

TEST_CASE("a reference to nothing is refused") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK_THROWS_AS(database.write([](sql::Transaction& transaction) {
      transaction.script(
          "create table parent (id bigint primary key);"
          "create table child (parent_id bigint references parent (id));"
          "insert into child values (1)");
      return sql::Verdict::Keep;
    }),
                    sql::Error);
  });
}

TEST_CASE("a unit that spoils the shared commit fails, and its neighbours are kept") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    database.write([](sql::Transaction& transaction) {
      transaction.script(
          "create table parent (id bigint primary key);"
          "create table child (parent_id bigint references parent (id) deferrable initially deferred)");
      return sql::Verdict::Keep;
    });
    std::vector<sql::Unit> units = harmless_units(5);
    units[1] = [](sql::Transaction& transaction) {
      transaction.write({"test.orphan", "insert into child values (1)"});
      return sql::Verdict::Keep;
    };
    const std::vector<std::string> answers = write_together(database, units);
    CHECK(!answers[1].empty());
    for (const std::size_t harmless : {0, 2, 3, 4}) CHECK(answers[harmless].empty());
    CHECK(count_of_notes(database) == 4);
  });
}

TEST_CASE("a unit that commits by itself is reported, and nothing is written twice because of it") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    int runs = 0;
    CHECK_THROWS_AS(database.write([&](sql::Transaction& transaction) {
      ++runs;
      add(transaction, 1, std::to_string(runs));
      transaction.script("commit");
      return sql::Verdict::Keep;
    }),
                    sql::Unavailable);
    CHECK(runs == 1);
    database.write([](sql::Transaction& transaction) { return add(transaction, 1, "next"); });
    CHECK(count_of_notes(database) == 2);
  });
}

TEST_CASE("a unit cannot write through the database it is in, which would wait for itself") {
  sql::testing::on_each_engine([](sql::Database& database) {
    CHECK_THROWS_AS(database.write([&](sql::Transaction&) {
      database.write([](sql::Transaction&) { return sql::Verdict::Undo; });
      return sql::Verdict::Keep;
    }),
                    sql::Error);
  });
}

TEST_CASE("a snapshot does not see what is written after it was taken; a new one does") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    sql::Snapshot before = database.snapshot();
    database.write([](sql::Transaction& transaction) { return add(transaction, 1, "later"); });
    CHECK(before.read_one(kCount)->get<int>("n") == 0);
    CHECK(database.snapshot().read_one(kCount)->get<int>("n") == 1);
    CHECK(before.read_one(kCount)->get<int>("n") == 0);
  });
}

TEST_CASE("a snapshot cannot write") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    CHECK_THROWS_AS(database.snapshot().read(kAdd, {{"author", 1}, {"text", "smuggled"}}), sql::Error);
    CHECK(count_of_notes(database) == 0);
  });
}

TEST_CASE("no more snapshots exist at once than there are reading connections; the others wait") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database database(address, {.readers = 2, .durability = sql::Durability::LostWithoutPower});
    std::atomic<int> alive = 0, most = 0, taken = 0;
    run_in_threads(8, [&](int) {
      for (int i = 0; i < 10; ++i) {
        const sql::Snapshot snapshot = database.snapshot();
        const int now = ++alive;
        for (int known = most; now > known && !most.compare_exchange_weak(known, now);) {
        }
        std::this_thread::yield();
        --alive;
        ++taken;
      }
    });
    CHECK(taken == 80);
    CHECK(most <= 2);
  });
}

TEST_CASE("a snapshot that met an error gives a clean connection back") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database database(address, {.readers = 1, .durability = sql::Durability::LostWithoutPower});
    for (int i = 0; i < 3; ++i)
      CHECK_THROWS_AS(database.snapshot().read({"test.nowhere", "select 1 from nowhere"}), sql::Error);
    CHECK(database.snapshot().read_one({"test.one", "select 1 as one"})->get<int>("one") == 1);
  });
}

TEST_CASE("a query is compiled without being run") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    database.snapshot().prepare(kAdd);
    CHECK(count_of_notes(database) == 0);
    CHECK_THROWS_AS(database.snapshot().prepare({"test.wrong", "select colour from note"}), sql::Error);
  });
}

TEST_CASE("a database that cannot be opened says so to the operator") {
  CHECK_THROWS_WITH_AS(sql::Database("/nowhere/at/all.db"),
                       "The database /nowhere/at/all.db cannot be opened: No such file or directory.",
                       sql::Unavailable);
  CHECK_THROWS_WITH_AS(sql::Database("db/schema.sql"),
                       "The database db/schema.sql cannot be opened: pragma: file is not a database.",
                       sql::Unavailable);
  CHECK_THROWS_AS(sql::Database(""), sql::Unavailable);
  CHECK_THROWS_AS(sql::Database("postgresql:///sightline?host=/nowhere/at/all"), sql::Unavailable);
}

TEST_CASE("what never changes is read once by a connection, and what was not there is looked for again") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database database(address, {.readers = 1});
    make_notes(database);
    int times_read = 0;
    const auto text_of = [&](sql::Reader& reader, int author) {
      return reader.read_unchanging<std::string>("test.text", author, [&]() -> std::optional<std::string> {
        ++times_read;
        const auto row = reader.read_one(kByAuthor, {{"author", author}});
        return row ? std::optional(row->get<std::string>("text")) : std::nullopt;
      });
    };
    const auto seen = [&](int author) {
      sql::Snapshot snapshot = database.snapshot();
      return text_of(snapshot, author);
    };
    CHECK(!seen(1));
    database.write([](sql::Transaction& work) { return add(work, 1, "the first"); });
    database.write([](sql::Transaction& work) { return add(work, 2, "the second"); });
    CHECK(times_read == 1);
    CHECK(*seen(1) == "the first");
    CHECK(*seen(1) == "the first");
    CHECK(times_read == 2);
    CHECK(*seen(2) == "the second");
    CHECK(times_read == 3);
  });
}

TEST_CASE("what never changes is read once for the units of writing too, and anew when one was undone") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    database.write([](sql::Transaction& work) { return add(work, 1, "the first"); });
    int times_read = 0;
    const auto ask = [&](sql::Verdict verdict) {
      database.write([&](sql::Transaction& work) {
        const auto text = work.read_unchanging<std::string>("test.text", 1, [&] {
          ++times_read;
          return std::optional(work.read_one(kByAuthor, {{"author", 1}})->get<std::string>("text"));
        });
        CHECK(*text == "the first");
        return verdict;
      });
    };
    ask(sql::Verdict::Keep);
    ask(sql::Verdict::Keep);
    CHECK(times_read == 1);
    ask(sql::Verdict::Undo);
    ask(sql::Verdict::Keep);
    CHECK(times_read == 2);
  });
}

TEST_CASE("what a unit reads of writes that are undone, by itself or with the commit, is forgotten") {
  sql::testing::on_each_engine([](sql::Database& database) {
    make_notes(database);
    database.write([](sql::Transaction& work) {
      work.script(
          "create table parent (id bigint primary key);"
          "create table child (parent_id bigint references parent (id) deferrable initially deferred)");
      return sql::Verdict::Keep;
    });
    const auto add_and_read = [](sql::Transaction& work, const std::string& text) {
      add(work, 1, text);
      return *work.read_unchanging<std::string>("test.text", 1, [&] {
        return std::optional(work.read_one(kByAuthor, {{"author", 1}})->get<std::string>("text"));
      });
    };
    database.write([&](sql::Transaction& work) {
      CHECK(add_and_read(work, "undone") == "undone");
      return sql::Verdict::Undo;
    });
    CHECK_THROWS_AS(database.write([&](sql::Transaction& work) {
      CHECK(add_and_read(work, "lost with the commit") == "lost with the commit");
      work.write({"test.orphan", "insert into child values (1)"});
      return sql::Verdict::Keep;
    }),
                    sql::Error);
    database.write([&](sql::Transaction& work) {
      CHECK(add_and_read(work, "kept") == "kept");
      return sql::Verdict::Keep;
    });
  });
}

namespace {

/// The texts of an author, and how often the database was asked for them.
struct Asking {
  int times_read = 0;

  std::string texts_of(sql::Reader& reader, int author) {
    return *reader.read_until_written<std::string>("test.texts", std::to_string(author), [&] {
      ++times_read;
      std::string texts;
      for (const sql::Row& row : reader.read(kByAuthor, {{"author", author}}))
        texts += row.get<std::string>("text") + ". ";
      return texts;
    });
  }
};

}  // namespace

TEST_CASE("an answer that holds until something is written is never older than the snapshot") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database database(address, {.readers = 2});
    sql::Database of_another_program(address);
    make_notes(database);
    Asking asking;
    const auto now = [&](int author) {
      sql::Snapshot snapshot = database.snapshot();
      return asking.texts_of(snapshot, author);
    };
    CHECK(now(1).empty());
    database.write([](sql::Transaction& work) { return add(work, 1, "ours"); });
    CHECK(now(1) == "ours. ");
    of_another_program.write([](sql::Transaction& work) { return add(work, 1, "theirs"); });
    CHECK(now(1) == "ours. theirs. ");
    CHECK(now(2).empty());
    {
      sql::Snapshot before = database.snapshot();
      CHECK(asking.texts_of(before, 1) == "ours. theirs. ");
      database.write([](sql::Transaction& work) { return add(work, 1, "later"); });
      CHECK(asking.texts_of(before, 1) == "ours. theirs. ");
      CHECK(now(1) == "ours. theirs. later. ");
    }
    CHECK(now(1) == "ours. theirs. later. ");
  });
}

TEST_CASE("on SQLite an answer is asked for once until something is written; elsewhere each time") {
  sql::testing::at_each_engine([](const std::string& address) {
    sql::Database database(address, {.readers = 1});
    make_notes(database);
    database.write([](sql::Transaction& work) { return add(work, 1, "one"); });
    Asking asking;
    for (int i = 0; i < 5; ++i) {
      sql::Snapshot snapshot = database.snapshot();
      CHECK(asking.texts_of(snapshot, 1) == "one. ");
    }
    CHECK(asking.times_read == (database.engine() == sql::Engine::Sqlite ? 1 : 5));
    database.write([&](sql::Transaction& work) {
      CHECK(asking.texts_of(work, 1) == "one. ");
      add(work, 1, "two");
      CHECK(asking.texts_of(work, 1) == "one. two. ");
      return sql::Verdict::Undo;
    });
    sql::Snapshot snapshot = database.snapshot();
    CHECK(asking.texts_of(snapshot, 1) == "one. ");
  });
}
