// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_service.h"

#include <algorithm>

#include "assessment/assessment_store.h"
#include "assessment/case_stages.h"
#include "assessment/case_store.h"
#include "inspection/inspection_service.h"
#include "programme/programme_service.h"

namespace sightline::assessment {

namespace {

/// A case with what is needed to judge it, as one actor may.
struct Desk {
  Case subject;
  people::Permissions permissions;
  inspection::Inspection inspection;
  std::shared_ptr<const programme::AdoptedFramework> adopted;
  std::optional<Assessment> assessment;
};

/// Refuses with NotFound whoever has no business with that side of a case they may see.
Result<Desk> desk_for(sql::Reader& reader, Case subject, inspection::SeenInspection seen, AssessorType by) {
  const Permission to_see = by == AssessorType::Inspectors ? Permission::SeeCases : Permission::AuditOwnCases;
  if (!seen.permissions.may(to_see)) return no_such_case();
  std::shared_ptr<const programme::AdoptedFramework> adopted;
  if (seen.inspection.framework) adopted = programme::find_framework(reader, *seen.inspection.framework);
  if (!adopted)
    return Refusal{Refusal::Kind::WrongState,
                   "This inspection has no framework yet, so its cases cannot be assessed.",
                   {}};
  std::optional<Assessment> assessment = find_assessment(reader, subject.id, by);
  return Desk{std::move(subject), seen.permissions, std::move(seen.inspection), std::move(adopted),
              std::move(assessment)};
}

/// Refuses with NotFound whoever may not see the case, or has no business with that side of it. Where no side
/// is named it is the one for which the actor judges.
Result<Desk> open_desk(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                       std::string_view number, std::optional<AssessorType> by = std::nullopt) {
  std::optional<inspection::SeenInspection> seen = inspection::see_inspection(reader, actor, inspection_key);
  if (!seen) return no_such_case();
  std::optional<Case> subject = cases::visible_case(reader, seen->inspection.id, seen->permissions, number);
  if (!subject) return no_such_case();
  const AssessorType side = by.value_or(side_of(seen->permissions));
  return desk_for(reader, *std::move(subject), *std::move(seen), side);
}

Result<Desk> open_desk(sql::Reader& reader, const Actor& actor, const OnScreen& at) {
  return open_desk(reader, actor, at.inspection_key, at.number, at.by);
}

/// Refuses a step for which this is not the stage. Whoever may not take it at any stage is told so by step().
std::optional<Refusal> refuse_at_stage(const Desk& desk, AssessorType by, Action action) {
  for (const Step& each : workflow_of(by))
    if (each.action == action && desk.permissions.may(each.needs))
      return refuse_at(desk.inspection.stage, work_of(by, action));
  return std::nullopt;
}

/// What a side's first save starts from: revision 0 stands in no table.
Assessment not_begun(const Desk& desk, AssessorType by) {
  return {.id = AssessmentId{0},
          .case_id = desk.subject.id,
          .by = by,
          .state = State::Draft,
          .revision = 0,
          .first_submitted = std::nullopt,
          .judgements = {},
          .authors = {}};
}

/// The judgements of `typed` that differ from what is recorded.
std::vector<Judgement> changes(const std::vector<Judgement>& recorded, const std::vector<Judgement>& typed) {
  std::vector<Judgement> changed;
  for (const Judgement& judgement : typed)
    if (judgement_of(recorded, judgement.area) != judgement) changed.push_back(judgement);
  return changed;
}

std::vector<Judgement> merged(std::vector<Judgement> recorded, const std::vector<Judgement>& changed) {
  for (const Judgement& judgement : changed) {
    std::erase_if(recorded, [&](const Judgement& old) { return old.area == judgement.area; });
    recorded.push_back(judgement);
  }
  std::ranges::sort(recorded, {}, &Judgement::area);
  return recorded;
}

void record(journal::Work& work, const Desk& desk, const Assessment& next, const RevisionStep& how,
            const std::vector<Judgement>& changed) {
  std::optional<journal::StateText> before;
  if (desk.assessment) before = state_text(*desk.assessment);
  if (desk.assessment)
    insert_revision(work.sql(), next, how, changed);
  else
    insert_assessment(work.sql(), next, how);
  work.changed({"case", next.case_id.value()}, before, state_text(next));
}

/// Any step but Save: the judgements stay as they are.
Result<Assessment> take(journal::Work& work, const Actor& actor, const OnScreen& at, Action action,
                        const std::string& reason) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at));
  if (auto refusal = refuse_at_stage(desk, at.by, action)) return *std::move(refusal);
  const Assessment current = desk.assessment ? *desk.assessment : not_begun(desk, at.by);
  SIGHTLINE_TRY(const Assessment next,
                step(current, action, {actor.person, desk.permissions, at.revision, reason}));
  if (action == Action::Submit)
    if (auto refusal = incomplete(next.judgements, desk.adopted->framework)) return *refusal;
  record(work, desk, next,
         {action, actor.person, work.now(), reason.empty() ? std::nullopt : std::optional(reason)}, {});
  return next;
}

}  // namespace

