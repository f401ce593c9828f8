// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/person_store.h"

namespace sightline::people::persons {

namespace {

Person person_of(const sql::Row& row) {
  return {.id = row.get<PersonId>("id"),
          .name = row.get<std::string>("name"),
          .email = row.get<std::string>("email"),
          .is_disabled = row.get<bool>("disabled")};
}

std::optional<Account> account_of(const std::optional<sql::Row>& row) {
  if (!row) return std::nullopt;
  return Account{person_of(*row), row->get<std::string>("password_hash")};
}

HeldRole role_of(const sql::Row& row) {
  return {.id = row.get<GrantId>("id"),
          .grant = {.role = row.get<Role>("role"),
                    .organisation = row.get<std::optional<OrganisationId>>("organisation_id")},
          .organisation_name = row.get<std::optional<std::string>>("organisation_name")};
}

}  // namespace

constexpr sql::Query kFind{"people.account", R"sql(
select id, name, email, password_hash, disabled
  from person
 where id = $id
)sql"};

std::optional<Account> find(sql::Reader& reader, PersonId id) {
  return account_of(reader.read_one(kFind, {{"id", id}}));
}

constexpr sql::Query kFindByEmail{"people.account_by_email", R"sql(
select id, name, email, password_hash, disabled
  from person
 where email = $email
)sql"};

std::optional<Account> find_by_email(sql::Reader& reader, std::string_view email) {
  return account_of(reader.read_one(kFindByEmail, {{"email", email}}));
}

// Who sees whom: oneself, and everybody when the viewer manages people or is the operator (null).
constexpr sql::Query kVisible{"people.visible_person", R"sql(
select id, name, email, disabled
  from person
 where id = $id
   and (cast($viewer as bigint) is null or id = $viewer
        or exists (select 1
                     from role_grant g
                     join role_permission p on p.role = g.role
                     join person viewer on viewer.id = g.person_id
                    where g.person_id = $viewer and g.ended_at is null and g.organisation_id is null
                      and viewer.disabled = 0 and p.permission = 'manage-people'))
)sql"};

std::optional<Person> visible(sql::Reader& reader, std::optional<PersonId> viewer, PersonId id) {
  const std::optional<sql::Row> row = reader.read_one(kVisible, {{"viewer", viewer}, {"id", id}});
  if (!row) return std::nullopt;
  return person_of(*row);
}

constexpr sql::Query kCountVisible{"people.visible_person_count", R"sql(
select count(*) as persons
  from person
 where (cast($viewer as bigint) is null or id = $viewer
        or exists (select 1
                     from role_grant g
                     join role_permission p on p.role = g.role
                     join person viewer on viewer.id = g.person_id
                    where g.person_id = $viewer and g.ended_at is null and g.organisation_id is null
                      and viewer.disabled = 0 and p.permission = 'manage-people'))
)sql"};

std::int64_t count_visible(sql::Reader& reader, std::optional<PersonId> viewer) {
  return reader.read_one(kCountVisible, {{"viewer", viewer}})->get<std::int64_t>("persons");
}

constexpr sql::Query kListVisible{"people.visible_persons", R"sql(
select id, name, email, disabled
  from person
 where (cast($viewer as bigint) is null or id = $viewer
        or exists (select 1
                     from role_grant g
                     join role_permission p on p.role = g.role
                     join person viewer on viewer.id = g.person_id
                    where g.person_id = $viewer and g.ended_at is null and g.organisation_id is null
                      and viewer.disabled = 0 and p.permission = 'manage-people'))
 order by name, id
 limit $limit offset $offset
)sql"};

std::vector<Person> list_visible(sql::Reader& reader, std::optional<PersonId> viewer, std::int64_t offset,
                                 int limit) {
  std::vector<Person> all;
  for (const sql::Row& row :
       reader.read(kListVisible, {{"viewer", viewer}, {"offset", offset}, {"limit", limit}}))
    all.push_back(person_of(row));
  return all;
}

constexpr sql::Query kInsert{"people.insert_person", R"sql(
insert into person (name, email, password_hash)
values ($name, $email, $password_hash)
returning id
)sql"};

PersonId insert(sql::Transaction& work, const PersonDetails& details, const std::string& password_hash) {
  return work
      .write(kInsert, {{"name", details.name}, {"email", details.email}, {"password_hash", password_hash}})
      .front()
      .get<PersonId>("id");
}

constexpr sql::Query kSetPasswordHash{"people.set_password_hash", R"sql(
update person
   set password_hash = $password_hash
 where id = $id
)sql"};

void set_password_hash(sql::Transaction& work, PersonId id, const std::string& password_hash) {
  work.write(kSetPasswordHash, {{"id", id}, {"password_hash", password_hash}});
}

constexpr sql::Query kDisable{"people.disable_person", R"sql(
update person
   set disabled = 1
 where id = $id
)sql"};

void disable(sql::Transaction& work, PersonId id) {
  work.write(kDisable, {{"id", id}});
}

constexpr sql::Query kRolesOf{"people.roles_held", R"sql(
select g.id, g.role, g.organisation_id, o.name as organisation_name
  from role_grant g
  left join organisation o on o.id = g.organisation_id
 where g.person_id = $person and g.ended_at is null
 order by g.id
)sql"};

std::vector<HeldRole> roles_of(sql::Reader& reader, PersonId id) {
  std::vector<HeldRole> all;
  for (const sql::Row& row : reader.read(kRolesOf, {{"person", id}})) all.push_back(role_of(row));
  return all;
}

constexpr sql::Query kGrantsHeld{"people.grants_held", R"sql(
select role, organisation_id
  from role_held
 where person_id = $person
)sql"};

std::vector<Grant> grants_held(sql::Reader& reader, PersonId id) {
  std::vector<Grant> all;
  for (const sql::Row& row : reader.read(kGrantsHeld, {{"person", id}}))
    all.push_back({.role = row.get<Role>("role"),
                   .organisation = row.get<std::optional<OrganisationId>>("organisation_id")});
  return all;
}

constexpr sql::Query kFindRole{"people.role_given", R"sql(
select g.id, g.person_id, g.role, g.organisation_id, o.name as organisation_name, g.ended_at
  from role_grant g
  left join organisation o on o.id = g.organisation_id
 where g.id = $id
)sql"};

std::optional<GivenRole> find_role(sql::Reader& reader, GrantId id) {
  const std::optional<sql::Row> row = reader.read_one(kFindRole, {{"id", id}});
  if (!row) return std::nullopt;
  return GivenRole{.held = role_of(*row),
                   .person = row->get<PersonId>("person_id"),
                   .ended_at = row->get<std::optional<Timestamp>>("ended_at")};
}

constexpr sql::Query kInsertRole{"people.insert_role", R"sql(
insert into role_grant (person_id, role, organisation_id, granted_at)
values ($person, $role, $organisation, $now)
returning id
)sql"};

GrantId insert_role(sql::Transaction& work, PersonId id, const Grant& grant, Timestamp now) {
  return work
      .write(kInsertRole,
             {{"person", id}, {"role", grant.role}, {"organisation", grant.organisation}, {"now", now}})
      .front()
      .get<GrantId>("id");
}

constexpr sql::Query kEndRole{"people.end_role", R"sql(
update role_grant
   set ended_at = $now
 where id = $id and ended_at is null
)sql"};

void end_role(sql::Transaction& work, GrantId id, Timestamp now) {
  work.write(kEndRole, {{"id", id}, {"now", now}});
}

constexpr sql::Query kPermissionsOnRecord{"people.permissions_on_record", R"sql(
select role, permission
  from role_permission
 order by role, permission
)sql"};

std::vector<std::string> permissions_on_record(sql::Reader& reader) {
  std::vector<std::string> all;
  for (const sql::Row& row : reader.read(kPermissionsOnRecord))
    all.push_back(row.get<std::string>("role") + " " + row.get<std::string>("permission"));
  return all;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kFind,    kFindByEmail, kVisible,    kCountVisible, kListVisible, kInsert,  kSetPasswordHash,
      kDisable, kRolesOf,     kGrantsHeld, kFindRole,     kInsertRole,  kEndRole, kPermissionsOnRecord};
  return all;
}

}  // namespace sightline::people::persons
