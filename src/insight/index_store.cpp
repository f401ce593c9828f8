// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/index_store.h"

namespace sightline::insight::indexes {

namespace {

using assessment::ChosenBy;
using assessment::Outcome;

constexpr std::int64_t kSliceOfCases = 4000;

/// As assessment_store.cpp spells it.
std::optional<Outcome> outcome_of(const std::optional<std::string>& word, const std::optional<int>& rank) {
  if (!word) return std::nullopt;
  if (rank) return programme::Grade{*rank};
  if (*word == "not-applicable") return assessment::NotApplicable{};
  return assessment::InsufficientEvidence{};
}

JudgedInspection inspection_of(const sql::Row& row) {
  const auto fieldwork = row.get<std::optional<std::string>>("fieldwork");
  const std::optional<Period> period = fieldwork ? Period::from_iso(*fieldwork) : std::nullopt;
  return {
      .id = row.get<InspectionId>("id"),
      .programme = row.get<ProgrammeId>("programme_id"),
      .kind = row.get<inspection::Kind>("kind"),
      .body = row.get<OrganisationId>("body_id"),
      .year = period ? std::optional(static_cast<int>(period->earliest().calendar().year())) : std::nullopt,
      .framework = row.get<FrameworkVersionId>("framework_version_id"),
      .scale = row.get<std::string>("scale_key")};
}

AgreedJudgement judgement_of(const sql::Row& row) {
  const auto inspectors =
      outcome_of(row.get<std::string>("outcome"), row.get<std::optional<int>>("grade_rank"));
  return {.case_id = row.get<CaseId>("case_id"),
          .inspection = row.get<InspectionId>("inspection_id"),
          .area = row.get<std::string>("area"),
          .case_kind = row.get<std::string>("kind"),
          .chosen_by = row.get<ChosenBy>("chosen_by"),
          .inspectors = inspectors.value(),
          .body = outcome_of(row.get<std::optional<std::string>>("bodys_outcome"),
                             row.get<std::optional<int>>("bodys_rank"))};
}

}  // namespace

// Where cases are not graded, nothing is counted.
constexpr sql::Query kInspections{"insight.inspections", R"sql(
select i.id, i.programme_id, i.kind, i.body_id, i.fieldwork, i.framework_version_id, f.scale_key
  from inspection_now i
  join framework_version f on f.id = i.framework_version_id and f.scale_key is not null
 where i.origin = 'own'
)sql"};

constexpr sql::Query kLastCase{"insight.last_case", R"sql(
select coalesce(max(id), 0) as id from case_file
)sql"};

// Agreed by inspectors, beside what the body submitted (Handbook §4.24, §4.14), each area as it was last
// judged.
constexpr sql::Query kJudgements{"insight.judgements", R"sql(
select c.id as case_id, c.inspection_id, c.kind, s.chosen_by, j.area, j.outcome, j.grade_rank,
       own.outcome as bodys_outcome, own.grade_rank as bodys_rank
  from case_file c
  join case_sample s on s.id = c.sample_id
  join inspection i on i.id = c.inspection_id and i.origin = 'own'
  join framework_version f on f.id = i.framework_version_id and f.scale_key is not null
  join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors' and a.state = 'agreed'
  join judgement j
    on j.assessment_id = a.id
   and j.outcome is not null
   and j.revision = (select max(revision) from judgement where assessment_id = a.id and area = j.area)
  left join assessment b on b.case_id = c.id and b.assessor_type = 'body' and b.state = 'submitted'
  left join judgement own
    on own.assessment_id = b.id
   and own.area = j.area
   and own.revision = (select max(revision) from judgement where assessment_id = b.id and area = own.area)
 where c.id > $after
   and c.id <= $last
)sql"};

namespace {

/// Those of the cases numbered above `after`, up to `last`.
void add_judgements(sql::Reader& reader, std::int64_t after, std::int64_t last, Index& index) {
  for (const sql::Row& row : reader.read(kJudgements, {{"after", after}, {"last", last}}))
    index.add(judgement_of(row));
}

void put_inspections(sql::Reader& reader, Index& index) {
  for (const sql::Row& row : reader.read(kInspections)) index.put(inspection_of(row));
}

}  // namespace

Index whole(sql::Reader& reader, std::int64_t entry) {
  Index index(entry);
  put_inspections(reader, index);
  const auto last = reader.read(kLastCase).front().get<std::int64_t>("id");
  for (std::int64_t after = 0; after < last; after += kSliceOfCases)
    add_judgements(reader, after, after + kSliceOfCases, index);
  return index;
}

constexpr sql::Query kChangedCases{"insight.changed_cases", R"sql(
select distinct subject_id
  from journal_entry
 where number > $after
   and number <= $last
   and subject_kind = 'case'
)sql"};

Index brought_to(sql::Reader& reader, std::int64_t entry, const Index& former) {
  Index index = former;
  std::set<CaseId> changed;
  for (const sql::Row& row : reader.read(kChangedCases, {{"after", former.entry()}, {"last", entry}}))
    changed.insert(row.get<CaseId>("subject_id"));
  index.drop(changed);
  put_inspections(reader, index);
  for (const CaseId id : changed) add_judgements(reader, id.value() - 1, id.value(), index);
  index.stand_at(entry);
  return index;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInspections, kLastCase, kJudgements, kChangedCases};
  return all;
}

}  // namespace sightline::insight::indexes
