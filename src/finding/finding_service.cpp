// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "finding/finding_service.h"

#include <algorithm>

#include "assessment/case_service.h"
#include "finding/finding_store.h"
#include "theme/theme_service.h"

namespace sightline::finding {

namespace {

Refusal no_such_inspection() {
  return {Refusal::Kind::NotFound, "There is no such inspection.", {}};
}

/// A finding with what is needed to work on it, as one actor may.
struct Desk {
  inspection::Inspection inspection;
  people::Permissions held;
  Finding finding;
};

Result<Desk> open_desk(sql::Reader& reader, const Actor& actor, std::string_view inspection_key, int number) {
  auto seen = inspection::see_inspection(reader, actor, inspection_key);
  auto finding = visible_finding(reader, actor, inspection_key, number);
  if (!seen || !finding) return no_such_finding();
  return Desk{std::move(seen->inspection), seen->permissions, *std::move(finding)};
}

/// The finding after the step, or why it cannot be taken now.
Result<Finding> stepped(const Desk& desk, const Actor& actor, Action action, int base_revision,
                        const std::string& reason = {}) {
  SIGHTLINE_TRY(Finding next, step(desk.finding, action, {actor.person, desk.held, base_revision, reason}));
  if (auto refusal = refuse_at(desk.inspection.stage)) return *std::move(refusal);
  return next;
}

void record(journal::Work& work, const Actor& actor, const Finding& before, const Finding& next,
            Action action, const std::string& reason = {}) {
  insert_revision(work.sql(), next,
                  {action, actor.person, work.now(), reason.empty() ? std::nullopt : std::optional(reason)});
  work.changed({"finding", next.id.value()}, state_text(before), state_text(next));
}

/// Any step that changes neither words nor support.
Result<Finding> take(journal::Work& work, const Actor& actor, const OnScreen& at, Action action,
                     const std::string& reason = {}) {
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at.inspection_key, at.number));
  SIGHTLINE_TRY(const Finding next, stepped(desk, actor, action, at.revision, reason));
  record(work, actor, desk.finding, next, action, reason);
  return next;
}

Refusal invalid_support(const char* field, const char* sentence) {
  return {Refusal::Kind::Invalid, "What the finding rests on was not changed.", {{field, sentence}}};
}

/// What a finding is rested on, found in its inspection.
using FoundSupport = std::variant<evidence::ExtractId, assessment::CaseId>;

Result<FoundSupport> found_support(sql::Reader& reader, const Actor& actor, const Desk& desk,
                                   const Support& support) {
  if (const auto* extract = std::get_if<evidence::ExtractId>(&support)) {
    if (!sees_extract(reader, actor, desk.inspection.id, *extract))
      return invalid_support("extract", "Choose an extract of this inspection's evidence.");
    return FoundSupport(*extract);
  }
  const auto subject = case_numbered(reader, actor, desk.inspection.id, std::get<CaseNumber>(support).number);
  if (!subject) return invalid_support("case", "Enter the number of a case of this inspection.");
  return FoundSupport(*subject);
}

/// The finding with one extract or case more, or less.
Finding with_support_counted(Finding finding, const FoundSupport& support, int change) {
  (std::holds_alternative<evidence::ExtractId>(support) ? finding.extracts : finding.cases) += change;
  return finding;
}

bool is_rested_on(sql::Reader& reader, const Finding& finding, const FoundSupport& support) {
  return std::visit([&](const auto& id) { return rests_on(reader, finding.id, id); }, support);
}

bool is_mere_reader(people::Permissions held) {
  return !held.may(Permission::WriteFindings) && !held.may(Permission::AgreeFindings);
}

/// What this actor may do, were the stage right.
std::vector<Action> actions_of(const Desk& desk, const Actor& actor) {
  std::vector<Action> actions;
  for (const Action action :
       {Action::Revise, Action::Support, Action::Withdraw, Action::Agree, Action::Return, Action::Reopen})
    if (step(desk.finding, action, {actor.person, desk.held, desk.finding.revision, "asked"}))
      actions.push_back(action);
  return actions;
}

}  // namespace

