// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Planning inspections, dating them, staffing them and moving them, through the one
// door and on both engines.

#include "inspection/inspection_service.h"

#include <doctest/doctest.h>

#include "inspection/board_store.h"
#include "inspection/inspection_store.h"
#include "inspection/room_test.h"
#include "inspection/team_store.h"

using namespace sightline;
using namespace sightline::inspection;
using people::testing::is_refused;
using people::testing::is_refused_for;
using sightline::inspection::testing::in_each_room;
using sightline::inspection::testing::Room;

namespace {

std::vector<std::string> names_of(const Page<Candidate>& page) {
  std::vector<std::string> names;
  for (const Candidate& candidate : page.items) names.push_back(candidate.name);
  return names;
}

}  // namespace

TEST_CASE("every query about inspections is understood by both engines") {
  sql::testing::check_queries(inspection::queries());
  sql::testing::check_queries(team_store::queries());
  sql::testing::check_queries(board_store::queries());
}

TEST_CASE("a planned inspection is at the stage Planned, without dates, and as invented as its body") {
  in_each_room([](Room& room) {
    const auto planned = room.perform(room.planner, PlanInspection{room.plan()});
    REQUIRE(planned);
    CHECK(planned->key == "northshire-inspection");
    const Inspection inspection = room.inspection(planned->id);
    CHECK(inspection.stage == Stage::Planned);
    CHECK(inspection.dates == Dates{});
    CHECK(inspection.dates_revision == 1);
    CHECK(inspection.origin == Origin::Own);
    CHECK(inspection.reality == people::Reality::Invented);
  });
}

TEST_CASE("two inspections of one title get keys of their own") {
  in_each_room([](Room& room) {
    CHECK(room.perform(room.planner, PlanInspection{room.plan()})->key == "northshire-inspection");
    CHECK(room.perform(room.planner, PlanInspection{room.plan()})->key == "northshire-inspection-2");
    Plan plan = room.plan();
    plan.title = "…";
    CHECK(room.perform(room.planner, PlanInspection{plan})->key == "inspection");
  });
}

TEST_CASE("planning an inspection is refused without the permission, and with a conflict of interest") {
  in_each_room([](Room& room) {
    const auto analyst = room.person("analyst", {{people::Role::Analyst, {}}});
    CHECK(is_refused(room.perform(analyst, PlanInspection{room.plan()}), Refusal::Kind::NotPermitted));
    room.declare_conflict(room.planner, room.force);
    CHECK(is_refused(room.perform(room.planner, PlanInspection{room.plan()}), Refusal::Kind::NotPermitted));
  });
}

TEST_CASE("planning an inspection is refused at the field that names what is not there") {
  in_each_room([](Room& room) {
    Plan plan = room.plan();
    plan.body = people::OrganisationId{9999};
    CHECK(is_refused_for(room.perform(room.planner, PlanInspection{plan}), "body"));
    plan = room.plan();
    plan.programme = programme::ProgrammeId{9999};
    CHECK(is_refused_for(room.perform(room.planner, PlanInspection{plan}), "programme"));
    plan = room.plan();
    plan.framework = programme::FrameworkVersionId{9999};
    CHECK(is_refused_for(room.perform(room.planner, PlanInspection{plan}), "framework"));
    plan = room.plan();
    plan.follows = InspectionId{9999};
    CHECK(is_refused_for(room.perform(room.planner, PlanInspection{plan}), "follows"));
  });
}

TEST_CASE("setting dates keeps what they were and counts the revision up") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const Dates dates{.fieldwork = Fieldwork{*Period::from_iso("2026-03"), Sense::Window},
                      .report = PartialDate::from_iso("2026-06"),
                      .web = PartialDate::from_iso("2026-06-05")};
    REQUIRE(room.perform(room.planner, SetDates{id, 1, dates}));
    CHECK(room.inspection(id).dates == dates);
    CHECK(room.inspection(id).dates_revision == 2);
    REQUIRE(room.perform(room.planner, SetDates{id, 2, {}}));
    CHECK(room.inspection(id).dates == Dates{});
    CHECK(room.count("select count(*) as n from inspection_dates") == 3);
  });
}

