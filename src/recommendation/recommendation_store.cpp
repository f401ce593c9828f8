// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/recommendation_store.h"

#include "platform/sql/paged.h"

namespace sightline::recommendation {

namespace {

/// What somebody sees of the recommendations that the whole programme makes.
enum class Sight { Nothing, Settled, All };

Sight sight_of(const people::Actor& actor) {
  using enum people::Permission;
  if (actor.may(WriteFindings) || actor.may(AgreeFindings)) return Sight::All;
  return actor.may(SeeFindings) ? Sight::Settled : Sight::Nothing;
}

}  // namespace

}  // namespace sightline::recommendation

namespace sightline {

template <>
inline constexpr auto kWords<recommendation::Sight> = std::to_array<Word<recommendation::Sight>>({
    {recommendation::Sight::Nothing, "nothing"},
    {recommendation::Sight::Settled, "settled"},
    {recommendation::Sight::All, "all"},
});

}  // namespace sightline

namespace sightline::recommendation {

namespace {

Details details_of(const sql::Row& row) {
  return {.text = row.get<std::string>("text"), .term = row.get<Term>("term")};
}

}  // namespace

constexpr sql::Query kAddresseesOf{"recommendation.addressees_of", R"sql(
select o.id, o.name, o.kind
  from recommendation_addressee a
  join organisation o on o.id = a.organisation_id
 where a.recommendation_id = $recommendation and a.removed_revision is null
 order by o.name, o.id
)sql"};

std::vector<Addressee> addressees_of(sql::Reader& reader, RecommendationId id) {
  std::vector<Addressee> addressees;
  for (const sql::Row& row : reader.read(kAddresseesOf, {{"recommendation", id}}))
    addressees.push_back({row.get<OrganisationId>("id"), row.get<std::string>("name"),
                          row.get<people::OrganisationKind>("kind")});
  return addressees;
}

constexpr sql::Query kClocksOf{"recommendation.clocks_of", R"sql(
select publication_id, starts_on
  from recommendation_clock
 where recommendation_id = $recommendation
 order by starts_on, publication_id
)sql"};

constexpr sql::Query kAuthors{"recommendation.authors", R"sql(
select distinct person_id
  from recommendation_revision
 where recommendation_id = $recommendation
   and person_id is not null
   and action in ('revise', 'address', 'rest')
 order by person_id
)sql"};

namespace {

Recommendation recommendation_of(sql::Reader& reader, const sql::Row& row) {
  const RecommendationId id = row.get<RecommendationId>("id");
  Recommendation found{.id = id,
                       .programme = row.get<ProgrammeId>("programme_id"),
                       .number = number_from_key(row.get<std::string>("key")).value(),
                       .details = details_of(row),
                       .state = row.get<State>("state"),
                       .revision = row.get<int>("revision"),
                       .made_in = row.get<std::optional<InspectionId>>("made_in_inspection_id"),
                       .addressees = {},
                       .findings = row.get<int>("findings"),
                       .agreed_findings = row.get<int>("agreed_findings"),
                       .clocks = {},
                       .authors = {}};
  for (const Addressee& each : addressees_of(reader, id)) found.addressees.push_back(each.id);
  for (const sql::Row& clock : reader.read(kClocksOf, {{"recommendation", id}}))
    found.clocks.push_back({clock.get<PublicationId>("publication_id"), clock.get<Date>("starts_on")});
  for (const sql::Row& author : reader.read(kAuthors, {{"recommendation", id}}))
    found.authors.push_back(author.get<PersonId>("person_id"));
  return found;
}

}  // namespace

constexpr sql::Query kVisibleRecommendation{"recommendation.visible_recommendation", R"sql(
select r.id, r.programme_id, r.key, r.text, r.term, r.state, r.revision, r.made_in_inspection_id,
       (select count(*) from recommendation_finding x
         where x.recommendation_id = r.id and x.removed_revision is null) as findings,
       (select count(*) from recommendation_finding x join finding f on f.id = x.finding_id
         where x.recommendation_id = r.id and x.removed_revision is null and f.state = 'agreed') as agreed_findings
  from recommendation r
 where r.programme_id = $programme
   and r.key = $key
   and (cast($viewer as bigint) is null
        or (r.made_in_inspection_id is null
            and ($sight = 'all' or ($sight = 'settled' and r.state = 'settled')))
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = r.made_in_inspection_id
                      and (p.permission in ('write-findings', 'agree-findings')
                           or (p.permission = 'see-findings' and r.state = 'settled'))))
)sql"};