Refusal no_such_finding() {
  return {Refusal::Kind::NotFound, "There is no such finding.", {}};
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const DraftFinding& command) {
  const auto seen = inspection::see_inspection(work.sql(), actor, command.inspection_key);
  if (!seen) return no_such_inspection();
  if (!seen->permissions.may(DraftFinding::kNeeds))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}};
  const inspection::Inspection& inspection = seen->inspection;
  if (auto refusal = refuse_at(inspection.stage)) return *std::move(refusal);
  const auto framework = assessment::framework_of(work.sql(), actor, inspection.id);
  SIGHTLINE_TRY(const Details details, checked(command.details, framework ? &*framework : nullptr));
  Finding drafted{.id = FindingId{0},
                  .inspection = inspection.id,
                  .number = next_number(work.sql(), inspection.id),
                  .details = details,
                  .state = State::Draft,
                  .revision = 1,
                  .extracts = 0,
                  .cases = 0,
                  .authors = {}};
  if (actor.person) drafted.authors.push_back(*actor.person);
  drafted.id = insert_finding(work.sql(), drafted, {Action::Revise, actor.person, work.now()});
  work.changed({"finding", drafted.id.value()}, std::nullopt, state_text(drafted));
  return drafted;
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const ReviseFinding& command) {
  const OnScreen& at = command.at;
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at.inspection_key, at.number));
  SIGHTLINE_TRY(Finding next, stepped(desk, actor, Action::Revise, at.revision));
  const auto framework = assessment::framework_of(work.sql(), actor, desk.inspection.id);
  SIGHTLINE_TRY(next.details, checked(command.details, framework ? &*framework : nullptr));
  if (next.details == desk.finding.details) {
    work.unchanged();
    return desk.finding;
  }
  record(work, actor, desk.finding, next, Action::Revise);
  return next;
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const SupportFinding& command) {
  const OnScreen& at = command.at;
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at.inspection_key, at.number));
  SIGHTLINE_TRY(const Finding moved, stepped(desk, actor, Action::Support, at.revision));
  SIGHTLINE_TRY(const FoundSupport support, found_support(work.sql(), actor, desk, command.support));
  if (is_rested_on(work.sql(), desk.finding, support)) {
    work.unchanged();
    return desk.finding;
  }
  const Finding next = with_support_counted(moved, support, 1);
  record(work, actor, desk.finding, next, Action::Support);
  std::visit([&](const auto& id) { add_support(work.sql(), next, id); }, support);
  return next;
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const WithdrawSupport& command) {
  const OnScreen& at = command.at;
  SIGHTLINE_TRY(const Desk desk, open_desk(work.sql(), actor, at.inspection_key, at.number));
  SIGHTLINE_TRY(const Finding moved, stepped(desk, actor, Action::Withdraw, at.revision));
  SIGHTLINE_TRY(const FoundSupport support, found_support(work.sql(), actor, desk, command.support));
  if (!is_rested_on(work.sql(), desk.finding, support))
    return invalid_support(std::holds_alternative<evidence::ExtractId>(support) ? "extract" : "case",
                           "The finding does not rest on that.");
  const Finding next = with_support_counted(moved, support, -1);
  record(work, actor, desk.finding, next, Action::Withdraw);
  std::visit([&](const auto& id) { end_support(work.sql(), next, id); }, support);
  return next;
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const AgreeFinding& command) {
  return take(work, actor, command.at, Action::Agree);
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const ReturnFinding& command) {
  return take(work, actor, command.at, Action::Return, command.reason);
}

Result<Finding> decide(journal::Work& work, const Actor& actor, const ReopenFinding& command) {
  return take(work, actor, command.at, Action::Reopen, command.reason);
}

std::optional<Finding> find_finding(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                    int number) {
  return visible_finding(reader, actor, inspection_key, number);
}

Result<FindingList> findings_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                std::int64_t page_number) {
  auto seen = inspection::see_inspection(reader, actor, inspection_key);
  if (!seen) return no_such_inspection();
  inspection::Inspection& inspection = seen->inspection;
  const people::Permissions held = seen->permissions;
  if (is_mere_reader(held) && !held.may(Permission::SeeFindings))
    return Refusal{
        Refusal::Kind::NotPermitted, "Your role in this inspection does not show its findings.", {}};
  std::optional<std::string> standstill;
  if (const auto refusal = refuse_at(inspection.stage); refusal && held.may(Permission::WriteFindings))
    standstill = refusal->message;
  auto framework = assessment::framework_of(reader, actor, inspection.id);
  auto findings = of_inspection(reader, actor, inspection.id, page_number);
  auto codebook = theme::themes_of(reader, inspection.programme);
  return FindingList{std::move(inspection), held,
                     std::move(framework),  std::move(codebook),
                     std::move(findings),   std::move(standstill)};
}

Result<FindingView> finding_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                 int number, std::int64_t support_page) {
  SIGHTLINE_TRY(Desk desk, open_desk(reader, actor, inspection_key, number));
  std::vector<Action> actions = actions_of(desk, actor);
  std::optional<std::string> standstill;
  if (const auto refusal = refuse_at(desk.inspection.stage)) {
    if (!is_mere_reader(desk.held)) standstill = refusal->message;
    actions.clear();
  }
  FindingView view{.inspection = desk.inspection,
                   .held = desk.held,
                   .framework = assessment::framework_of(reader, actor, desk.inspection.id),
                   .codebook = theme::themes_of(reader, desk.inspection.programme),
                   .finding = desk.finding,
                   .support = support_of(reader, actor, desk.finding.id, support_page),
                   .history = {},
                   .actions = std::move(actions),
                   .standstill = std::move(standstill)};
  if (!is_mere_reader(view.held)) view.history = history_of(reader, view.finding.id, 0, kStepsOnAPage);
  return view;
}

Result<FindingHistory> finding_history(sql::Reader& reader, const Actor& actor,
                                       std::string_view inspection_key, int number,
                                       std::int64_t page_number) {
  SIGHTLINE_TRY(Desk desk, open_desk(reader, actor, inspection_key, number));
  if (is_mere_reader(desk.held)) return no_such_finding();
  const Cut cut = cut_of(desk.finding.revision, page_number, kStepsOnAPage);
  auto steps = history_of(reader, desk.finding.id, cut.offset, cut.size);
  return FindingHistory{std::move(desk.inspection), std::move(desk.finding), page_of(cut, std::move(steps))};
}

Result<ExtractChoice> extract_choice(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                     int number, std::int64_t page_number) {
  SIGHTLINE_TRY(const Desk desk, open_desk(reader, actor, inspection_key, number));
  const Result<Finding> possible = stepped(desk, actor, Action::Support, desk.finding.revision);
  if (!possible) return possible.refusal();
  return ExtractChoice{desk.inspection, desk.finding,
                       extracts_beside(reader, actor, desk.finding, page_number)};
}

}  // namespace sightline::finding
