// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what in which inspection: the view inspection_permission as a table of
// every role, in the inspection it concerns and in another, with and without a
// conflict of interest. Handbook §2.7-2.12, §9.2.

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>

#include "inspection/area_service.h"
#include "inspection/holder_test.h"
#include "inspection/room_test.h"

using namespace sightline;
using namespace sightline::inspection;
using people::Role;
using sightline::inspection::testing::in_each_room;
using sightline::inspection::testing::Room;

namespace {

/// What somebody holding `role` gets, in words of one letter a permission, in their order in people/role.h:
/// Board, Plan, Team, seE cases, pRepare, Assess, aUdit own, Moderate, Frameworks, pubLish, reSponses. A
/// dash: invisible.
struct Row {
  Role role;
  std::string_view here;   ///< In the inspection of the force: on its team, or holding the role for it.
  std::string_view there;  ///< In an inspection of another force.
};

// The role's own line in people/role.cpp, wherever it reaches; nothing elsewhere.
constexpr Row kAccess[] = {
    {Role::Administrator, "-", "-"},   {Role::ProgrammeManager, "BPT", "BPT"},
    {Role::Methodologist, "BF", "BF"}, {Role::Moderator, "BEM", "BEM"},
    {Role::Analyst, "BE", "BE"},       {Role::Editor, "BLS", "BLS"},
    {Role::PressOfficer, "B", "B"},    {Role::DisclosureReviewer, "B", "B"},
    {Role::Evaluator, "B", "B"},       {Role::HomeOfficeOfficial, "B", "B"},
    {Role::PanelMember, "-", "-"},     {Role::LeadInspector, "BPTERA", "-"},
    {Role::Inspector, "BEA", "-"},     {Role::PartnerInspector, "-", "-"},
    {Role::HmInspector, "BE", "-"},    {Role::LiaisonOfficer, "B", "-"},
    {Role::BodyAuditor, "BU", "-"},    {Role::ChiefOfficer, "B", "-"},
    {Role::LocalPartner, "BU", "-"},   {Role::PolicingBodyOfficer, "-", "-"},
};

std::string letters(people::Permissions permissions) {
  using enum people::Permission;
  constexpr std::pair<people::Permission, char> kLetters[] = {
      {SeeProgramme, 'B'},     {PlanInspections, 'P'}, {ManageTeam, 'T'},     {SeeCases, 'E'},
      {PrepareCases, 'R'},     {AssessCases, 'A'},     {AuditOwnCases, 'U'},  {ModerateCases, 'M'},
      {ManageFrameworks, 'F'}, {Publish, 'L'},         {RecordResponses, 'S'}};
  if (permissions.none()) return "-";
  std::string text;
  for (const auto& [permission, letter] : kLetters)
    if (permissions.may(permission)) text += letter;
  return text;
}

InspectionId planned_joint(Room& room, people::OrganisationId area) {
  Plan plan = room.plan();
  plan.kind = Kind::JointTargetedAreaInspection;
  plan.body = area;
  return room.perform(room.planner, PlanInspection{plan})->id;
}

people::Actor holder(Room& room, Role role, InspectionId here) {
  return sightline::inspection::testing::holder(room.office, std::string(word(role)), room.force, here);
}

}  // namespace

TEST_CASE("the table of access names every role once") {
  CHECK(std::size(kAccess) == people::roles().size());
  for (std::size_t i = 0; i < std::size(kAccess); ++i) CHECK(kAccess[i].role == people::roles()[i].role);
}

TEST_CASE("every role may do exactly what the table says, here and in another inspection") {
  in_each_room([](Room& room) {
    const InspectionId here = room.planned();
    Plan elsewhere = room.plan();
    elsewhere.body = room.organisation("southshire", people::OrganisationKind::PoliceForce);
    const InspectionId there = room.perform(room.planner, PlanInspection{elsewhere})->id;
    for (const Row& row : kAccess) {
      CAPTURE(word(row.role));
      const people::Actor actor = holder(room, row.role, here);
      CHECK(letters(room.permissions(actor, here)) == row.here);
      CHECK(letters(room.permissions(actor, there)) == row.there);
    }
  });
}

