// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/inspection.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace sightline::inspection {

namespace {

constexpr std::size_t kLongestTitle = 200;

Refusal wrong_state(std::string sentence) {
  return {Refusal::Kind::WrongState, std::move(sentence), {}};
}

bool has_lead(std::span<const Member> team) {
  return std::any_of(team.begin(), team.end(), [](const Member& member) {
    return member.role == TeamRole::LeadInspector && !member.left_at;
  });
}

bool is_under_way(const Inspection& inspection) {
  return inspection.stage == Stage::Fieldwork || inspection.stage == Stage::Moderation ||
         inspection.stage == Stage::Reporting;
}

/// What has to be there before `action`; nothing when all of it is.
std::optional<Refusal> refuse_unready(const Inspection& inspection, StageAction action,
                                      std::span<const Member> team) {
  if ((action == StageAction::Announce || action == StageAction::BeginFieldwork) &&
      !inspection.dates.fieldwork)
    return wrong_state("Set the dates of the fieldwork first.");
  if (action == StageAction::BeginFieldwork && !has_lead(team))
    return wrong_state("Assign a lead inspector before the fieldwork begins.");
  if (action == StageAction::Reopen && inspection.stage == Stage::Published && !has_lead(team))
    return wrong_state("Put a lead inspector on the team before the inspection is reopened.");
  if (action == StageAction::Publish && !inspection.dates.report)
    return wrong_state("Set the date of the report first.");
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Stage stage) {
  switch (stage) {
    case Stage::Planned:
      return "Planned";
    case Stage::Announced:
      return "Announced";
    case Stage::Fieldwork:
      return "Fieldwork";
    case Stage::Moderation:
      return "Moderation";
    case Stage::Reporting:
      return "Reporting";
    case Stage::Published:
      return "Published";
    case Stage::Closed:
      return "Closed";
  }
  std::abort();
}

std::string_view name_of(StageAction action) {
  switch (action) {
    case StageAction::Announce:
      return "Announce to the body";
    case StageAction::Postpone:
      return "Postpone";
    case StageAction::BeginFieldwork:
      return "Begin fieldwork";
    case StageAction::BeginModeration:
      return "Begin moderation";
    case StageAction::ReturnToFieldwork:
      return "Return to fieldwork";
    case StageAction::BeginReporting:
      return "Begin the report";
    case StageAction::ReturnToModeration:
      return "Return to moderation";
    case StageAction::Publish:
      return "Mark as published";
    case StageAction::Close:
      return "Close";
    case StageAction::Reopen:
      return "Reopen";
  }
  std::abort();
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::ChildProtectionInspection:
      return "Child protection inspection";
    case Kind::PostInspectionReview:
      return "Post-inspection review";
    case Kind::ReInspection:
      return "Re-inspection";
    case Kind::QuarterlyUpdate:
      return "Quarterly update";
    case Kind::JointTargetedAreaInspection:
      return "Joint targeted area inspection";
  }
  std::abort();
}

std::string_view name_of(TeamRole role) {
  return people::describe(from_word<people::Role>(word(role)).value()).name;
}

std::vector<TeamRole> roles_on_team(Kind kind) {
  if (kind != Kind::JointTargetedAreaInspection) return {TeamRole::LeadInspector, TeamRole::Inspector};
  return {TeamRole::LeadInspector, TeamRole::Inspector, TeamRole::PartnerInspector};
}

// Handbook §6.4
std::string in_words(const Fieldwork& fieldwork) {
  const std::string words = fieldwork.when.in_words();
  return fieldwork.sense == Sense::Window ? "at some time in " + words : words;
}

Result<Dates> checked(Dates dates) {
  // Of a window it is not known when in it the fieldwork ended; it cannot have been before its start.
  const auto ended = [](const Fieldwork& fieldwork) {
    return fieldwork.sense == Sense::Window ? fieldwork.when.first() : fieldwork.when.last();
  };
  if (dates.fieldwork && dates.report && certainly_before(*dates.report, ended(*dates.fieldwork)))
    return Refusal{Refusal::Kind::Invalid,
                   "The dates were not saved.",
                   {{"report", "The report cannot be published before the fieldwork has ended."}}};
  return dates;
}

