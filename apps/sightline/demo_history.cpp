// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_history.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <utility>

#include "assessment/assessment_service.h"
#include "assessment/case_service.h"
#include "inspection/area_service.h"
#include "inspection/inspection_service.h"
#include "programme/programme_service.h"

namespace sightline::demo {

namespace {

using assessment::AssessorType;
using inspection::TeamRole;
using people::Actor;

/// The refusal of a command, said of the line that asked for it.
Refusal at_line(const csv::Row& row, const Refusal& refusal) {
  std::string sentence = "the step was refused: " + refusal.message;
  for (const FieldProblem& problem : refusal.fields) sentence += " " + problem.message;
  if (sentence.ends_with('.')) sentence.pop_back();
  return row.refuse("step", sentence);
}

class Play {
 public:
  Play(Office& office, const InventedInspection& invented, const Cast& cast)
      : office_(office), invented_(invented), cast_(cast) {}

  /// The programme, the inspection and the joint one with their dates, and their teams.
  Problem plan();
  Problem take(const InventedStep& step);
  const Played& played() const { return played_; }

 private:
  /// One side's assessment of one case.
  struct Sheet {
    int revision = 0;
    int saves = 0;
  };

  const Actor& person(people::Role role) const {
    const auto found = std::ranges::find(invented_.people, role, &InventedPerson::role);
    return cast_.people.at(found->email);
  }
  const InventedCase& invented_case(int label) const {
    return *std::ranges::find(invented_.cases, label, &InventedCase::label);
  }

  Result<inspection::Planned> plan_inspection(inspection::Plan plan, const Period& fieldwork);
  Problem assemble_team(const inspection::Planned& of, std::initializer_list<TeamRole> roles);
  Problem draw(const Actor& actor, const std::string& sample_key);
  Problem add_case(const Actor& actor, assessment::SampleId sample, const InventedCase& of);
  Problem assess(const Actor& actor, const InventedStep& step);
  Result<assessment::Assessment> perform(const Actor& actor, const InventedStep& step,
                                         const assessment::OnScreen& at, int save);
  Result<std::vector<assessment::Judgement>> judgements(const InventedStep& step, int save) const;
  Result<std::optional<assessment::Outcome>> outcome(const InventedJudgement& judged) const;

