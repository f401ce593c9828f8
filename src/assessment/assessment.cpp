// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace sightline::assessment {

namespace {

constexpr std::string_view kGradePrefix = "grade-";
constexpr std::string_view kNotApplicable = "not-applicable";
constexpr std::string_view kInsufficientEvidence = "insufficient-evidence";

bool is_author(const Assessment& assessment, std::optional<PersonId> person) {
  return person && std::ranges::find(assessment.authors, *person) != assessment.authors.end();
}

bool needs_reason(Action action) {
  return action == Action::Return || action == Action::Reopen;
}

/// What is wrong with one judgement as typed, if anything.
void check(const Judgement& judgement, const programme::Area& area, const programme::Framework& framework,
           std::vector<FieldProblem>& problems) {
  if (!is_utf8(judgement.reason))
    problems.push_back(
        {field_of("reason", area.key), area.name + ": the reason holds characters that cannot be kept."});
  else if (length(trimmed(judgement.reason)) > kLongestReason)
    problems.push_back(
        {field_of("reason", area.key), area.name + ": shorten the reason to 4,000 characters."});
  if (judgement.outcome)
    if (const Grade* grade = std::get_if<Grade>(&*judgement.outcome))
      if (!framework.scale || !framework.scale->has(*grade))
        problems.push_back({field_of("outcome", area.key), area.name + ": choose a grade from the list."});
}

std::string outcome_text(const Outcome& outcome) {
  if (const Grade* grade = std::get_if<Grade>(&outcome)) return "grade " + std::to_string(grade->rank);
  return std::holds_alternative<NotApplicable>(outcome) ? "not applicable" : "insufficient evidence";
}

std::string_view state_sentence(State state) {
  switch (state) {
    case State::Draft:
      return "This assessment is a draft.";
    case State::Submitted:
      return "This assessment has been submitted and waits for moderation.";
    case State::Returned:
      return "This assessment has been returned to its assessor.";
    case State::Agreed:
      return "This assessment has been agreed.";
    case State::Reopened:
      return "This assessment has been reopened.";
  }
  return "";
}

}  // namespace

std::string outcome_word(const Outcome& outcome) {
  if (const Grade* grade = std::get_if<Grade>(&outcome))
    return std::string(kGradePrefix) + std::to_string(grade->rank);
  return std::string(std::holds_alternative<NotApplicable>(outcome) ? kNotApplicable : kInsufficientEvidence);
}

std::optional<Outcome> outcome_from_word(std::string_view text) {
  if (text == kNotApplicable) return NotApplicable{};
  if (text == kInsufficientEvidence) return InsufficientEvidence{};
  if (!text.starts_with(kGradePrefix)) return std::nullopt;
  const std::string_view digits = text.substr(kGradePrefix.size());
  int rank = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), rank);
  // Spelt as we spell it: no sign, no leading zero, nothing after it.
  if (rank < 1 || digits != std::to_string(rank)) return std::nullopt;
  return Grade{rank};
}

std::string in_words(const std::optional<Outcome>& outcome, const programme::Framework& framework) {
  if (!outcome) return "Not yet assessed";
  if (std::holds_alternative<NotApplicable>(*outcome)) return "Not applicable";
  if (std::holds_alternative<InsufficientEvidence>(*outcome)) return "Insufficient evidence";
  return framework.scale->label(std::get<Grade>(*outcome));
}

std::vector<Outcome> outcomes_for(const programme::Area& area, const programme::Framework& framework) {
  std::vector<Outcome> outcomes;
  if (framework.scale) {
    const std::vector<Grade> grades = framework.scale->grades();
    outcomes.assign(grades.rbegin(), grades.rend());
  }
  if (area.kind == programme::AreaKind::OneArea)
    outcomes.insert(outcomes.end(), {NotApplicable{}, InsufficientEvidence{}});
  return outcomes;
}

std::string field_of(std::string_view what, std::string_view area) {
  return std::string(what) + "-" + std::string(area);
}

const Judgement* find_judgement(std::span<const Judgement> judgements, std::string_view area) {
  const auto found = std::ranges::find(judgements, area, &Judgement::area);
  return found == judgements.end() ? nullptr : &*found;
}

Judgement judgement_of(std::span<const Judgement> judgements, std::string_view area) {
  const Judgement* const found = find_judgement(judgements, area);
  return found != nullptr ? *found : Judgement{std::string(area), std::nullopt, ""};
}

