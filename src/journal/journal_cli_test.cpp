// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "journal/journal_cli.h"

#include <doctest/doctest.h>

#include "platform/sql/testing.h"

using namespace sightline;

TEST_CASE("a note is read as it was printed, and nothing else is taken for one") {
  const Result<journal::Note> note = journal::read_note("48213:" + std::string(64, 'a'));
  REQUIRE(note);
  CHECK(note->number == 48213);
  for (const std::string& wrong :
       {std::string(""), std::string("7"), "0:" + std::string(64, 'a'), "7:" + std::string(63, 'a'),
        "7:" + std::string(64, 'G'), "x7:" + std::string(64, 'a'), "7x:" + std::string(64, 'a')}) {
    CAPTURE(wrong);
    CHECK_FALSE(journal::read_note(wrong));
  }
}

TEST_CASE("an empty journal is whole, and declines a note of an entry that it does not have") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock noon(*Timestamp::from_iso("2026-11-23T12:00:00.000Z"));
    journal::Journal journal(database, noon);
    CHECK(journal::verify(journal, {}, {}).words == "0 entries checked, all whole.");
    const terminal::Answer declined = journal::verify(journal, journal::Note{1, std::string(64, 'a')}, {});
    CHECK(declined.outcome == terminal::Outcome::Declined);
    CHECK(declined.words ==
          "Entry 1 was noted, but the journal ends at entry 0. The journal is whole up to entry 0.");
  });
}
