// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with evaluations: every role and every command, and who reads what
// was withdrawn. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "evaluation/evaluation_room_test.h"
#include "inspection/holder_test.h"

namespace sightline::evaluation {
namespace {

using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;
using testing::EvaluationRoom;
using testing::in_each_evaluation_room;

// attach, withdraw | read one, read one that was withdrawn
// +  done    -  not permitted, and said so    0  answered as if it were not there
struct Expected {
  const char* role;
  const char* marks;
};

// Handbook §13.4
constexpr const char* kReader = "--+0";
constexpr Expected kExpected[] = {
    {"administrator", kReader}, {"programme-manager", kReader},
    {"methodologist", kReader}, {"moderator", kReader},
    {"analyst", kReader},       {"editor", "++++"},
    {"press-officer", kReader}, {"disclosure-reviewer", kReader},
    {"evaluator", kReader},     {"home-office-official", kReader},
    {"panel-member", kReader},  {"lead-inspector", kReader},
    {"inspector", kReader},     {"partner-inspector", kReader},
    {"hm-inspector", kReader},  {"liaison-officer", kReader},
    {"body-auditor", kReader},  {"chief-officer", kReader},
    {"local-partner", kReader}, {"policing-body-officer", kReader},
    {"nobody", kReader},
};

std::string marks(EvaluationRoom& room, const people::Actor& actor) {
  const auto attached = [&] {
    static int words = 0;
    return room.attachment("Words number " + std::to_string(++words));
  };
  const std::int64_t kept = room.journal.perform(room.editor, attached())->number;
  const std::int64_t withdrawn = room.journal.perform(room.editor, attached())->number;
  REQUIRE(room.journal.perform(room.editor, WithdrawEvaluation{"a-report", withdrawn, "Gone."}));
  const auto reads = [&](std::int64_t number) {
    sql::Snapshot snapshot = room.journal.snapshot();
    return evaluation_view(snapshot, actor, "a-report", number)->content.has_value();
  };
  std::string row;
  row += mark_of(room.journal, actor, AttachEvaluation(attached()));
  row +=
      mark_of(room.journal, actor,
              WithdrawEvaluation{"a-report", room.journal.perform(room.editor, attached())->number, "Gone."});
  row += mark_of(reads(kept));
  row += mark_of(reads(withdrawn));
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with evaluations") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with evaluations exactly what the table says; the rest is refused") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, room.force, room.planned.id)) == expected.marks);
    }
  });
}

}  // namespace sightline::evaluation