TEST_CASE("setting dates over somebody else's is refused as a conflict") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    REQUIRE(room.perform(room.planner, SetDates{id, 1, {.report = PartialDate::from_iso("2026")}}));
    CHECK(is_refused(room.perform(room.planner, SetDates{id, 1, {}}), Refusal::Kind::Conflict));
    CHECK(room.inspection(id).dates.report == PartialDate::from_iso("2026"));
  });
}

TEST_CASE("setting dates is refused without the permission, for the public record and for what cannot be") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    CHECK(is_refused(room.perform(inspector, SetDates{id, 1, {}}), Refusal::Kind::NotPermitted));
    CHECK(is_refused(room.perform(room.planner, SetDates{room.known("known-inspection"), 1, {}}),
                     Refusal::Kind::WrongState));
    const Dates impossible{.fieldwork = Fieldwork{*Period::from_iso("2026-03")},
                           .report = PartialDate::from_iso("2025")};
    CHECK(is_refused_for(room.perform(room.planner, SetDates{id, 1, impossible}), "report"));
    CHECK(
        is_refused(room.perform(room.planner, SetDates{InspectionId{9999}, 1, {}}), Refusal::Kind::NotFound));
  });
}

TEST_CASE("a lead inspector may do on the own inspection what the planner may, and nowhere else") {
  in_each_room([](Room& room) {
    const InspectionId own = room.planned();
    const InspectionId other = room.planned();
    const auto lead = room.member_of(own, "lead", TeamRole::LeadInspector);
    CHECK(room.perform(lead, SetDates{own, 1, {}}));
    CHECK(is_refused(room.perform(lead, SetDates{other, 1, {}}), Refusal::Kind::NotFound));
  });
}

TEST_CASE("somebody put on the team sees the inspection until the membership ends") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto ana = room.person("ana");
    CHECK(room.permissions(ana, id).none());
    const auto membership = room.perform(room.planner, AssignMember{id, *ana.person, TeamRole::Inspector});
    REQUIRE(membership);
    CHECK(room.permissions(ana, id).may(people::Permission::AssessCases));
    REQUIRE(room.perform(room.planner, EndMembership{id, *membership}));
    CHECK(room.permissions(ana, id).none());
    const auto team = room.team(id);
    REQUIRE(team.size() == 1);
    CHECK(team[0].left_at);
  });
}

TEST_CASE("assigning somebody with a conflict of interest is refused without saying what it is") {  // §2.15
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto ana = room.person("ana");
    room.declare_conflict(ana, room.force);
    const auto refused = room.perform(room.planner, AssignMember{id, *ana.person, TeamRole::Inspector});
    REQUIRE(is_refused_for(refused, "person"));
    CHECK(refused.refusal().fields[0].message == "ana has a conflict of interest and cannot join this team.");
  });
}

TEST_CASE("a conflict towards a force bars from the joint inspections of the areas it polices") {  // §2.16
  in_each_room([](Room& room) {
    const auto area = room.organisation("northtown", people::OrganisationKind::LocalAuthorityArea);
    room.police(area, room.force);
    Plan plan = room.plan();
    plan.kind = Kind::JointTargetedAreaInspection;
    plan.body = area;
    const InspectionId id = room.perform(room.planner, PlanInspection{plan})->id;
    const auto ana = room.person("ana");
    room.declare_conflict(ana, room.force);
    CHECK(is_refused_for(room.perform(room.planner, AssignMember{id, *ana.person, TeamRole::Inspector}),
                         "person"));
  });
}

TEST_CASE("assigning is refused for who is on the team, works for the body or is not there") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    CHECK(is_refused_for(
        room.perform(room.planner, AssignMember{id, *inspector.person, TeamRole::LeadInspector}), "person"));
    const auto auditor = room.person("auditor", {{people::Role::BodyAuditor, room.force}});
    CHECK(is_refused_for(room.perform(room.planner, AssignMember{id, *auditor.person, TeamRole::Inspector}),
                         "person"));
    CHECK(is_refused_for(
        room.perform(room.planner, AssignMember{id, people::PersonId{9999}, TeamRole::Inspector}), "person"));
  });
}

