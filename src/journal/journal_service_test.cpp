// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal_service.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>
#include <vector>

#include "journal/journal_store.h"
#include "platform/sql/testing.h"

using namespace sightline;
using journal::Journal;

namespace {

struct Somebody {
  std::optional<journal::PersonId> person;
};

const Somebody kAna{journal::PersonId{1}};
const Somebody kOperator{std::nullopt};

/// What the command below does to the register it pretends to keep.
enum class Deed { Change, LeaveAlone, Refuse, Fail, SayNothing };

struct Enter {
  static constexpr journal::Command kCommand{"register.enter", "entered"};
  std::int64_t subject;
  Deed deed = Deed::Change;
};

Result<std::int64_t> decide(journal::Work& work, const Somebody&, const Enter& command) {
  switch (command.deed) {
    case Deed::Change:
      work.changed({"page", command.subject}, std::nullopt,
                   journal::StateText().add("page", command.subject));
      return command.subject;
    case Deed::LeaveAlone:
      work.unchanged();
      return command.subject;
    case Deed::Refuse:
      work.changed({"page", command.subject}, std::nullopt, journal::StateText());
      return Refusal{Refusal::Kind::Invalid, "Not this one.", {}};
    case Deed::Fail:
      throw std::runtime_error("the world failed");
    case Deed::SayNothing:
      return command.subject;
  }
  return command.subject;
}

const clock::FixedClock kNoon(*Timestamp::from_iso("2026-11-23T12:00:00.000Z"));

std::int64_t entries_in(sql::Database& database) {
  sql::Snapshot snapshot = database.snapshot();
  return journal::position(snapshot);
}

/// Alters the stored journal behind the program's back.
void tamper(sql::Database& database, const sql::Query& query) {
  database.write([&](sql::Transaction& work) {
    work.write(query);
    return sql::Verdict::Keep;
  });
}

}  // namespace

TEST_CASE("every command leaves one entry that says who, when, what and about which subject") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    CHECK(*journal.perform(kAna, Enter{214}) == 214);
    CHECK(*journal.perform(kOperator, Enter{215}) == 215);

    sql::Snapshot snapshot = database.snapshot();
    const auto entries = journal::entries_after(snapshot, 0, 10).entries;
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].number == 1);
    CHECK(entries[0].recorded_at.iso() == "2026-11-23T12:00:00.000Z");
    CHECK(entries[0].person == journal::PersonId{1});
    CHECK(entries[0].command == "register.enter");
    CHECK(entries[0].subject.id == 214);
    CHECK(entries[0].previous == journal::origin_digest());
    CHECK(entries[1].number == 2);
    CHECK_FALSE(entries[1].person);
    CHECK(entries[1].previous == entries[0].digest);
    CHECK(journal::entries_about(snapshot, {"page", 215}, 10).size() == 1);
  });
}

TEST_CASE("a refused command, a failed one and one that found all as asked leave no entry") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    CHECK(journal.perform(kAna, Enter{1, Deed::Refuse}).refusal().message == "Not this one.");
    CHECK_THROWS_WITH(journal.perform(kAna, Enter{1, Deed::Fail}), "the world failed");
    CHECK(*journal.perform(kAna, Enter{1, Deed::LeaveAlone}) == 1);
    CHECK(entries_in(database) == 0);
  });
}

TEST_CASE("a command that forgets to say what it changed is stopped, not recorded without a subject") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    CHECK_THROWS_AS(journal.perform(kAna, Enter{1, Deed::SayNothing}), std::logic_error);
    CHECK(entries_in(database) == 0);
  });
}

TEST_CASE("entries of many people at once are numbered without gaps and chained in order") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    std::vector<std::thread> people;
    for (int person = 1; person <= 8; ++person)
      people.emplace_back([&journal, person] {
        for (int i = 0; i < 20; ++i)
          (void)journal.perform(Somebody{journal::PersonId{person}},
                                Enter{i, i % 5 == 4 ? Deed::Refuse : Deed::Change});
      });
    for (std::thread& person : people) person.join();

    const journal::Verification found = journal.verify();
    CHECK(found.entries == 8 * 16);
    CHECK_FALSE(found.first_broken);
  });
}

