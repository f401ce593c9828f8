// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_inspection.h"

#include <algorithm>
#include <ranges>

#include "exchange/record_cells_service.h"

namespace sightline::demo {

namespace {

using exchange::optional_text;
using exchange::read_rows;
using exchange::required_count;
using exchange::required_text;
using exchange::required_word;
using Folder = std::filesystem::path;

/// True when one of `things` has `value` as that member.
template <class Things, class Value, class Member>
bool knows(const Things& things, const Value& value, Member member) {
  return std::ranges::find(things, value, member) != std::ranges::end(things);
}

Result<Timestamp> moment(const csv::Row& row, std::string_view column) {
  if (const std::optional<Timestamp> found = Timestamp::from_iso(row[column])) return *found;
  return row.refuse(column, "write a moment such as 2026-03-09T09:30:00.000Z");
}

}  // namespace

Result<std::vector<InventedOrganisation>> read_organisations(const Folder& folder) {
  std::vector<InventedOrganisation> read;
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "organisations.csv", {"key", "name", "kind", "overseen_by"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(std::string key, exchange::key(row, "key"));
    SIGHTLINE_TRY(std::string name, required_text(row, "name"));
    SIGHTLINE_TRY(const auto kind, required_word<people::OrganisationKind>(row, "kind"));
    const std::optional<std::string> overseer = optional_text(row, "overseen_by");
    if (overseer && !knows(read, *overseer, &InventedOrganisation::key))
      return row.refuse("overseen_by", "there is no such organisation above this line");
    read.push_back({std::move(key), std::move(name), kind, overseer});
  }
  return read;
}

Result<std::vector<InventedPerson>> read_people(const Folder& folder,
                                                const std::vector<InventedOrganisation>& organisations) {
  std::vector<InventedPerson> read;
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "people.csv", {"email", "name", "role", "organisation"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(std::string email, required_text(row, "email"));
    SIGHTLINE_TRY(std::string name, required_text(row, "name"));
    SIGHTLINE_TRY(const auto role, required_word<people::Role>(row, "role"));
    const std::optional<std::string> organisation = optional_text(row, "organisation");
    const bool reaches_one = people::describe(role).reach == people::Reach::OneOrganisation;
    if (reaches_one != organisation.has_value())
      return row.refuse("organisation", reaches_one
                                            ? "this role is held for an organisation; name it"
                                            : "this role is not held for one organisation; leave this empty");
    if (organisation && !knows(organisations, *organisation, &InventedOrganisation::key))
      return row.refuse("organisation", "there is no such organisation in organisations.csv");
    if (knows(read, email, &InventedPerson::email)) return row.refuse("email", "this person came before");
    read.push_back({std::move(email), std::move(name), role, organisation});
  }
  for (const people::Role needed : {people::Role::Administrator, people::Role::ProgrammeManager})
    if (!knows(read, needed, &InventedPerson::role))
      return Refusal{Refusal::Kind::Invalid,
                     "people.csv: nobody is " + std::string(word(needed)) + "; add somebody.",
                     {}};
  return read;
}

namespace {

Result<std::vector<InventedConflict>> read_conflicts(const Folder& folder, const InventedInspection& so_far) {
  std::vector<InventedConflict> read;
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "conflicts.csv", {"email", "organisation", "reason", "first_day"}));
  for (const csv::Row& row : rows) {
    if (!knows(so_far.people, row["email"], &InventedPerson::email))
      return row.refuse("email", "there is no such person in people.csv");
    if (!knows(so_far.organisations, row["organisation"], &InventedOrganisation::key))
      return row.refuse("organisation", "there is no such organisation in organisations.csv");
    SIGHTLINE_TRY(std::string reason, required_text(row, "reason"));
    SIGHTLINE_TRY(const auto first_day, exchange::whole_day(row, "first_day"));
    if (!first_day) return row.refuse("first_day", "this must not be empty");
    read.push_back({row["email"], row["organisation"], std::move(reason), *first_day});
  }
  return read;
}