TEST_CASE("whoever runs the system joins no team, and whoever is on a team is not made administrator") {
  // Handbook §2.11
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto administrator = room.person("administrator", {{people::Role::Administrator, {}}});
    CHECK(is_refused_for(
        room.perform(room.planner, AssignMember{id, *administrator.person, TeamRole::Inspector}), "person"));
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    const people::GrantRole promote{*inspector.person, {people::Role::Administrator, {}}};
    CHECK(is_refused(room.perform(people::the_operator(), promote), Refusal::Kind::WrongState));
    REQUIRE(room.perform(room.planner, EndMembership{id, room.team(id).at(0).id}));
    CHECK(room.perform(people::the_operator(), promote));
  });
}

TEST_CASE("whoever is on the team that inspects a body is given no role for that body") {  // Handbook §2.13
  in_each_room([](Room& room) {
    const auto inspector = room.member_of(room.planned(), "inspector", TeamRole::Inspector);
    CHECK(is_refused(
        room.perform(people::the_operator(),
                     people::GrantRole{*inspector.person, {people::Role::BodyAuditor, room.force}}),
        Refusal::Kind::WrongState));
    const auto other = room.organisation("southshire", people::OrganisationKind::PoliceForce);
    CHECK(room.perform(people::the_operator(),
                       people::GrantRole{*inspector.person, {people::Role::BodyAuditor, other}}));
  });
}

TEST_CASE("assigning somebody is refused to an inspector of the team, and on the public record") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    const auto ana = room.person("ana");
    CHECK(is_refused(room.perform(inspector, AssignMember{id, *ana.person, TeamRole::Inspector}),
                     Refusal::Kind::NotPermitted));
    const InspectionId known = room.known("known-inspection");
    CHECK(is_refused(room.perform(room.planner, AssignMember{known, *ana.person, TeamRole::Inspector}),
                     Refusal::Kind::WrongState));
  });
}

TEST_CASE("those offered for a team are those who could be assigned, whatever is searched for") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto member = room.member_of(id, "already-on-it", TeamRole::Inspector);
    const auto auditor = room.person("at-the-body", {{people::Role::BodyAuditor, room.force}});
    const auto conflicted = room.person("in-conflict");
    room.declare_conflict(conflicted, room.force);
    const auto administrator = room.person("administrator", {{people::Role::Administrator, {}}});
    const auto free = room.person("free");
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const Inspection inspection = room.inspection(id);
    CHECK(names_of(candidates_for(snapshot, inspection, "", 1)) ==
          std::vector<std::string>{"free", "planner"});
    for (const people::Actor& barred : {member, auditor, conflicted, administrator}) {
      CAPTURE(barred.name);
      CHECK(candidates_for(snapshot, inspection, barred.name, 1).cut.total == 0);
      CHECK_FALSE(candidate_for(snapshot, inspection, *barred.person));
      CHECK_FALSE(room.perform(room.planner, AssignMember{id, *barred.person, TeamRole::Inspector}));
    }
    CHECK(candidate_for(snapshot, inspection, *free.person)->email == "free@example.org");
    CHECK_FALSE(candidate_for(snapshot, inspection, people::PersonId{9999}));
  });
}

TEST_CASE("those offered for a team are found by a part of their name, a page at a time") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    for (const char* name : {"Ana_Reed", "Hanna.Reed", "anabel", "Bo.Reed"}) room.person(name);
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const Inspection inspection = room.inspection(id);
    CHECK(names_of(candidates_for(snapshot, inspection, " ANA ", 1)) ==
          std::vector<std::string>{"Ana_Reed", "anabel"});
    CHECK(names_of(candidates_for(snapshot, inspection, "_", 1)) == std::vector<std::string>{"Ana_Reed"});
    CHECK(names_of(candidates_for(snapshot, inspection, "%", 1)).empty());
    const Page<Candidate> second = candidates_for(snapshot, inspection, "reed", 2, 2);
    CHECK(second.cut.total == 3);
    CHECK(names_of(second) == std::vector<std::string>{"Hanna.Reed"});
  });
}

