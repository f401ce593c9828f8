// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_service.h"

#include <algorithm>
#include <random>
#include <set>

#include "assessment/case_stages.h"
#include "assessment/case_store.h"
#include "inspection/inspection_service.h"
#include "programme/programme_service.h"

namespace sightline::assessment {

namespace {

Refusal no_such_inspection() {
  return {Refusal::Kind::NotFound, "There is no such inspection.", {}};
}

/// Refuses as if the inspection did not exist when the actor has no permission in it at all; then without
/// `needs`; then when `work` is not open at the stage of the inspection.
std::optional<Refusal> refuse_unless(sql::Reader& reader, const Actor& actor, InspectionId id,
                                     Permission needs, CaseWork work) {
  const auto seen = inspection::see_inspection(reader, actor, id);
  if (!seen) return no_such_inspection();
  if (!seen->permissions.may(needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}};
  return refuse_at(seen->inspection.stage, work);
}

/// A number no case of the inspection bears; nothing when all 9,000 are taken.
std::optional<std::string> free_number(const std::set<std::string>& taken) {
  if (taken.size() >= static_cast<std::size_t>(kCaseNumbers)) return std::nullopt;
  std::random_device entropy;
  std::uniform_int_distribution<int> draw(0, kCaseNumbers - 1);
  while (true)
    if (std::string number = case_number(draw(entropy)); !taken.contains(number)) return number;
}

}  // namespace

std::optional<programme::Framework> framework_of(sql::Reader& reader, const Actor& actor,
                                                 InspectionId inspection) {
  const auto found = inspection::find_inspection(reader, actor, inspection);
  if (!found || !found->framework) return std::nullopt;
  const auto adopted = programme::find_framework(reader, *found->framework);
  return adopted ? std::optional(adopted->framework) : std::nullopt;
}

Result<SampleId> decide(journal::Work& work, const Actor& actor, const DrawSample& command) {
  if (auto refusal =
          refuse_unless(work.sql(), actor, command.inspection, DrawSample::kNeeds, CaseWork::Prepare))
    return *refusal;
  SIGHTLINE_TRY(const SampleDetails details, checked(command.details));
  for (const DrawnSample& drawn : cases::samples_of(work.sql(), std::nullopt, command.inspection))
    if (drawn.sample.name == details.name)
      return Refusal{Refusal::Kind::Invalid,
                     "The sample could not be added.",
                     {{"sample", "This inspection already has a sample of that name. Choose another."}}};
  const SampleId id = cases::insert_sample(work.sql(), command.inspection, details, actor.person, work.now());
  const Drawing& drawing = details.drawing;
  work.changed({"sample", id.value()}, std::nullopt,
               journal::StateText()
                   .add("inspection", command.inspection.value())
                   .add("name", details.name)
                   .add("chosen_by", word(details.chosen_by))
                   .add("method", word(drawing.method))
                   .add("list", drawing.list)
                   .add("list_length", drawing.list_length.value_or(0))
                   .add("repeated_by", drawing.repeated_by));
  return id;
}

Result<Case> decide(journal::Work& work, const Actor& actor, const AddCase& command) {
  if (auto refusal = refuse_unless(work.sql(), actor, command.inspection, AddCase::kNeeds, CaseWork::Prepare))
    return *refusal;
  const std::optional<programme::Framework> framework = framework_of(work.sql(), actor, command.inspection);
  if (!framework || !framework->find_case_kind(command.kind))
    return Refusal{Refusal::Kind::Invalid,
                   "The case could not be added.",
                   {{"kind", "Choose a kind of case from the list of this inspection's framework."}}};
  const std::vector<DrawnSample> samples = cases::samples_of(work.sql(), std::nullopt, command.inspection);
  const auto sample =
      std::ranges::find(samples, command.sample, [](const DrawnSample& each) { return each.sample.id; });
  if (sample == samples.end()) return Refusal{Refusal::Kind::NotFound, "There is no such sample.", {}};
  const std::optional<std::string> number = free_number(cases::numbers_taken(work.sql(), command.inspection));
  if (!number)
    return Refusal{Refusal::Kind::WrongState, "This inspection has no case number left to give.", {}};

  Case added{.id = CaseId{0},
             .inspection = command.inspection,
             .sample = sample->sample,
             .number = *number,
             .kind = command.kind,
             .assigned_to = std::nullopt};
  added.id = cases::insert_case(work.sql(), added);
  work.changed({"case", added.id.value()}, std::nullopt, state_text(added));
  return added;
}

Result<Case> decide(journal::Work& work, const Actor& actor, const AssignCase& command) {
  const auto seen = inspection::see_inspection(work.sql(), actor, command.inspection_key);
  if (!seen) return no_such_case();
  std::optional<Case> found =
      cases::visible_case(work.sql(), seen->inspection.id, seen->permissions, command.number);
  if (!found) return no_such_case();
  if (auto refusal =
          refuse_unless(work.sql(), actor, found->inspection, AssignCase::kNeeds, CaseWork::Assign))
    return *refusal;
  if (command.to) {
    const Actor assignee{.person = command.to, .name = {}, .grants = {}};
    if (!inspection::permissions_in(work.sql(), assignee, found->inspection).may(Permission::AssessCases))
      return Refusal{Refusal::Kind::Invalid,
                     "The case was not assigned.",
                     {{"assigned_to", "Choose somebody on this inspection's team."}}};
  }
  if (found->assigned_to == command.to) {
    work.unchanged();
    return *found;
  }
  const journal::StateText before = state_text(*found);
  found->assigned_to = command.to;
  cases::assign(work.sql(), found->id, command.to, actor.person, work.now());
  work.changed({"case", found->id.value()}, before, state_text(*found));
  return *found;
}

std::vector<DrawnSample> samples_of(sql::Reader& reader, const Actor& actor, InspectionId inspection) {
  return cases::samples_of(reader, actor.person, inspection);
}

Result<CaseList> cases_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                          std::int64_t page_number) {
  auto seen = inspection::see_inspection(reader, actor, inspection_key);
  if (!seen) return no_such_inspection();
  auto cases =
      cases::of_inspection(reader, actor, seen->inspection.id, side_of(seen->permissions), page_number);
  return CaseList{std::move(seen->inspection), seen->permissions, std::move(cases)};
}

Page<CaseLine> assigned_cases(sql::Reader& reader, const Actor& actor, std::int64_t page_number) {
  return cases::assigned(reader, actor, page_number);
}

Page<CaseLine> own_cases(sql::Reader& reader, const Actor& actor, std::int64_t page_number) {
  return cases::chosen_by_own_body(reader, actor, page_number);
}

Page<CaseLine> waiting_for_moderation(sql::Reader& reader, const Actor& actor, std::int64_t page_number) {
  return cases::waiting(reader, actor, page_number);
}

}  // namespace sightline::assessment
