// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/organisation_store.h"

#include "platform/sql/containing.h"

namespace sightline::people::organisations {

namespace {

Organisation organisation_of(const sql::Row& row) {
  return {.id = row.get<OrganisationId>("id"),
          .key = row.get<std::string>("key"),
          .name = row.get<std::string>("name"),
          .kind = row.get<OrganisationKind>("kind"),
          .reality = row.get<Reality>("reality"),
          .region = row.get<std::optional<std::string>>("region"),
          .nation = row.get<std::optional<std::string>>("nation"),
          .overseen_by = row.get<std::optional<OrganisationId>>("overseen_by"),
          .source = row.get<std::string>("source")};
}

}  // namespace

constexpr sql::Query kFind{"people.organisation", R"sql(
select id, key, name, kind, reality, region, nation, overseen_by, source
  from organisation
 where id = $id
)sql"};

std::optional<Organisation> find(sql::Reader& reader, OrganisationId id) {
  const std::optional<sql::Row> row = reader.read_one(kFind, {{"id", id}});
  if (!row) return std::nullopt;
  return organisation_of(*row);
}

constexpr sql::Query kFindByKey{"people.organisation_by_key", R"sql(
select id, key, name, kind, reality, region, nation, overseen_by, source
  from organisation
 where key = $key
)sql"};

std::optional<Organisation> find_by_key(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row = reader.read_one(kFindByKey, {{"key", key}});
  if (!row) return std::nullopt;
  return organisation_of(*row);
}

constexpr sql::Query kCount{"people.organisation_count", R"sql(
select count(*) as organisations
  from organisation
 where (cast($kind as text) is null or kind = $kind)
   and lower(name) like $named escape '\'
)sql"};

std::int64_t count(sql::Reader& reader, const Wanted& wanted) {
  return reader.read_one(kCount, {{"kind", wanted.kind}, {"named", sql::containing(wanted.name)}})
      ->get<std::int64_t>("organisations");
}

constexpr sql::Query kList{"people.organisations_by_name", R"sql(
select id, key, name, kind, reality, region, nation, overseen_by, source
  from organisation
 where (cast($kind as text) is null or kind = $kind)
   and lower(name) like $named escape '\'
 order by name, id
 limit $limit offset $offset
)sql"};

std::vector<Organisation> list(sql::Reader& reader, const Wanted& wanted, std::int64_t offset, int limit) {
  std::vector<Organisation> all;
  for (const sql::Row& row : reader.read(kList, {{"kind", wanted.kind},
                                                 {"named", sql::containing(wanted.name)},
                                                 {"offset", offset},
                                                 {"limit", limit}}))
    all.push_back(organisation_of(row));
  return all;
}

constexpr sql::Query kInsert{"people.insert_organisation", R"sql(
insert into organisation (key, name, kind, reality, region, nation, overseen_by, source)
values ($key, $name, $kind, $reality, $region, $nation, $overseen_by, $source)
returning id
)sql"};

OrganisationId insert(sql::Transaction& work, const OrganisationDetails& details) {
  return work
      .write(kInsert, {{"key", details.key},
                       {"name", details.name},
                       {"kind", details.kind},
                       {"reality", details.reality},
                       {"region", details.region},
                       {"nation", details.nation},
                       {"overseen_by", details.overseen_by},
                       {"source", details.source}})
      .front()
      .get<OrganisationId>("id");
}

constexpr sql::Query kForms{"people.organisation_forms", R"sql(
select seen_on, form, source
  from organisation_form
 where organisation_id = $organisation
 order by seen_on
)sql"};

std::vector<OrganisationForm> forms(sql::Reader& reader, OrganisationId id) {
  std::vector<OrganisationForm> all;
  for (const sql::Row& row : reader.read(kForms, {{"organisation", id}}))
    all.push_back({.seen_on = row.get<std::string>("seen_on"),
                   .form = row.get<std::string>("form"),
                   .source = row.get<std::string>("source")});
  return all;
}

constexpr sql::Query kInsertForm{"people.insert_organisation_form", R"sql(
insert into organisation_form (organisation_id, seen_on, form, source)
values ($organisation, $seen_on, $form, $source)
)sql"};

void insert_form(sql::Transaction& work, OrganisationId id, const OrganisationForm& form) {
  work.write(kInsertForm,
             {{"organisation", id}, {"seen_on", form.seen_on}, {"form", form.form}, {"source", form.source}});
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kFind, kFindByKey, kCount, kList, kInsert, kForms, kInsertForm};
  return all;
}

}  // namespace sightline::people::organisations
