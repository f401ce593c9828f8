// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A passage is coded once by each person, nothing of it is lost, and nobody meets
// codings of evidence that is not theirs to see.

#include "theme/coding_service.h"

#include <doctest/doctest.h>

#include "platform/sql/testing.h"
#include "theme/coding_store.h"
#include "theme/theme_room_test.h"

using namespace sightline;
using namespace sightline::theme;
using namespace sightline::theme::testing;

TEST_CASE("every query about codings runs on both engines") {
  sql::testing::check_queries(codings::queries());
}

TEST_CASE(
    "a passage is marked and coded with several themes in one step, a theme with others below it among "
    "them") {
  in_each_theme_room([](ThemeRoom& room) {
    CodePassage command = room.passage(8, 16, {"missing", "risk"});
    command.memo = "Ask the lead about this.";
    const auto coded = room.perform(room.ana, command);
    REQUIRE(coded);
    CHECK(coded->codings.size() == 2);
    const auto view = room.coded(room.moderator);
    REQUIRE(view->passages.size() == 1);
    const CodedPassage& passage = view->passages[0];
    CHECK(passage.range == Range{8, 16});
    REQUIRE(passage.codings.size() == 2);
    CHECK(passage.codings[0].theme_key == "risk");
    CHECK(passage.codings[1].theme_key == "missing");
    CHECK(passage.codings[1].coder == "ana");
    CHECK(passage.codings[1].memo == "Ask the lead about this.");
    CHECK(view->document.extracts.size() == 1);
  });
}

TEST_CASE("an extract keeps its exact text, whatever characters it is made of") {  // Handbook §10.6
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(4, 5, {"help"})));
    REQUIRE(room.perform(room.ana, room.passage(14, 17, {"help"})));
    const auto page = room.passages(room.ana, "help");
    REQUIRE(page->items.size() == 2);
    CHECK(page->items[0].text == "ä̈.");
    CHECK(page->items[1].text == "🦋");
    CHECK(page->items[1].document_number == 1);
    CHECK(page->items[1].inspection_key == room.key);
  });
}

TEST_CASE("the same theme twice by one person on one extract is refused, and nothing of that step is kept") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"risk"})));
    CHECK(is_refused_for(room.perform(room.ana, room.passage(0, 3, {"help", "risk"})), "themes"));
    CHECK(room.coded(room.ana)->passages.at(0).codings.size() == 1);
    CHECK(room.perform(room.ana, room.passage(0, 3, {"help"})));
    CHECK(room.perform(room.ana, room.passage(0, 4, {"risk"})));
  });
}

TEST_CASE("two people code the same passage independently, and each may look at their own codings alone") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §11.6
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"risk"})));
    REQUIRE(room.perform(room.lead, room.passage(0, 3, {"risk", "help"})));
    REQUIRE(room.perform(room.lead, room.passage(8, 12, {"help"})));
    CHECK(room.coded(room.ana)->passages.size() == 2);
    CHECK(room.coded(room.ana)->passages[0].codings.size() == 3);
    const auto own = room.coded(room.ana, 1, Coder::Asker);
    REQUIRE(own->passages.size() == 1);
    CHECK(own->passages[0].codings.size() == 1);
  });
}

TEST_CASE(
    "a passage without themes, with an unknown or retired one, or outside the text is refused unmarked") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.analyst, RetireTheme{room.programme_key, "help"}));
    CHECK(is_refused_for(room.perform(room.ana, room.passage(0, 3, {})), "themes"));
    CHECK(is_refused_for(room.perform(room.ana, room.passage(0, 3, {"x"})), "themes"));
    CHECK(is_refused_for(room.perform(room.ana, room.passage(0, 3, {"help"})), "themes"));
    CHECK(is_refused_for(room.perform(room.ana, room.passage(0, 3000, {"risk"})), "passage"));
    CodePassage long_memo = room.passage(0, 3, {"risk"});
    long_memo.memo = std::string(kLongestMemo + 1, 'x');
    CHECK(is_refused_for(room.perform(room.ana, long_memo), "memo"));
    CHECK(room.count("select count(*) as n from extract") == 0);
  });
}

TEST_CASE("a theme that is retired keeps and counts what was coded with it") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"help"})));
    REQUIRE(room.perform(room.analyst, RetireTheme{room.programme_key, "help"}));
    CHECK(room.counted(room.analyst, "help") == Occurrence{1, 1});
    CHECK(room.coded(room.ana)->passages.size() == 1);
  });
}