TEST_CASE(
    "with a conflict of interest no role gives anything in that inspection, and as much as before in "
    "another") {
  in_each_room([](Room& room) {
    const InspectionId here = room.planned();
    Plan elsewhere = room.plan();
    elsewhere.body = room.organisation("southshire", people::OrganisationKind::PoliceForce);
    const InspectionId there = room.perform(room.planner, PlanInspection{elsewhere})->id;
    for (const Row& row : kAccess) {
      CAPTURE(word(row.role));
      const people::Actor actor = holder(room, row.role, here);
      room.declare_conflict(actor, room.force);
      CHECK(letters(room.permissions(actor, here)) == "-");
      CHECK(letters(room.permissions(actor, there)) == row.there);
    }
  });
}

TEST_CASE("the board, its count and its list of bodies hold exactly the inspections that are visible") {
  in_each_room([](Room& room) {
    const InspectionId here = room.planned();
    Plan elsewhere = room.plan();
    elsewhere.body = room.organisation("southshire", people::OrganisationKind::PoliceForce);
    REQUIRE(room.perform(room.planner, PlanInspection{elsewhere}));
    for (const Row& row : kAccess) {
      CAPTURE(word(row.role));
      const people::Actor actor = holder(room, row.role, here);
      const std::int64_t visible = (row.here != "-") + (row.there != "-");
      sql::Snapshot snapshot = room.office.journal.snapshot();
      const Page<BoardLine> page = board(snapshot, actor, {}, 1);
      CHECK(page.cut.total == visible);
      CHECK(static_cast<std::int64_t>(page.items.size()) == visible);
      CHECK(static_cast<std::int64_t>(bodies_on_board(snapshot, actor).size()) == visible);
      CHECK(find_inspection(snapshot, actor, here).has_value() == (row.here != "-"));
      CHECK(find_inspection(snapshot, actor, "northshire-inspection").has_value() == (row.here != "-"));
    }
  });
}

TEST_CASE("what is on the public record is visible to everybody, whatever role or conflict they have") {
  in_each_room([](Room& room) {
    const InspectionId known = room.known("known-inspection");
    for (const Row& row : kAccess) {
      if (from_word<TeamRole>(word(row.role))) continue;
      CAPTURE(word(row.role));
      const people::Actor actor = holder(room, row.role, known);
      CHECK(room.permissions(actor, known).may(people::Permission::SeeProgramme));
      room.declare_conflict(actor, room.force);
      CHECK(letters(room.permissions(actor, known)) == "B");
    }
  });
}

TEST_CASE(
    "an inspector of another inspectorate does in a joint inspection what its inspectors do, and joins no "
    "other") {
  in_each_room([](Room& room) {  // Handbook §2.8
    const auto area = room.organisation("deckleford", people::OrganisationKind::LocalAuthorityArea);
    const InspectionId joint = planned_joint(room, area), alone = room.planned();
    const people::Actor partner = room.member_of(joint, "partner", TeamRole::PartnerInspector);
    const people::Actor inspector = room.member_of(joint, "inspector", TeamRole::Inspector);
    CHECK(letters(room.permissions(partner, joint)) == letters(room.permissions(inspector, joint)));
    CHECK(room.permissions(partner, alone).none());
    const auto refused = room.perform(people::the_operator(),
                                      AssignMember{alone, *partner.person, TeamRole::PartnerInspector});
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().fields.at(0).message ==
          "Inspectors of other inspectorates join the teams of joint inspections only.");
  });
}

TEST_CASE("an HM inspector of a force sees the joint inspections of the areas it polices, and no others") {
  in_each_room([](Room& room) {  // Handbook §2.8
    const auto area = room.organisation("deckleford", people::OrganisationKind::LocalAuthorityArea);
    const auto other = room.organisation("hemstitch", people::OrganisationKind::LocalAuthorityArea);
    REQUIRE(room.perform(people::the_operator(),
                         RecordForceOfArea{"deckleford", "northshire", {"A test.", SourceType::Background}}));
    const InspectionId policed = planned_joint(room, area), elsewhere = planned_joint(room, other);
    const people::Actor inspector = room.person("hm", {{Role::HmInspector, room.force}});
    const people::Actor liaison = room.person("liaison", {{Role::LiaisonOfficer, room.force}});
    CHECK(letters(room.permissions(inspector, policed)) == "BE");
    CHECK(room.permissions(inspector, elsewhere).none());
    CHECK(room.permissions(liaison, policed).none());
    room.declare_conflict(inspector, room.force);
    CHECK(room.permissions(inspector, policed).none());
  });
}

