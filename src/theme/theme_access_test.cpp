// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with codebook and codings: every role, every command and question,
// in an inspection the person has to do with, in one they have not, and with a
// conflict of interest. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "theme/theme_room_test.h"

using namespace sightline;
using namespace sightline::theme;
using namespace sightline::theme::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// see the codebook, passages of a theme, a coded document; add, revise, retire a theme; code a passage, write
// its memo, remove somebody else's coding
// +  done    -  not permitted, and said so    0  answered as if it were not there
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
  const char* with_conflict;
};

constexpr const char* kNothing = "000000000";
constexpr Expected kExpected[] = {
    {"administrator", kNothing, kNothing, kNothing},
    {"programme-manager", kNothing, kNothing, kNothing},
    {"methodologist", kNothing, kNothing, kNothing},
    {"moderator", "+++------", "+++------", kNothing},
    {"analyst", "+++++++-+", "+++++++-+", "++0+++000"},
    {"editor", kNothing, kNothing, kNothing},
    {"press-officer", kNothing, kNothing, kNothing},
    {"disclosure-reviewer", kNothing, kNothing, kNothing},
    {"evaluator", kNothing, kNothing, kNothing},
    {"home-office-official", kNothing, kNothing, kNothing},
    {"panel-member", kNothing, kNothing, kNothing},
    {"lead-inspector", "+++---+--", kNothing, kNothing},
    {"inspector", "+++---+--", kNothing, kNothing},
    {"partner-inspector", kNothing, kNothing, kNothing},
    {"hm-inspector", "+++------", kNothing, kNothing},
    {"liaison-officer", kNothing, kNothing, kNothing},
    {"body-auditor", kNothing, kNothing, kNothing},
    {"chief-officer", kNothing, kNothing, kNothing},
    {"local-partner", kNothing, kNothing, kNothing},
    {"policing-body-officer", kNothing, kNothing, kNothing},
    {"nobody", kNothing, kNothing, kNothing},
};

std::string marks(ThemeRoom& room, const people::Actor& actor) {
  static int asked = 0;
  const std::string fresh = "fresh-" + std::to_string(++asked), spare = "spare-" + std::to_string(asked);
  room.add(spare);
  const CodingId others = room.perform(people::the_operator(), room.passage(0, 3, {spare}))->codings.at(0);
  std::string row;
  row += mark_of(room.codebook(actor));
  row += mark_of(room.passages(actor, "risk"));
  row += mark_of(room.coded(actor));
  row += mark_of(room.office.journal, actor, AddTheme(room.theme(fresh)));
  row += mark_of(room.office.journal, actor,
                 ReviseTheme{room.programme_key, spare, 1, {"Revised " + spare, "Anew."}});
  row += mark_of(room.office.journal, actor, CodePassage(room.passage(0, 3, {spare})));
  row += mark_of(room.office.journal, actor, WriteMemo{room.key, 1, others, "A memo."});
  row += mark_of(room.office.journal, actor, RemoveCoding{room.key, 1, others});
  row.insert(5, 1, mark_of(room.office.journal, actor, RetireTheme{room.programme_key, spare}));
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with themes") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with codebook and codings exactly what the table says; the rest is refused") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §2.8
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room.office, expected.role, room.force, room.id)) == expected.where_concerned);
    }
  });
}

TEST_CASE(
    "roles for another body or another team reach no codebook and no coding here, and are told nothing") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §2.7
    const auto other = room.office.organisation("other-force");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room.office, expected.role, other, std::nullopt)) == expected.elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from what is coded about that body, without a trace") {
  in_each_theme_room([](ThemeRoom& room) {  // Handbook §2.12
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room.office, expected.role, room.force, room.id);
      room.declare_conflict(actor, room.force);
      CHECK(marks(room, actor) == expected.with_conflict);
    }
  });
}