std::optional<Recommendation> visible_recommendation(sql::Reader& reader, const people::Actor& actor,
                                                     ProgrammeId programme, int number) {
  const std::optional<sql::Row> row = reader.read_one(kVisibleRecommendation, {{"viewer", actor.person},
                                                                               {"sight", sight_of(actor)},
                                                                               {"programme", programme},
                                                                               {"key", key_of(number)}});
  if (!row) return std::nullopt;
  return recommendation_of(reader, *row);
}

constexpr sql::Query kRecommendationById{"recommendation.by_id", R"sql(
select r.id, r.programme_id, r.key, r.text, r.term, r.state, r.revision, r.made_in_inspection_id,
       (select count(*) from recommendation_finding x
         where x.recommendation_id = r.id and x.removed_revision is null) as findings,
       (select count(*) from recommendation_finding x join finding f on f.id = x.finding_id
         where x.recommendation_id = r.id and x.removed_revision is null and f.state = 'agreed') as agreed_findings
  from recommendation r
 where r.id = $id
)sql"};

std::optional<Recommendation> recommendation_by_id(sql::Reader& reader, RecommendationId id) {
  const std::optional<sql::Row> row = reader.read_one(kRecommendationById, {{"id", id}});
  if (!row) return std::nullopt;
  return recommendation_of(reader, *row);
}

constexpr sql::Query kRegister{"recommendation.register", R"sql(
select r.id, r.key, r.text, r.term, r.state, count(*) over () as total,
       (select min(c.starts_on) from recommendation_clock c where c.recommendation_id = r.id) as first_published
  from recommendation r
 where r.programme_id = $programme
   and (cast($term as text) is null or r.term = $term)
   and (cast($kind as text) is null
        or exists (select 1
                     from recommendation_addressee a
                     join organisation o on o.id = a.organisation_id
                    where a.recommendation_id = r.id and a.removed_revision is null and o.kind = $kind))
   and (cast($viewer as bigint) is null
        or (r.made_in_inspection_id is null
            and ($sight = 'all' or ($sight = 'settled' and r.state = 'settled')))
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = r.made_in_inspection_id
                      and (p.permission in ('write-findings', 'agree-findings')
                           or (p.permission = 'see-findings' and r.state = 'settled'))))
 order by r.id
 limit $limit offset $offset
)sql"};

