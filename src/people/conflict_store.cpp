// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/conflict_store.h"

namespace sightline::people::conflicts {

namespace {

ConflictOfInterest conflict_of(const sql::Row& row) {
  return {.id = row.get<ConflictId>("id"),
          .person = row.get<PersonId>("person_id"),
          .organisation = row.get<OrganisationId>("organisation_id"),
          .organisation_name = row.get<std::string>("organisation_name"),
          .reason = row.get<std::string>("reason"),
          .first_day = row.get<Date>("first_day"),
          .declared_at = row.get<Timestamp>("declared_at"),
          .ended_at = row.get<std::optional<Timestamp>>("ended_at"),
          .end_reason = row.get<std::optional<std::string>>("end_reason")};
}

std::optional<ConflictOfInterest> conflict_of(const std::optional<sql::Row>& row) {
  if (!row) return std::nullopt;
  return conflict_of(*row);
}

}  // namespace

constexpr sql::Query kFind{"people.conflict", R"sql(
select c.id, c.person_id, c.organisation_id, o.name as organisation_name, c.reason, c.first_day,
       c.declared_at, c.ended_at, c.end_reason
  from conflict_of_interest c
  join organisation o on o.id = c.organisation_id
 where c.id = $id
)sql"};

std::optional<ConflictOfInterest> find(sql::Reader& reader, ConflictId id) {
  return conflict_of(reader.read_one(kFind, {{"id", id}}));
}

constexpr sql::Query kFindLasting{"people.lasting_conflict", R"sql(
select c.id, c.person_id, c.organisation_id, o.name as organisation_name, c.reason, c.first_day,
       c.declared_at, c.ended_at, c.end_reason
  from conflict_of_interest c
  join organisation o on o.id = c.organisation_id
 where c.person_id = $person and c.organisation_id = $organisation and c.ended_at is null
)sql"};

std::optional<ConflictOfInterest> find_lasting(sql::Reader& reader, PersonId person,
                                               OrganisationId organisation) {
  return conflict_of(reader.read_one(kFindLasting, {{"person", person}, {"organisation", organisation}}));
}

constexpr sql::Query kCountOf{"people.conflict_count", R"sql(
select count(*) as conflicts
  from conflict_of_interest
 where person_id = $person
)sql"};

std::int64_t count_of(sql::Reader& reader, PersonId person) {
  return reader.read_one(kCountOf, {{"person", person}})->get<std::int64_t>("conflicts");
}

constexpr sql::Query kListOf{"people.conflicts_of_person", R"sql(
select c.id, c.person_id, c.organisation_id, o.name as organisation_name, c.reason, c.first_day,
       c.declared_at, c.ended_at, c.end_reason
  from conflict_of_interest c
  join organisation o on o.id = c.organisation_id
 where c.person_id = $person
 order by c.id desc
 limit $limit offset $offset
)sql"};

std::vector<ConflictOfInterest> list_of(sql::Reader& reader, PersonId person, std::int64_t offset,
                                        int limit) {
  std::vector<ConflictOfInterest> all;
  for (const sql::Row& row : reader.read(kListOf, {{"person", person}, {"offset", offset}, {"limit", limit}}))
    all.push_back(conflict_of(row));
  return all;
}

constexpr sql::Query kInsert{"people.insert_conflict", R"sql(
insert into conflict_of_interest (person_id, organisation_id, reason, first_day, declared_at)
values ($person, $organisation, $reason, $first_day, $now)
returning id
)sql"};

ConflictId insert(sql::Transaction& work, const Declaration& declaration, Timestamp now) {
  return work
      .write(kInsert, {{"person", declaration.person},
                       {"organisation", declaration.organisation},
                       {"reason", declaration.reason},
                       {"first_day", declaration.first_day},
                       {"now", now}})
      .front()
      .get<ConflictId>("id");
}

constexpr sql::Query kEnd{"people.end_conflict", R"sql(
update conflict_of_interest
   set ended_at = $now, end_reason = $reason
 where id = $id and ended_at is null
)sql"};

void end(sql::Transaction& work, ConflictId id, const std::string& reason, Timestamp now) {
  work.write(kEnd, {{"id", id}, {"reason", reason}, {"now", now}});
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kFind, kFindLasting, kCountOf, kListOf, kInsert, kEnd};
  return all;
}

}  // namespace sightline::people::conflicts
