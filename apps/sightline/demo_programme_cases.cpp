// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_cases.h"

#include <stdexcept>

#include "assessment/assessment_service.h"
#include "assessment/case_service.h"
#include "base/text.h"
#include "demo_programme_grades.h"

namespace sightline::demo {

namespace {

using assessment::AssessorType;

/// How many cases an inspection looks at.
int sample_size(inspection::Kind kind, Chance& chance) {
  switch (kind) {
    case inspection::Kind::ChildProtectionInspection:
      return chance.between(54, 80);
    case inspection::Kind::ReInspection:
      return chance.between(40, 60);
    default:
      return chance.between(30, 44);
  }
}

/// The half-year before fieldwork, as a list of cases says it.
std::string half_year_before(Date day) {
  const Date then = day - std::chrono::days(180);
  const auto year = std::to_string(static_cast<int>(then.calendar().year()));
  return static_cast<unsigned>(then.calendar().month()) <= 6 ? "January to June " + year
                                                             : "July to December " + year;
}

std::optional<assessment::Outcome> outcome_of(const programme::Framework& framework,
                                              const std::string& wanted) {
  if (const auto other = assessment::outcome_from_word(wanted)) return other;
  for (const programme::Grade grade : framework.scale->grades())
    if (slug(framework.scale->label(grade)) == wanted) return grade;
  return std::nullopt;
}

}  // namespace

Problem CaseWork::draw() {
  Chance& chance = inspection_.chance;
  const ProgrammeInspection& of = inspection_.of;
  const int all = sample_size(of.kind, chance);
  const int bodys = inspection_.team.auditor ? chance.between(10, 16) : 0;
  const std::string half_year = half_year_before(of.fieldwork.earliest());
  if (bodys > 0) {
    if (Problem problem =
            draw_sample({.name = "Chosen by the force",
                         .chosen_by = assessment::ChosenBy::Body,
                         .drawing = {.method = assessment::Method::ByHand,
                                     .list = "Child protection cases that the force closed in " + half_year}},
                        bodys))
      return problem;
  }
  return draw_sample({.name = "Drawn by inspectors",
                      .chosen_by = assessment::ChosenBy::Inspectors,
                      .drawing = {.method = assessment::Method::AtRandom,
                                  .list = "Child protection cases opened in " + half_year,
                                  .list_length = chance.between(260, 1900),
                                  .repeated_by = "The list in order of its references, and the seed " +
                                                 std::to_string(chance.between(10000, 99999))}},
                     all - bodys);
}

Problem CaseWork::draw_sample(assessment::SampleDetails details, int cases) {
  const bool chosen_by_body = details.chosen_by == assessment::ChosenBy::Body;
  const auto drawn =
      setting_.office.perform(setting_.actor(inspection_.team.lead),
                              assessment::DrawSample{inspection_.planned->id, std::move(details)});
  if (!drawn) return drawn.refusal();
  ++setting_.tally.samples;
  for (int added = 0; added < cases; ++added)
    if (Problem problem = add_case(*drawn, chosen_by_body)) return problem;
  return std::nullopt;
}

Problem CaseWork::add_case(assessment::SampleId sample, bool chosen_by_body) {
  const programme::Framework& framework = inspection_.framework->framework;
  const people::Actor& lead = setting_.actor(inspection_.team.lead);
  const std::string kind = case_kind(framework, inspection_.chance);
  const auto added =
      setting_.office.perform(lead, assessment::AddCase{inspection_.planned->id, sample, kind});
  if (!added) return added.refusal();
  ++setting_.tally.cases;
  const auto& inspectors = inspection_.team.inspectors;
  GradedCase graded{.number = added->number,
                    .kind = kind,
                    .assessor = inspectors[inspection_.cases.size() % inspectors.size()],
                    .sample = sample,
                    .chosen_by_body = chosen_by_body,
                    .judgements = {},
                    .outcomes = {}};
  const int standing = standing_of(setting_.files, inspection_.of);
  for (PlannedOutcome& planned : inspectors_outcomes(framework, kind, standing, inspection_.chance))
    graded.outcomes.emplace(std::move(planned.area), std::move(planned.outcome));
  const auto assigned = setting_.office.perform(
      lead, assessment::AssignCase{inspection_.key(), graded.number, setting_.actor(graded.assessor).person});
  inspection_.cases.push_back(std::move(graded));
  return problem_in(assigned);
}

assessment::Judgement CaseWork::judgement(const std::string& area, const std::string& outcome) {
  std::vector<const Reason*> fitting;
  for (const Reason& reason : setting_.files.reasons)
    if (reason.area == area && reason.outcome == outcome) fitting.push_back(&reason);
  const auto found = outcome_of(inspection_.framework->framework, outcome);
  if (fitting.empty() || !found)
    throw std::logic_error("reasons.csv has no reason for " + outcome + " in " + area);
  return {area, found, fitting[setting_.turns.next(area + " " + outcome, fitting.size())]->text};
}

std::vector<assessment::Judgement> CaseWork::judgements(const std::map<std::string, std::string>& outcomes) {
  std::vector<assessment::Judgement> written;
  for (const auto& [area, outcome] : outcomes) written.push_back(judgement(area, outcome));
  return written;
}

Problem CaseWork::audit() {
  for (const GradedCase& of : inspection_.cases)
    if (of.chosen_by_body)
      if (Problem problem = audit(of, *inspection_.team.auditor)) return problem;
  return std::nullopt;
}

Problem CaseWork::audit(const GradedCase& of, const std::string& auditor) {
  std::vector<PlannedOutcome> inspectors;
  for (const auto& [area, outcome] : of.outcomes) inspectors.push_back({area, outcome});
  std::map<std::string, std::string> own;
  for (PlannedOutcome& planned :
       own_outcomes(inspection_.framework->framework, inspectors, inspection_.chance))
    own.emplace(std::move(planned.area), std::move(planned.outcome));
  const people::Actor& actor = setting_.actor(auditor);
  assessment::OnScreen at{inspection_.key(), of.number, AssessorType::Body, 0};
  const auto saved = setting_.office.perform(actor, assessment::SaveAssessment{at, judgements(own)});
  if (!saved) return saved.refusal();
  ++setting_.tally.assessments;
  at.revision = saved->revision;
  return problem_in(setting_.office.perform(actor, assessment::SubmitAssessment{at}));
}

Problem CaseWork::assess(std::size_t day, std::size_t days) {
  const std::size_t all = inspection_.cases.size();
  for (std::size_t place = all * day / days; place < all * (day + 1) / days; ++place) {
    GradedCase& of = inspection_.cases[place];
    of.judgements = judgements(of.outcomes);
    if (Problem problem = assess(of)) return problem;
    ++setting_.tally.assessments;
  }
  return std::nullopt;
}

Problem CaseWork::assess(GradedCase& of) {
  const people::Actor& actor = setting_.actor(of.assessor);
  assessment::OnScreen at{inspection_.key(), of.number, AssessorType::Inspectors, of.revision};
  const auto saved = setting_.office.perform(actor, assessment::SaveAssessment{at, of.judgements});
  if (!saved) return saved.refusal();
  at.revision = saved->revision;
  const auto submitted = setting_.office.perform(actor, assessment::SubmitAssessment{at});
  if (!submitted) return submitted.refusal();
  of.revision = submitted->revision;
  return std::nullopt;
}

Problem CaseWork::agree(GradedCase& of) {
  const auto agreed = setting_.office.perform(
      setting_.actor(inspection_.team.moderator),
      assessment::AgreeAssessment{{inspection_.key(), of.number, AssessorType::Inspectors, of.revision}});
  if (!agreed) return agreed.refusal();
  of.revision = agreed->revision;
  return std::nullopt;
}

Problem CaseWork::moderate() {
  std::vector<const ReturnReason*> reasons;
  for (const ReturnReason& reason : setting_.files.returns)
    if (reason.what == Returned::Assessment) reasons.push_back(&reason);
  for (std::size_t place = 0; place < inspection_.cases.size(); ++place) {
    GradedCase& of = inspection_.cases[place];
    if (reasons.empty() || !inspection_.chance.happens(4)) {
      if (Problem problem = agree(of)) return problem;
      continue;
    }
    const std::string& reason = reasons[setting_.turns.next("returned assessment", reasons.size())]->text;
    const auto back = setting_.office.perform(
        setting_.actor(inspection_.team.moderator),
        assessment::ReturnAssessment{{inspection_.key(), of.number, AssessorType::Inspectors, of.revision},
                                     reason});
    if (!back) return back.refusal();
    of.revision = back->revision;
    returned_.push_back(place);
  }
  return std::nullopt;
}

Problem CaseWork::look_again() {
  for (const std::size_t place : returned_) {
    GradedCase& of = inspection_.cases[place];
    assessment::Judgement& again = of.judgements[inspection_.chance.below(of.judgements.size())];
    again = judgement(again.area, of.outcomes.at(again.area));
    if (Problem problem = assess(of)) return problem;
  }
  return std::nullopt;
}

Problem CaseWork::agree_returned() {
  for (const std::size_t place : returned_)
    if (Problem problem = agree(inspection_.cases[place])) return problem;
  return std::nullopt;
}

}  // namespace sightline::demo