Result<Plan> checked(Plan plan, const people::Organisation& body, const std::optional<Inspection>& followed) {
  plan.title = std::string(trimmed(plan.title));
  plan.theme = std::string(trimmed(plan.theme));
  const bool is_joint = plan.kind == Kind::JointTargetedAreaInspection;
  std::vector<FieldProblem> problems;
  if (plan.title.empty() || length(plan.title) > kLongestTitle)
    problems.push_back({"title", "Enter a name of 1 to 200 characters."});
  // Handbook §2.4
  if (is_joint && body.kind != people::OrganisationKind::LocalAuthorityArea)
    problems.push_back({"body", "A joint inspection is of a local authority area."});
  if (!is_joint && body.kind != people::OrganisationKind::PoliceForce)
    problems.push_back({"body", "This kind of inspection is of a police force."});
  if (followed && (is_joint || plan.kind == Kind::ChildProtectionInspection))
    problems.push_back(
        {"follows", "Only a review, a re-inspection or an update follows another inspection."});
  if (followed && followed->body != body.id)
    problems.push_back({"follows", "Choose an inspection of the same body."});
  if (!plan.theme.empty() && !is_joint) problems.push_back({"theme", "Only a joint inspection has a theme."});
  if (length(plan.theme) > kLongestTitle)
    problems.push_back({"theme", "Enter a theme of 200 characters or fewer."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The inspection was not added.", std::move(problems)};
  return plan;
}

Result<Stage> next_stage(const Inspection& inspection, StageAction action, people::Permissions permissions,
                         std::span<const Member> team) {
  if (!inspection.stage) return wrong_state("What is known from the public record has no stages.");
  const StageStep* step = find_transition(std::span<const StageStep>(kStages), *inspection.stage, action);
  if (!step)
    return wrong_state("This inspection has moved on: it is at " + lower_ascii(name_of(*inspection.stage)) +
                       " now.");
  if (!permissions.may(step->needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this step.", {}};
  if (auto refusal = refuse_unready(inspection, action, team)) return *std::move(refusal);
  return step->to;
}

std::vector<OpenStep> open_steps(const Inspection& inspection, people::Permissions permissions,
                                 std::span<const Member> team) {
  std::vector<OpenStep> open;
  for (const StageStep& step : kStages) {
    if (inspection.stage != step.from || !permissions.may(step.needs)) continue;
    const std::optional<Refusal> missing = refuse_unready(inspection, step.action, team);
    open.push_back({step.action, missing ? std::optional(missing->message) : std::nullopt});
  }
  return open;
}

std::optional<Refusal> refuse_date_change(const Inspection& inspection) {
  if (inspection.origin == Origin::PublicRecord)
    return wrong_state("The dates of the public record are not changed here.");
  if (inspection.stage == Stage::Closed)
    return wrong_state("This inspection is closed; reopen it before its dates change.");
  return std::nullopt;
}

std::optional<Refusal> refuse_team_change(const Inspection& inspection) {
  if (inspection.origin == Origin::PublicRecord)
    return wrong_state("What is known from the public record has no team here.");
  if (inspection.stage == Stage::Closed)
    return wrong_state("This inspection is closed, and its team has ended with it; reopen it first.");
  return std::nullopt;
}

std::optional<Refusal> refuse_leaving(const Inspection& inspection, const Member& member,
                                      std::span<const Member> team) {
  if (member.left_at) return wrong_state(member.name + " has already left the team.");
  std::vector<Member> rest(team.begin(), team.end());
  std::erase_if(rest, [&](const Member& other) { return other.id == member.id; });
  if (is_under_way(inspection) && !has_lead(rest))
    return wrong_state("Assign another lead inspector first: an inspection under way is never without one.");
  return std::nullopt;
}

}  // namespace sightline::inspection
