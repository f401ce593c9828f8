// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_store.h"

#include <limits>
#include <utility>

namespace sightline::assessment::cases {

namespace {

Case case_of(const sql::Row& row) {
  return {.id = row.get<CaseId>("id"),
          .inspection = row.get<InspectionId>("inspection_id"),
          .sample = {row.get<SampleId>("sample_id"), row.get<std::string>("sample"),
                     row.get<ChosenBy>("chosen_by")},
          .number = row.get<std::string>("number"),
          .kind = row.get<std::string>("kind"),
          .assigned_to = row.get<std::optional<PersonId>>("assigned_to")};
}

CaseLine line_of(const sql::Row& row) {
  return {.inspection_key = row.get<std::string>("inspection_key"),
          .inspection_title = row.get<std::string>("inspection_title"),
          .reality = row.get<people::Reality>("reality"),
          .number = row.get<std::string>("number"),
          .kind = row.get<std::string>("kind"),
          .sample = row.get<std::string>("sample"),
          .assigned_to = row.get<std::optional<std::string>>("assigned_to"),
          .state = row.get<std::optional<State>>("state")};
}

/// One page of the list that `rows_from(offset)` reads. Every row carries the exact total of the list;
/// a page past the end has none, and is then read again as the last one.
template <class RowsFrom>
Page<CaseLine> paged(std::int64_t page_number, const RowsFrom& rows_from) {
  const auto total_of = [](const sql::Rows& rows) {
    return rows.empty() ? 0 : rows.front().template get<std::int64_t>("total");
  };
  Cut cut = cut_of(std::numeric_limits<std::int32_t>::max(), page_number, kCasesOnAPage);
  sql::Rows rows = rows_from(cut.offset);
  const std::int64_t total = rows.empty() && page_number > 1 ? total_of(rows_from(0)) : total_of(rows);
  cut = cut_of(total, page_number, kCasesOnAPage);
  if (rows.empty() && total > 0) rows = rows_from(cut.offset);

  std::vector<CaseLine> lines;
  for (const sql::Row& row : rows) lines.push_back(line_of(row));
  return page_of(cut, std::move(lines));
}

}  // namespace

constexpr sql::Query kSamplesOf{"assessment.samples_of", R"sql(
select s.id, s.name, s.chosen_by, s.method, s.source_list, s.list_length, s.repeated_by, s.drawn_at,
       person.name as drawn_by, (select count(*) from case_file c where c.sample_id = s.id) as cases
  from case_sample s
  left join person on person.id = s.drawn_by
 where s.inspection_id = $inspection
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = s.inspection_id
                      and p.permission = 'see-cases'))
 order by s.name
)sql"};

namespace {

DrawnSample sample_of(const sql::Row& row) {
  DrawnSample sample{
      .sample = {row.get<SampleId>("id"), row.get<std::string>("name"), row.get<ChosenBy>("chosen_by")},
      .drawing = std::nullopt,
      .drawn_at = row.get<std::optional<Timestamp>>("drawn_at"),
      .drawn_by = row.get<std::optional<std::string>>("drawn_by").value_or("The operator"),
      .cases = row.get<std::int64_t>("cases")};
  if (const auto method = row.get<std::optional<Method>>("method"))
    sample.drawing = Drawing{.method = *method,
                             .list = row.get<std::string>("source_list"),
                             .list_length = row.get<std::optional<int>>("list_length"),
                             .repeated_by = row.get<std::optional<std::string>>("repeated_by").value_or("")};
  return sample;
}

}  // namespace

std::vector<DrawnSample> samples_of(sql::Reader& reader, std::optional<PersonId> viewer,
                                    InspectionId inspection) {
  std::vector<DrawnSample> samples;
  for (const sql::Row& row : reader.read(kSamplesOf, {{"viewer", viewer}, {"inspection", inspection}}))
    samples.push_back(sample_of(row));
  return samples;
}

constexpr sql::Query kInsertSample{"assessment.insert_sample", R"sql(
insert into case_sample (inspection_id, name, chosen_by, method, source_list, list_length, repeated_by,
                         drawn_at, drawn_by)
values ($inspection, $name, $chosen_by, $method, $list, $list_length, $repeated_by, $now, $by)
returning id
)sql"};

SampleId insert_sample(sql::Transaction& work, InspectionId inspection, const SampleDetails& details,
                       std::optional<PersonId> by, Timestamp now) {
  const Drawing& drawing = details.drawing;
  std::optional<std::string> repeated_by;
  if (!drawing.repeated_by.empty()) repeated_by = drawing.repeated_by;
  return work
      .write(kInsertSample, {{"inspection", inspection},
                             {"name", details.name},
                             {"chosen_by", details.chosen_by},
                             {"method", drawing.method},
                             {"list", drawing.list},
                             {"list_length", drawing.list_length},
                             {"repeated_by", repeated_by},
                             {"now", now},
                             {"by", by}})
      .front()
      .get<SampleId>("id");
}

