// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/dashboard_store.h"

namespace sightline::insight::dashboards {

constexpr sql::Query kVisible{"insight.visible", R"sql(
select id
  from inspection
 where programme_id = $programme
   and origin = 'own'
   and (cast($viewer as bigint) is null
        or id in (select inspection_id
                    from inspection_permission
                   where person_id = $viewer and permission = 'see-cases'))
)sql"};

Visible visible(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme) {
  Visible inspections;
  for (const sql::Row& row : reader.read(kVisible, {{"viewer", actor.person}, {"programme", programme}}))
    inspections.insert(row.get<InspectionId>("id"));
  return inspections;
}

constexpr sql::Query kBodies{"insight.bodies", R"sql(
select id, key, name
  from organisation
 where id in (select body_id from inspection where programme_id = $programme)
 order by name, id
)sql"};

constexpr sql::Query kInspectionsOf{"insight.inspections_of_body", R"sql(
select id, key, title as name
  from inspection
 where programme_id = $programme
   and body_id = $body
 order by title, id
)sql"};

namespace {

template <class Identity>
std::vector<Named<Identity>> named(const sql::Rows& rows) {
  std::vector<Named<Identity>> all;
  for (const sql::Row& row : rows)
    all.push_back({row.get<Identity>("id"), row.get<std::string>("key"), row.get<std::string>("name")});
  return all;
}

}  // namespace

std::vector<Named<OrganisationId>> bodies(sql::Reader& reader, ProgrammeId programme) {
  return named<OrganisationId>(reader.read(kBodies, {{"programme", programme}}));
}

std::vector<Named<InspectionId>> inspections_of(sql::Reader& reader, ProgrammeId programme,
                                                OrganisationId body) {
  return named<InspectionId>(reader.read(kInspectionsOf, {{"programme", programme}, {"body", body}}));
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kVisible, kBodies, kInspectionsOf};
  return all;
}

}  // namespace sightline::insight::dashboards
