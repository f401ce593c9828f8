// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after_store.h"

#include "platform/sql/paged.h"

namespace sightline::evaluation::followed {

constexpr sql::Query kBodies{"evaluation.bodies_followed", R"sql(
select o.id, o.name, count(*) over () as total
  from organisation o
 where o.id in (select later.body_id
                  from inspection_now later
                  join inspection_now earlier on earlier.id = later.follows_id
                 where later.programme_id = $programme
                   and later.origin = 'own' and later.stage in ('published', 'closed')
                   and earlier.origin = 'own' and earlier.stage in ('published', 'closed')
                   and (cast($viewer as bigint) is null
                        or (later.id in (select inspection_id
                                           from inspection_permission
                                          where person_id = $viewer and permission in ('see-cases', 'read-reports'))
                            and earlier.id in (select inspection_id
                                                 from inspection_permission
                                                where person_id = $viewer
                                                  and permission in ('see-cases', 'read-reports')))))
 order by o.name, o.id
 limit $limit offset $offset
)sql"};

Page<Body> bodies(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
                  programme::ProgrammeId programme, std::int64_t page_number, int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(
        kBodies, {{"viewer", viewer}, {"programme", programme}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<Body> found;
  for (const sql::Row& row : rows)
    found.push_back({row.get<people::OrganisationId>("id"), row.get<std::string>("name")});
  return page_of(cut, std::move(found));
}

constexpr sql::Query kConcerns{"evaluation.programme_concerns", R"sql(
select count(*) as inspections
  from inspection
 where programme_id = $programme
   and (cast($viewer as bigint) is null
        or id in (select inspection_id
                    from inspection_permission
                   where person_id = $viewer and permission in ('see-cases', 'read-reports')))
)sql"};

bool concerns(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
              programme::ProgrammeId programme) {
  return reader.read_one(kConcerns, {{"viewer", viewer}, {"programme", programme}})
             ->get<std::int64_t>("inspections") > 0;
}

constexpr sql::Query kPairs{"evaluation.pairs_of_body", R"sql(
select earlier.id as earlier_id, later.id as later_id
  from inspection_now later
  join inspection_now earlier on earlier.id = later.follows_id
 where later.programme_id = $programme
   and later.body_id = $body
   and later.origin = 'own' and later.stage in ('published', 'closed')
   and earlier.origin = 'own' and earlier.stage in ('published', 'closed')
   and (cast($viewer as bigint) is null
        or (later.id in (select inspection_id
                           from inspection_permission
                          where person_id = $viewer and permission in ('see-cases', 'read-reports'))
            and earlier.id in (select inspection_id
                                 from inspection_permission
                                where person_id = $viewer and permission in ('see-cases', 'read-reports'))))
 order by later.fieldwork, later.id
)sql"};

std::vector<Pair> pairs(sql::Reader& reader, const std::optional<people::PersonId>& viewer,
                        programme::ProgrammeId programme, people::OrganisationId body) {
  std::vector<Pair> found;
  for (const sql::Row& row :
       reader.read(kPairs, {{"viewer", viewer}, {"programme", programme}, {"body", body}}))
    found.push_back(
        {row.get<inspection::InspectionId>("earlier_id"), row.get<inspection::InspectionId>("later_id")});
  return found;
}

constexpr sql::Query kHead{"evaluation.inspection", R"sql(
select id, key, title, kind, fieldwork, framework_version_id from inspection_now where id = $inspection
)sql"};

Head head(sql::Reader& reader, inspection::InspectionId id) {
  const sql::Row row = reader.read_one(kHead, {{"inspection", id}}).value();
  const auto fieldwork = row.get<std::optional<std::string>>("fieldwork");
  return {.inspection = {.id = id,
                         .key = row.get<std::string>("key"),
                         .title = row.get<std::string>("title"),
                         .kind = row.get<inspection::Kind>("kind"),
                         .fieldwork = fieldwork ? Period::from_iso(*fieldwork) : std::nullopt,
                         .framework = {},
                         .case_kinds = {},
                         .areas = {}},
          .framework = row.get<std::optional<programme::FrameworkVersionId>>("framework_version_id")};
}

// Agreed by inspectors, each at the revision it stands at. Handbook §4.24.
constexpr sql::Query kGrades{"evaluation.grades", R"sql(
select j.area, j.grade_rank, count(*) as cases
  from case_file c
  join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors' and a.state = 'agreed'
  join judgement j
    on j.assessment_id = a.id
   and j.outcome = 'graded'
   and j.revision = (select max(latest.revision)
                       from judgement latest
                      where latest.assessment_id = a.id
                        and latest.area = j.area
                        and latest.revision <= a.revision)
 where c.inspection_id = $inspection
 group by j.area, j.grade_rank
 order by j.area, j.grade_rank
)sql"};

std::vector<GradeCount> grades(sql::Reader& reader, inspection::InspectionId id) {
  std::vector<GradeCount> counts;
  for (const sql::Row& row : reader.read(kGrades, {{"inspection", id}}))
    counts.push_back(
        {row.get<std::string>("area"), programme::Grade{row.get<int>("grade_rank")}, row.get<int>("cases")});
  return counts;
}

constexpr sql::Query kCaseKinds{"evaluation.case_kinds", R"sql(
select distinct c.kind
  from case_file c
  join assessment a on a.case_id = c.id and a.assessor_type = 'inspectors' and a.state = 'agreed'
 where c.inspection_id = $inspection
 order by c.kind
)sql"};

std::set<std::string> case_kinds(sql::Reader& reader, inspection::InspectionId id) {
  std::set<std::string> kinds;
  for (const sql::Row& row : reader.read(kCaseKinds, {{"inspection", id}}))
    kinds.insert(row.get<std::string>("kind"));
  return kinds;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kBodies, kConcerns, kPairs, kHead, kGrades, kCaseKinds};
  return all;
}

}  // namespace sightline::evaluation::followed
