// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What may be judged, and how a judgement moves from draft to agreed. Handbook §4.

#include "assessment/assessment.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sightline;
using namespace sightline::assessment;
using people::Permission;
using people::Permissions;

namespace {

const PersonId kAna{1}, kBen{2}, kCarys{3};

programme::Framework framework() {
  return {.key = "journey",
          .version = 1,
          .name = "The journey",
          .valid_from = *PartialDate::from_iso("2014"),
          .scale =
              programme::Scale{
                  "three", "Three grades", {"Inadequate", "Requires improvement", "Good"}, "invented"},
          .areas = {{"initial-contact", "Initial contact", "", programme::AreaKind::OneArea},
                    {"detention", "Police detention", "", programme::AreaKind::OneArea},
                    {"overall", "The case as a whole", "", programme::AreaKind::Overall}},
          .case_kinds = {},
          .self_assessment = programme::BodySelfAssessment::Yes,
          .case_audit = programme::BodyCaseAudit::Yes,
          .source = "invented",
          .note = ""};
}

std::vector<Judgement> complete() {
  return {{"detention", NotApplicable{}, "No child was detained."},
          {"initial-contact", Grade{3}, "The call was graded for risk within minutes."},
          {"overall", Grade{2}, "Prompt at first, then slow."}};
}

Assessment at(State state, int revision = 4) {
  return {.id = AssessmentId{1},
          .case_id = CaseId{7},
          .by = AssessorType::Inspectors,
          .state = state,
          .revision = revision,
          .first_submitted = std::nullopt,
          .judgements = complete(),
          .authors = {kAna}};
}

Stepper assessor(int base = 4) {
  return {kAna, Permissions{Permission::AssessCases}, base, ""};
}
Stepper moderator(int base = 4, std::string reason = "") {
  return {kBen, Permissions{Permission::ModerateCases}, base, std::move(reason)};
}

}  // namespace

TEST_CASE("an assessment with an outcome and a reason for every area and a grade overall may be submitted") {
  // Handbook §4.19
  CHECK_FALSE(incomplete(complete(), framework()));
}

TEST_CASE(
    "an area without an outcome keeps an assessment from being submitted, and is named") {  // Handbook §4.6
  std::vector<Judgement> judgements = complete();
  judgements[1].outcome.reset();
  const auto refusal = incomplete(judgements, framework());
  REQUIRE(refusal);
  REQUIRE(refusal->fields.size() == 1);
  CHECK(refusal->fields[0].field == "outcome-initial-contact");
}

TEST_CASE(
    "not applicable and insufficient evidence need a reason as much as a grade does") {  // Handbook §4.7
  for (const Outcome& outcome :
       {Outcome{NotApplicable{}}, Outcome{InsufficientEvidence{}}, Outcome{Grade{1}}}) {
    std::vector<Judgement> judgements = complete();
    judgements[0] = {"detention", outcome, " \n "};
    const auto refusal = incomplete(judgements, framework());
    REQUIRE(refusal);
    CHECK(refusal->fields.at(0).field == "reason-detention");
  }
}

TEST_CASE("the case as a whole is graded, never set aside as not applicable") {  // Handbook §4.9
  std::vector<Judgement> judgements = complete();
  judgements[2].outcome = NotApplicable{};
  CHECK(incomplete(judgements, framework())->fields.at(0).field == "outcome-overall");
}

TEST_CASE("a draft may be saved with gaps") {
  CHECK(checked({{"initial-contact", std::nullopt, "Half a thought"}}, framework()));
  CHECK(checked({}, framework()));
}

TEST_CASE("a grade that is not on the framework's scale is refused") {  // Handbook §3.5
  const auto refused = checked({{"initial-contact", Grade{4}, ""}}, framework());
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().fields.at(0).field == "outcome-initial-contact");
}

TEST_CASE("every outcome is spelt in one way, and nothing that is spelt otherwise is taken for one") {
  for (const Outcome& outcome :
       std::vector<Outcome>{Grade{1}, Grade{12}, NotApplicable{}, InsufficientEvidence{}})
    CHECK(outcome_from_word(outcome_word(outcome)) == outcome);
  for (const char* other :
       {"", "grade-", "grade-0", "grade--1", "grade-03", "grade-3 ", "grade-9999999999", "3", "good"})
    CHECK_FALSE(outcome_from_word(other));
}

TEST_CASE(
    "an area may be given every grade, the best first, or set aside; the case as a whole is only graded") {
  const programme::Framework three_areas = framework();
  CHECK(outcomes_for(three_areas.areas.front(), three_areas) ==
        std::vector<Outcome>{Grade{3}, Grade{2}, Grade{1}, NotApplicable{}, InsufficientEvidence{}});
  CHECK(outcomes_for(three_areas.areas.back(), three_areas) ==
        std::vector<Outcome>{Grade{3}, Grade{2}, Grade{1}});
}

TEST_CASE("an area of another framework, or one area twice, is refused") {
  CHECK_FALSE(checked({{"leadership", Grade{1}, ""}}, framework()));
  CHECK_FALSE(checked({{"detention", Grade{1}, ""}, {"detention", Grade{2}, ""}}, framework()));
}

TEST_CASE("a reason holds 4,000 characters in any script, and not one more") {
  std::string exactly;
  for (int i = 0; i < 4000; ++i) exactly += "ŵ";
  CHECK(checked({{"detention", std::nullopt, exactly}}, framework()));
  const auto refused = checked({{"detention", std::nullopt, exactly + "ŵ"}}, framework());
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().fields.at(0).field == "reason-detention");
}

