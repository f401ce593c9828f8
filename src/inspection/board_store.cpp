// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/board_store.h"

#include <utility>

#include "inspection/inspection_store.h"
#include "platform/sql/paged.h"

namespace sightline::inspection::board_store {

namespace {

BoardLine line_of(const sql::Row& row) {
  return {.id = row.get<InspectionId>("id"),
          .key = row.get<std::string>("key"),
          .title = row.get<std::string>("title"),
          .kind = row.get<Kind>("kind"),
          .body = row.get<people::OrganisationId>("body_id"),
          .body_key = row.get<std::string>("body_key"),
          .body_name = row.get<std::string>("body_name"),
          .origin = row.get<Origin>("origin"),
          .reality = row.get<people::Reality>("reality"),
          .stage = row.get<std::optional<Stage>>("stage"),
          .theme = row.get<std::optional<std::string>>("theme"),
          .dates = dates_of(row)};
}

std::vector<BodyChoice> choices_of(const sql::Rows& rows) {
  std::vector<BodyChoice> choices;
  for (const sql::Row& row : rows)
    choices.push_back({.id = row.get<people::OrganisationId>("id"),
                       .name = row.get<std::string>("name"),
                       .kind = row.get<people::OrganisationKind>("kind"),
                       .reality = row.get<people::Reality>("reality")});
  return choices;
}

}  // namespace

constexpr sql::Query kCount{"inspection.board_count", R"sql(
select count(*) as inspections
  from inspection_now i
 where (cast($viewer as bigint) is null
        or i.id in (select inspection_id from inspection_permission
                     where person_id = $viewer and permission = 'see-programme'))
   and (cast($programme as bigint) is null or i.programme_id = $programme)
   and (cast($kind as text) is null or i.kind = $kind)
   and (cast($body as bigint) is null or i.body_id = $body)
   and (cast($stage as text) is null or i.stage = $stage)
   and (cast($origin as text) is null or i.origin = $origin)
)sql"};

std::int64_t count(sql::Reader& reader, Viewer viewer, const BoardFilter& filter) {
  return reader
      .read_one(kCount, {{"viewer", viewer},
                         {"programme", filter.programme},
                         {"kind", filter.kind},
                         {"body", filter.body},
                         {"stage", filter.stage},
                         {"origin", filter.origin}})
      ->get<std::int64_t>("inspections");
}

constexpr sql::Query kLines{"inspection.board_lines", R"sql(
select i.id, i.key, i.title, i.kind, i.body_id, body.key as body_key, body.name as body_name, i.origin,
       i.reality, i.stage, i.theme, i.fieldwork, i.fieldwork_sense, i.report_date, i.web_date
  from inspection_now i
  join organisation body on body.id = i.body_id
 where (cast($viewer as bigint) is null
        or i.id in (select inspection_id from inspection_permission
                     where person_id = $viewer and permission = 'see-programme'))
   and (cast($programme as bigint) is null or i.programme_id = $programme)
   and (cast($kind as text) is null or i.kind = $kind)
   and (cast($body as bigint) is null or i.body_id = $body)
   and (cast($stage as text) is null or i.stage = $stage)
   and (cast($origin as text) is null or i.origin = $origin)
 order by coalesce(i.fieldwork, i.report_date, '') desc, i.key
 limit $limit offset $offset
)sql"};

std::vector<BoardLine> lines(sql::Reader& reader, Viewer viewer, const BoardFilter& filter,
                             std::int64_t offset, int limit) {
  std::vector<BoardLine> page;
  for (const sql::Row& row : reader.read(kLines, {{"viewer", viewer},
                                                  {"programme", filter.programme},
                                                  {"kind", filter.kind},
                                                  {"body", filter.body},
                                                  {"stage", filter.stage},
                                                  {"origin", filter.origin},
                                                  {"limit", limit},
                                                  {"offset", offset}}))
    page.push_back(line_of(row));
  return page;
}

constexpr sql::Query kBodies{"inspection.board_bodies", R"sql(
select distinct body.id, body.name, body.kind, body.reality
  from inspection i
  join organisation body on body.id = i.body_id
 where cast($viewer as bigint) is null
    or i.id in (select inspection_id from inspection_permission
                 where person_id = $viewer and permission = 'see-programme')
 order by body.name, body.id
)sql"};

std::vector<BodyChoice> bodies(sql::Reader& reader, Viewer viewer) {
  return choices_of(reader.read(kBodies, {{"viewer", viewer}}));
}

constexpr sql::Query kInspectableBodies{"inspection.inspectable_bodies", R"sql(
select body.id, body.name, body.kind, body.reality
  from organisation body
 where body.kind in ('police-force', 'local-authority-area')
   and (cast($viewer as bigint) is null
        or body.id not in (select organisation_id from barred_by_conflict where person_id = $viewer))
 order by body.name, body.id
)sql"};

std::vector<BodyChoice> inspectable_bodies(sql::Reader& reader, Viewer viewer) {
  return choices_of(reader.read(kInspectableBodies, {{"viewer", viewer}}));
}

constexpr sql::Query kHistory{"inspection.history", R"sql(
select j.number, j.recorded_at, j.command, person.name, count(*) over () as total
  from journal_entry j
  left join person on person.id = j.person_id
 where j.subject_kind = 'inspection' and j.subject_id = $id
   and (cast($viewer as bigint) is null
        or exists (select 1 from inspection_permission p
                    where p.person_id = $viewer and p.inspection_id = $id and p.permission = 'see-programme'))
 order by j.number desc
 limit $limit offset $offset
)sql"};

Page<RecordedEntry> history(sql::Reader& reader, Viewer viewer, InspectionId id, std::int64_t page_number,
                            int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(kHistory, {{"viewer", viewer}, {"id", id}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<RecordedEntry> entries;
  for (const sql::Row& row : rows)
    entries.push_back({.number = row.get<std::int64_t>("number"),
                       .recorded_at = row.get<Timestamp>("recorded_at"),
                       .person = row.get<std::optional<std::string>>("name"),
                       .command = row.get<std::string>("command")});
  return page_of(cut, std::move(entries));
}

constexpr sql::Query kReopenings{"inspection.reopenings", R"sql(
select s.stage, s.entered_at, s.reason
  from inspection_stage s
 where s.inspection_id = $id
   and s.reason is not null
   and (cast($viewer as bigint) is null
        or exists (select 1 from inspection_permission p
                    where p.person_id = $viewer and p.inspection_id = s.inspection_id
                      and p.permission in ('plan-inspections', 'see-cases')))
 order by s.position
)sql"};

std::vector<RecordedReopening> reopenings(sql::Reader& reader, Viewer viewer, InspectionId id) {
  std::vector<RecordedReopening> all;
  for (const sql::Row& row : reader.read(kReopenings, {{"viewer", viewer}, {"id", id}}))
    all.push_back({.to = row.get<Stage>("stage"),
                   .recorded_at = row.get<Timestamp>("entered_at"),
                   .reason = row.get<std::string>("reason")});
  return all;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kCount, kLines, kBodies, kInspectableBodies, kHistory, kReopenings};
  return all;
}

}  // namespace sightline::inspection::board_store
