// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/basis_store.h"

namespace sightline::figure::bases {

constexpr sql::Query kInspections{"figure.places_of_inspections", R"sql(
select i.id, i.key, i.title, i.kind, body.name as body_name,
       case when cast($viewer as bigint) is null
                 or i.id in (select inspection_id
                               from inspection_permission
                              where person_id = $viewer and permission = 'see-programme')
            then 1 else 0 end as is_visible
  from inspection i
  join organisation body on body.id = i.body_id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kAssessments{"figure.places_of_assessments", R"sql(
select a.id, a.assessor_type, c.inspection_id, c.number,
       case when cast($viewer as bigint) is null
                 or c.inspection_id in (select inspection_id
                                          from inspection_permission
                                         where person_id = $viewer and permission = 'see-cases')
            then 1 else 0 end as is_visible
  from inspection i
  join case_file c on c.inspection_id = i.id
  join assessment a on a.case_id = c.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kCodings{"figure.places_of_codings", R"sql(
select c.id, d.inspection_id, d.number,
       case when cast($viewer as bigint) is null
                 or d.inspection_id in (select inspection_id
                                          from inspection_permission
                                         where person_id = $viewer and permission = 'see-evidence')
            then 1 else 0 end as is_visible
  from inspection i
  join document d on d.inspection_id = i.id
  join extract e on e.document_id = d.id
  join coding c on c.extract_id = e.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

constexpr sql::Query kFindings{"figure.places_of_findings", R"sql(
select f.id, f.inspection_id, f.number,
       case when cast($viewer as bigint) is null
                 or f.inspection_id in (select inspection_id
                                          from inspection_permission
                                         where person_id = $viewer and permission = 'see-findings')
            then 1 else 0 end as is_visible
  from inspection i
  join finding f on f.inspection_id = i.id
 where i.programme_id = $programme
   and i.origin = 'own'
)sql"};

// One that the whole programme made is seen by whoever sees findings everywhere.
constexpr sql::Query kRecommendations{"figure.places_of_recommendations", R"sql(
select r.id, r.made_in_inspection_id, r.key,
       case when cast($viewer as bigint) is null
                 or (r.made_in_inspection_id is null and $sees_findings = 1)
                 or r.made_in_inspection_id in (select inspection_id
                                                  from inspection_permission
                                                 where person_id = $viewer and permission = 'see-findings')
            then 1 else 0 end as is_visible
  from recommendation r
 where r.programme_id = $programme
)sql"};

namespace {

bool is_visible(const sql::Row& row) {
  return row.get<int>("is_visible") == 1;
}

void read_numbered(sql::Reader& reader, const sql::Query& query, Input::Kind kind, const people::Actor& actor,
                   programme::ProgrammeId programme, Places& places) {
  for (const sql::Row& row : reader.read(query, {{"viewer", actor.person}, {"programme", programme}}))
    places.records.emplace(
        std::pair(kind, row.get<std::int64_t>("id")),
        RecordPlace{row.get<std::int64_t>("inspection_id"), std::to_string(row.get<std::int64_t>("number")),
                    std::nullopt, is_visible(row)});
}

}  // namespace

Places read_places(sql::Reader& reader, const people::Actor& actor, programme::ProgrammeId programme) {
  Places places;
  for (const sql::Row& row : reader.read(kInspections, {{"viewer", actor.person}, {"programme", programme}}))
    places.inspections.emplace(row.get<std::int64_t>("id"),
                               InspectionPlace{row.get<std::string>("key"), row.get<std::string>("title"),
                                               row.get<std::string>("body_name"),
                                               row.get<inspection::Kind>("kind"), is_visible(row)});
  for (const sql::Row& row : reader.read(kAssessments, {{"viewer", actor.person}, {"programme", programme}}))
    places.records.emplace(std::pair(Input::Kind::Assessment, row.get<std::int64_t>("id")),
                           RecordPlace{row.get<std::int64_t>("inspection_id"), row.get<std::string>("number"),
                                       row.get<assessment::AssessorType>("assessor_type"), is_visible(row)});
  read_numbered(reader, kCodings, Input::Kind::Coding, actor, programme, places);
  read_numbered(reader, kFindings, Input::Kind::Finding, actor, programme, places);
  const int sees_findings = actor.may(people::Permission::SeeFindings) ? 1 : 0;
  for (const sql::Row& row :
       reader.read(kRecommendations,
                   {{"viewer", actor.person}, {"programme", programme}, {"sees_findings", sees_findings}}))
    places.records.emplace(std::pair(Input::Kind::Recommendation, row.get<std::int64_t>("id")),
                           RecordPlace{row.get<std::optional<std::int64_t>>("made_in_inspection_id"),
                                       row.get<std::string>("key"), std::nullopt, is_visible(row)});
  return places;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kInspections, kAssessments, kCodings, kFindings, kRecommendations};
  return all;
}

}  // namespace sightline::figure::bases