TEST_CASE("each step is taken from the states the handbook names, and from no other") {  // Handbook §4.18
  struct Row {
    Action action;
    std::vector<State> from;
  };
  const std::vector<Row> rows = {{Action::Save, {State::Draft, State::Returned, State::Reopened}},
                                 {Action::Submit, {State::Draft, State::Returned, State::Reopened}},
                                 {Action::Return, {State::Submitted}},
                                 {Action::Agree, {State::Submitted}},
                                 {Action::Reopen, {State::Agreed}}};
  const Permissions all{Permission::AssessCases, Permission::ModerateCases};
  for (const Row& row : rows)
    for (const auto& [state, name] : kWords<State>) {
      CAPTURE(name);
      CAPTURE(word(row.action));
      const bool expected = std::ranges::find(row.from, state) != row.from.end();
      const auto taken = step(at(state), row.action, {kCarys, all, 4, "Because."});
      CHECK(static_cast<bool>(taken) == expected);
      if (!taken) CHECK(taken.refusal().kind == Refusal::Kind::WrongState);
    }
}

TEST_CASE("every step makes a new revision and changes no word of the judgement") {  // Handbook §4.25
  const auto submitted = step(at(State::Draft), Action::Submit, assessor());
  REQUIRE(submitted);
  CHECK(submitted->revision == 5);
  CHECK(submitted->state == State::Submitted);
  CHECK(submitted->judgements == complete());
}

TEST_CASE(
    "nobody agrees or takes back an assessment of which they wrote any part") {  // Handbook §4.19, §4.21
  Stepper own = moderator(4, "Because.");
  own.person = kAna;
  for (const Action action : {Action::Agree, Action::Return}) {
    const auto refused = step(at(State::Submitted), action, own);
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().kind == Refusal::Kind::NotPermitted);
  }
  CHECK(step(at(State::Submitted), Action::Agree, moderator())->state == State::Agreed);
}

TEST_CASE("whoever saves an assessment becomes one of its authors, once") {
  Stepper second{kCarys, Permissions{Permission::AssessCases}, 4, ""};
  const auto saved = step(at(State::Draft), Action::Save, second);
  CHECK(saved->authors == std::vector{kAna, kCarys});
  second.base_revision = 5;
  CHECK(step(*saved, Action::Save, second)->authors.size() == 2);
}

TEST_CASE("an assessor may not moderate, and a moderator may not write") {
  CHECK(step(at(State::Submitted), Action::Agree, assessor()).refusal().kind == Refusal::Kind::NotPermitted);
  CHECK(step(at(State::Draft), Action::Save, moderator()).refusal().kind == Refusal::Kind::NotPermitted);
}

TEST_CASE("a step from a revision that has been overtaken is a conflict") {  // Handbook §4.22, §4.26
  CHECK(step(at(State::Draft), Action::Save, assessor(3)).refusal().kind == Refusal::Kind::Conflict);
  CHECK(step(at(State::Submitted), Action::Agree, moderator(3)).refusal().kind == Refusal::Kind::Conflict);
}

TEST_CASE("returning and reopening need a reason") {  // Handbook §4.20, §4.23
  CHECK(step(at(State::Submitted), Action::Return, moderator(4, " ")).refusal().fields.at(0).field ==
        "reason");
  CHECK(step(at(State::Agreed), Action::Reopen, moderator(4, "")).refusal().fields.at(0).field == "reason");
  CHECK(step(at(State::Submitted), Action::Return, moderator(4, "Say more about the delay."))->state ==
        State::Returned);
  CHECK(step(at(State::Agreed), Action::Reopen, moderator(4, "New information."))->state == State::Reopened);
}

TEST_CASE("the first submission is remembered: it was judged before the body's own grade could be seen") {
  // Handbook §4.11
  const auto first = step(at(State::Draft), Action::Submit, assessor());
  CHECK(first->first_submitted == 5);
  CHECK(is_fixed(*first));
  const auto returned = step(*first, Action::Return, moderator(5, "Once more."));
  const auto second = step(*returned, Action::Submit, assessor(6));
  CHECK(second->first_submitted == 5);
}

TEST_CASE(
    "the body's own assessment ends when the body submits it, and is not moderated") {  // Handbook §4.14
  Assessment own = at(State::Draft);
  own.by = AssessorType::Body;
  const Stepper auditor{kAna, Permissions{Permission::AuditOwnCases}, 4, ""};
  const auto submitted = step(own, Action::Submit, auditor);
  REQUIRE(submitted);
  const Stepper anybody{kBen, Permissions{Permission::ModerateCases, Permission::AuditOwnCases}, 5,
                        "Because."};
  for (const Action action : {Action::Save, Action::Submit, Action::Return, Action::Agree, Action::Reopen})
    CHECK(step(*submitted, action, anybody).refusal().kind == Refusal::Kind::WrongState);
}

TEST_CASE("inspectors cannot write the body's assessment, nor the body the inspectors'") {
  Assessment own = at(State::Draft);
  own.by = AssessorType::Body;
  CHECK(step(own, Action::Save, assessor()).refusal().kind == Refusal::Kind::NotPermitted);
  const Stepper auditor{kAna, Permissions{Permission::AuditOwnCases}, 4, ""};
  CHECK(step(at(State::Draft), Action::Save, auditor).refusal().kind == Refusal::Kind::NotPermitted);
}

TEST_CASE("the journal's digest changes with every word, outcome and state") {
  const Assessment one = at(State::Draft);
  Assessment other = one;
  other.judgements[0].reason += ".";
  CHECK(state_text(one).text() != state_text(other).text());
  other = one;
  other.judgements[1].outcome = Grade{1};
  CHECK(state_text(one).text() != state_text(other).text());
  other = one;
  other.state = State::Submitted;
  CHECK(state_text(one).text() != state_text(other).text());
}
