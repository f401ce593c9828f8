// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with responses: every role and every command, in the duty of the body
// for which the role is held, in that of another body, and for whoever holds it for the
// force that the body oversees. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "response/answer_room_test.h"

namespace sightline::response {
namespace {

using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;
using testing::AnswerRoom;
using testing::in_each_answer_room;

// answer a recommendation, read an answer before there is a response | record the response
// +  done    -  not permitted, and said so    0  answered as if it were not there
struct Expected {
  const char* role;
  const char* own_body;
  const char* another_body;
  const char* force_of_the_body;
};

// Handbook §8.42, §8.43
constexpr const char* kNothing = "-0-";
constexpr Expected kExpected[] = {
    {"administrator", kNothing, kNothing, kNothing}, {"programme-manager", kNothing, kNothing, kNothing},
    {"methodologist", kNothing, kNothing, kNothing}, {"moderator", kNothing, kNothing, kNothing},
    {"analyst", kNothing, kNothing, kNothing},       {"editor", "+++", "+++", "+++"},
    {"press-officer", kNothing, kNothing, kNothing}, {"disclosure-reviewer", kNothing, kNothing, kNothing},
    {"evaluator", kNothing, kNothing, kNothing},     {"home-office-official", kNothing, kNothing, kNothing},
    {"panel-member", kNothing, kNothing, kNothing},  {"lead-inspector", kNothing, kNothing, kNothing},
    {"inspector", kNothing, kNothing, kNothing},     {"partner-inspector", kNothing, kNothing, kNothing},
    {"hm-inspector", kNothing, kNothing, kNothing},  {"liaison-officer", kNothing, kNothing, kNothing},
    {"body-auditor", kNothing, kNothing, kNothing},  {"chief-officer", kNothing, kNothing, kNothing},
    {"local-partner", kNothing, kNothing, kNothing}, {"policing-body-officer", "++-", kNothing, kNothing},
    {"nobody", kNothing, kNothing, kNothing},
};

/// A duty with one recommendation that it is about.
struct Asked {
  DutyId duty;
  RecommendationId recommendation;
};

/// REQUIRES: no response is on record.
std::string marks_on_answers(AnswerRoom& room, const people::Actor& actor, const Asked& asked) {
  static int times = 0;
  const auto answer = [&] {
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto on_record = answer_view(snapshot, room.the_operator, asked.duty, asked.recommendation);
    return AnswerRecommendation{asked.duty, asked.recommendation, on_record->line.revision,
                                AnswerRoom::planned_action("Action " + std::to_string(++times))};
  };
  REQUIRE(room.journal.perform(room.editor, answer()));
  std::string row;
  row += mark_of(room.journal, actor, AnswerRecommendation(answer()));
  sql::Snapshot snapshot = room.journal.snapshot();
  row += mark_of(answer_view(snapshot, actor, asked.duty, asked.recommendation)->line.answer.has_value());
  return row;
}

char mark_on_response(AnswerRoom& room, const people::Actor& actor, DutyId duty) {
  static int times = 0;
  const Response response{.format = ResponseFormat::Text,
                          .received_on = {},
                          .address = {},
                          .source = {"Letter " + std::to_string(++times), SourceType::Other},
                          .note = {}};
  sql::Snapshot snapshot = room.journal.snapshot();
  const int revision = find_expected(snapshot, duty, room.clock.today())->line.revision;
  return mark_of(room.journal, actor, RecordResponse{duty, revision, response});
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with responses") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with responses exactly what the table says; the rest is refused") {
  in_each_answer_room([](AnswerRoom& room) {
    struct Row {
      const char* expected;
      people::Actor actor;
      Asked asked;
      std::string marks = {};
    };
    const Asked here{room.duty, room.started.front()}, elsewhere{room.other_duty, room.started.back()};
    std::vector<Row> rows;
    for (const Expected& expected : kExpected) {
      const people::Actor of_body = holder(room, expected.role, room.body, room.planned.id);
      rows.push_back({expected.own_body, of_body, here});
      rows.push_back({expected.another_body, of_body, elsewhere});
      rows.push_back(
          {expected.force_of_the_body, holder(room, expected.role, room.force, std::nullopt), here});
    }
    for (Row& row : rows) row.marks = marks_on_answers(room, row.actor, row.asked);
    for (Row& row : rows) row.marks += mark_on_response(room, row.actor, row.asked.duty);
    for (const Row& row : rows) {
      CAPTURE(row.actor.name);
      CHECK(row.marks == row.expected);
    }
  });
}

}  // namespace sightline::response