  Office& office_;
  const InventedInspection& invented_;
  const Cast& cast_;
  Played played_;
  std::shared_ptr<const programme::AdoptedFramework> framework_;
  std::optional<inspection::Planned> planned_;
  std::map<int, std::string> numbers_;  // by label
  std::map<std::pair<int, AssessorType>, Sheet> sheets_;
};

Problem Play::plan() {
  const InventedPlan& plan = invented_.plan;
  {
    sql::Snapshot snapshot = office_.journal().snapshot();
    framework_ = programme::find_framework(snapshot, plan.framework, plan.framework_version);
  }
  if (!framework_)
    return Refusal{
        Refusal::Kind::NotFound, "inspection.csv: there is no such framework among those adopted.", {}};
  office_.set(plan.planned_at);
  const Actor& planner = person(people::Role::ProgrammeManager);
  const auto programme =
      office_.perform(planner, programme::AddProgramme{{.key = plan.programme_key,
                                                        .name = plan.programme_name,
                                                        .reality = people::Reality::Invented,
                                                        .source = "Invented for the demonstration"}});
  if (!programme) return programme.refusal();
  const auto planned = plan_inspection({.programme = *programme,
                                        .kind = plan.kind,
                                        .body = cast_.organisations.at(plan.body),
                                        .title = plan.title,
                                        .framework = framework_->id},
                                       plan.fieldwork);
  if (!planned) return planned.refusal();
  planned_ = *planned;
  if (Problem problem = assemble_team(*planned, {TeamRole::LeadInspector, TeamRole::Inspector}))
    return problem;
  const InventedJointPlan& together = invented_.joint;
  const auto policed = office_.perform(
      person(people::Role::Administrator),
      inspection::RecordForceOfArea{.area_key = together.area,
                                    .force_key = together.force,
                                    .source = {"Invented for the demonstration", SourceType::Background}});
  if (!policed) return policed.refusal();
  const auto joint = plan_inspection({.programme = *programme,
                                      .kind = inspection::Kind::JointTargetedAreaInspection,
                                      .body = cast_.organisations.at(together.area),
                                      .title = together.title,
                                      .theme = together.theme},
                                     together.fieldwork);
  return joint ? assemble_team(*joint, {TeamRole::PartnerInspector}) : Problem(joint.refusal());
}

Result<inspection::Planned> Play::plan_inspection(inspection::Plan plan, const Period& fieldwork) {
  const Actor& planner = person(people::Role::ProgrammeManager);
  SIGHTLINE_TRY(const auto planned, office_.perform(planner, inspection::PlanInspection{std::move(plan)}));
  const auto dated = office_.perform(
      planner,
      inspection::SetDates{
          .inspection = planned.id, .based_on = 1, .dates = {.fieldwork = inspection::Fieldwork{fieldwork}}});
  if (!dated) return dated.refusal();
  return planned;
}

Problem Play::assemble_team(const inspection::Planned& of, std::initializer_list<TeamRole> roles) {
  for (const TeamRole role : roles)
    for (const InventedPerson& member : invented_.people) {
      if (word(member.role) != word(role)) continue;
      const auto assigned =
          office_.perform(person(people::Role::ProgrammeManager),
                          inspection::AssignMember{of.id, *cast_.people.at(member.email).person, role});
      if (!assigned) return assigned.refusal();
    }
  return std::nullopt;
}

Problem Play::take(const InventedStep& step) {
  office_.set(step.at);
  const Actor& actor = cast_.people.at(step.email);
  Problem problem;
  switch (step.kind) {
    case StepKind::Announce:
      problem = problem_in(
          office_.perform(actor, inspection::MoveStage{planned_->id, inspection::StageAction::Announce}));
      break;
    case StepKind::BeginFieldwork:
      problem = problem_in(office_.perform(
          actor, inspection::MoveStage{planned_->id, inspection::StageAction::BeginFieldwork}));
      break;
    case StepKind::Draw:
      problem = draw(actor, step.sample);
      break;
    default:
      problem = assess(actor, step);
  }
  if (problem) return at_line(step.row, *problem);
  return std::nullopt;
}

Problem Play::draw(const Actor& actor, const std::string& sample_key) {
  const InventedSample& sample = *std::ranges::find(invented_.samples, sample_key, &InventedSample::key);
  const auto drawn = office_.perform(actor, assessment::DrawSample{planned_->id, sample.details});
  if (!drawn) return drawn.refusal();
  ++played_.samples;
  for (const InventedCase& of : invented_.cases)
    if (of.sample == sample_key)
      if (Problem problem = add_case(actor, *drawn, of)) return problem;
  return std::nullopt;
}

Problem Play::add_case(const Actor& actor, assessment::SampleId sample, const InventedCase& of) {
  const auto added = office_.perform(actor, assessment::AddCase{planned_->id, sample, of.kind});
  if (!added) return added.refusal();
  ++played_.cases;
  numbers_.emplace(of.label, added->number);
  return problem_in(office_.perform(
      actor, assessment::AssignCase{planned_->key, added->number, cast_.people.at(of.assigned_to).person}));
}

Problem Play::assess(const Actor& actor, const InventedStep& step) {
  if (!numbers_.contains(step.label))
    return Refusal{Refusal::Kind::WrongState, "The sample of this case has not been drawn yet.", {}};
  Sheet& sheet = sheets_[{step.label, step.by}];
  const assessment::OnScreen at{planned_->key, numbers_.at(step.label), step.by, sheet.revision};
  if (step.kind == StepKind::Save) ++sheet.saves;
  const auto moved = perform(actor, step, at, sheet.saves);
  if (!moved) return moved.refusal();
  if (sheet.revision == 0) ++played_.assessments;
  sheet.revision = moved->revision;
  return std::nullopt;
}

Result<assessment::Assessment> Play::perform(const Actor& actor, const InventedStep& step,
                                             const assessment::OnScreen& at, int save) {
  switch (step.kind) {
    case StepKind::Submit:
      return office_.perform(actor, assessment::SubmitAssessment{at});
    case StepKind::Return:
      return office_.perform(actor, assessment::ReturnAssessment{at, step.reason});
    case StepKind::Agree:
      return office_.perform(actor, assessment::AgreeAssessment{at});
    case StepKind::Reopen:
      return office_.perform(actor, assessment::ReopenAssessment{at, step.reason});
    default: {
      SIGHTLINE_TRY(std::vector<assessment::Judgement> judged, judgements(step, save));
      played_.judgements += static_cast<std::int64_t>(judged.size());
      return office_.perform(actor, assessment::SaveAssessment{at, std::move(judged)});
    }
  }
}

Result<std::vector<assessment::Judgement>> Play::judgements(const InventedStep& step, int save) const {
  std::vector<assessment::Judgement> written;
  for (const InventedJudgement& judged : invented_.judgements) {
    if (judged.label != step.label || judged.by != step.by || judged.save != save) continue;
    SIGHTLINE_TRY(std::optional<assessment::Outcome> found, outcome(judged));
    written.push_back({judged.area, found, judged.reason});
  }
  if (written.empty())
    return Refusal{Refusal::Kind::NotFound, "There is nothing in judgements.csv to save.", {}};
  return written;
}

Result<std::optional<assessment::Outcome>> Play::outcome(const InventedJudgement& judged) const {
  using Found = std::optional<assessment::Outcome>;
  if (judged.outcome.empty()) return Found();
  if (judged.outcome == "not-applicable") return Found(assessment::NotApplicable{});
  if (judged.outcome == "insufficient-evidence") return Found(assessment::InsufficientEvidence{});
  if (framework_->framework.scale)
    if (const auto grade = framework_->framework.scale->find(judged.outcome)) return Found(*grade);
  return judged.row.refuse("outcome", "the framework has no such grade");
}

}  // namespace

Result<Played> play(Office& office, const InventedInspection& invented, const Cast& cast,
                    const jobs::Report& report) {
  Play play(office, invented, cast);
  if (Problem problem = play.plan()) return *std::move(problem);
  const auto steps = static_cast<std::uint64_t>(invented.history.size());
  std::uint64_t done = 0;
  for (const InventedStep& step : invented.history) {
    if (Problem problem = play.take(step)) return *std::move(problem);
    report(++done, steps);
  }
  return play.played();
}

}  // namespace sightline::demo
