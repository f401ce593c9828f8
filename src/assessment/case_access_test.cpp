// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what to a case: every role, every command about cases, in three
// inspections: one the person has to do with, one they have not, and one whose body
// they have declared a conflict of interest with. The tables are the expectation.

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "assessment/case_room_test.h"
#include "people/conflict_service.h"

using namespace sightline;
using namespace sightline::assessment;
using namespace sightline::assessment::testing;

namespace {

// draw a sample, add a case, assign a case, save, submit, return, agree, reopen, set text aside
// +  done    -  not permitted, and said so    0  answered as if there were no such case or inspection
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
};

// Handbook §2: roles held everywhere reach every inspection alike, the others only their own.
constexpr Expected kExpected[] = {
    {"administrator", "000000000", "000000000"},   {"programme-manager", "--0000000", "--0000000"},
    {"methodologist", "--0000000", "--0000000"},   {"moderator", "-----+++-", "-----+++-"},
    {"analyst", "---------", "---------"},         {"editor", "--0000000", "--0000000"},
    {"press-officer", "--0000000", "--0000000"},   {"disclosure-reviewer", "--0000000", "--0000000"},
    {"lead-inspector", "+++++---+", "000000000"},  {"inspector", "---++---+", "000000000"},
    {"liaison-officer", "--0000000", "000000000"}, {"body-auditor", "--0000000", "000000000"},
    {"chief-officer", "--0000000", "000000000"},   {"policing-body-officer", "000000000", "000000000"},
    {"nobody", "000000000", "000000000"},
};

template <class T>
char mark_of(const Result<T>& result) {
  if (result) return '+';
  CHECK((result.refusal().kind == Refusal::Kind::NotPermitted ||
         result.refusal().kind == Refusal::Kind::NotFound));
  return result.refusal().kind == Refusal::Kind::NotPermitted ? '-' : '0';
}

/// A case that stands where the next step is possible, brought there by those who may.
struct Ready {
  CaseRoom& room;
  people::Actor author;
  people::Actor agreer;

  Case begun() const {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(author, SaveAssessment{room.at(subject, 0), CaseRoom::judged(2)}));
    return subject;
  }
  Case submitted() const {
    const Case subject = begun();
    REQUIRE(room.journal.perform(author, SubmitAssessment{room.at(subject, 1)}));
    return subject;
  }
  Case agreed() const {
    const Case subject = submitted();
    REQUIRE(room.journal.perform(agreer, AgreeAssessment{room.at(subject, 2)}));
    return subject;
  }
};

/// What each command answers this person, in the order of the tables.
std::string marks(CaseRoom& room, const people::Actor& actor) {
  static int sample = 0;
  const Ready ready{room, room.ana, room.moderator};
  journal::Journal& journal = room.journal;
  std::string row;
  row += mark_of(journal.perform(
      actor,
      DrawSample{room.planned.id, by_hand("Sample " + std::to_string(++sample), ChosenBy::Inspectors)}));
  row += mark_of(journal.perform(actor, AddCase{room.planned.id, room.chosen_by_inspectors, "missing"}));
  row += mark_of(journal.perform(actor, AssignCase{room.planned.key, ready.begun().number, room.ben.person}));
  row += mark_of(journal.perform(actor, SaveAssessment{room.at(ready.begun(), 1), CaseRoom::judged(1)}));
  row += mark_of(journal.perform(actor, SubmitAssessment{room.at(ready.begun(), 1)}));
  row += mark_of(journal.perform(actor, ReturnAssessment{room.at(ready.submitted(), 2), "Once more."}));
  row += mark_of(journal.perform(actor, AgreeAssessment{room.at(ready.submitted(), 2)}));
  row += mark_of(journal.perform(actor, ReopenAssessment{room.at(ready.agreed(), 3), "New papers."}));
  row += mark_of(journal.perform(actor, SetTextAside{room.at(ready.begun(), 0), CaseRoom::judged(1)}));
  return row;
}

/// Somebody who holds `role` where it reaches: everywhere, for `body`, or on the team.
people::Actor holder(CaseRoom& room, const std::string& role, people::OrganisationId body,
                     const std::string& suffix) {
  const std::optional<Role> known = from_word<Role>(role);
  if (!known) return room.person(role + suffix);
  switch (people::describe(*known).reach) {
    case people::Reach::Everywhere:
      return room.person(role + suffix, {{.role = *known, .organisation = {}}});
    case people::Reach::OneOrganisation:
      return room.person(role + suffix, {{.role = *known, .organisation = body}});
    case people::Reach::OneInspection:
      break;
  }
  const people::Actor member = room.person(role + suffix);
  if (body == room.force)
    REQUIRE(room.journal.perform(
        room.the_operator,
        inspection::AssignMember{room.planned.id, *member.person, *from_word<inspection::TeamRole>(role)}));
  return member;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what to a case") {
  for (const people::RoleDescription& description : people::roles()) {
    CAPTURE(word(description.role));
    CHECK(std::ranges::count(kExpected, word(description.role),
                             [](const Expected& row) { return std::string_view(row.role); }) == 1);
  }
}

TEST_CASE("each role may do to a case of an inspection that concerns it exactly what the table says") {
  // Handbook §2
  in_each_room([](CaseRoom& room) {
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, room.force, "-here")) == expected.where_concerned);
    }
  });
}

TEST_CASE(
    "roles for another body or another team reach no case here, and are told nothing") {  // Handbook §2.7
  in_each_room([](CaseRoom& room) {
    const people::OrganisationId other = room.organisation("other-force");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, other, "-elsewhere")) == expected.elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from every case of that body, without a trace") {
  // Handbook §2.12
  in_each_room([](CaseRoom& room) {
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, "-barred");
      REQUIRE(room.journal.perform(actor,
                                   people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
      CHECK(marks(room, actor) == "000000000");
    }
  });
}