constexpr sql::Query kNumbersTaken{"assessment.numbers_taken", R"sql(
select number from case_file where inspection_id = $inspection
)sql"};

std::set<std::string> numbers_taken(sql::Reader& reader, InspectionId inspection) {
  std::set<std::string> numbers;
  for (const sql::Row& row : reader.read(kNumbersTaken, {{"inspection", inspection}}))
    numbers.insert(row.get<std::string>("number"));
  return numbers;
}

constexpr sql::Query kInsertCase{"assessment.insert_case", R"sql(
insert into case_file (inspection_id, sample_id, number, kind, assigned_to)
values ($inspection, $sample, $number, $kind, $assigned_to)
returning id
)sql"};

CaseId insert_case(sql::Transaction& work, const Case& added) {
  return work
      .write(kInsertCase, {{"inspection", added.inspection},
                           {"sample", added.sample.id},
                           {"number", added.number},
                           {"kind", added.kind},
                           {"assigned_to", added.assigned_to}})
      .front()
      .get<CaseId>("id");
}

constexpr sql::Query kUpdateAssignee{"assessment.update_assignee", R"sql(
update case_file set assigned_to = $assigned_to where id = $id
)sql"};

constexpr sql::Query kInsertAssignment{"assessment.insert_assignment", R"sql(
insert into case_assignment (case_id, position, person_id, assigned_at, assigned_by)
select $id, coalesce(max(position), 0) + 1, cast($to as bigint), $now, cast($by as bigint)
  from case_assignment
 where case_id = $id
)sql"};

void assign(sql::Transaction& work, CaseId id, std::optional<PersonId> to, std::optional<PersonId> by,
            Timestamp now) {
  work.write(kInsertAssignment, {{"id", id}, {"to", to}, {"by", by}, {"now", now}});
  work.write(kUpdateAssignee, {{"id", id}, {"assigned_to", to}});
}

constexpr sql::Query kAssignmentsOf{"assessment.assignments_of", R"sql(
select holder.name as holder, a.assigned_at, giver.name as giver
  from case_assignment a
  left join person holder on holder.id = a.person_id
  left join person giver on giver.id = a.assigned_by
 where a.case_id = $id
 order by a.position desc
)sql"};

std::vector<Assignment> assignments_of(sql::Reader& reader, CaseId id) {
  std::vector<Assignment> assignments;
  for (const sql::Row& row : reader.read(kAssignmentsOf, {{"id", id}}))
    assignments.push_back({.to = row.get<std::optional<std::string>>("holder"),
                           .from = row.get<Timestamp>("assigned_at"),
                           .by = row.get<std::optional<std::string>>("giver").value_or("The operator")});
  return assignments;
}

constexpr sql::Query kVisibleCase{"assessment.visible_case", R"sql(
select c.id, c.inspection_id, c.sample_id, s.name as sample, s.chosen_by, c.number, c.kind, c.assigned_to
  from case_file c
  join case_sample s on s.id = c.sample_id
 where c.inspection_id = $inspection
   and c.number = $number
   and ($sees_cases = 1 or ($audits_own_cases = 1 and s.chosen_by = 'body'))
)sql"};

std::optional<Case> visible_case(sql::Reader& reader, InspectionId inspection, people::Permissions held,
                                 std::string_view number) {
  const std::optional<sql::Row> row =
      reader.read_one(kVisibleCase, {{"inspection", inspection},
                                     {"number", number},
                                     {"sees_cases", held.may(people::Permission::SeeCases)},
                                     {"audits_own_cases", held.may(people::Permission::AuditOwnCases)}});
  if (!row) return std::nullopt;
  return case_of(*row);
}

constexpr sql::Query kOfInspection{"assessment.cases_of_inspection", R"sql(
select i.key as inspection_key, i.title as inspection_title, i.reality, c.number,
       coalesce(k.name, c.kind) as kind,
       s.name as sample, person.name as assigned_to, a.state, count(*) over () as total
  from inspection i
  join case_file c on c.inspection_id = i.id
  join case_sample s on s.id = c.sample_id
  left join case_kind k on k.framework_version_id = i.framework_version_id and k.key = c.kind
  left join person on person.id = c.assigned_to and $side = 'inspectors'
  left join assessment a on a.case_id = c.id and a.assessor_type = $side
 where i.id = $inspection
   and ($side = 'inspectors' or s.chosen_by = 'body')
   and (cast($viewer as bigint) is null
        or i.id in (select inspection_id
                      from inspection_permission
                     where person_id = $viewer
                       and permission = case $side when 'body' then 'audit-own-cases' else 'see-cases' end))
 order by c.number
 limit $limit offset $offset
)sql"};

