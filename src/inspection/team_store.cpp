// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/team_store.h"

#include <utility>

#include "platform/sql/containing.h"

namespace sightline::inspection::team_store {

constexpr sql::Query kInsertMember{"inspection.insert_member", R"sql(
insert into inspection_member (inspection_id, person_id, role, joined_at)
values ($id, $person, $role, $now)
returning id
)sql"};

MembershipId insert_member(sql::Transaction& work, InspectionId id, people::PersonId person, TeamRole role,
                           Timestamp now) {
  return work.write(kInsertMember, {{"id", id}, {"person", person}, {"role", role}, {"now", now}})
      .front()
      .get<MembershipId>("id");
}

constexpr sql::Query kEndMembership{"inspection.end_membership", R"sql(
update inspection_member set left_at = $now where id = $id and left_at is null
)sql"};

void end_membership(sql::Transaction& work, MembershipId id, Timestamp now) {
  work.write(kEndMembership, {{"id", id}, {"now", now}});
}

constexpr sql::Query kEndMemberships{"inspection.end_memberships", R"sql(
update inspection_member set left_at = $now where inspection_id = $id and left_at is null
)sql"};

void end_memberships(sql::Transaction& work, InspectionId id, Timestamp now) {
  work.write(kEndMemberships, {{"id", id}, {"now", now}});
}

constexpr sql::Query kInspectionOfMembership{"inspection.inspection_of_membership", R"sql(
select inspection_id from inspection_member where id = $id
)sql"};

std::optional<InspectionId> inspection_of(sql::Reader& reader, MembershipId id) {
  const std::optional<sql::Row> row = reader.read_one(kInspectionOfMembership, {{"id", id}});
  if (!row) return std::nullopt;
  return row->get<InspectionId>("inspection_id");
}

constexpr sql::Query kMembers{"inspection.members", R"sql(
select m.id, m.person_id, person.name, m.role, m.joined_at, m.left_at
  from inspection_member m
  join person on person.id = m.person_id
 where m.inspection_id = $id
   and (cast($viewer as bigint) is null
        or exists (select 1 from inspection_permission p
                    where p.person_id = $viewer and p.inspection_id = $id and p.permission = 'see-programme'))
 order by case when m.left_at is null then 0 else 1 end,
          case when m.role = 'lead-inspector' then 0 else 1 end,
          person.name, m.id
)sql"};

std::vector<Member> members(sql::Reader& reader, std::optional<people::PersonId> viewer, InspectionId id) {
  std::vector<Member> team;
  for (const sql::Row& row : reader.read(kMembers, {{"viewer", viewer}, {"id", id}}))
    team.push_back({.id = row.get<MembershipId>("id"),
                    .person = row.get<people::PersonId>("person_id"),
                    .name = row.get<std::string>("name"),
                    .role = row.get<TeamRole>("role"),
                    .joined_at = row.get<Timestamp>("joined_at"),
                    .left_at = row.get<std::optional<Timestamp>>("left_at")});
  return team;
}

constexpr sql::Query kNameOfOpenAccount{"inspection.name_of_open_account", R"sql(
select name from person where id = $person and disabled = 0
)sql"};

std::optional<std::string> name_of_open_account(sql::Reader& reader, people::PersonId person) {
  const std::optional<sql::Row> row = reader.read_one(kNameOfOpenAccount, {{"person", person}});
  if (!row) return std::nullopt;
  return row->get<std::string>("name");
}

constexpr sql::Query kWorksFor{"inspection.works_for", R"sql(
select count(*) as roles
  from role_at_body
 where person_id = $person and organisation_id = $body
)sql"};

bool works_for(sql::Reader& reader, people::PersonId person, people::OrganisationId body) {
  return reader.read_one(kWorksFor, {{"person", person}, {"body", body}})->get<std::int64_t>("roles") > 0;
}

constexpr sql::Query kCandidateCount{"inspection.candidate_count", R"sql(
select count(*) as candidates
  from person
 where person.disabled = 0
   and lower(person.name) like $named escape '\'
   and not exists (select 1 from inspection_member m
                    where m.inspection_id = $id and m.person_id = person.id and m.left_at is null)
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = person.id and b.organisation_id = $body)
   and not exists (select 1 from role_at_body r
                    where r.person_id = person.id and r.organisation_id = $body)
   and not exists (select 1 from role_grant g
                     join role_permission p on p.role = g.role and p.permission = 'manage-people'
                    where g.person_id = person.id and g.ended_at is null)
)sql"};

std::int64_t candidate_count(sql::Reader& reader, const Inspection& inspection, std::string_view name) {
  return reader
      .read_one(kCandidateCount,
                {{"id", inspection.id}, {"body", inspection.body}, {"named", sql::containing(name)}})
      ->get<std::int64_t>("candidates");
}

constexpr sql::Query kCandidates{"inspection.candidates", R"sql(
select person.id, person.name, person.email
  from person
 where person.disabled = 0
   and (cast($person as bigint) is null or person.id = $person)
   and lower(person.name) like $named escape '\'
   and not exists (select 1 from inspection_member m
                    where m.inspection_id = $id and m.person_id = person.id and m.left_at is null)
   and not exists (select 1 from barred_by_conflict b
                    where b.person_id = person.id and b.organisation_id = $body)
   and not exists (select 1 from role_at_body r
                    where r.person_id = person.id and r.organisation_id = $body)
   and not exists (select 1 from role_grant g
                     join role_permission p on p.role = g.role and p.permission = 'manage-people'
                    where g.person_id = person.id and g.ended_at is null)
 order by person.name, person.id
 limit $limit offset $offset
)sql"};

namespace {

struct Wanted {
  std::optional<people::PersonId> person;
  std::string_view name;
  std::int64_t offset;
  int limit;
};

std::vector<Candidate> read_candidates(sql::Reader& reader, const Inspection& inspection,
                                       const Wanted& wanted) {
  std::vector<Candidate> found;
  for (const sql::Row& row : reader.read(kCandidates, {{"id", inspection.id},
                                                       {"body", inspection.body},
                                                       {"person", wanted.person},
                                                       {"named", sql::containing(wanted.name)},
                                                       {"offset", wanted.offset},
                                                       {"limit", wanted.limit}}))
    found.push_back({.person = row.get<people::PersonId>("id"),
                     .name = row.get<std::string>("name"),
                     .email = row.get<std::string>("email")});
  return found;
}

}  // namespace

std::vector<Candidate> candidates(sql::Reader& reader, const Inspection& inspection, std::string_view name,
                                  std::int64_t offset, int limit) {
  return read_candidates(reader, inspection,
                         {.person = std::nullopt, .name = name, .offset = offset, .limit = limit});
}

std::optional<Candidate> candidate(sql::Reader& reader, const Inspection& inspection,
                                   people::PersonId person) {
  std::vector<Candidate> found =
      read_candidates(reader, inspection, {.person = person, .name = "", .offset = 0, .limit = 1});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kInsertMember, kEndMembership,  kEndMemberships, kInspectionOfMembership, kMembers, kNameOfOpenAccount,
      kWorksFor,     kCandidateCount, kCandidates};
  return all;
}

}  // namespace sightline::inspection::team_store