TEST_CASE("ending a membership is refused without the permission, twice, and for the last lead under way") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto lead = room.member_of(id, "lead", TeamRole::LeadInspector);
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    const MembershipId of_lead = room.team(id)[0].id;
    const MembershipId of_inspector = room.team(id)[1].id;
    CHECK(is_refused(room.perform(inspector, EndMembership{id, of_lead}), Refusal::Kind::NotPermitted));
    CHECK(is_refused(room.perform(room.planner, EndMembership{id, MembershipId{9999}}),
                     Refusal::Kind::NotFound));
    CHECK(is_refused(room.perform(room.person("outsider"), EndMembership{id, of_lead}),
                     Refusal::Kind::NotFound));
    const InspectionId other = room.planned();
    CHECK(is_refused(room.perform(room.planner, EndMembership{other, of_lead}), Refusal::Kind::NotFound));
    room.begin_fieldwork(id);
    CHECK(is_refused(room.perform(room.planner, EndMembership{id, of_lead}), Refusal::Kind::WrongState));
    REQUIRE(room.perform(lead, EndMembership{id, of_inspector}));
    CHECK(is_refused(room.perform(room.planner, EndMembership{id, of_inspector}), Refusal::Kind::WrongState));
  });
}

TEST_CASE("moving the stage is recorded, and refused to whom the step is not open") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    REQUIRE(
        room.perform(room.planner, SetDates{id, 1, {.fieldwork = Fieldwork{*Period::from_iso("2026-03")}}}));
    CHECK(is_refused(room.perform(inspector, MoveStage{id, StageAction::Announce}),
                     Refusal::Kind::NotPermitted));
    CHECK(is_refused(room.perform(room.person("outsider"), MoveStage{id, StageAction::Announce}),
                     Refusal::Kind::NotFound));
    CHECK(*room.perform(room.planner, MoveStage{id, StageAction::Announce}) == Stage::Announced);
    CHECK(is_refused(room.perform(room.planner, MoveStage{id, StageAction::Announce}),
                     Refusal::Kind::WrongState));
    CHECK(room.inspection(id).stage == Stage::Announced);
    CHECK(room.count("select count(*) as n from inspection_stage") == 2);
  });
}

TEST_CASE("closing an inspection ends every place on its team, and with it what the team could see") {
  // Handbook §2.10
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto lead = room.member_of(id, "lead", TeamRole::LeadInspector);
    const auto inspector = room.member_of(id, "inspector", TeamRole::Inspector);
    room.close(id);
    CHECK(room.permissions(lead, id).none());
    CHECK(room.permissions(inspector, id).none());
    for (const Member& member : room.team(id)) CHECK(member.left_at == room.office.clock.now());
    CHECK(room.permissions(room.planner, id).may(people::Permission::PlanInspections));
  });
}

TEST_CASE("closing one inspection leaves the team of another as it was") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned(), other = room.planned();
    const auto lead = room.member_of(id, "lead", TeamRole::LeadInspector);
    REQUIRE(room.perform(room.planner, AssignMember{other, *lead.person, TeamRole::Inspector}));
    room.close(id);
    CHECK(room.permissions(lead, other).may(people::Permission::AssessCases));
  });
}

TEST_CASE(
    "a closed inspection is reopened with a reason, is given a team anew, and goes back to moderation") {
  // Handbook §3.18
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const auto lead = room.member_of(id, "lead", TeamRole::LeadInspector);
    const auto moderator = room.person("moderator", {{people::Role::Moderator, {}}});
    room.close(id);
    const AssignMember again{id, *lead.person, TeamRole::LeadInspector};
    CHECK(is_refused(room.perform(room.planner, again), Refusal::Kind::WrongState));
    CHECK(is_refused_for(room.perform(room.planner, MoveStage{id, StageAction::Reopen, " "}), "reason"));
    CHECK(is_refused(room.perform(moderator, MoveStage{id, StageAction::Reopen, "Minutes were found."}),
                     Refusal::Kind::NotPermitted));
    REQUIRE(room.perform(room.planner, MoveStage{id, StageAction::Reopen, " Minutes were found. "}));
    CHECK(room.inspection(id).stage == Stage::Published);
    CHECK(room.inspection(id).stage_reason == "Minutes were found.");
    REQUIRE(room.perform(room.planner, again));
    REQUIRE(room.perform(moderator, MoveStage{id, StageAction::Reopen, "They change a grade."}));
    CHECK(room.inspection(id).stage == Stage::Moderation);

    sql::Snapshot snapshot = room.office.journal.snapshot();
    const std::vector<Reopening> why = reopenings_of(snapshot, moderator, id);
    REQUIRE(why.size() == 2);
    CHECK(why[0].reason == "Minutes were found.");
    CHECK(why[1].to == Stage::Moderation);
    const auto editor = room.person("editor", {{people::Role::Editor, {}}});
    CHECK(reopenings_of(snapshot, editor, id).empty());
  });
}

