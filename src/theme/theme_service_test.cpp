// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The codebook of a programme: how it grows, what it keeps, and what it counts.

#include "theme/theme_service.h"

#include <doctest/doctest.h>

#include "platform/sql/testing.h"
#include "theme/theme_room_test.h"
#include "theme/theme_store.h"

using namespace sightline;
using namespace sightline::theme;
using namespace sightline::theme::testing;

TEST_CASE("every query about codebooks runs on both engines") {
  sql::testing::check_queries(codebooks::queries());
}

TEST_CASE("a codebook lists each theme with those below it, in the order they were added") {
  in_each_theme_room([](ThemeRoom& room) {
    room.add("contact", "help");
    const auto view = room.codebook(room.ana);
    REQUIRE(view);
    CHECK(view->may_manage == MayManage::No);
    std::string keys;
    for (const CountedTheme& line : view->themes.items) keys += line.theme.key + " ";
    CHECK(keys == "risk missing online help contact ");
    CHECK(view->themes.items[1].parent_name == "About risk");
    CHECK(room.codebook(room.analyst)->may_manage == MayManage::Yes);
  });
}

TEST_CASE("a theme with a key that is taken, or at a place that is none, is refused and leaves nothing") {
  in_each_theme_room([](ThemeRoom& room) {
    CHECK(is_refused_for(room.perform(room.analyst, room.theme("risk")), "key"));
    CHECK(is_refused_for(room.perform(room.analyst, room.theme("Not a key")), "key"));
    CHECK(is_refused_for(room.perform(room.analyst, room.theme("deep", "missing")), "parent"));
    AddTheme nameless = room.theme("nameless");
    nameless.wording.name = "";
    CHECK(is_refused_for(room.perform(room.analyst, nameless), "name"));
    CHECK(room.codebook(room.analyst)->themes.cut.total == 4);
  });
}

TEST_CASE("a programme has a codebook of its own, and who sees none of its evidence is told there is none") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(
        room.perform(people::the_operator(), programme::AddProgramme{{.key = "second",
                                                                      .name = "Second",
                                                                      .reality = people::Reality::Invented,
                                                                      .source = "Invented."}}));
    AddTheme other = room.theme("risk");
    other.programme_key = "second";
    REQUIRE(room.perform(room.analyst, other));
    sql::Snapshot snapshot = room.office.journal.snapshot();
    CHECK(codebook_view(snapshot, room.analyst, "second", 1)->themes.cut.total == 1);
    CHECK(is_refused(codebook_view(snapshot, room.ana, "second", 1), Refusal::Kind::NotFound));
    CHECK(is_refused(codebook_view(snapshot, room.analyst, "third", 1), Refusal::Kind::NotFound));
    CHECK(programmes_with_codebook(snapshot, room.analyst).size() == 2);
    CHECK(programmes_with_codebook(snapshot, room.ana).size() == 1);
    CHECK(programmes_with_codebook(snapshot, room.stranger).empty());
  });
}

TEST_CASE("a theme is revised with its earlier wordings kept; a revision of what has moved on is refused") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §11.4
    const ReviseTheme sharper{
        room.programme_key, "risk", 1, {"Risk", "What may happen to a child.", "Often.", ""}};
    const auto revised = room.perform(room.analyst, sharper);
    REQUIRE(revised);
    CHECK(revised->revision == 2);
    CHECK(is_refused(room.perform(room.analyst, sharper), Refusal::Kind::Conflict));
    const auto view = room.look_up(room.ana, "risk");
    REQUIRE(view);
    CHECK(view->theme.wording.name == "Risk");
    REQUIRE(view->earlier.size() == 1);
    CHECK(view->earlier[0].wording.name == "About risk");
    CHECK(view->earlier[0].by == "analyst");
    CHECK(view->below.size() == 2);
    CHECK(is_refused_for(
        room.perform(room.analyst, ReviseTheme{room.programme_key, "help", 1, {"RISK", "The same name."}}),
        "name"));
    CHECK(is_refused(room.perform(room.analyst, ReviseTheme{room.programme_key, "x", 1, {"X", "X"}}),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("a wording that is sent again unchanged makes no revision and no entry") {
  in_each_theme_room([](ThemeRoom& room) {
    const std::int64_t before = room.count("select count(*) as n from journal_entry");
    REQUIRE(room.perform(room.analyst,
                         ReviseTheme{room.programme_key, "risk", 1, {"About risk", "What it means."}}));
    CHECK(room.count("select count(*) as n from journal_entry") == before);
    CHECK(room.look_up(room.analyst, "risk")->theme.revision == 1);
  });
}

TEST_CASE("a theme is retired after those below it, stays in the codebook, and is refused any change") {
  in_each_theme_room([](ThemeRoom& room) {
    const auto retire = [&](const char* key) {
      return room.perform(room.analyst, RetireTheme{room.programme_key, key});
    };
    CHECK(is_refused(retire("risk"), Refusal::Kind::WrongState));
    CHECK(retire("missing"));
    CHECK(retire("online"));
    CHECK(retire("risk"));
    CHECK(is_refused(retire("risk"), Refusal::Kind::WrongState));
    CHECK(is_refused(retire("x"), Refusal::Kind::NotFound));
    CHECK(room.look_up(room.ana, "risk")->theme.use() == Use::Retired);
    CHECK(
        is_refused(room.perform(room.analyst, ReviseTheme{room.programme_key, "risk", 1, {"Risk", "Anew."}}),
                   Refusal::Kind::WrongState));
    CHECK(is_refused_for(room.perform(room.analyst, room.theme("new", "risk")), "parent"));
  });
}

TEST_CASE("a theme counts inspections and forces, never how often it was said") {  // Handbook §11.9
  in_each_theme_room([](ThemeRoom& room) {
    CHECK(room.counted(room.analyst, "risk") == Occurrence{0, 0});
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"risk", "missing"})));
    REQUIRE(room.perform(room.ana, room.passage(0, 4, {"missing"})));
    REQUIRE(room.perform(room.analyst, room.passage(0, 3, {"missing"})));
    CHECK(room.counted(room.analyst, "missing") == Occurrence{1, 1});
    CHECK(room.counted(room.analyst, "risk") == Occurrence{1, 1});
    const std::string again = room.elsewhere(room.force, "The same force again");
    REQUIRE(room.perform(room.analyst, room.passage_in(again, {"missing"})));
    CHECK(room.counted(room.analyst, "missing") == Occurrence{2, 1});
  });
}

