// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response_store.h"

namespace sightline::response::responses {

namespace {

StoredDuty duty_of(const sql::Row& row) {
  return {
      .id = row.get<DutyId>("id"),
      .duty = {.publication = row.get<publication::PublicationId>("publication_id"),
               .body = row.get<people::OrganisationId>("body_id"),
               .force = row.get<people::OrganisationId>("force_id"),
               .body_kind = row.get<BodyKind>("body_kind"),
               .body_name = row.get<std::optional<std::string>>("body_name"),
               .source = {row.get<std::string>("duty_source"), row.get<SourceType>("duty_source_type")}},
      .force_name = row.get<std::string>("force_name"),
      .force_key = row.get<std::string>("force_key"),
      .published_on = row.get<Date>("published_on"),
      .answered = {.answered = row.get<int>("answered"), .recommendations = row.get<int>("recommendations")}};
}

Response response_of(const sql::Row& row) {
  return {.format = row.get<ResponseFormat>("format"),
          .received_on = row.get<std::optional<Date>>("received_on"),
          .address = row.get<std::optional<std::string>>("address"),
          .source = {row.get<std::string>("source"), row.get<SourceType>("source_type")},
          .note = row.get<std::string>("note")};
}

}  // namespace

constexpr sql::Query kFindDuty{"response.duty", R"sql(
select d.id, d.publication_id, d.body_id, d.force_id, d.body_kind, d.body_name,
       d.source as duty_source, d.source_type as duty_source_type,
       f.name as force_name, f.key as force_key, p.published_on,
       (select count(*) from recommendation_to_answer t where t.duty_id = d.id) as recommendations,
       (select count(distinct a.recommendation_id) from recommendation_answer a where a.duty_id = d.id) as answered
  from response_duty d
  join organisation f on f.id = d.force_id
  join publication p on p.id = d.publication_id
 where d.id = $id
)sql"};

std::optional<StoredDuty> find_duty(sql::Reader& reader, DutyId id) {
  const std::optional<sql::Row> row = reader.read_one(kFindDuty, {{"id", id}});
  if (!row) return std::nullopt;
  return duty_of(*row);
}

constexpr sql::Query kLatest{"response.latest", R"sql(
select revision, format, received_on, address, source, source_type, note
  from response
 where duty_id = $duty_id
 order by revision desc
 limit 1
)sql"};

Latest latest_response(sql::Reader& reader, DutyId duty) {
  const std::optional<sql::Row> row = reader.read_one(kLatest, {{"duty_id", duty}});
  if (!row) return {};
  return {.revision = row->get<int>("revision"), .response = response_of(*row)};
}

constexpr sql::Query kRevisions{"response.revisions", R"sql(
select format, received_on, address, source, source_type, note
  from response
 where duty_id = $duty_id
 order by revision
)sql"};

std::vector<Response> revisions(sql::Reader& reader, DutyId duty) {
  std::vector<Response> all;
  for (const sql::Row& row : reader.read(kRevisions, {{"duty_id", duty}})) all.push_back(response_of(row));
  return all;
}

constexpr sql::Query kInsertResponse{"response.insert", R"sql(
insert into response (duty_id, revision, format, received_on, address, source, source_type, note, recorded_at)
values ($duty_id, $revision, $format, $received_on, $address, $source, $source_type, $note, $recorded_at)
)sql"};

void insert_response(sql::Transaction& work, DutyId duty, int revision, const Response& response,
                     Timestamp now) {
  work.write(kInsertResponse, {{"duty_id", duty},
                               {"revision", revision},
                               {"format", response.format},
                               {"received_on", response.received_on},
                               {"address", response.address},
                               {"source", response.source.text},
                               {"source_type", response.source.type},
                               {"note", response.note},
                               {"recorded_at", now}});
}

// The state of a duty is worked out in SQL as board_state() does, so that a filter can be paged; a
// test holds the two together.
constexpr sql::Query kCountByState{"response.count_by_state", R"sql(
select state, count(*) as duties
  from (
        select case
                 when r.duty_id is null and cast($today as text) <= cast($last_day as text) then 'due'
                 when r.duty_id is null then 'no-record'
                 when r.received_on is null then 'received-day-unknown'
                 when r.received_on <= $last_day then 'received'
                 else 'late'
               end as state
          from response_duty d
          left join response r on r.duty_id = d.id
                              and r.revision = (select max(n.revision) from response n where n.duty_id = d.id)
         where d.publication_id = $publication_id
       ) board
 group by state
 order by state
)sql"};

std::vector<StateCount> count_by_state(sql::Reader& reader, publication::PublicationId publication,
                                       const ResponseClock& clock, Date today) {
  std::vector<StateCount> counts;
  for (const sql::Row& row :
       reader.read(kCountByState,
                   {{"publication_id", publication}, {"today", today}, {"last_day", clock.last_day()}}))
    counts.push_back({row.get<BoardState>("state"), row.get<std::int64_t>("duties")});
  return counts;
}

constexpr sql::Query kBoard{"response.board", R"sql(
select *
  from (
        select d.id, d.publication_id, d.body_id, d.force_id, d.body_kind, d.body_name,
               d.source as duty_source, d.source_type as duty_source_type,
               f.name as force_name, f.key as force_key, p.published_on,
               (select count(*) from recommendation_to_answer t where t.duty_id = d.id) as recommendations,
               (select count(distinct a.recommendation_id) from recommendation_answer a where a.duty_id = d.id) as answered,
               r.revision, r.format, r.received_on, r.address, r.source, r.source_type, r.note,
               case
                 when r.duty_id is null and cast($today as text) <= cast($last_day as text) then 'due'
                 when r.duty_id is null then 'no-record'
                 when r.received_on is null then 'received-day-unknown'
                 when r.received_on <= $last_day then 'received'
                 else 'late'
               end as state
          from response_duty d
          join organisation f on f.id = d.force_id
          join publication p on p.id = d.publication_id
          left join response r on r.duty_id = d.id
                              and r.revision = (select max(n.revision) from response n where n.duty_id = d.id)
         where d.publication_id = $publication_id
       ) board
 where (cast($state as text) is null or state = $state)
 order by force_name, id
 limit $limit offset $offset
)sql"};

std::vector<BoardLine> board(sql::Reader& reader, publication::PublicationId publication,
                             const ResponseClock& clock, Date today, std::optional<BoardState> state,
                             std::int64_t offset, int limit) {
  std::vector<BoardLine> lines;
  for (const sql::Row& row : reader.read(kBoard, {{"publication_id", publication},
                                                  {"today", today},
                                                  {"last_day", clock.last_day()},
                                                  {"state", state},
                                                  {"offset", offset},
                                                  {"limit", limit}})) {
    const auto revision = row.get<std::optional<int>>("revision");
    lines.push_back({duty_of(row), revision ? Latest{*revision, response_of(row)} : Latest{}});
  }
  return lines;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kFindDuty,       kLatest,       kRevisions,
                                       kInsertResponse, kCountByState, kBoard};
  return all;
}

}  // namespace sightline::response::responses
