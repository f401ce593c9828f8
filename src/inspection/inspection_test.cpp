// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The rules of planning, dates, teams and stages, with values alone.

#include "inspection/inspection.h"

#include <doctest/doctest.h>

using namespace sightline;
using namespace sightline::inspection;

namespace {

using people::Permission;
using people::Permissions;

constexpr people::OrganisationId kBody{5};

people::Organisation body_of_kind(people::OrganisationKind kind) {
  return {.id = kBody,
          .key = "northshire",
          .name = "Northshire",
          .kind = kind,
          .reality = people::Reality::Invented,
          .region = {},
          .nation = {},
          .overseen_by = {},
          .source = "Invented."};
}

Inspection inspection_at(Stage stage) {
  return {.id = InspectionId{1},
          .key = "northshire-inspection",
          .programme = programme::ProgrammeId{1},
          .kind = Kind::ChildProtectionInspection,
          .body = kBody,
          .title = "Northshire inspection",
          .origin = Origin::Own,
          .reality = people::Reality::Invented,
          .framework = {},
          .follows = {},
          .theme = {},
          .dates = {.fieldwork = Fieldwork{*Period::from_iso("2026-03-02/2026-03-13")},
                    .report = PartialDate::from_iso("2026-06")},
          .dates_revision = 1,
          .stage = stage,
          .record = {}};
}

Member member(std::int64_t id, TeamRole role) {
  return {.id = MembershipId{id},
          .person = people::PersonId{id},
          .name = "Ana Bell",
          .role = role,
          .joined_at = *Timestamp::from_iso("2026-01-01T00:00:00.000Z"),
          .left_at = {}};
}

Plan plan_of(Kind kind) {
  return {.programme = programme::ProgrammeId{1}, .kind = kind, .body = kBody, .title = " Northshire "};
}

std::string refused_field(const Result<Plan>& result) {
  REQUIRE_FALSE(result);
  return result.refusal().fields.at(0).field;
}

const std::vector<Member> kLedTeam{member(1, TeamRole::LeadInspector), member(2, TeamRole::Inspector)};
constexpr Permissions kAll{Permission::SeeProgramme, Permission::PlanInspections, Permission::ModerateCases,
                           Permission::Publish};

}  // namespace

TEST_CASE("fieldwork within a window is not shown as if it had lasted that long") {  // Handbook §6.4
  const Period when = *Period::from_iso("2014-08/2015-02");
  CHECK(in_words(Fieldwork{when, Sense::Period}) == "August 2014 to February 2015");
  CHECK(in_words(Fieldwork{when, Sense::Window}) == "at some time in August 2014 to February 2015");
}

TEST_CASE("a report that is certainly earlier than the end of the fieldwork is refused") {
  Dates dates{.fieldwork = Fieldwork{*Period::from_iso("2019-02-04/2019-02-15")},
              .report = PartialDate::from_iso("2019-02-14")};
  const auto refused = checked(dates);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().fields.at(0).field == "report");
  dates.report = PartialDate::from_iso("2019-02");
  CHECK(checked(dates));
}

TEST_CASE("fieldwork within a window may have ended before the window did") {
  const Dates dates{.fieldwork = Fieldwork{*Period::from_iso("2014-08/2015-02"), Sense::Window},
                    .report = PartialDate::from_iso("2014-12")};
  CHECK(checked(dates));
}

TEST_CASE("a web date years after the report, or before it, is kept as it is") {  // Handbook §6.1
  for (const char* web : {"2022-09-22", "2018"}) {
    const Dates dates{.report = PartialDate::from_iso("2019-06"), .web = PartialDate::from_iso(web)};
    CHECK(checked(dates)->web == PartialDate::from_iso(web));
  }
}

TEST_CASE("joint inspections are of areas and all others of forces") {  // Handbook §2.4
  const auto force = body_of_kind(people::OrganisationKind::PoliceForce);
  const auto area = body_of_kind(people::OrganisationKind::LocalAuthorityArea);
  for (const auto& [kind, spelling] : kWords<Kind>) {
    CAPTURE(spelling);
    const bool is_joint = kind == Kind::JointTargetedAreaInspection;
    CHECK(static_cast<bool>(checked(plan_of(kind), force, {})) == !is_joint);
    CHECK(static_cast<bool>(checked(plan_of(kind), area, {})) == is_joint);
  }
}

TEST_CASE("a plan keeps its title without the blanks around it, and is refused without one") {
  const auto force = body_of_kind(people::OrganisationKind::PoliceForce);
  CHECK(checked(plan_of(Kind::ReInspection), force, {})->title == "Northshire");
  Plan plan = plan_of(Kind::ReInspection);
  plan.title = " ";
  CHECK(refused_field(checked(plan, force, {})) == "title");
  plan.title = std::string(201, 'x');
  CHECK(refused_field(checked(plan, force, {})) == "title");
}

TEST_CASE("a review looks back at an inspection of the same body; a first inspection at none") {  // §1.10
  const auto force = body_of_kind(people::OrganisationKind::PoliceForce);
  Inspection earlier = inspection_at(Stage::Closed);
  CHECK(checked(plan_of(Kind::PostInspectionReview), force, earlier));
  CHECK(refused_field(checked(plan_of(Kind::ChildProtectionInspection), force, earlier)) == "follows");
  earlier.body = people::OrganisationId{6};
  CHECK(refused_field(checked(plan_of(Kind::PostInspectionReview), force, earlier)) == "follows");
}

TEST_CASE("only a joint inspection has a theme") {
  Plan plan = plan_of(Kind::ReInspection);
  plan.theme = "neglect";
  CHECK(refused_field(checked(plan, body_of_kind(people::OrganisationKind::PoliceForce), {})) == "theme");
}