Page<CaseLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                             AssessorType side, std::int64_t page_number) {
  return paged(page_number, [&](std::int64_t offset) {
    return reader.read(kOfInspection, {{"viewer", actor.person},
                                       {"inspection", inspection},
                                       {"side", side},
                                       {"limit", kCasesOnAPage},
                                       {"offset", offset}});
  });
}

constexpr sql::Query kAssigned{"assessment.assigned_cases", R"sql(
select i.key as inspection_key, i.title as inspection_title, i.reality, c.number,
       coalesce(k.name, c.kind) as kind,
       s.name as sample, cast(null as text) as assigned_to, a.state, count(*) over () as total
  from case_file c
  join inspection_now i on i.id = c.inspection_id
  join case_sample s on s.id = c.sample_id
  left join case_kind k on k.framework_version_id = i.framework_version_id and k.key = c.kind
  left join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors'
 where c.assigned_to = $viewer
   and i.stage in ('fieldwork', 'moderation', 'reporting')
   and i.id in (select inspection_id
                  from inspection_permission
                 where person_id = $viewer and permission = 'assess-cases')
 order by case a.state when 'returned' then 1 when 'reopened' then 2 when 'draft' then 3
                       when 'submitted' then 5 when 'agreed' then 6 else 4 end,
          i.key, c.number
 limit $limit offset $offset
)sql"};

Page<CaseLine> assigned(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number) {
  if (!actor.person) return page_of<CaseLine>(cut_of(0, 1, kCasesOnAPage), {});
  return paged(page_number, [&](std::int64_t offset) {
    return reader.read(kAssigned, {{"viewer", *actor.person}, {"limit", kCasesOnAPage}, {"offset", offset}});
  });
}

constexpr sql::Query kChosenByOwnBody{"assessment.cases_chosen_by_own_body", R"sql(
select i.key as inspection_key, i.title as inspection_title, i.reality, c.number,
       coalesce(k.name, c.kind) as kind,
       s.name as sample, cast(null as text) as assigned_to, a.state, count(*) over () as total
  from inspection_now i
  join case_sample s on s.inspection_id = i.id and s.chosen_by = 'body'
  join case_file c on c.sample_id = s.id
  left join case_kind k on k.framework_version_id = i.framework_version_id and k.key = c.kind
  left join assessment a on a.case_id = c.id and a.assessor_type = 'body'
 where i.stage in ('announced', 'fieldwork')
   and i.id in (select inspection_id
                  from inspection_permission
                 where person_id = $viewer and permission = 'audit-own-cases')
 order by case a.state when 'submitted' then 2 else 1 end, i.key, c.number
 limit $limit offset $offset
)sql"};

Page<CaseLine> chosen_by_own_body(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number) {
  if (!actor.person) return page_of<CaseLine>(cut_of(0, 1, kCasesOnAPage), {});
  return paged(page_number, [&](std::int64_t offset) {
    return reader.read(kChosenByOwnBody,
                       {{"viewer", *actor.person}, {"limit", kCasesOnAPage}, {"offset", offset}});
  });
}

constexpr sql::Query kWaiting{"assessment.waiting_for_moderation", R"sql(
select i.key as inspection_key, i.title as inspection_title, i.reality, c.number,
       coalesce(k.name, c.kind) as kind,
       s.name as sample, person.name as assigned_to, a.state, count(*) over () as total
  from assessment a
  join assessment_revision r on r.assessment_id = a.id and r.revision = a.revision
  join case_file c on c.id = a.case_id
  join case_sample s on s.id = c.sample_id
  join inspection_now i on i.id = c.inspection_id
  left join case_kind k on k.framework_version_id = i.framework_version_id and k.key = c.kind
  left join person on person.id = c.assigned_to
 where a.state = 'submitted'
   and a.assessor_type = 'inspectors'
   and i.stage in ('fieldwork', 'moderation', 'reporting')
   and (cast($viewer as bigint) is null
        or i.id in (select inspection_id
                      from inspection_permission
                     where person_id = $viewer and permission = 'moderate-cases'))
 order by r.recorded_at, a.id
 limit $limit offset $offset
)sql"};

Page<CaseLine> waiting(sql::Reader& reader, const people::Actor& actor, std::int64_t page_number) {
  return paged(page_number, [&](std::int64_t offset) {
    return reader.read(kWaiting, {{"viewer", actor.person}, {"limit", kCasesOnAPage}, {"offset", offset}});
  });
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kSamplesOf,      kInsertSample,     kNumbersTaken,    kInsertCase,
                                       kUpdateAssignee, kInsertAssignment, kAssignmentsOf,   kVisibleCase,
                                       kOfInspection,   kAssigned,         kChosenByOwnBody, kWaiting};
  return all;
}

}  // namespace sightline::assessment::cases
