// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with findings: every role, every question and command, in three
// inspections: one the person has to do with, one they have not, and one whose body
// they have declared a conflict of interest with. The tables are the expectation.

#include <doctest/doctest.h>

#include <string>

#include "finding/finding_room_test.h"
#include "inspection/holder_test.h"
#include "people/conflict_service.h"

using namespace sightline;
using namespace sightline::finding;
using namespace sightline::finding::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// see the list, see a draft, see an agreed one | draft, revise, support, withdraw | agree, return, reopen
// +  done    -  not permitted, and said so    0  answered as if there were no such finding or inspection
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
};

// Handbook §2: roles held everywhere reach every inspection alike, the others only their own.
constexpr Expected kExpected[] = {
    {"administrator", "0000000000", "0000000000"}, {"programme-manager", "-00-000000", "-00-000000"},
    {"methodologist", "-00-000000", "-00-000000"}, {"moderator", "+++----+++", "+++----+++"},
    {"analyst", "+++++++---", "+++++++---"},       {"editor", "+0+-00000-", "+0+-00000-"},
    {"press-officer", "-00-000000", "-00-000000"}, {"disclosure-reviewer", "-00-000000", "-00-000000"},
    {"evaluator", "-00-000000", "-00-000000"},     {"home-office-official", "-00-000000", "-00-000000"},
    {"panel-member", "0000000000", "0000000000"},  {"lead-inspector", "+++++++---", "0000000000"},
    {"inspector", "+++++++---", "0000000000"},     {"partner-inspector", "0000000000", "0000000000"},
    {"hm-inspector", "+++----+++", "0000000000"},  {"liaison-officer", "-00-000000", "0000000000"},
    {"body-auditor", "-00-000000", "0000000000"},  {"chief-officer", "-00-000000", "0000000000"},
    {"local-partner", "-00-000000", "0000000000"}, {"policing-body-officer", "0000000000", "0000000000"},
    {"nobody", "0000000000", "0000000000"},
};

/// What each question and command answers this person, in the order of the tables.
std::string marks(FindingRoom& room, const people::Actor& actor, const CaseNumber& subject) {
  journal::Journal& journal = room.journal;
  const auto on_case = [&] {
    return *journal.perform(room.ana, SupportFinding{room.on(room.drafted(room.ana)), subject});
  };
  const auto agreed = [&] { return *journal.perform(room.moderator, AgreeFinding{room.on(on_case())}); };
  std::string row;
  row += mark_of(room.list(actor));
  row += mark_of(room.view(actor, room.drafted(room.ana).number));
  row += mark_of(room.view(actor, agreed().number));
  row += mark_of(journal, actor, DraftFinding{room.planned.key, room.weakness()});
  row +=
      mark_of(journal, actor, ReviseFinding{room.on(room.drafted(room.ana)), room.weakness("Other words.")});
  row += mark_of(journal, actor, SupportFinding{room.on(room.drafted(room.ana)), subject});
  row += mark_of(journal, actor, WithdrawSupport{room.on(on_case()), subject});
  row += mark_of(journal, actor, AgreeFinding{room.on(on_case())});
  row += mark_of(journal, actor, ReturnFinding{room.on(on_case()), "Once more."});
  row += mark_of(journal, actor, ReopenFinding{room.on(agreed()), "New papers."});
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with findings") {
  check_names_every_role(kExpected);
}

TEST_CASE(
    "each role may do with the findings of an inspection exactly what the table says; the rest is refused") {
  in_each_finding_room([](FindingRoom& room) {  // Handbook §2
    const CaseNumber subject{room.add_case(room.chosen_by_inspectors).number};
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, room.force, room.planned.id), subject) ==
            expected.where_concerned);
    }
  });
}

TEST_CASE("roles for another body or another team reach no finding here, and are told nothing") {
  in_each_finding_room([](FindingRoom& room) {  // Handbook §2.7
    const CaseNumber subject{room.add_case(room.chosen_by_inspectors).number};
    const people::OrganisationId other = room.organisation("other-force");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, other, std::nullopt), subject) == expected.elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from every finding about that body, without a trace") {
  in_each_finding_room([](FindingRoom& room) {  // Handbook §2.12
    const CaseNumber subject{room.add_case(room.chosen_by_inspectors).number};
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, room.planned.id);
      REQUIRE(room.journal.perform(actor,
                                   people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
      CHECK(marks(room, actor, subject) == "0000000000");
    }
  });
}
