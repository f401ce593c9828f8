// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The invented inspection as its files tell it: who takes part, what is inspected,
// which cases were judged how, and everything that happened, step by step; and a joint
// inspection that is only planned.
// demo/invented-inspection/README.md says what each file holds.
//
// Read and checked against one another; whether a step is allowed, the commands
// themselves say.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "assessment/case.h"
#include "base/date.h"
#include "base/partial_date.h"
#include "base/result.h"
#include "inspection/inspection.h"
#include "people/people.h"
#include "platform/csv/csv.h"

namespace sightline::demo {

struct InventedOrganisation {
  std::string key;
  std::string name;
  people::OrganisationKind kind;
  std::optional<std::string> overseen_by;  ///< A key that came before.
};

/// An account and the one role it is for. Keys and addresses stand for what they name.
struct InventedPerson {
  std::string email;
  std::string name;
  people::Role role;
  std::optional<std::string> organisation;  ///< Exactly when the role reaches one organisation.
};

struct InventedConflict {
  std::string email;
  std::string organisation;
  std::string reason;
  Date first_day;
};

struct InventedPlan {
  std::string programme_key;
  std::string programme_name;
  std::string title;
  inspection::Kind kind;
  std::string body;
  std::string framework;
  int framework_version;
  Period fieldwork;
  Timestamp planned_at;
};

/// An inspection together with other inspectorates, which is planned and no more.
struct InventedJointPlan {
  std::string title;
  std::string theme;
  std::string area;
  std::string force;  ///< Which polices the area.
  Period fieldwork;
};

struct InventedSample {
  std::string key;
  assessment::SampleDetails details;
};

struct InventedCase {
  int label;  ///< 1, 2, 3 …: within these files only; the program draws the case number.
  std::string sample;
  std::string kind;
  std::string assigned_to;
};

/// What one side wrote about one area of a case when it saved for the `save`-th time.
struct InventedJudgement {
  csv::Row row;
  int label;
  assessment::AssessorType by;
  int save;
  std::string area;
  std::string outcome;  ///< A grade's label, "not-applicable", "insufficient-evidence", or empty.
  std::string reason;
};

enum class StepKind { Announce, BeginFieldwork, Draw, Save, Submit, Return, Agree, Reopen };

/// One thing that somebody did. What concerns no sample or no case leaves those members empty.
struct InventedStep {
  csv::Row row;
  Timestamp at;
  std::string email;
  StepKind kind;
  std::string sample;
  int label;
  assessment::AssessorType by;
  std::string reason;
};

struct InventedInspection {
  std::vector<InventedOrganisation> organisations;
  std::vector<InventedPerson> people;
  std::vector<InventedConflict> conflicts;
  InventedPlan plan;
  InventedJointPlan joint;
  std::vector<InventedSample> samples;
  std::vector<InventedCase> cases;
  std::vector<InventedJudgement> judgements;
  std::vector<InventedStep> history;  ///< In order of time.
};

/// From organisations.csv and people.csv in the folder; refuses as read_invented_inspection() does.
Result<std::vector<InventedOrganisation>> read_organisations(const std::filesystem::path& folder);
Result<std::vector<InventedPerson>> read_people(const std::filesystem::path& folder,
                                                const std::vector<InventedOrganisation>& organisations);

/// All of it, or the first refusal: "FILE, line N, COLUMN: REASON".
Result<InventedInspection> read_invented_inspection(const std::filesystem::path& folder);

}  // namespace sightline::demo

template <>
inline constexpr auto sightline::kWords<sightline::demo::StepKind> =
    std::to_array<sightline::Word<sightline::demo::StepKind>>({
        {sightline::demo::StepKind::Announce, "announce"},
        {sightline::demo::StepKind::BeginFieldwork, "begin-fieldwork"},
        {sightline::demo::StepKind::Draw, "draw"},
        {sightline::demo::StepKind::Save, "save"},
        {sightline::demo::StepKind::Submit, "submit"},
        {sightline::demo::StepKind::Return, "return"},
        {sightline::demo::StepKind::Agree, "agree"},
        {sightline::demo::StepKind::Reopen, "reopen"},
    });
