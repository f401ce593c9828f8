// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer_store.h"

#include "platform/sql/paged.h"

namespace sightline::response::answers {

namespace {

Answer answer_of(const sql::Row& row) {
  return {.kind = row.get<AnswerKind>("answer_kind"), .text = row.get<std::string>("answer_text")};
}

Line line_of(const sql::Row& row) {
  Line line{.recommendation = row.get<RecommendationId>("recommendation_id"),
            .number = recommendation::number_from_key(row.get<std::string>("key")).value(),
            .programme_key = row.get<std::string>("programme_key"),
            .details = {.text = row.get<std::string>("text"), .term = row.get<recommendation::Term>("term")},
            .first_published = row.get<Date>("first_published"),
            .revision = 0,
            .answer = {}};
  if (const auto revision = row.get<std::optional<int>>("revision")) {
    line.revision = *revision;
    line.answer = answer_of(row);
  }
  return line;
}

publication::Duty duty_of(const sql::Row& row) {
  return {.publication = row.get<publication::PublicationId>("publication_id"),
          .body = row.get<people::OrganisationId>("body_id"),
          .force = row.get<people::OrganisationId>("force_id"),
          .body_kind = row.get<publication::BodyKind>("body_kind"),
          .body_name = row.get<std::optional<std::string>>("body_name"),
          .source = {row.get<std::string>("source"), row.get<SourceType>("source_type")}};
}

}  // namespace

constexpr sql::Query kOfDuty{"response.answers_of_duty", R"sql(
select t.recommendation_id, r.key, g.key as programme_key, r.text, r.term,
       (select min(c.starts_on) from recommendation_clock c where c.recommendation_id = r.id) as first_published,
       a.revision, a.kind as answer_kind, a.text as answer_text, count(*) over () as total
  from recommendation_to_answer t
  join recommendation r on r.id = t.recommendation_id
  join programme g on g.id = r.programme_id
  left join recommendation_answer a
    on a.duty_id = t.duty_id
   and a.recommendation_id = r.id
   and a.revision = (select max(n.revision)
                       from recommendation_answer n
                      where n.duty_id = t.duty_id and n.recommendation_id = r.id)
 where t.duty_id = $duty
 order by r.id
 limit $limit offset $offset
)sql"};

Page<Line> of_duty(sql::Reader& reader, DutyId duty, std::int64_t page_number, int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(kOfDuty, {{"duty", duty}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<Line> lines;
  for (const sql::Row& row : rows) lines.push_back(line_of(row));
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kFind{"response.answer", R"sql(
select t.recommendation_id, r.key, g.key as programme_key, r.text, r.term,
       (select min(c.starts_on) from recommendation_clock c where c.recommendation_id = r.id) as first_published,
       a.revision, a.kind as answer_kind, a.text as answer_text
  from recommendation_to_answer t
  join recommendation r on r.id = t.recommendation_id
  join programme g on g.id = r.programme_id
  left join recommendation_answer a
    on a.duty_id = t.duty_id
   and a.recommendation_id = r.id
   and a.revision = (select max(n.revision)
                       from recommendation_answer n
                      where n.duty_id = t.duty_id and n.recommendation_id = r.id)
 where t.duty_id = $duty and t.recommendation_id = $recommendation
)sql"};

std::optional<Line> find(sql::Reader& reader, DutyId duty, RecommendationId recommendation) {
  const auto row = reader.read_one(kFind, {{"duty", duty}, {"recommendation", recommendation}});
  return row ? std::optional(line_of(*row)) : std::nullopt;
}

constexpr sql::Query kHistory{"response.answer_history", R"sql(
select a.revision, a.kind as answer_kind, a.text as answer_text, a.recorded_at,
       coalesce(person.name, 'the operator') as person
  from recommendation_answer a
  left join person on person.id = a.person_id
 where a.duty_id = $duty and a.recommendation_id = $recommendation
 order by a.revision desc
 limit $limit offset $offset
)sql"};

std::vector<AnswerRevision> history(sql::Reader& reader, DutyId duty, RecommendationId recommendation,
                                    std::int64_t offset, int limit) {
  std::vector<AnswerRevision> lines;
  for (const sql::Row& row : reader.read(
           kHistory,
           {{"duty", duty}, {"recommendation", recommendation}, {"limit", limit}, {"offset", offset}}))
    lines.push_back({.revision = row.get<int>("revision"),
                     .answer = answer_of(row),
                     .person = row.get<std::string>("person"),
                     .recorded_at = row.get<Timestamp>("recorded_at")});
  return lines;
}

constexpr sql::Query kInsert{"response.insert_answer", R"sql(
insert into recommendation_answer (duty_id, recommendation_id, revision, kind, text, person_id, recorded_at)
values ($duty, $recommendation, $revision, $kind, $text, $person, $recorded_at)
)sql"};

void insert(sql::Transaction& work, DutyId duty, RecommendationId recommendation, int revision,
            const Answer& answer, std::optional<people::PersonId> by, Timestamp now) {
  work.write(kInsert, {{"duty", duty},
                       {"recommendation", recommendation},
                       {"revision", revision},
                       {"kind", answer.kind},
                       {"text", answer.text},
                       {"person", by},
                       {"recorded_at", now}});
}

// What a body has written is public once its response is on record, and no earlier. Handbook §8.43.
constexpr sql::Query kGiven{"response.given_answers", R"sql(
select d.publication_id, d.body_id, d.force_id, d.body_kind, d.body_name, d.source, d.source_type,
       f.name as force_name, p.key as publication_key, p.title as publication_title,
       a.kind as answer_kind, a.text as answer_text, count(*) over () as total
  from recommendation_answer a
  join response_duty d on d.id = a.duty_id
  join organisation f on f.id = d.force_id
  join publication p on p.id = d.publication_id
 where a.recommendation_id = $recommendation
   and a.revision = (select max(n.revision)
                       from recommendation_answer n
                      where n.duty_id = a.duty_id and n.recommendation_id = a.recommendation_id)
   and exists (select 1 from response s where s.duty_id = d.id)
 order by p.published_on, p.id, f.name, d.id
 limit $limit offset $offset
)sql"};

Page<Given> to_recommendation(sql::Reader& reader, RecommendationId recommendation, std::int64_t page_number,
                              int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(kGiven,
                       {{"recommendation", recommendation}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<Given> lines;
  for (const sql::Row& row : rows)
    lines.push_back({.duty = duty_of(row),
                     .force_name = row.get<std::string>("force_name"),
                     .publication_key = row.get<std::string>("publication_key"),
                     .publication_title = row.get<std::string>("publication_title"),
                     .answer = answer_of(row)});
  return page_of(cut, std::move(lines));
}

// The same rule: of a body without a response on record nothing is given.
constexpr sql::Query kExpected{"response.expected_answers", R"sql(
select d.publication_id, d.body_id, d.force_id, d.body_kind, d.body_name, d.source, d.source_type,
       f.name as force_name, f.key as force_key, t.recommendation_id,
       a.revision, a.kind as answer_kind, a.text as answer_text, count(*) over () as total
  from response_duty d
  join recommendation_to_answer t on t.duty_id = d.id
  join organisation f on f.id = d.force_id
  left join recommendation_answer a
    on a.duty_id = d.id
   and a.recommendation_id = t.recommendation_id
   and a.revision = (select max(n.revision)
                       from recommendation_answer n
                      where n.duty_id = d.id and n.recommendation_id = t.recommendation_id)
   and exists (select 1 from response s where s.duty_id = d.id)
 where d.publication_id = $publication
 order by f.name, d.id, t.recommendation_id
 limit $limit offset $offset
)sql"};

Page<Expected> about_publication(sql::Reader& reader, publication::PublicationId publication,
                                 std::int64_t page_number, int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(kExpected, {{"publication", publication}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<Expected> lines;
  for (const sql::Row& row : rows) {
    const bool is_given = row.get<std::optional<int>>("revision").has_value();
    lines.push_back({.duty = duty_of(row),
                     .force_name = row.get<std::string>("force_name"),
                     .force_key = row.get<std::string>("force_key"),
                     .recommendation = row.get<RecommendationId>("recommendation_id"),
                     .answer = is_given ? std::optional(answer_of(row)) : std::nullopt});
  }
  return page_of(cut, std::move(lines));
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kOfDuty, kFind, kHistory, kInsert, kGiven, kExpected};
  return all;
}

}  // namespace sightline::response::answers