TEST_CASE("a coding that is removed no longer counts, stays on record, and may be made anew") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §11.7
    const auto coded = room.perform(room.ana, room.passage(0, 3, {"help"}));
    const RemoveCoding removal{room.key, 1, coded->codings.at(0)};
    CHECK(is_refused(room.perform(room.lead, removal), Refusal::Kind::NotPermitted));
    REQUIRE(room.perform(room.ana, removal));
    CHECK(is_refused(room.perform(room.ana, removal), Refusal::Kind::WrongState));
    CHECK(room.counted(room.analyst, "help") == Occurrence{0, 0});
    CHECK(room.passages(room.analyst, "help")->cut.total == 0);
    CHECK(room.coded(room.ana)->passages.empty());
    CHECK(room.count(
              "select count(*) as n from coding where removed_at is not null and removed_by is not null") ==
          1);
    CHECK(room.perform(room.ana, room.passage(0, 3, {"help"})));
    CHECK(room.counted(room.analyst, "help") == Occurrence{1, 1});
  });
}

TEST_CASE("whoever keeps the codebook may remove a coding that somebody else made") {
  in_each_theme_room([](ThemeRoom& room) {
    const auto coded = room.perform(room.ana, room.passage(0, 3, {"help"}));
    CHECK(room.perform(room.analyst, RemoveCoding{room.key, 1, coded->codings.at(0)}));
  });
}

TEST_CASE(
    "a memo is written and rewritten by whoever coded, with what it said before kept; others are refused") {
  in_each_theme_room([](ThemeRoom& room) {
    const CodingId coding = room.perform(room.ana, room.passage(0, 3, {"help"}))->codings.at(0);
    const auto write = [&](const people::Actor& actor, const char* memo) {
      return room.perform(actor, WriteMemo{room.key, 1, coding, memo});
    };
    REQUIRE(write(room.ana, "First thought."));
    REQUIRE(write(room.ana, "Second thought."));
    REQUIRE(write(room.ana, "Second thought."));
    CHECK(room.coded(room.lead)->passages.at(0).codings.at(0).memo == "Second thought.");
    CHECK(room.count("select count(*) as n from coding_memo") == 2);
    REQUIRE(write(room.ana, ""));
    CHECK(room.coded(room.lead)->passages.at(0).codings.at(0).memo.empty());
    CHECK(is_refused(write(room.lead, "Mine."), Refusal::Kind::NotPermitted));
    CHECK(is_refused(write(room.analyst, "Mine."), Refusal::Kind::NotPermitted));
    CHECK(is_refused_for(write(room.ana, std::string(kLongestMemo + 1, 'x').c_str()), "memo"));
    REQUIRE(room.perform(room.ana, RemoveCoding{room.key, 1, coding}));
    CHECK(is_refused(write(room.ana, "Too late."), Refusal::Kind::WrongState));
  });
}

TEST_CASE("a coding is found in its own document alone; anywhere else it is refused as not there") {
  in_each_theme_room([](ThemeRoom& room) {
    const CodingId coding = room.perform(room.ana, room.passage(0, 3, {"help"}))->codings.at(0);
    room.noted("Another note.");
    CHECK(is_refused(room.perform(room.ana, RemoveCoding{room.key, 2, coding}), Refusal::Kind::NotFound));
    CHECK(is_refused(room.perform(room.ana, WriteMemo{room.key, 2, coding, "x"}), Refusal::Kind::NotFound));
    CHECK(
        is_refused(room.perform(room.ana, RemoveCoding{room.key, 1, CodingId{99}}), Refusal::Kind::NotFound));
    CHECK(
        is_refused(room.perform(room.stranger, RemoveCoding{room.key, 1, coding}), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a passage of a note that has been corrected says so on the page of its theme") {
  in_each_theme_room([](ThemeRoom& room) {
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"help"})));
    evidence::RecordNote correction = room.note("One.");
    correction.corrects = 1;
    REQUIRE(room.perform(room.ana, correction));
    CHECK(room.passages(room.ana, "help")->items.at(0).replaced_by == 2);
    CHECK(room.counted(room.ana, "help") == Occurrence{1, 1});
  });
}

TEST_CASE("the passages of a theme come newest first, with those of the themes below it, a page at a time") {
  in_each_theme_room([](ThemeRoom& room) {
    for (int i = 0; i < kPassagesOnAPage; ++i)
      REQUIRE(room.perform(room.ana, room.passage(i / 10, 20 + i % 10, {"missing"})));
    REQUIRE(room.perform(room.ana, room.passage(0, 3, {"risk"})));
    REQUIRE(room.perform(room.lead, room.passage(0, 20, {"online"})));
    const auto first = room.passages(room.analyst, "risk"), last = room.passages(room.analyst, "risk", 9);
    CHECK(first->cut.total == kPassagesOnAPage + 1);
    REQUIRE(first->items.size() == kPassagesOnAPage);
    CHECK(first->items[0].text.ends_with("\n\nT"));
    CHECK(first->items[0].codings.size() == 2);
    CHECK(first->items[1].text == "One");
    REQUIRE(last->items.size() == 1);
    CHECK(room.passages(room.analyst, "missing")->cut.total == kPassagesOnAPage);
  });
}