Result<InventedPlan> read_plan(const Folder& folder, const std::vector<InventedOrganisation>& organisations) {
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "inspection.csv",
                                           {"programme_key", "programme_name", "title", "kind", "body",
                                            "framework", "framework_version", "fieldwork", "planned_at"}));
  if (rows.size() != 1)
    return Refusal{Refusal::Kind::Invalid, "inspection.csv: write exactly one inspection.", {}};
  const csv::Row& row = rows.front();
  SIGHTLINE_TRY(std::string programme_key, exchange::key(row, "programme_key"));
  SIGHTLINE_TRY(std::string programme_name, required_text(row, "programme_name"));
  SIGHTLINE_TRY(std::string title, required_text(row, "title"));
  SIGHTLINE_TRY(const auto kind, required_word<inspection::Kind>(row, "kind"));
  if (!knows(organisations, row["body"], &InventedOrganisation::key))
    return row.refuse("body", "there is no such organisation in organisations.csv");
  SIGHTLINE_TRY(std::string framework, exchange::key(row, "framework"));
  SIGHTLINE_TRY(const int version, required_count(row, "framework_version"));
  SIGHTLINE_TRY(const auto fieldwork, exchange::period(row, "fieldwork"));
  if (!fieldwork) return row.refuse("fieldwork", "this must not be empty");
  SIGHTLINE_TRY(const Timestamp planned_at, moment(row, "planned_at"));
  return InventedPlan{.programme_key = std::move(programme_key),
                      .programme_name = std::move(programme_name),
                      .title = std::move(title),
                      .kind = kind,
                      .body = row["body"],
                      .framework = std::move(framework),
                      .framework_version = version,
                      .fieldwork = *fieldwork,
                      .planned_at = planned_at};
}

Result<InventedJointPlan> read_joint_plan(const Folder& folder,
                                          const std::vector<InventedOrganisation>& organisations) {
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "joint_inspection.csv", {"title", "theme", "area", "force", "fieldwork"}));
  if (rows.size() != 1)
    return Refusal{Refusal::Kind::Invalid, "joint_inspection.csv: write exactly one inspection.", {}};
  const csv::Row& row = rows.front();
  SIGHTLINE_TRY(std::string title, required_text(row, "title"));
  SIGHTLINE_TRY(std::string theme, required_text(row, "theme"));
  for (const char* column : {"area", "force"})
    if (!knows(organisations, row[column], &InventedOrganisation::key))
      return row.refuse(column, "there is no such organisation in organisations.csv");
  SIGHTLINE_TRY(const auto fieldwork, exchange::period(row, "fieldwork"));
  if (!fieldwork) return row.refuse("fieldwork", "this must not be empty");
  return InventedJointPlan{std::move(title), std::move(theme), row["area"], row["force"], *fieldwork};
}

Result<std::vector<InventedSample>> read_samples(const Folder& folder) {
  std::vector<InventedSample> read;
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "samples.csv", {"sample", "name", "chosen_by", "method",
                                                                    "list", "list_length", "repeated_by"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(std::string key, exchange::key(row, "sample"));
    SIGHTLINE_TRY(std::string name, required_text(row, "name"));
    SIGHTLINE_TRY(const auto chosen_by, required_word<assessment::ChosenBy>(row, "chosen_by"));
    SIGHTLINE_TRY(const auto method, required_word<assessment::Method>(row, "method"));
    SIGHTLINE_TRY(std::string list, required_text(row, "list"));
    SIGHTLINE_TRY(const std::optional<int> list_length, exchange::count(row, "list_length"));
    read.push_back({std::move(key),
                    {.name = std::move(name),
                     .chosen_by = chosen_by,
                     .drawing = {.method = method,
                                 .list = std::move(list),
                                 .list_length = list_length,
                                 .repeated_by = row["repeated_by"]}}});
  }
  return read;
}

