// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a finding may say, and how it moves from draft to agreed. Handbook §8.18 to §8.23.

#include "finding/finding.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sightline;
using namespace sightline::finding;
using people::Permission;
using people::Permissions;

namespace {

const PersonId kAna{1}, kBen{2}, kCarys{3};

Finding at(State state, int revision = 4) {
  return {.id = FindingId{1},
          .inspection = InspectionId{7},
          .number = 3,
          .details = {.statement = "Control rooms grade calls about missing children late.",
                      .direction = Direction::Weakness},
          .state = state,
          .revision = revision,
          .extracts = 2,
          .cases = 1,
          .authors = {kAna}};
}

Stepper writer(PersonId person = kAna, int base = 4) {
  return {person, Permissions{Permission::WriteFindings}, base};
}
Stepper moderator(std::string reason = "", PersonId person = kBen, int base = 4) {
  return {person, Permissions{Permission::AgreeFindings}, base, std::move(reason)};
}

bool is_refused(const Result<Finding>& result, Refusal::Kind kind) {
  return !result && result.refusal().kind == kind;
}

bool is_refused_for(const Result<Details>& result, std::string_view field) {
  return !result && std::ranges::count(result.refusal().fields, field, &FieldProblem::field) == 1;
}

programme::Framework framework() {
  return {.key = "journey",
          .version = 1,
          .name = "The journey",
          .valid_from = *PartialDate::from_iso("2014"),
          .scale = std::nullopt,
          .areas = {{"initial-contact", "Initial contact", "", programme::AreaKind::OneArea}},
          .case_kinds = {},
          .self_assessment = programme::BodySelfAssessment::No,
          .case_audit = programme::BodyCaseAudit::No,
          .source = "invented",
          .note = ""};
}

}  // namespace

TEST_CASE("a finding is kept without the spaces around it, and an empty area or theme is none") {
  const Result<Details> kept = checked(
      {.statement = "  Officers listen.\r\n", .direction = Direction::Strength, .area = "", .theme = " "},
      nullptr);
  REQUIRE(kept);
  CHECK(*kept == Details{.statement = "Officers listen.", .direction = Direction::Strength});
}

TEST_CASE("a finding that says nothing, or too much, is refused beside its field") {
  CHECK(
      is_refused_for(checked({.statement = " \n", .direction = Direction::Strength}, nullptr), "statement"));
  const std::string longest(kLongestStatement, 'a');
  CHECK(checked({.statement = longest, .direction = Direction::Strength}, nullptr));
  CHECK(is_refused_for(checked({.statement = longest + "a", .direction = Direction::Strength}, nullptr),
                       "statement"));
  CHECK(
      is_refused_for(checked({.statement = "\xff", .direction = Direction::Strength}, nullptr), "statement"));
}

TEST_CASE("the area of a finding is one of the inspection's framework") {
  const programme::Framework known = framework();
  const Details details{
      .statement = "Calls are graded late.", .direction = Direction::Weakness, .area = "initial-contact"};
  CHECK(checked(details, &known));
  CHECK(is_refused_for(checked(details, nullptr), "area"));
  Details elsewhere = details;
  elsewhere.area = "custody";
  CHECK(is_refused_for(checked(elsewhere, &known), "area"));
}

TEST_CASE("the theme of a finding is named by its key") {
  Details details{
      .statement = "Calls are graded late.", .direction = Direction::Weakness, .theme = "child-not-seen"};
  CHECK(checked(details, nullptr));
  details.theme = "The child was not seen";
  CHECK(is_refused_for(checked(details, nullptr), "theme"));
}

TEST_CASE("somebody who wrote none of a supported finding agrees it") {  // Handbook §8.20
  const Result<Finding> agreed = step(at(State::Draft), Action::Agree, moderator());
  REQUIRE(agreed);
  CHECK(agreed->state == State::Agreed);
  CHECK(agreed->revision == 5);
  CHECK(agreed->authors == std::vector{kAna});
}

