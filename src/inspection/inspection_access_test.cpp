// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what to an inspection: every role, every command and every step of its
// way, in four inspections: one the person has to do with, one they have not, one whose
// body they have declared a conflict of interest with, and one of the public record.
// The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "inspection/room_test.h"

namespace sightline::inspection {
namespace {

using people::testing::check_names_every_role;
using people::testing::mark_of;
using testing::holder;
using testing::in_each_room;
using testing::Room;

// plan one, set the dates, assign oneself, assign somebody else, end a place | announce, postpone, begin
// fieldwork, begin moderation, return to fieldwork, begin reporting, return to moderation, publish | reopen,
// close, reopen the closed
// +  done    -  not permitted, and said so    0  answered as if there were no such inspection
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
};

constexpr const char* kUnseen = "-000000000000000";
constexpr const char* kOnlySeen = "----------------";
// Closing ends the places on the team, so that for them nothing is there to be reopened (Handbook §2.10).
constexpr const char* kSeenUntilClosed = "---------------0";
// Handbook §2.11, §3.17: roles held everywhere reach every inspection alike, the others only their own.
constexpr Expected kExpected[] = {
    {"administrator", kUnseen, kUnseen},
    {"programme-manager", "++-++++++-----++", "++-++++++-----++"},
    {"methodologist", kOnlySeen, kOnlySeen},
    {"moderator", "---------+++-+--", "---------+++-+--"},
    {"analyst", kOnlySeen, kOnlySeen},
    {"editor", "------------+---", "------------+---"},
    {"press-officer", kOnlySeen, kOnlySeen},
    {"disclosure-reviewer", kOnlySeen, kOnlySeen},
    {"evaluator", kOnlySeen, kOnlySeen},
    {"home-office-official", kOnlySeen, kOnlySeen},
    {"panel-member", kUnseen, kUnseen},
    {"lead-inspector", "-+-++++++-----+0", kUnseen},
    {"inspector", kSeenUntilClosed, kUnseen},
    {"partner-inspector", kUnseen, kUnseen},
    {"hm-inspector", kOnlySeen, kUnseen},
    {"liaison-officer", kOnlySeen, kUnseen},
    {"body-auditor", kOnlySeen, kUnseen},
    {"chief-officer", kOnlySeen, kUnseen},
    {"local-partner", kOnlySeen, kUnseen},
    {"policing-body-officer", kUnseen, kUnseen},
    {"nobody", kUnseen, kUnseen},
};

/// An inspection of the force that its holder goes along with from planned to closed; what they are refused,
/// the operator does.
class Way {
 public:
  Way(Room& room, people::PersonId lead, people::PersonId spare)
      : room_(room), spare_(spare), id_(room.planned()) {
    REQUIRE(room.perform(people::the_operator(), AssignMember{id_, lead, TeamRole::LeadInspector}));
  }

  InspectionId id() const { return id_; }

  /// What each command answers this person, in the order of the table.
  std::string marks(const people::Actor& actor) {
    using enum StageAction;
    row_ = mark_of(room_.office.journal, actor, PlanInspection{room_.plan()});
    mark_and_do(actor, SetDates{id_,
                                1,
                                {.fieldwork = Fieldwork{*Period::from_iso("2026-03-02/2026-03-13")},
                                 .report = PartialDate::from_iso("2026-06")}});
    row_ += mark_of(room_.office.journal, actor, AssignMember{id_, *actor.person, TeamRole::Inspector});
    mark_and_do(actor, AssignMember{id_, spare_, TeamRole::Inspector});
    mark_and_do(actor, EndMembership{id_, place_of_the_spare()});
    for (const StageAction action : {Announce, Postpone}) mark_and_do(actor, MoveStage{id_, action});
    move(Announce);
    for (const StageAction action : {BeginFieldwork, BeginModeration, ReturnToFieldwork})
      mark_and_do(actor, MoveStage{id_, action});
    move(BeginModeration);
    for (const StageAction action : {BeginReporting, ReturnToModeration})
      mark_and_do(actor, MoveStage{id_, action});
    move(BeginReporting);
    mark_and_do(actor, MoveStage{id_, Publish});
    mark_and_do(actor, MoveStage{id_, Reopen, "New papers."});
    move(BeginReporting);
    move(Publish);
    mark_and_do(actor, MoveStage{id_, Close});
    mark_and_do(actor, MoveStage{id_, Reopen, "New papers."});
    return row_;
  }

 private:
  template <class Command>
  void mark_and_do(const people::Actor& actor, const Command& command) {
    row_ += mark_of(room_.office.journal, actor, command);
    if (row_.back() != '+') REQUIRE(room_.perform(people::the_operator(), command));
  }
  void move(StageAction action) { REQUIRE(room_.perform(people::the_operator(), MoveStage{id_, action})); }
  MembershipId place_of_the_spare() {
    for (const Member& member : room_.team(id_))
      if (member.person == spare_) return member.id;
    FAIL("the operator assigns whom others may not");
    return MembershipId{0};
  }

  Room& room_;
  people::PersonId spare_;
  InspectionId id_;
  std::string row_;
};

struct Rows {
  explicit Rows(Room& given) : room(given) {}
  Way way() { return {room, *lead.person, *spare.person}; }

  Room& room;
  const people::Actor lead = room.person("lead"), spare = room.person("spare");
};

}  // namespace

TEST_CASE("every role is in the table of who may do what to an inspection") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do to an inspection that concerns it exactly what the table says") {
  in_each_room([](Room& room) {  // Handbook §2
    Rows rows(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      Way way = rows.way();
      CHECK(way.marks(holder(room.office, expected.role, room.force, way.id())) == expected.where_concerned);
    }
  });
}

TEST_CASE("roles for another body or another team reach no inspection here, and are told nothing") {
  in_each_room([](Room& room) {  // Handbook §2.7
    Rows rows(room);
    const people::OrganisationId other = room.office.organisation("southshire");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(rows.way().marks(holder(room.office, expected.role, other, std::nullopt)) == expected.elsewhere);
    }
  });
}

TEST_CASE(
    "a conflict of interest bars every role from planning, moving and manning inspections of that body") {
  in_each_room([](Room& room) {  // Handbook §2.12
    Rows rows(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      Way way = rows.way();
      const people::Actor actor = holder(room.office, expected.role, room.force, way.id());
      room.declare_conflict(actor, room.force);
      CHECK(way.marks(actor) == kUnseen);
    }
  });
}

TEST_CASE("an inspection of the public record has no dates to set, no team and no stages, whoever asks") {
  in_each_room([](Room& room) {
    const InspectionId known = room.known("known-inspection");
    const people::Actor spare = room.person("spare");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room.office, expected.role, room.force, std::nullopt);
      std::string row;
      row += mark_of(room.office.journal, actor, SetDates{known, 1, {}});
      row += mark_of(room.office.journal, actor, AssignMember{known, *spare.person, TeamRole::Inspector});
      row += mark_of(room.office.journal, actor, MoveStage{known, StageAction::Announce});
      CHECK(row == (expected.role == std::string_view("programme-manager") ? "xxx" : "--x"));
    }
  });
}

}  // namespace sightline::inspection
