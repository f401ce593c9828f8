// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_stages.h"

namespace sightline::assessment {

namespace {

using inspection::Stage;

/// The first and the last stage at which a work goes on.
struct Open {
  CaseWork work;
  Stage from;
  Stage to;
};

// Handbook §4.28
constexpr Open kOpen[] = {
    {CaseWork::Prepare, Stage::Announced, Stage::Fieldwork},
    {CaseWork::Assign, Stage::Announced, Stage::Reporting},
    {CaseWork::AuditOwn, Stage::Announced, Stage::Fieldwork},
    {CaseWork::Assess, Stage::Fieldwork, Stage::Reporting},
    {CaseWork::Moderate, Stage::Fieldwork, Stage::Reporting},
};

bool is_open(Stage stage, CaseWork work) {
  for (const Open& open : kOpen)
    if (open.work == work) return open.from <= stage && stage <= open.to;
  return false;
}

const char* what_to_do_first(Stage stage, CaseWork work) {
  switch (stage) {
    case Stage::Planned:
      return "This inspection has not been announced. Announce it to the body first: nothing is done to its "
             "cases before.";
    case Stage::Announced:
      return "The fieldwork of this inspection has not begun. Begin it first: inspectors assess cases from "
             "then on.";
    case Stage::Published:
      return "This inspection has been published. Ask a moderator to reopen it, with a reason: nothing "
             "about its cases changes before.";
    case Stage::Closed:
      return "This inspection is closed. Ask whoever plans inspections to reopen it, with a reason: nothing "
             "about its cases changes before.";
    case Stage::Fieldwork:
    case Stage::Moderation:
    case Stage::Reporting:
      break;
  }
  return work == CaseWork::Prepare
             ? "The fieldwork of this inspection is over. Return it to fieldwork first: no case is added "
               "after it."
             : "The fieldwork of this inspection is over, and the body's own audit with it. Ask the lead "
               "inspector if the audit must still change.";
}

}  // namespace

CaseWork work_of(AssessorType by, Action action) {
  if (action == Action::Return || action == Action::Agree || action == Action::Reopen)
    return CaseWork::Moderate;
  return by == AssessorType::Body ? CaseWork::AuditOwn : CaseWork::Assess;
}

std::optional<Refusal> refuse_at(std::optional<Stage> stage, CaseWork work) {
  if (!stage)
    return Refusal{Refusal::Kind::WrongState, "What is known from the public record has no cases here.", {}};
  if (is_open(*stage, work)) return std::nullopt;
  return Refusal{Refusal::Kind::WrongState, what_to_do_first(*stage, work), {}};
}

}  // namespace sightline::assessment