TEST_CASE("a theme counts what the themes below it count, and no inspection twice") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"missing", "online"})));
    const std::string other = room.elsewhere(room.office.organisation("southshire"), "Southshire inspection");
    REQUIRE(room.perform(room.analyst, room.passage_in(other, {"online"})));
    CHECK(room.counted(room.analyst, "missing") == Occurrence{1, 1});
    CHECK(room.counted(room.analyst, "online") == Occurrence{2, 2});
    CHECK(room.counted(room.analyst, "risk") == Occurrence{2, 2});
    CHECK(room.counted(room.analyst, "help") == Occurrence{0, 0});
    CHECK(room.look_up(room.analyst, "risk")->occurrence == Occurrence{2, 2});
    CHECK(room.look_up(room.analyst, "missing")->occurrence == Occurrence{1, 1});
  });
}

TEST_CASE(
    "an inspection of an area counts for the forces that police it, and for none where that is not known") {
  in_each_theme_room([](ThemeRoom& room) {
    using inspection::Kind;
    const auto area = room.organisation("midtown", people::OrganisationKind::LocalAuthorityArea);
    const auto unknown = room.organisation("fartown", people::OrganisationKind::LocalAuthorityArea);
    const auto southshire = room.office.organisation("southshire");
    room.police(area, room.force);
    room.police(area, southshire);
    const auto joint = Kind::JointTargetedAreaInspection;
    REQUIRE(room.perform(room.analyst, room.passage_in(room.elsewhere(unknown, "Fartown", joint), {"help"})));
    CHECK(room.counted(room.analyst, "help") == Occurrence{1, 0});
    REQUIRE(room.perform(room.analyst, room.passage_in(room.elsewhere(area, "Midtown", joint), {"help"})));
    CHECK(room.counted(room.analyst, "help") == Occurrence{2, 2});
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"help"})));
    CHECK(room.counted(room.analyst, "help") == Occurrence{3, 2});
  });
}

TEST_CASE("everybody counts what they may see, and nothing else") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"help"})));
    const auto southshire = room.office.organisation("southshire");
    REQUIRE(room.perform(room.analyst,
                         room.passage_in(room.elsewhere(southshire, "Southshire inspection"), {"help"})));
    CHECK(room.counted(room.moderator, "help") == Occurrence{2, 2});
    CHECK(room.counted(room.ana, "help") == Occurrence{1, 1});
    CHECK(room.passages(room.ana, "help")->cut.total == 1);
    room.declare_conflict(room.moderator, southshire);
    CHECK(room.counted(room.moderator, "help") == Occurrence{1, 1});
    CHECK(room.passages(room.moderator, "help")->cut.total == 1);
    CHECK(room.counted(room.analyst, "help") == Occurrence{2, 2});
  });
}

TEST_CASE("a long codebook comes a page at a time, and every page says how many themes there are") {
  in_each_theme_room([](ThemeRoom& room) {
    for (int i = 0; i < kThemesOnAPage; ++i) room.add("theme-" + std::to_string(i));
    CHECK(room.codebook(room.analyst)->themes.items.size() == kThemesOnAPage);
    const auto last = room.codebook(room.analyst, 9);
    CHECK(last->themes.items.size() == 4);
    CHECK(last->themes.cut.total == kThemesOnAPage + 4);
  });
}
