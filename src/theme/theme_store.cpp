// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/theme_store.h"

namespace sightline::theme::codebooks {

namespace {

Wording wording_of(const sql::Row& row) {
  return {.name = row.get<std::string>("name"),
          .definition = row.get<std::string>("definition"),
          .when_to_use = row.get<std::string>("when_to_use"),
          .when_not_to_use = row.get<std::string>("when_not_to_use")};
}

Theme theme_of(const sql::Row& row) {
  return {.id = row.get<ThemeId>("id"),
          .codebook = row.get<CodebookId>("codebook_id"),
          .parent = row.get<std::optional<ThemeId>>("parent_id"),
          .key = row.get<std::string>("key"),
          .wording = wording_of(row),
          .position = row.get<int>("position"),
          .revision = row.get<int>("revision"),
          .retired_at = row.get<std::optional<Timestamp>>("retired_at")};
}

}  // namespace

constexpr sql::Query kSeesEvidence{"theme.sees_evidence_of_programme", R"sql(
select count(*) as visible
  from inspection
 where programme_id = $programme
   and (cast($viewer as bigint) is null
        or id in (select inspection_id
                    from inspection_permission
                   where person_id = $viewer and permission = 'see-evidence'))
)sql"};

bool sees_evidence_of(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme) {
  return reader.read(kSeesEvidence, {{"viewer", actor.person}, {"programme", programme}})
             .front()
             .get<std::int64_t>("visible") > 0;
}

constexpr sql::Query kOfProgramme{"theme.codebook_of_programme", R"sql(
select id from codebook where programme_id = $programme
)sql"};

std::optional<CodebookId> of_programme(sql::Reader& reader, ProgrammeId programme) {
  const auto row = reader.read_one(kOfProgramme, {{"programme", programme}});
  return row ? std::optional(row->get<CodebookId>("id")) : std::nullopt;
}

constexpr sql::Query kInsertCodebook{"theme.insert_codebook", R"sql(
insert into codebook (programme_id, name) values ($programme, $name) returning id
)sql"};

CodebookId insert(sql::Transaction& work, ProgrammeId programme, std::string_view name) {
  return work.write(kInsertCodebook, {{"programme", programme}, {"name", name}})
      .front()
      .get<CodebookId>("id");
}

constexpr sql::Query kThemes{"theme.themes_of_codebook", R"sql(
select t.id, t.codebook_id, t.parent_id, t.key, t.name, t.definition, t.when_to_use, t.when_not_to_use, t.position,
       t.revision, t.retired_at
  from theme t
  left join theme above on above.id = t.parent_id
 where t.codebook_id = $codebook
 order by coalesce(above.position, t.position), case when t.parent_id is null then 0 else 1 end, t.position
)sql"};

std::vector<Theme> themes(sql::Reader& reader, CodebookId codebook) {
  std::vector<Theme> all;
  for (const sql::Row& row : reader.read(kThemes, {{"codebook", codebook}})) all.push_back(theme_of(row));
  return all;
}

constexpr sql::Query kInsertTheme{"theme.insert_theme", R"sql(
insert into theme (codebook_id, parent_id, key, name, definition, when_to_use, when_not_to_use, position, revision)
values ($codebook, $parent, $key, $name, $definition, $when_to_use, $when_not_to_use,
        (select coalesce(max(position), 0) + 1
           from theme
          where codebook_id = $codebook and coalesce(parent_id, 0) = coalesce(cast($parent as bigint), 0)), 1)
returning id, codebook_id, parent_id, key, name, definition, when_to_use, when_not_to_use, position, revision,
          retired_at
)sql"};

constexpr sql::Query kInsertRevision{"theme.insert_revision", R"sql(
insert into theme_revision (theme_id, revision, name, definition, when_to_use, when_not_to_use, person_id, recorded_at)
values ($theme, $revision, $name, $definition, $when_to_use, $when_not_to_use, $person, $now)
)sql"};

namespace {

void insert_revision(sql::Transaction& work, const Theme& theme, std::optional<PersonId> by, Timestamp now) {
  work.write(kInsertRevision, {{"theme", theme.id},
                               {"revision", theme.revision},
                               {"name", theme.wording.name},
                               {"definition", theme.wording.definition},
                               {"when_to_use", theme.wording.when_to_use},
                               {"when_not_to_use", theme.wording.when_not_to_use},
                               {"person", by},
                               {"now", now}});
}

}  // namespace

Theme insert(sql::Transaction& work, Theme added, std::optional<PersonId> by, Timestamp now) {
  const Theme theme = theme_of(work.write(kInsertTheme, {{"codebook", added.codebook},
                                                         {"parent", added.parent},
                                                         {"key", added.key},
                                                         {"name", added.wording.name},
                                                         {"definition", added.wording.definition},
                                                         {"when_to_use", added.wording.when_to_use},
                                                         {"when_not_to_use", added.wording.when_not_to_use}})
                                   .front());
  insert_revision(work, theme, by, now);
  return theme;
}

constexpr sql::Query kRevise{"theme.revise", R"sql(
update theme
   set name = $name, definition = $definition, when_to_use = $when_to_use, when_not_to_use = $when_not_to_use,
       revision = $revision
 where id = $theme
)sql"};

void revise(sql::Transaction& work, const Theme& revised, std::optional<PersonId> by, Timestamp now) {
  work.write(kRevise, {{"theme", revised.id},
                       {"name", revised.wording.name},
                       {"definition", revised.wording.definition},
                       {"when_to_use", revised.wording.when_to_use},
                       {"when_not_to_use", revised.wording.when_not_to_use},
                       {"revision", revised.revision}});
  insert_revision(work, revised, by, now);
}

constexpr sql::Query kRetire{"theme.retire", R"sql(
update theme set retired_at = $now where id = $theme
)sql"};

void retire(sql::Transaction& work, ThemeId theme, Timestamp now) {
  work.write(kRetire, {{"theme", theme}, {"now", now}});
}

constexpr sql::Query kCount{"theme.count_themes", R"sql(
select count(*) as total from theme where codebook_id = $codebook
)sql"};

// Each coding counts for its theme and for the one above it. A body that is not a force is an area.
constexpr sql::Query kCounted{"theme.counted", R"sql(
with coded as (
  select t.id as theme_id, t.parent_id, i.id as inspection_id,
         case when body.kind = 'police-force' then body.id else area_force.force_id end as force_id
    from theme t
    join coding c on c.theme_id = t.id and c.removed_at is null
    join extract e on e.id = c.extract_id
    join document d on d.id = e.document_id
    join inspection i on i.id = d.inspection_id
    join organisation body on body.id = i.body_id
    left join area_force on area_force.area_id = body.id
   where i.programme_id = $programme
     and (cast($theme as bigint) is null or t.id = $theme or t.parent_id = $theme)
     and (cast($viewer as bigint) is null
          or i.id in (select inspection_id
                        from inspection_permission
                       where person_id = $viewer and permission = 'see-evidence'))
), counted as (
  select theme_id, count(distinct inspection_id) as inspections, count(distinct force_id) as forces
    from (select theme_id, inspection_id, force_id from coded
          union all
          select parent_id, inspection_id, force_id from coded where parent_id is not null) each_way
   group by theme_id
)
select t.id, t.codebook_id, t.parent_id, t.key, t.name, t.definition, t.when_to_use, t.when_not_to_use, t.position,
       t.revision, t.retired_at, above.name as parent_name, coalesce(counted.inspections, 0) as inspections,
       coalesce(counted.forces, 0) as forces
  from theme t
  left join theme above on above.id = t.parent_id
  left join counted on counted.theme_id = t.id
 where t.codebook_id = (select id from codebook where programme_id = $programme)
   and (cast($theme as bigint) is null or t.id = $theme)
 order by coalesce(above.position, t.position), case when t.parent_id is null then 0 else 1 end, t.position
 limit $limit offset $offset
)sql"};

namespace {

std::vector<CountedTheme> lines(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme,
                                std::optional<ThemeId> theme, int limit, std::int64_t offset) {
  std::vector<CountedTheme> all;
  for (const sql::Row& row : reader.read(kCounted, {{"viewer", actor.person},
                                                    {"programme", programme},
                                                    {"theme", theme},
                                                    {"limit", limit},
                                                    {"offset", offset}}))
    all.push_back({theme_of(row),
                   row.get<std::optional<std::string>>("parent_name"),
                   {row.get<std::int64_t>("inspections"), row.get<std::int64_t>("forces")}});
  return all;
}

}  // namespace

Page<CountedTheme> counted(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme,
                           CodebookId codebook, std::int64_t page_number) {
  const auto total = reader.read(kCount, {{"codebook", codebook}}).front().get<std::int64_t>("total");
  const Cut cut = cut_of(total, page_number, kThemesOnAPage);
  return page_of(cut, lines(reader, actor, programme, std::nullopt, cut.size, cut.offset));
}

Occurrence occurrence(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme, ThemeId theme) {
  return lines(reader, actor, programme, theme, 1, 0).front().occurrence;
}

constexpr sql::Query kEarlier{"theme.earlier_wordings", R"sql(
select r.revision, r.name, r.definition, r.when_to_use, r.when_not_to_use, person.name as by_name, r.recorded_at
  from theme_revision r
  join theme t on t.id = r.theme_id and r.revision < t.revision
  left join person on person.id = r.person_id
 where r.theme_id = $theme
 order by r.revision desc
 limit $limit
)sql"};

std::vector<EarlierWording> earlier_wordings(sql::Reader& reader, ThemeId theme, int limit) {
  std::vector<EarlierWording> all;
  for (const sql::Row& row : reader.read(kEarlier, {{"theme", theme}, {"limit", limit}}))
    all.push_back({row.get<int>("revision"), wording_of(row), row.get<std::optional<std::string>>("by_name"),
                   row.get<Timestamp>("recorded_at")});
  return all;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kSeesEvidence, kOfProgramme,    kInsertCodebook, kThemes,
                                       kInsertTheme,  kInsertRevision, kRevise,         kRetire,
                                       kCount,        kCounted,        kEarlier};
  return all;
}

}  // namespace sightline::theme::codebooks