TEST_CASE("the team and the history of an inspection are empty to whoever may not see it") {  // Handbook §2.7
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    room.member_of(id, "inspector", TeamRole::Inspector);
    const auto stranger = room.person("stranger");
    sql::Snapshot snapshot = room.office.journal.snapshot();
    CHECK(team_of(snapshot, stranger, id).empty());
    CHECK(history_of(snapshot, stranger, id).cut.total == 0);
    CHECK(team_of(snapshot, room.planner, id).size() == 1);
    CHECK(history_of(snapshot, room.planner, id).cut.total == 2);
  });
}

TEST_CASE("the history tells in sentences who did what, newest first") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    REQUIRE(room.perform(room.planner, SetDates{id, 1, {}}));
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto history = history_of(snapshot, room.planner, id).items;
    REQUIRE(history.size() == 2);
    CHECK(history[0].person == "planner");
    CHECK(did(history[0]) == "set the dates of the inspection");
    CHECK(did(history[1]) == "planned the inspection");
  });
}

TEST_CASE("the history of an inspection goes back to its plan, a page at a time") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    room.member_of(id, "inspector", TeamRole::Inspector);
    REQUIRE(room.perform(room.planner, SetDates{id, 1, {}}));
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const auto latest = history_of(snapshot, room.planner, id, 1, 2);
    CHECK(latest.items.size() == 2);
    const auto earliest = history_of(snapshot, room.planner, id, 9, 2);
    CHECK(earliest.cut.number == 2);
    REQUIRE(earliest.items.size() == 1);
    CHECK(did(earliest.items.front()) == "planned the inspection");
  });
}

TEST_CASE("an inspection of the public record is kept with everything its source says") {
  in_each_room([](Room& room) {
    KnownInspection known = room.known_details("gwent-inspection");
    known.dates = {.fieldwork = Fieldwork{*Period::from_iso("2019-02-04/2019-02-15")},
                   .report = PartialDate::from_iso("2019-06"),
                   .web = PartialDate::from_iso("2022-09-22")};
    known.record.part = "quarter 3";
    known.record.fieldwork_as_reported = "early 2019";
    known.record.counted_in_64 = Counted::Likely;
    known.record.recommendations = 9;
    known.record.further_source = "Another page.";
    known.record.note = "A note.";
    const InspectionId id = room.record(known);
    const Inspection found = room.inspection(id);
    CHECK(found.key == "gwent-inspection");
    CHECK(found.origin == Origin::PublicRecord);
    CHECK_FALSE(found.stage);
    CHECK(found.dates == known.dates);
    CHECK(found.record.part == known.record.part);
    CHECK(found.record.fieldwork_as_reported == known.record.fieldwork_as_reported);
    CHECK(found.record.counted_in_64 == known.record.counted_in_64);
    CHECK(found.record.recommendations == 9);
    CHECK(found.record.source == known.record.source);
    CHECK(found.record.further_source == known.record.further_source);
    CHECK(found.record.note == "A note.");
  });
}

TEST_CASE("a known inspection recorded twice changes nothing, and other facts under its key are refused") {
  in_each_room([](Room& room) {
    KnownInspection known = room.known_details("gwent-inspection");
    known.dates.report = PartialDate::from_iso("2019-06");
    const InspectionId id = room.record(known);
    const auto again = room.try_to_record(known);
    CHECK(again->was == OnRecord::Already);
    CHECK(again->id == id);
    known.dates.report = PartialDate::from_iso("2019-07");
    CHECK(is_refused(room.try_to_record(known), Refusal::Kind::Conflict));
    room.planned();
    CHECK(
        is_refused(room.try_to_record(room.known_details("northshire-inspection")), Refusal::Kind::Conflict));
  });
}

TEST_CASE("an inspection of the public record needs a key of its own and a source") {
  in_each_room([](Room& room) {
    CHECK(room.refused_record(room.known_details("Gwent inspection")) == "key");
    KnownInspection known = room.known_details("gwent-review");
    known.record.source.reset();
    CHECK(room.refused_record(known) == "source");
    known = room.known_details("gwent-review");
    known.title = " ";
    CHECK(room.refused_record(known) == "title");
  });
}
