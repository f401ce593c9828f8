// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_cli.h"

#include <doctest/doctest.h>

#include "assessment/case_room_test.h"

using namespace sightline;
using namespace sightline::assessment;
using people::testing::is_refused;
using sightline::assessment::testing::CaseRoom;
using sightline::assessment::testing::in_each_room;

namespace {

bool holds(const Result<terminal::Answer>& answer, const std::string& text) {
  return (answer->words + json::write(answer->object)).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "the operator sees how far each case of an inspection has come, on however many pages people see them") {
  in_each_room([](CaseRoom& room) {
    CHECK(list_cases(room.journal, room.planned.key)->words.empty());
    const Case first = room.add_case(room.chosen_by_inspectors);
    room.submitted(first, room.ana);
    for (int i = 0; i < kCasesOnAPage; ++i) room.add_case(room.chosen_by_inspectors);
    const Result<terminal::Answer> list = list_cases(room.journal, room.planned.key);
    CHECK(list->object.find("cases")->get_if<json::Array>()->size() == kCasesOnAPage + 1);
    CHECK(holds(list, first.number + "  Missing child  submitted"));
    CHECK(holds(list, "Missing child  not begun"));
    CHECK(is_refused(list_cases(room.journal, "no-such-inspection"), Refusal::Kind::NotFound));
  });
}

TEST_CASE("the operator sees the outcomes of a case and no word that was written about it, nor by whom") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    REQUIRE(room.journal.perform(room.moderator,
                                 ReturnAssessment{room.at(subject, 2), "Look at the call again."}));
    const Result<terminal::Answer> shown = show_case(room.journal, room.planned.key, subject.number);
    CHECK(shown->words ==
          "Case " + subject.number +
              "  Missing child  returned, revision 3\nInitial contact  Good\nThe case as a whole  Good");
    CHECK(holds(shown, R"({"area":"overall","outcome":"grade-3"})"));
    for (const char* typed : {"The file shows it.", "Look at the call", "Added by", "ana", "moderator"})
      CHECK_FALSE(holds(shown, typed));
    CHECK(is_refused(show_case(room.journal, room.planned.key, "9999999"), Refusal::Kind::NotFound));
  });
}

TEST_CASE(
    "the body's own outcomes are kept from a terminal, too, until the inspectors' are fixed") {  // Handbook
                                                                                                 // §4.11
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_body);
    room.submitted(subject, room.auditor, AssessorType::Body, 1);
    const Result<terminal::Answer> before = show_case(room.journal, room.planned.key, subject.number);
    CHECK(holds(before, "The body’s own audit is submitted"));
    CHECK_FALSE(holds(before, "Inadequate"));
    CHECK_FALSE(holds(before, "grade-1"));
    room.submitted(subject, room.ana);
    CHECK(holds(show_case(room.journal, room.planned.key, subject.number),
                "Good  (the body’s own: Inadequate)"));
  });
}
