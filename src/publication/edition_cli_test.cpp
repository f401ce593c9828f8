// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_cli.h"

#include <doctest/doctest.h>

#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;

namespace {

int occurrences(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the operator lists what was published, and sees which editions were replaced") {
  in_each_edition_room([](EditionRoom& room) {
    CHECK(list_editions(room.journal)->words == "Nothing has been published.");
    room.published();
    room.published("A correction.");
    const auto answer = list_editions(room.journal);
    REQUIRE(answer);
    CHECK(contains(answer->words, "first-2  2026-11-23  What inspectors found  (no PDF"));
    CHECK(contains(answer->words, "first-1  2026-11-23  What inspectors found  (replaced)"));
  });
}

TEST_CASE("verifying an edition ends well, or is declined and names what was altered") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto whole = verify_edition(room.journal, "first-1");
    REQUIRE(whole);
    CHECK(whole->outcome == terminal::Outcome::Done);
    room.write({"test.alter_grade", "update judgement set grade_rank = 3 where grade_rank = 1"});
    const auto altered = verify_edition(room.journal, "first-1");
    REQUIRE(altered);
    CHECK(altered->outcome == terminal::Outcome::Declined);
    CHECK(contains(altered->words, "figure overall-inadequate"));
    CHECK(is_refused(verify_edition(room.journal, "first-9"), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a published figure is explained by its definition, its value and the cases behind it") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto answer = explain_figure(room.journal, "first-1", "overall-inadequate");
    REQUIRE(answer);
    INFO(answer->words);
    CHECK(contains(answer->words, "\"count\":7,\"of\":12"));
    CHECK(contains(answer->words, "5 of 10 (58%)"));
    const std::size_t whole = answer->words.find("\n\nIn the whole, not counted: 5\n");
    const std::size_t used = answer->words.find("\n\nUsed to work it out: 1\n");
    CHECK(answer->words.find("\n\nCounted: 7\nInvented inspection\n  Case ") < whole);
    CHECK(whole < used);
    for (std::size_t at = 0; at < room.cases.size(); ++at) {
      CAPTURE(room.cases[at].number);
      const std::size_t named = answer->words.find("Case " + room.cases[at].number + ", as inspectors");
      CHECK((named < whole) == (at < 7));
      CHECK(named < used);
    }
    const std::string json = json::write(answer->object);
    CHECK(contains(json, "\"numerator\":7,\"denominator\":12"));
    CHECK(contains(json, "{\"part\":\"counted\",\"things\":7,\"records\":7}"));
    CHECK(occurrences(json, "\"part\":\"counted\"") == 1 + 7);
    CHECK(occurrences(json, "\"part\":\"in-the-whole\"") == 1 + 5);
  });
}

TEST_CASE("a published table is explained by the cell that each case counts in") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto answer = explain_figure(room.journal, "first-1", "grades");
    REQUIRE(answer);
    INFO(answer->words);
    CHECK(occurrences(answer->words, "\n    The case as a whole, Inadequate") == 7);
    CHECK(occurrences(answer->words, "\n    The case as a whole, Good") == 5);
    CHECK(contains(json::write(answer->object), "{\"row\":\"The case as a whole\",\"columns\":[\"Good\"]}]"));
  });
}

TEST_CASE("of a figure whose records were altered past the journal none is said to be counted") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    room.write({"test.alter_one", "update judgement set grade_rank = 3 where grade_rank = 1"});
    const auto answer = explain_figure(room.journal, "first-1", "overall-inadequate");
    REQUIRE(answer);
    CHECK(contains(answer->words, "it cannot be told which of them were counted"));
    CHECK_FALSE(contains(answer->words, "Counted:"));
    CHECK(contains(json::write(answer->object), "\"as_published\":false"));
  });
}