Page<RegisterLine> register_of(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme,
                               const RegisterFilter& filter, std::int64_t page_number) {
  const auto [cut, rows] = sql::paged(page_number, kRecommendationsOnAPage, [&](std::int64_t offset) {
    return reader.read(kRegister, {{"viewer", actor.person},
                                   {"sight", sight_of(actor)},
                                   {"programme", programme},
                                   {"term", filter.term},
                                   {"kind", filter.addressee},
                                   {"limit", kRecommendationsOnAPage},
                                   {"offset", offset}});
  });
  std::vector<RegisterLine> lines;
  for (const sql::Row& row : rows)
    lines.push_back({.number = number_from_key(row.get<std::string>("key")).value(),
                     .details = details_of(row),
                     .state = row.get<State>("state"),
                     .addressees = addressees_of(reader, row.get<RecommendationId>("id")),
                     .first_published = row.get<std::optional<Date>>("first_published")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kFindingsOf{"recommendation.findings_of", R"sql(
select i.key as inspection_key, i.title as inspection_title, i.reality, f.number, r.statement, f.direction,
       f.state, count(*) over () as total
  from inspection i
  join finding f on f.inspection_id = i.id
  join finding_revision r on r.finding_id = f.id and r.revision = f.revision
  left join recommendation_finding x
    on x.finding_id = f.id and x.recommendation_id = $recommendation and x.removed_revision is null
 where i.programme_id = $programme
   and (x.finding_id is not null) = ($resting = 'on')
   and (cast($viewer as bigint) is null
        or exists (select 1
                     from inspection_permission p
                    where p.person_id = $viewer
                      and p.inspection_id = i.id
                      and (p.permission in ('write-findings', 'agree-findings')
                           or (p.permission = 'see-findings' and f.state = 'agreed'))))
 order by case f.state when 'agreed' then 1 else 2 end, i.key, f.number
 limit $limit offset $offset
)sql"};

Page<FindingLine> findings_of(sql::Reader& reader, const people::Actor& actor,
                              const Recommendation& recommendation, Resting resting,
                              std::int64_t page_number) {
  const auto [cut, rows] = sql::paged(page_number, kFindingsOnAPage, [&](std::int64_t offset) {
    return reader.read(kFindingsOf, {{"viewer", actor.person},
                                     {"programme", recommendation.programme},
                                     {"recommendation", recommendation.id},
                                     {"resting", resting == Resting::On ? "on" : "beside"},
                                     {"limit", kFindingsOnAPage},
                                     {"offset", offset}});
  });
  std::vector<FindingLine> lines;
  for (const sql::Row& row : rows)
    lines.push_back({.inspection_key = row.get<std::string>("inspection_key"),
                     .inspection_title = row.get<std::string>("inspection_title"),
                     .reality = row.get<people::Reality>("reality"),
                     .number = row.get<int>("number"),
                     .statement = row.get<std::string>("statement"),
                     .direction = row.get<finding::Direction>("direction"),
                     .state = row.get<finding::State>("state")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kRestsOn{"recommendation.rests_on", R"sql(
select 1 as found from recommendation_finding
 where recommendation_id = $recommendation and finding_id = $finding and removed_revision is null
)sql"};

bool rests_on(sql::Reader& reader, RecommendationId id, finding::FindingId finding) {
  return reader.read_one(kRestsOn, {{"recommendation", id}, {"finding", finding}}).has_value();
}

// None is ever deleted, so their count is the last number given.
constexpr sql::Query kNextNumber{"recommendation.next_number", R"sql(
select count(*) + 1 as number from recommendation where programme_id = $programme
)sql"};

int next_number(sql::Reader& reader, ProgrammeId programme) {
  return reader.read_one(kNextNumber, {{"programme", programme}})->get<int>("number");
}

constexpr sql::Query kInsertRecommendation{"recommendation.insert_recommendation", R"sql(
insert into recommendation (programme_id, key, text, term, state, revision, made_in_inspection_id)
values ($programme, $key, $text, $term, $state, $revision, $made_in)
returning id
)sql"};

constexpr sql::Query kUpdateRecommendation{"recommendation.update_recommendation", R"sql(
update recommendation set text = $text, term = $term, state = $state, revision = $revision where id = $id
)sql"};

constexpr sql::Query kInsertRevision{"recommendation.insert_revision", R"sql(
insert into recommendation_revision (recommendation_id, revision, action, state, text, term, person_id,
                                     recorded_at, reason)
values ($recommendation, $revision, $action, $state, $text, $term, $person, $recorded_at, $reason)
)sql"};

namespace {

void insert_row(sql::Transaction& work, RecommendationId id, const Recommendation& recommendation,
                const RevisionStep& how) {
  work.write(kInsertRevision, {{"recommendation", id},
                               {"revision", recommendation.revision},
                               {"action", how.action},
                               {"state", recommendation.state},
                               {"text", recommendation.details.text},
                               {"term", recommendation.details.term},
                               {"person", how.person},
                               {"recorded_at", how.recorded_at},
                               {"reason", how.reason}});
}

}  // namespace

RecommendationId insert_recommendation(sql::Transaction& work, const Recommendation& recommendation,
                                       const RevisionStep& how) {
  const RecommendationId id = work.write(kInsertRecommendation, {{"programme", recommendation.programme},
                                                                 {"key", key_of(recommendation.number)},
                                                                 {"text", recommendation.details.text},
                                                                 {"term", recommendation.details.term},
                                                                 {"state", recommendation.state},
                                                                 {"revision", recommendation.revision},
                                                                 {"made_in", recommendation.made_in}})
                                  .front()
                                  .get<RecommendationId>("id");
  insert_row(work, id, recommendation, how);
  return id;
}

void insert_revision(sql::Transaction& work, const Recommendation& recommendation, const RevisionStep& how) {
  work.write(kUpdateRecommendation, {{"id", recommendation.id},
                                     {"text", recommendation.details.text},
                                     {"term", recommendation.details.term},
                                     {"state", recommendation.state},
                                     {"revision", recommendation.revision}});
  insert_row(work, recommendation.id, recommendation, how);
}

constexpr sql::Query kAddAddressee{"recommendation.add_addressee", R"sql(
insert into recommendation_addressee (recommendation_id, organisation_id, added_revision)
values ($recommendation, $organisation, $revision)
)sql"};

void add_addressee(sql::Transaction& work, const Recommendation& recommendation, OrganisationId addressee) {
  work.write(kAddAddressee, {{"recommendation", recommendation.id},
                             {"organisation", addressee},
                             {"revision", recommendation.revision}});
}

constexpr sql::Query kEndAddressee{"recommendation.end_addressee", R"sql(
update recommendation_addressee
   set removed_revision = $revision
 where recommendation_id = $recommendation and organisation_id = $organisation and removed_revision is null
)sql"};

void end_addressee(sql::Transaction& work, const Recommendation& recommendation, OrganisationId addressee) {
  work.write(kEndAddressee, {{"recommendation", recommendation.id},
                             {"organisation", addressee},
                             {"revision", recommendation.revision}});
}

constexpr sql::Query kAddFinding{"recommendation.add_finding", R"sql(
insert into recommendation_finding (recommendation_id, finding_id, added_revision)
values ($recommendation, $finding, $revision)
)sql"};

void add_finding(sql::Transaction& work, const Recommendation& recommendation, finding::FindingId finding) {
  work.write(
      kAddFinding,
      {{"recommendation", recommendation.id}, {"finding", finding}, {"revision", recommendation.revision}});
}

constexpr sql::Query kEndFinding{"recommendation.end_finding", R"sql(
update recommendation_finding
   set removed_revision = $revision
 where recommendation_id = $recommendation and finding_id = $finding and removed_revision is null
)sql"};

void end_finding(sql::Transaction& work, const Recommendation& recommendation, finding::FindingId finding) {
  work.write(
      kEndFinding,
      {{"recommendation", recommendation.id}, {"finding", finding}, {"revision", recommendation.revision}});
}

constexpr sql::Query kInsertClock{"recommendation.insert_clock", R"sql(
insert into recommendation_clock (recommendation_id, publication_id, starts_on)
values ($recommendation, $publication, $starts_on)
)sql"};

void insert_clock(sql::Transaction& work, RecommendationId id, const Clock& clock) {
  work.write(kInsertClock,
             {{"recommendation", id}, {"publication", clock.publication}, {"starts_on", clock.starts_on}});
}

constexpr sql::Query kHistory{"recommendation.history", R"sql(
select r.revision, r.action, r.state, r.text, r.term, coalesce(person.name, 'the operator') as person,
       r.recorded_at, r.reason
  from recommendation_revision r
  left join person on person.id = r.person_id
 where r.recommendation_id = $recommendation
 order by r.revision desc
 limit $limit offset $offset
)sql"};

std::vector<RevisionLine> history_of(sql::Reader& reader, RecommendationId id, std::int64_t offset,
                                     int limit) {
  std::vector<RevisionLine> lines;
  for (const sql::Row& row :
       reader.read(kHistory, {{"recommendation", id}, {"limit", limit}, {"offset", offset}}))
    lines.push_back({.revision = row.get<int>("revision"),
                     .action = row.get<Action>("action"),
                     .state = row.get<State>("state"),
                     .details = details_of(row),
                     .person = row.get<std::string>("person"),
                     .recorded_at = row.get<Timestamp>("recorded_at"),
                     .reason = row.get<std::optional<std::string>>("reason")});
  return lines;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kAddresseesOf,
                                       kClocksOf,
                                       kAuthors,
                                       kVisibleRecommendation,
                                       kRecommendationById,
                                       kRegister,
                                       kFindingsOf,
                                       kRestsOn,
                                       kNextNumber,
                                       kInsertRecommendation,
                                       kUpdateRecommendation,
                                       kInsertRevision,
                                       kAddAddressee,
                                       kEndAddressee,
                                       kAddFinding,
                                       kEndFinding,
                                       kInsertClock,
                                       kHistory};
  return all;
}

}  // namespace sightline::recommendation
