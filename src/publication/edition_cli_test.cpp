// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_cli.h"

#include <doctest/doctest.h>

#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
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
    for (const assessment::Case& subject : room.cases)
      CHECK_MESSAGE(contains(answer->words, "Case " + subject.number), subject.number);
    CHECK(contains(json::write(answer->object), "\"numerator\":7,\"denominator\":12"));
  });
}
