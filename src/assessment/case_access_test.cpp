// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what to a case: every role, every command about cases, in three
// inspections: one the person has to do with, one they have not, and one whose body
// they have declared a conflict of interest with; and in each of them a case that the
// inspectors chose and one that the body chose and audits itself. The tables are the
// expectation.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/case_room_test.h"
#include "inspection/holder_test.h"
#include "people/conflict_service.h"

using namespace sightline;
using namespace sightline::assessment;
using namespace sightline::assessment::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// see the case, draw a sample, add a case, assign a case | the inspectors' assessment: save, submit, return,
// agree, reopen, set text aside
// +  done    -  not permitted, and said so    0  answered as if there were no such case or inspection
struct Expected {
  const char* role;
  const char* chosen_by_inspectors;
  const char* chosen_by_body;
  const char* elsewhere;  ///< Whoever chose the case.
};

constexpr const char* kNothing = "0000000000";
constexpr const char* kNoCase = "0--0000000";
// Handbook §2: roles held everywhere reach every inspection alike, the others only their own.
constexpr Expected kExpected[] = {
    {"administrator", kNothing, kNothing, kNothing},
    {"programme-manager", kNoCase, kNoCase, kNoCase},
    {"methodologist", kNoCase, kNoCase, kNoCase},
    {"moderator", "+-----+++-", "+-----+++-", "+-----+++-"},
    {"analyst", "+---------", "+---------", "+---------"},
    {"editor", kNoCase, kNoCase, kNoCase},
    {"press-officer", kNoCase, kNoCase, kNoCase},
    {"disclosure-reviewer", kNoCase, kNoCase, kNoCase},
    {"evaluator", kNoCase, kNoCase, kNoCase},
    {"home-office-official", kNoCase, kNoCase, kNoCase},
    {"panel-member", kNothing, kNothing, kNothing},
    {"lead-inspector", "++++++---+", "++++++---+", kNothing},
    {"inspector", "+---++---+", "+---++---+", kNothing},
    {"partner-inspector", kNothing, kNothing, kNothing},
    {"hm-inspector", "+---------", "+---------", kNothing},
    {"liaison-officer", kNoCase, kNoCase, kNothing},
    {"body-auditor", kNoCase, "+---000000", kNothing},
    {"chief-officer", kNoCase, kNoCase, kNothing},
    {"local-partner", kNoCase, "+---000000", kNothing},
    {"policing-body-officer", kNothing, kNothing, kNothing},
    {"nobody", kNothing, kNothing, kNothing},
};

// The body's own audit of a case that it chose: save, submit, set text aside. To every other role, and for
// every other case, there is none.
constexpr std::string_view kAuditors[] = {"body-auditor", "local-partner"};
constexpr const char* kOwnAudit = "+++";
constexpr const char* kNoAudit = "000";

/// A case that stands where the next step is possible, brought there by those who may.
struct Ready {
  CaseRoom& room;
  SampleId sample;

  Case begun() const {
    const Case subject = room.add_case(sample);
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(2)}));
    return subject;
  }
  Case submitted() const {
    const Case subject = begun();
    REQUIRE(room.journal.perform(room.ana, SubmitAssessment{room.at(subject, 1)}));
    return subject;
  }
  Case agreed() const {
    const Case subject = submitted();
    REQUIRE(room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 2)}));
    return subject;
  }
  /// What the operator recorded for the body; the case at revision 1 on that side.
  Case audited() const {
    const Case subject = room.add_case(sample);
    REQUIRE(room.journal.perform(
        room.the_operator, SaveAssessment{room.at(subject, 0, AssessorType::Body), CaseRoom::judged(2)}));
    return subject;
  }
};

/// What the question and each command answer this person, in the order of the table.
std::string marks(CaseRoom& room, const people::Actor& actor, ChosenBy chosen_by) {
  static int sample = 0;
  const Ready ready{room, chosen_by == ChosenBy::Body ? room.chosen_by_body : room.chosen_by_inspectors};
  journal::Journal& journal = room.journal;
  std::string row;
  row += mark_of(room.view(actor, ready.begun()).has_value());
  row += mark_of(journal, actor,
                 DrawSample{room.planned.id, by_hand("Sample " + std::to_string(++sample), chosen_by)});
  row += mark_of(journal, actor, AddCase{room.planned.id, ready.sample, "missing"});
  row += mark_of(journal, actor, AssignCase{room.planned.key, ready.begun().number, room.ben.person});
  row += mark_of(journal, actor, SaveAssessment{room.at(ready.begun(), 1), CaseRoom::judged(1)});
  row += mark_of(journal, actor, SubmitAssessment{room.at(ready.begun(), 1)});
  row += mark_of(journal, actor, ReturnAssessment{room.at(ready.submitted(), 2), "Once more."});
  row += mark_of(journal, actor, AgreeAssessment{room.at(ready.submitted(), 2)});
  row += mark_of(journal, actor, ReopenAssessment{room.at(ready.agreed(), 3), "New papers."});
  row += mark_of(journal, actor, SetTextAside{room.at(ready.begun(), 0), CaseRoom::judged(1)});
  return row;
}

/// The same for the body's side of a case.
std::string marks_of_audit(CaseRoom& room, const people::Actor& actor, SampleId sample) {
  const Ready ready{room, sample};
  const auto on_own_side = [&](const Case& subject, int revision) {
    return room.at(subject, revision, AssessorType::Body);
  };
  std::string row;
  row += mark_of(room.journal, actor, SaveAssessment{on_own_side(ready.audited(), 1), CaseRoom::judged(1)});
  row += mark_of(room.journal, actor, SubmitAssessment{on_own_side(ready.audited(), 1)});
  row += mark_of(room.journal, actor, SetTextAside{on_own_side(ready.audited(), 0), CaseRoom::judged(1)});
  return row;
}

/// Both kinds of case, and the body's side of both.
void check_rows(CaseRoom& room, const people::Actor& actor, const char* chosen_by_inspectors,
                const char* chosen_by_body, const char* own_audit) {
  CHECK(marks(room, actor, ChosenBy::Inspectors) == chosen_by_inspectors);
  CHECK(marks(room, actor, ChosenBy::Body) == chosen_by_body);
  CHECK(marks_of_audit(room, actor, room.chosen_by_body) == own_audit);
  CHECK(marks_of_audit(room, actor, room.chosen_by_inspectors) == kNoAudit);
}

}  // namespace

TEST_CASE("every role is in the table of who may do what to a case") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do to a case of an inspection that concerns it exactly what the table says") {
  // Handbook §2
  in_each_room([](CaseRoom& room) {
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      check_rows(room, holder(room, expected.role, room.force, room.planned.id),
                 expected.chosen_by_inspectors, expected.chosen_by_body,
                 std::ranges::count(kAuditors, expected.role) > 0 ? kOwnAudit : kNoAudit);
    }
  });
}

TEST_CASE(
    "roles for another body or another team reach no case here, and are told nothing") {  // Handbook §2.7
  in_each_room([](CaseRoom& room) {
    const people::OrganisationId other = room.organisation("other-force");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      check_rows(room, holder(room, expected.role, other, std::nullopt), expected.elsewhere,
                 expected.elsewhere, kNoAudit);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from every case of that body, without a trace") {
  // Handbook §2.12
  in_each_room([](CaseRoom& room) {
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, room.planned.id);
      REQUIRE(room.journal.perform(actor,
                                   people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
      check_rows(room, actor, kNothing, kNothing, kNoAudit);
    }
  });
}