Result<Assessment> decide(journal::Work& work, const Actor& actor, const SaveAssessment& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  const Assessment current = desk.assessment ? *desk.assessment : not_begun(desk, command.at.by);
  SIGHTLINE_TRY(const std::vector<Judgement> typed, checked(command.judgements, desk.adopted->framework));
  if (auto refusal = refuse_at_stage(desk, command.at.by, Action::Save)) return *std::move(refusal);
  SIGHTLINE_TRY(Assessment next,
                step(current, Action::Save, {actor.person, desk.permissions, command.at.revision, {}}));
  const std::vector<Judgement> changed = changes(current.judgements, typed);
  if (changed.empty()) {
    work.unchanged();
    return current;
  }
  next.judgements = merged(current.judgements, changed);
  record(work, desk, next, {Action::Save, actor.person, work.now(), std::nullopt}, changed);
  return next;
}

Result<Assessment> decide(journal::Work& work, const Actor& actor, const SubmitAssessment& command) {
  return take(work, actor, command.at, Action::Submit, {});
}

Result<Assessment> decide(journal::Work& work, const Actor& actor, const ReturnAssessment& command) {
  return take(work, actor, command.at, Action::Return, command.reason);
}

Result<Assessment> decide(journal::Work& work, const Actor& actor, const AgreeAssessment& command) {
  return take(work, actor, command.at, Action::Agree, {});
}

Result<Assessment> decide(journal::Work& work, const Actor& actor, const ReopenAssessment& command) {
  return take(work, actor, command.at, Action::Reopen, command.reason);
}

Result<AssessmentId> decide(journal::Work& work, const Actor& actor, const SetTextAside& command) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, command.at));
  SIGHTLINE_TRY(const std::vector<Judgement> typed, checked(command.judgements, desk.adopted->framework));
  const Permission to_write =
      command.at.by == AssessorType::Inspectors ? Permission::AssessCases : Permission::AuditOwnCases;
  if (!desk.permissions.may(to_write))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this step.", {}};
  const bool is_late = refuse_at_stage(desk, command.at.by, Action::Save).has_value();
  if (!desk.assessment || (desk.assessment->revision == command.at.revision && !is_late))
    return Refusal{Refusal::Kind::WrongState, "Nobody has changed this assessment meanwhile.", {}};
  insert_set_aside(work.sql(), desk.assessment->id, command.at.revision, desk.assessment->revision,
                   actor.person, work.now(), typed);
  const journal::StateText state = state_text(*desk.assessment);
  work.changed({"case", desk.subject.id.value()}, state, state);
  return desk.assessment->id;
}

Result<Assessment> save_or_set_aside(journal::Journal& journal, const Actor& actor,
                                     const SaveAssessment& command) {
  Result<Assessment> saved = journal.perform(actor, command);
  if (saved) return saved;
  const Refusal::Kind kind = saved.refusal().kind;
  if (kind != Refusal::Kind::Conflict && kind != Refusal::Kind::WrongState) return saved;
  const Result<AssessmentId> kept = journal.perform(actor, SetTextAside{command.at, command.judgements});
  // A wrong state that was on the screen already overtook nobody, and says more than that nobody was.
  if (!kept && kind == Refusal::Kind::Conflict) return kept.refusal();
  return saved;
}

