// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with figures: every role, every command and question, for those who
// have to do with an inspection and those who have not. The table is the expectation.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "figure/figure_room_test.h"
#include "inspection/holder_test.h"
#include "people/conflict_service.h"

using namespace sightline;
using namespace sightline::figure;
using namespace sightline::figure::testing;
using inspection::testing::holder;
using people::Role;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// programmes, list, one figure, work out, offer choices | define, revise
// +  done    -  not permitted, and said so
constexpr const char* kNothing =
    "-----"
    "--";
constexpr const char* kReading =
    "++++-"
    "--";
constexpr const char* kEverything =
    "+++++"
    "++";

// Handbook §2.8: only analysts and editors define them, wherever an inspection is.
struct Expected {
  const char* role;
  const char* answers;
};
constexpr Expected kExpected[] = {
    {"administrator", kNothing}, {"programme-manager", kNothing},
    {"methodologist", kNothing}, {"moderator", kNothing},
    {"analyst", kEverything},    {"editor", kEverything},
    {"press-officer", kReading}, {"disclosure-reviewer", kReading},
    {"evaluator", kNothing},     {"home-office-official", kNothing},
    {"panel-member", kNothing},  {"lead-inspector", kNothing},
    {"inspector", kNothing},     {"partner-inspector", kNothing},
    {"hm-inspector", kReading},  {"liaison-officer", kNothing},
    {"body-auditor", kNothing},  {"chief-officer", kNothing},
    {"local-partner", kNothing}, {"policing-body-officer", kNothing},
    {"nobody", kNothing},
};

std::string marks(FigureRoom& room, const people::Actor& actor) {
  static int asked = 0;
  const std::string fresh = "fresh-" + std::to_string(++asked), spare = "spare-" + std::to_string(asked);
  room.defined(spare, room.share());
  std::string row;
  {
    sql::Snapshot snapshot = room.journal.snapshot();
    row += mark_of(programmes_with_figures(snapshot, actor));
    row += mark_of(figures_of(snapshot, actor, "invented", 1));
    row += mark_of(find_figure(snapshot, actor, "invented", spare));
    row += mark_of(work_out(snapshot, actor, "invented", spare));
    row += mark_of(choices_for(snapshot, actor, "invented"));
  }
  row += mark_of(room.journal, actor, DefineFigure{"invented", fresh, room.share()});
  row += mark_of(room.journal, actor, ReviseFigure{"invented", spare, 1, FigureRoom::details(Inspections{})});
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with figures") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with figures exactly what the table says; the rest is refused") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, room.force, room.planned.id)) == expected.answers);
    }
  });
}

TEST_CASE(
    "a figure comes to the same for somebody with a conflict of interest, who sees none of its records") {
  in_each_figure_room([](FigureRoom& room) {  // Handbook §7.30, §2.12
    room.publish();
    room.defined("inadequate", room.share());
    const people::Actor barred = room.person("barred", {{.role = Role::Analyst, .organisation = {}}});
    REQUIRE(room.journal.perform(barred,
                                 people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const Result<Worked> worked = work_out(snapshot, barred, "invented", "inadequate");
    REQUIRE(worked);
    CHECK(worked->value == work_out(snapshot, room.analyst, "invented", "inadequate")->value);
    CHECK(room.explained(barred, worked->value).shown.items.empty());
  });
}