Result<std::vector<InventedCase>> read_cases(const Folder& folder, const InventedInspection& so_far) {
  std::vector<InventedCase> read;
  SIGHTLINE_TRY(const auto rows, read_rows(folder / "cases.csv", {"case", "sample", "kind", "assigned_to"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(const int label, required_count(row, "case"));
    if (knows(read, label, &InventedCase::label)) return row.refuse("case", "this case came before");
    if (!knows(so_far.samples, row["sample"], &InventedSample::key))
      return row.refuse("sample", "there is no such sample in samples.csv");
    SIGHTLINE_TRY(std::string kind, exchange::key(row, "kind"));
    if (!knows(so_far.people, row["assigned_to"], &InventedPerson::email))
      return row.refuse("assigned_to", "there is no such person in people.csv");
    read.push_back({label, row["sample"], std::move(kind), row["assigned_to"]});
  }
  return read;
}

Result<std::vector<InventedJudgement>> read_judgements(const Folder& folder,
                                                       const std::vector<InventedCase>& cases) {
  std::vector<InventedJudgement> read;
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "judgements.csv", {"case", "by", "save", "area", "outcome", "reason"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(const int label, required_count(row, "case"));
    if (!knows(cases, label, &InventedCase::label))
      return row.refuse("case", "there is no such case in cases.csv");
    SIGHTLINE_TRY(const auto by, required_word<assessment::AssessorType>(row, "by"));
    SIGHTLINE_TRY(const int save, required_count(row, "save"));
    SIGHTLINE_TRY(std::string area, exchange::key(row, "area"));
    read.push_back({row, label, by, save, std::move(area), row["outcome"], row["reason"]});
  }
  return read;
}

/// What a step is about, besides who did it when: a sample, one side's assessment of a case, or nothing.
Result<InventedStep> read_what(InventedStep step, const InventedInspection& so_far) {
  const csv::Row& row = step.row;
  if (step.kind == StepKind::Announce || step.kind == StepKind::BeginFieldwork) return step;
  if (step.kind == StepKind::Draw) {
    step.sample = row["sample"];
    if (!knows(so_far.samples, step.sample, &InventedSample::key))
      return row.refuse("sample", "there is no such sample in samples.csv");
    return step;
  }
  SIGHTLINE_TRY(step.label, required_count(row, "case"));
  if (!knows(so_far.cases, step.label, &InventedCase::label))
    return row.refuse("case", "there is no such case in cases.csv");
  SIGHTLINE_TRY(step.by, required_word<assessment::AssessorType>(row, "by"));
  step.reason = row["reason"];
  return step;
}

Result<std::vector<InventedStep>> read_history(const Folder& folder, const InventedInspection& so_far) {
  std::vector<InventedStep> read;
  SIGHTLINE_TRY(const auto rows,
                read_rows(folder / "history.csv", {"at", "email", "step", "sample", "case", "by", "reason"}));
  for (const csv::Row& row : rows) {
    SIGHTLINE_TRY(const Timestamp at, moment(row, "at"));
    if (at <= (read.empty() ? so_far.plan.planned_at : read.back().at))
      return row.refuse("at", "this is not later than what came before; put the steps in order of time");
    if (!knows(so_far.people, row["email"], &InventedPerson::email))
      return row.refuse("email", "there is no such person in people.csv");
    SIGHTLINE_TRY(const auto kind, required_word<StepKind>(row, "step"));
    SIGHTLINE_TRY(InventedStep step, read_what({.row = row,
                                                .at = at,
                                                .email = row["email"],
                                                .kind = kind,
                                                .sample = {},
                                                .label = 0,
                                                .by = assessment::AssessorType::Inspectors,
                                                .reason = {}},
                                               so_far));
    read.push_back(std::move(step));
  }
  return read;
}

}  // namespace

Result<InventedInspection> read_invented_inspection(const Folder& folder) {
  SIGHTLINE_TRY(std::vector<InventedOrganisation> organisations, read_organisations(folder));
  SIGHTLINE_TRY(InventedPlan plan, read_plan(folder, organisations));
  SIGHTLINE_TRY(InventedJointPlan joint, read_joint_plan(folder, organisations));
  InventedInspection read{.organisations = std::move(organisations),
                          .people = {},
                          .conflicts = {},
                          .plan = std::move(plan),
                          .joint = std::move(joint),
                          .samples = {},
                          .cases = {},
                          .judgements = {},
                          .history = {}};
  SIGHTLINE_TRY(read.people, read_people(folder, read.organisations));
  SIGHTLINE_TRY(read.conflicts, read_conflicts(folder, read));
  SIGHTLINE_TRY(read.samples, read_samples(folder));
  SIGHTLINE_TRY(read.cases, read_cases(folder, read));
  SIGHTLINE_TRY(read.judgements, read_judgements(folder, read.cases));
  SIGHTLINE_TRY(read.history, read_history(folder, read));
  return read;
}

}  // namespace sightline::demo