TEST_CASE(
    "a finding that nothing supports cannot be agreed; one extract or one case is enough") {  // Handbook
                                                                                              // §8.19
  Finding bare = at(State::Draft);
  bare.extracts = bare.cases = 0;
  CHECK(is_refused(step(bare, Action::Agree, moderator()), Refusal::Kind::WrongState));
  bare.extracts = 1;
  CHECK(step(bare, Action::Agree, moderator()));
  bare.extracts = 0;
  bare.cases = 1;
  CHECK(step(bare, Action::Agree, moderator()));
}

TEST_CASE("whoever wrote any part of a finding can neither agree nor return it") {  // Handbook §8.21
  Finding finding = at(State::Draft);
  finding.authors = {kAna, kBen};
  CHECK(is_refused(step(finding, Action::Agree, moderator()), Refusal::Kind::NotPermitted));
  CHECK(is_refused(step(finding, Action::Return, moderator("Again.")), Refusal::Kind::NotPermitted));
  CHECK(step(finding, Action::Agree, moderator("", kCarys)));
}

TEST_CASE("adding what a finding rests on makes one of its authors, and so does taking that away") {
  for (const Action action : {Action::Revise, Action::Support, Action::Withdraw}) {
    CAPTURE(word(action));
    const Result<Finding> next = step(at(State::Draft), action, writer(kBen));
    REQUIRE(next);
    CHECK(next->authors == std::vector{kAna, kBen});
  }
}

TEST_CASE("returning and reopening a finding need a reason") {  // Handbook §8.22
  CHECK(is_refused(step(at(State::Draft), Action::Return, moderator(" ")), Refusal::Kind::Invalid));
  CHECK(step(at(State::Draft), Action::Return, moderator("Two cases are thin.")));
  CHECK(is_refused(step(at(State::Agreed), Action::Reopen, moderator()), Refusal::Kind::Invalid));
  const Result<Finding> reopened = step(at(State::Agreed), Action::Reopen, moderator("A case was regraded."));
  REQUIRE(reopened);
  CHECK(reopened->state == State::Draft);
}

TEST_CASE("an agreed finding can only be reopened") {
  for (const Action action : {Action::Revise, Action::Support, Action::Withdraw})
    CHECK(is_refused(step(at(State::Agreed), action, writer()), Refusal::Kind::WrongState));
  for (const Action action : {Action::Agree, Action::Return})
    CHECK(is_refused(step(at(State::Agreed), action, moderator("Why.")), Refusal::Kind::WrongState));
}

TEST_CASE("a step from a revision that is not the latest is refused as a conflict") {
  CHECK(is_refused(step(at(State::Draft), Action::Revise, writer(kAna, 3)), Refusal::Kind::Conflict));
  CHECK(is_refused(step(at(State::Draft), Action::Agree, moderator("", kBen, 3)), Refusal::Kind::Conflict));
}

TEST_CASE("every step of a finding needs the permission that the workflow names for it") {
  for (const Step& each : kWorkflow) {
    CAPTURE(word(each.action));
    const auto with = [&](Permissions held) {
      return step(at(each.from), each.action, {kCarys, held, 4, "Why."});
    };
    CHECK(with({each.needs}));
    CHECK(is_refused(with({each.needs == Permission::WriteFindings ? Permission::AgreeFindings
                                                                   : Permission::WriteFindings}),
                     Refusal::Kind::NotPermitted));
  }
}

TEST_CASE(
    "findings are made from the beginning of fieldwork until the inspection is published") {  // Handbook
                                                                                              // §8.23
  using inspection::Stage;
  for (const Stage open : {Stage::Fieldwork, Stage::Moderation, Stage::Reporting})
    CHECK_FALSE(refuse_at(open));
  for (const Stage shut : {Stage::Planned, Stage::Announced, Stage::Published, Stage::Closed})
    CHECK(refuse_at(shut));
  CHECK(refuse_at(std::nullopt));
}