TEST_CASE("an HM inspector of a body may inspect it, which whoever works for it may not") {
  in_each_room([](Room& room) {  // Handbook §2.13
    const InspectionId id = room.planned();
    const auto join = [&](const people::Actor& actor) {
      return room.perform(people::the_operator(), AssignMember{id, *actor.person, TeamRole::Inspector});
    };
    CHECK(join(room.person("hm", {{Role::HmInspector, room.force}})));
    CHECK_FALSE(join(room.person("liaison", {{Role::LiaisonOfficer, room.force}})));
    const auto also_liaison =
        room.perform(people::the_operator(),
                     people::GrantRole{*room.person("other-hm", {{Role::HmInspector, room.force}}).person,
                                       {Role::LiaisonOfficer, room.force}});
    REQUIRE_FALSE(also_liaison);
    CHECK(also_liaison.refusal().message ==
          "This person is HM inspector already, and nobody inspects the body they work for. Choose somebody "
          "else, or end that first.");
  });
}

TEST_CASE("a closed account and a role that has ended give nothing") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const people::Actor member = room.member_of(id, "member", TeamRole::Inspector);
    const people::Actor moderator = room.person("moderator");
    const auto grant =
        room.perform(people::the_operator(), people::GrantRole{*moderator.person, {Role::Moderator, {}}});
    CHECK(room.permissions(moderator, id).may(people::Permission::ModerateCases));
    REQUIRE(room.perform(people::the_operator(), people::EndRole{*grant}));
    REQUIRE(room.perform(people::the_operator(), people::DisablePerson{*member.person}));
    CHECK(room.permissions(moderator, id).none());
    CHECK(room.permissions(member, id).none());
  });
}

TEST_CASE("a conflict that has ended bars nobody any more") {
  in_each_room([](Room& room) {
    const InspectionId id = room.planned();
    const people::Actor analyst = room.person("analyst", {{Role::Analyst, {}}});
    const auto conflict = room.perform(
        analyst, people::DeclareConflict{
                     .organisation = room.force, .reason = "Served.", .first_day = Date(2020, 1, 1)});
    CHECK(room.permissions(analyst, id).none());
    REQUIRE(room.perform(people::the_operator(), people::EndConflict{*conflict, "Ten years ago."}));
    CHECK_FALSE(room.permissions(analyst, id).none());
  });
}

TEST_CASE("the operator may do everything in every inspection") {
  in_each_room([](Room& room) {
    const people::Permissions all = room.permissions(people::the_operator(), room.planned());
    for (const auto& [permission, spelling] : kWords<people::Permission>) CHECK(all.may(permission));
  });
}

TEST_CASE("whatever role lets somebody do anything in an inspection also lets them see it") {
  for (const people::RoleDescription& role : people::roles()) {
    if (role.role == Role::PolicingBodyOfficer) continue;  // answers publications: no such body is inspected
    CAPTURE(role.name);
    const std::string given = letters(role.permissions);
    CHECK((given.empty() || given[0] == 'B' || given == "-"));
  }
}

TEST_CASE("asking for one person never scans the roles, memberships or conflicts of the others") {
  in_each_room([](Room& room) {
    if (room.office.database.engine() != sql::Engine::Sqlite) return;
    sql::Snapshot snapshot = room.office.journal.snapshot();
    constexpr sql::Query kQuestions[] = {{"test.plan_for_one",
                                          "explain query plan select permission from inspection_permission"
                                          " where person_id = 1 and inspection_id = 1"},
                                         {"test.plan_for_all",
                                          "explain query plan select i.id from inspection i where i.id in"
                                          " (select inspection_id from inspection_permission"
                                          " where person_id = 1 and permission = 'see-programme')"}};
    for (const sql::Query& question : kQuestions) {
      for (const sql::Row& row : snapshot.read(question)) {
        const std::string step = row.get<std::string>("detail");
        CAPTURE(step);
        for (const char* table : {"SCAN m", "SCAN g", "SCAN c", "SCAN person", "SCAN o", "SCAN a"})
          CHECK_FALSE((step == table || step.find(std::string(table) + " ") == 0));
      }
    }
  });
}