TEST_CASE("an inspection goes through its stages from planned to closed") {
  Inspection inspection = inspection_at(Stage::Planned);
  for (const StageAction action :
       {StageAction::Announce, StageAction::Postpone, StageAction::Announce, StageAction::BeginFieldwork,
        StageAction::BeginModeration, StageAction::ReturnToFieldwork, StageAction::BeginModeration,
        StageAction::BeginReporting, StageAction::ReturnToModeration, StageAction::BeginReporting,
        StageAction::Publish, StageAction::Reopen, StageAction::BeginReporting, StageAction::Publish,
        StageAction::Close, StageAction::Reopen, StageAction::Close}) {
    CAPTURE(word(action));
    const auto next = next_stage(inspection, action, kAll, kLedTeam);
    REQUIRE(next);
    inspection.stage = *next;
  }
  CHECK(inspection.stage == Stage::Closed);
}

TEST_CASE("every step of the stages is refused to whoever lacks its permission") {
  for (const StageStep& step : kStages) {
    CAPTURE(word(step.action));
    Permissions others;
    for (const auto& [permission, spelling] : kWords<Permission>)
      if (permission != step.needs) others |= {permission};
    const auto refused = next_stage(inspection_at(step.from), step.action, others, kLedTeam);
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().kind == Refusal::Kind::NotPermitted);
    CHECK(next_stage(inspection_at(step.from), step.action, {step.needs}, kLedTeam));
  }
}

TEST_CASE("a step from a stage that the inspection has left is refused and says where it is now") {
  const auto refused = next_stage(inspection_at(Stage::Moderation), StageAction::Announce, kAll, kLedTeam);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().kind == Refusal::Kind::WrongState);
  CHECK(refused.refusal().message == "This inspection has moved on: it is at moderation now.");
}

TEST_CASE("nothing is announced or begun without dates of fieldwork") {
  for (const auto& [stage, action] : {std::pair(Stage::Planned, StageAction::Announce),
                                      std::pair(Stage::Announced, StageAction::BeginFieldwork)}) {
    Inspection inspection = inspection_at(stage);
    inspection.dates.fieldwork.reset();
    const auto refused = next_stage(inspection, action, kAll, kLedTeam);
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().kind == Refusal::Kind::WrongState);
  }
}

TEST_CASE("fieldwork does not begin without a lead inspector") {
  const std::vector<Member> unled{member(2, TeamRole::Inspector)};
  CHECK_FALSE(next_stage(inspection_at(Stage::Announced), StageAction::BeginFieldwork, kAll, unled));
  std::vector<Member> left = kLedTeam;
  left[0].left_at = left[0].joined_at;
  CHECK_FALSE(next_stage(inspection_at(Stage::Announced), StageAction::BeginFieldwork, kAll, left));
}

TEST_CASE("an inspection does not go back to moderation without a lead inspector, and is reopened without") {
  // Handbook §3.18
  CHECK_FALSE(next_stage(inspection_at(Stage::Published), StageAction::Reopen, kAll, {}));
  CHECK(*next_stage(inspection_at(Stage::Published), StageAction::Reopen, kAll, kLedTeam) ==
        Stage::Moderation);
  CHECK(*next_stage(inspection_at(Stage::Closed), StageAction::Reopen, kAll, {}) == Stage::Published);
}

TEST_CASE("a report without a date is not marked as published") {
  Inspection inspection = inspection_at(Stage::Reporting);
  inspection.dates.report.reset();
  CHECK_FALSE(next_stage(inspection, StageAction::Publish, kAll, kLedTeam));
}

TEST_CASE("what is known from the public record has neither stages nor a team") {
  Inspection known = inspection_at(Stage::Planned);
  known.origin = Origin::PublicRecord;
  known.stage.reset();
  const auto refused = next_stage(known, StageAction::Announce, kAll, kLedTeam);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().kind == Refusal::Kind::WrongState);
  CHECK(refuse_team_change(known));
}

TEST_CASE("the team of a closed inspection changes only once it is reopened") {
  CHECK(refuse_team_change(inspection_at(Stage::Closed)));
  CHECK_FALSE(refuse_team_change(inspection_at(Stage::Published)));
}

TEST_CASE("the last lead inspector cannot leave an inspection under way") {
  CHECK(refuse_leaving(inspection_at(Stage::Fieldwork), kLedTeam[0], kLedTeam));
  CHECK_FALSE(refuse_leaving(inspection_at(Stage::Fieldwork), kLedTeam[1], kLedTeam));
  CHECK_FALSE(refuse_leaving(inspection_at(Stage::Planned), kLedTeam[0], kLedTeam));
  std::vector<Member> handed_over = kLedTeam;
  handed_over.push_back(member(3, TeamRole::LeadInspector));
  CHECK_FALSE(refuse_leaving(inspection_at(Stage::Fieldwork), handed_over[0], handed_over));
}

TEST_CASE("nobody leaves a team twice") {
  std::vector<Member> team = kLedTeam;
  team[1].left_at = team[1].joined_at;
  CHECK(refuse_leaving(inspection_at(Stage::Planned), team[1], team));
}

TEST_CASE("the roles of a team are the roles held in one inspection, by the same words") {
  std::size_t found = 0;
  for (const people::RoleDescription& role : people::roles()) {
    if (role.reach != people::Reach::OneInspection) continue;
    CHECK(from_word<TeamRole>(word(role.role)));
    ++found;
  }
  CHECK(found == kWords<TeamRole>.size());
}
