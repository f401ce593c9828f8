// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Adding programmes and adopting frameworks, through the one door.

#include "programme/programme_service.h"

#include <doctest/doctest.h>

#include "journal/journal_store.h"
#include "platform/sql/testing.h"
#include "programme/programme_cli.h"
#include "programme/programme_store.h"

using namespace sightline;
using namespace sightline::programme;

namespace {

clock::FixedClock noon() {
  return clock::FixedClock(*Timestamp::from_iso("2026-03-02T12:00:00.000Z"));
}

people::Actor holder_of(people::Role role) {
  return {.person = people::PersonId{7}, .name = "Ana Bell", .grants = {{role, std::nullopt}}};
}

Framework small_framework() {
  return {.key = "small",
          .version = 1,
          .name = "A small framework",
          .valid_from = *PartialDate::from_iso("2020"),
          .scale = Scale{.key = "two", .name = "Two", .labels = {"Bad", "Good"}, .source = "A test."},
          .areas = {{.key = "first", .name = "First", .looks_at = "The start."},
                    {.key = "sum", .name = "Sum", .looks_at = "", .kind = AreaKind::Overall}},
          .case_kinds = {{"missing-child", "Missing child"}},
          .self_assessment = BodySelfAssessment::Yes,
          .case_audit = BodyCaseAudit::No,
          .source = "A test.",
          .note = "A note."};
}

ProgrammeDetails invented_programme() {
  return {.key = "demonstration",
          .name = "Demonstration",
          .reality = people::Reality::Invented,
          .source = "Invented."};
}

}  // namespace

TEST_CASE("every query about programmes is understood by both engines") {
  sql::testing::check_queries(programme::queries());
}

TEST_CASE("a version read before, and kept in memory, is never taken for another version") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    const people::Actor adopter = holder_of(people::Role::Methodologist);
    Framework second = small_framework();
    second.version = 2;
    second.areas.front().looks_at = "The start, and what came before it.";
    const auto as_read = [&](FrameworkVersionId id) {
      sql::Snapshot snapshot = journal.snapshot();
      return find_framework(snapshot, id);
    };

    const auto first_id = journal.perform(adopter, AdoptFramework{small_framework()})->id;
    CHECK(as_read(first_id)->framework == small_framework());
    CHECK(!as_read(FrameworkVersionId{first_id.value() + 1}));
    const auto second_id = journal.perform(adopter, AdoptFramework{second})->id;
    CHECK(as_read(second_id)->framework == second);
    CHECK(as_read(first_id)->framework == small_framework());
  });
}

TEST_CASE("an adopted framework is read back exactly as it was adopted") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    const auto adopted =
        journal.perform(holder_of(people::Role::Methodologist), AdoptFramework{small_framework()});
    REQUIRE(adopted);
    CHECK(adopted->was == OnRecord::New);
    sql::Snapshot snapshot = journal.snapshot();
    const auto found = find_framework(snapshot, adopted->id);
    CHECK(found->framework == small_framework());
    CHECK(find_framework(snapshot, "small", 1)->id == adopted->id);
    CHECK_FALSE(find_framework(snapshot, "small", 2));
    CHECK(frameworks(snapshot).size() == 1);
    CHECK(find_scale(snapshot, "two") == small_framework().scale);
  });
}

TEST_CASE("adopting the same content again changes nothing, and the journal shows the same state twice") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    const auto first = journal.perform(people::the_operator(), AdoptFramework{small_framework()});
    const auto again = journal.perform(people::the_operator(), AdoptFramework{small_framework()});
    REQUIRE(again);
    CHECK(again->was == OnRecord::Already);
    CHECK(again->id == first->id);
    sql::Snapshot snapshot = journal.snapshot();
    CHECK(frameworks(snapshot).size() == 1);
    const auto entry = journal::last_entry(snapshot);
    CHECK(entry->before == entry->after);
  });
}

TEST_CASE("other content under an adopted version is refused, whatever differs") {  // Handbook §3.3
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    REQUIRE(journal.perform(people::the_operator(), AdoptFramework{small_framework()}));
    Framework changed = small_framework();
    changed.areas[0].looks_at = "The very start.";
    const auto refused = journal.perform(people::the_operator(), AdoptFramework{changed});
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().kind == Refusal::Kind::Conflict);
    CHECK(refused.refusal().message.find("small version 1") != std::string::npos);

    changed.version = 2;
    CHECK(journal.perform(people::the_operator(), AdoptFramework{changed}));
  });
}

TEST_CASE("a scale under a known key with other grades is refused") {  // Handbook §3.5
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    REQUIRE(journal.perform(people::the_operator(), AdoptFramework{small_framework()}));
    Framework next = small_framework();
    next.version = 2;
    next.scale->labels = {"Worse", "Better"};
    const auto refused = journal.perform(people::the_operator(), AdoptFramework{next});
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().kind == Refusal::Kind::Conflict);
    sql::Snapshot snapshot = journal.snapshot();
    CHECK(frameworks(snapshot).size() == 1);
  });
}

TEST_CASE("a programme is added once; its key is refused the second time") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    const auto planner = holder_of(people::Role::ProgrammeManager);
    const auto added = journal.perform(planner, AddProgramme{invented_programme()});
    REQUIRE(added);
    const auto refused = journal.perform(planner, AddProgramme{invented_programme()});
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().fields.at(0).field == "key");
    sql::Snapshot snapshot = journal.snapshot();
    CHECK(find_programme(snapshot, "demonstration")->id == *added);
    CHECK(find_programme(snapshot, *added)->details == invented_programme());
    CHECK(programmes(snapshot).size() == 1);
  });
}

TEST_CASE("the command line adopts a file, says so, and names the file that it refuses") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    const std::filesystem::path file = "frameworks/child-protection-2024-version-1.json";
    CHECK(adopt_framework_file(journal, people::the_operator(), file)->words ==
          "child-protection-2024 version 1 was adopted.");
    CHECK(adopt_framework_file(journal, people::the_operator(), file)->words ==
          "child-protection-2024 version 1 was already adopted; nothing changed.");
    for (const char* wrong : {"frameworks/no-such-file.json", "frameworks/README.md", "frameworks"}) {
      const auto refused = adopt_framework_file(journal, people::the_operator(), wrong);
      REQUIRE_FALSE(refused);
      CHECK(refused.refusal().message.find(wrong) == 0);
    }
  });
}

TEST_CASE("the command line adds a programme, and refuses the key of another") {
  sql::testing::on_each_engine([](sql::Database& database) {
    const clock::FixedClock clock = noon();
    journal::Journal journal(database, clock);
    CHECK(add_programme(journal, people::the_operator(), invented_programme())->words ==
          "The programme demonstration was added.");
    CHECK_FALSE(add_programme(journal, people::the_operator(), invented_programme()));
  });
}