namespace {

std::vector<Action> actions_of(const Desk& desk, const Actor& actor, AssessorType side) {
  const Assessment nothing_yet = not_begun(desk, side);
  const Assessment& assessment = desk.assessment ? *desk.assessment : nothing_yet;
  std::vector<Action> actions;
  for (const Action action : {Action::Save, Action::Submit, Action::Return, Action::Agree, Action::Reopen})
    if (!refuse_at_stage(desk, side, action) &&
        !refuse_step(assessment, action, {actor.person, desk.permissions, assessment.revision, "asked"}))
      actions.push_back(action);
  return actions;
}

/// What holds up whoever would write or moderate at another stage.
std::optional<std::string> standstill_of(const Desk& desk, AssessorType side) {
  for (const Action action : {Action::Save, Action::Agree})
    if (const auto refusal = refuse_at_stage(desk, side, action)) return refusal->message;
  return std::nullopt;
}

/// By which step; nothing unless it is to be written again. Mostly that is among the latest steps.
std::optional<RevisionLine> came_back(sql::Reader& reader, const Assessment& assessment,
                                      const std::vector<RevisionLine>& latest) {
  if (assessment.state != State::Returned && assessment.state != State::Reopened) return std::nullopt;
  const auto found = std::ranges::find_if(latest, [](const RevisionLine& line) {
    return line.action == Action::Return || line.action == Action::Reopen;
  });
  return found == latest.end() ? newest_return(reader, assessment.id) : *found;
}

}  // namespace

AssessorType side_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key) {
  const auto seen = inspection::see_inspection(reader, actor, inspection_key);
  return side_of(seen ? seen->permissions : people::Permissions{});
}

std::optional<CaseView> case_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                  std::string_view number) {
  Result<Desk> opened = open_desk(reader, actor, inspection_key, number);
  if (!opened) return std::nullopt;
  Desk desk = *std::move(opened);
  const people::Permissions held = desk.permissions;
  const AssessorType side = side_of(held);

  std::vector<Action> actions = actions_of(desk, actor, side);
  std::optional<std::string> standstill = standstill_of(desk, side);
  CaseView view{.inspection = std::move(desk.inspection),
                .subject = std::move(desk.subject),
                .adopted = std::move(desk.adopted),
                .side = side,
                .assessment = std::move(desk.assessment),
                .other_side = std::nullopt,
                .body_has_submitted = false,
                .history = {},
                .came_back = std::nullopt,
                .set_aside = std::nullopt,
                .actions = std::move(actions),
                .standstill = std::move(standstill),
                .team = {}};
  if (held.may(Permission::ManageTeam) && !refuse_at(view.inspection.stage, CaseWork::Assign))
    view.team = inspection::team_of(reader, actor, view.subject.inspection);
  if (held.may(Permission::ManageTeam)) view.assignments = cases::assignments_of(reader, view.subject.id);
  if (view.assessment) {
    view.history = history_of(reader, view.assessment->id, 0, kStepsOnAPage);
    view.came_back = came_back(reader, *view.assessment, view.history);
    if (actor.person) view.set_aside = newest_set_aside(reader, view.assessment->id, *actor.person);
  }
  // Handbook §4.11 to §4.15: hidden until the inspectors' own judgement is fixed, and never the other way
  // round.
  if (side == AssessorType::Inspectors) {
    std::optional<Assessment> own = find_assessment(reader, view.subject.id, AssessorType::Body);
    view.body_has_submitted = own && own->state == State::Submitted;
    if (view.body_has_submitted && view.assessment && is_fixed(*view.assessment))
      view.other_side = std::move(own);
  }
  return view;
}

std::optional<CaseHistory> case_history(sql::Reader& reader, const Actor& actor,
                                        std::string_view inspection_key, std::string_view number,
                                        std::int64_t page_number) {
  Result<Desk> opened = open_desk(reader, actor, inspection_key, number);
  if (!opened) return std::nullopt;
  Desk desk = *std::move(opened);
  const std::optional<Assessment>& assessment = desk.assessment;
  const Cut cut = cut_of(assessment ? assessment->revision : 0, page_number, kStepsOnAPage);
  return CaseHistory{std::move(desk.inspection), std::move(desk.subject),
                     page_of(cut, assessment ? history_of(reader, assessment->id, cut.offset, cut.size)
                                             : std::vector<RevisionLine>{})};
}

}  // namespace sightline::assessment