Result<std::vector<Judgement>> checked(std::vector<Judgement> judgements,
                                       const programme::Framework& framework) {
  std::vector<FieldProblem> problems;
  std::vector<Judgement> in_order;
  std::size_t known = 0;
  for (const programme::Area& area : framework.areas) {
    const auto count = std::ranges::count(judgements, area.key, &Judgement::area);
    known += static_cast<std::size_t>(count);
    if (count == 0) continue;
    if (count > 1) problems.push_back({field_of("outcome", area.key), area.name + ": judge each area once."});
    Judgement judgement = judgement_of(judgements, area.key);
    check(judgement, area, framework, problems);
    judgement.reason = std::string(trimmed(judgement.reason));
    in_order.push_back(std::move(judgement));
  }
  if (known != judgements.size())
    problems.push_back(
        {"", "An area is not part of this inspection's framework. Reload the page and try again."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The assessment could not be saved.", std::move(problems)};
  return in_order;
}

// Handbook §4.6, §4.7, §4.9.
std::optional<Refusal> incomplete(const std::vector<Judgement>& judgements,
                                  const programme::Framework& framework) {
  std::vector<FieldProblem> problems;
  for (const programme::Area& area : framework.areas) {
    const Judgement judgement = judgement_of(judgements, area.key);
    if (!judgement.outcome)
      problems.push_back({field_of("outcome", area.key), area.name + ": choose an outcome."});
    else if (area.kind == programme::AreaKind::Overall && !std::holds_alternative<Grade>(*judgement.outcome))
      problems.push_back(
          {field_of("outcome", area.key), area.name + ": choose a grade for the case as a whole."});
    if (trimmed(judgement.reason).empty())
      problems.push_back({field_of("reason", area.key), area.name + ": give the reason for the outcome."});
  }
  if (problems.empty()) return std::nullopt;
  return Refusal{Refusal::Kind::Invalid, "The assessment is saved, but not complete enough to submit.",
                 std::move(problems)};
}

std::optional<Refusal> refuse_step(const Assessment& assessment, Action action, const Stepper& stepper) {
  const Step* found = find_transition(workflow_of(assessment.by), assessment.state, action);
  if (!found)
    return Refusal{
        Refusal::Kind::WrongState, std::string(state_sentence(assessment.state)) + " Reload the page.", {}};
  if (!stepper.permissions.may(found->needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this step.", {}};
  if (stepper.base_revision != assessment.revision)
    return Refusal{
        Refusal::Kind::Conflict, "Somebody else has changed this assessment since you opened it.", {}};
  // Handbook §4.18, §4.19, §4.21: nobody agrees or takes back what they wrote themselves.
  if ((action == Action::Agree || action == Action::Return) && is_author(assessment, stepper.person))
    return Refusal{Refusal::Kind::NotPermitted,
                   "You wrote part of this assessment. Somebody else must agree or return it.",
                   {}};
  if (needs_reason(action) && trimmed(stepper.reason).empty())
    return Refusal{Refusal::Kind::Invalid,
                   "Say why.",
                   {{"reason", "Give a reason, so that the assessor knows what to do."}}};
  return std::nullopt;
}

Result<Assessment> step(Assessment assessment, Action action, const Stepper& stepper) {
  if (auto refusal = refuse_step(assessment, action, stepper)) return *std::move(refusal);
  assessment.state = find_transition(workflow_of(assessment.by), assessment.state, action)->to;
  assessment.revision += 1;
  if (action == Action::Submit && !assessment.first_submitted)
    assessment.first_submitted = assessment.revision;
  if ((action == Action::Save || action == Action::Submit) && stepper.person &&
      !is_author(assessment, stepper.person))
    assessment.authors.push_back(*stepper.person);
  return assessment;
}

AssessorType side_of(people::Permissions held) {
  return held.may(people::Permission::SeeCases) ? AssessorType::Inspectors : AssessorType::Body;
}

bool is_fixed(const Assessment& assessment) {
  return assessment.first_submitted.has_value();
}

journal::StateText state_text(const Assessment& assessment) {
  journal::StateText text;
  text.add("case", assessment.case_id.value())
      .add("by", word(assessment.by))
      .add("state", word(assessment.state))
      .add("revision", assessment.revision);
  for (const Judgement& judgement : assessment.judgements) {
    text.add("area", judgement.area);
    text.add("outcome", judgement.outcome ? std::optional(outcome_text(*judgement.outcome)) : std::nullopt);
    text.add("reason", judgement.reason);
  }
  return text;
}

}  // namespace sightline::assessment