TEST_CASE("an untouched journal verifies, and its head is the digest of its last entry") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    CHECK(journal.verify().head == journal::origin_digest());
    for (int i = 0; i < 5; ++i) (void)journal.perform(kAna, Enter{i});
    sql::Snapshot snapshot = database.snapshot();
    CHECK(journal.verify().head == journal::last_entry(snapshot)->digest);
  });
}

TEST_CASE("whoever alters, removes or replaces an entry is found out at that entry") {
  struct Forgery {
    const char* what;
    sql::Query query;
    std::int64_t found_at;
  };
  static constexpr sql::Query kAlter{"test.alter", "update journal_entry set person_id = 2 where number = 3"};
  static constexpr sql::Query kRemove{"test.remove", "delete from journal_entry where number = 3"};
  static constexpr sql::Query kRedate{
      "test.redate", "update journal_entry set recorded_at = '2020-01-01T00:00:00.000Z' where number = 5"};
  static constexpr sql::Query kRelink{
      "test.relink",
      "update journal_entry set previous_digest = "
      "'0000000000000000000000000000000000000000000000000000000000000000' where number = 4"};
  static constexpr sql::Query kSpoil{"test.spoil",
                                     "update journal_entry set recorded_at = 'soon' where number = 6"};
  for (const Forgery& forgery : {Forgery{"another person", kAlter, 3},
                                 Forgery{"an entry removed", kRemove, 3}, Forgery{"another date", kRedate, 5},
                                 Forgery{"another link", kRelink, 4}, Forgery{"no date", kSpoil, 6}}) {
    sql::testing::on_each_engine([&](sql::Database& database) {
      CAPTURE(forgery.what);
      Journal journal(database, kNoon);
      for (int i = 0; i < 6; ++i) (void)journal.perform(kAna, Enter{i});
      tamper(database, forgery.query);
      const journal::Verification found = journal.verify();
      CHECK(found.first_broken == forgery.found_at);
      CHECK(found.entries == forgery.found_at - 1);
      CHECK(found.reason.find(std::to_string(forgery.found_at)) != std::string::npos);
    });
  }
}

TEST_CASE("an entry slipped in before the first is found out") {
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    for (int i = 0; i < 3; ++i) (void)journal.perform(kAna, Enter{i});
    tamper(database, {"test.slip_in", "update journal_entry set number = 0 where number = 3"});
    const journal::Verification found = journal.verify();
    CHECK(found.first_broken == 1);
    CHECK(found.reason == "Entry 0 is none of ours: they are numbered from 1.");
  });
}

TEST_CASE("every query of the journal is understood by both engines") {
  sql::testing::check_queries(journal::queries());
}

TEST_CASE(
    "a note kept elsewhere shows a journal that was made anew or cut off at its end") {  // Handbook §5.10
  sql::testing::on_each_engine([](sql::Database& database) {
    Journal journal(database, kNoon);
    for (const std::int64_t page : {1, 2, 3}) CHECK(journal.perform(kAna, Enter{page}));
    const journal::Note note{3, journal.verify().head};
    CHECK_FALSE(journal.verify({}, note).first_broken);
    const journal::Verification other = journal.verify({}, journal::Note{3, std::string(64, 'a')});
    CHECK(other.first_broken == 3);
    CHECK(other.reason == "Entry 3 is not the one that was noted.");
    tamper(database, {"test.cut_off", "delete from journal_entry where number = 3"});
    CHECK_FALSE(journal.verify().first_broken);
    const journal::Verification cut = journal.verify({}, note);
    CHECK(cut.first_broken == 3);
    CHECK(cut.reason == "Entry 3 was noted, but the journal ends at entry 2.");
  });
}
