// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/coding_store.h"

namespace sightline::theme::codings {

namespace {

Coding coding_of(const sql::Row& row) {
  return {.id = row.get<CodingId>("id"),
          .extract = row.get<ExtractId>("extract_id"),
          .theme = row.get<ThemeId>("theme_id"),
          .person = row.get<std::optional<PersonId>>("person_id"),
          .coded_at = row.get<Timestamp>("coded_at"),
          .memo = row.get<std::string>("memo"),
          .removed_at = row.get<std::optional<Timestamp>>("removed_at")};
}

CodingLine line_of(const sql::Row& row) {
  return {.id = row.get<CodingId>("id"),
          .theme = row.get<ThemeId>("theme_id"),
          .theme_key = row.get<std::string>("theme_key"),
          .theme_name = row.get<std::string>("theme_name"),
          .person = row.get<std::optional<PersonId>>("person_id"),
          .coder = row.get<std::optional<std::string>>("coder"),
          .coded_at = row.get<Timestamp>("coded_at"),
          .memo = row.get<std::string>("memo")};
}

}  // namespace

constexpr sql::Query kVisible{"theme.coding_visible", R"sql(
select c.id, c.extract_id, c.theme_id, c.person_id, c.coded_at, c.removed_at, d.inspection_id,
       coalesce((select m.text from coding_memo m where m.coding_id = c.id order by m.revision desc limit 1), '')
         as memo
  from coding c
  join extract e on e.id = c.extract_id
  join document d on d.id = e.document_id
  join inspection i on i.id = d.inspection_id
 where c.id = $coding
   and d.number = cast($number as bigint)
   and i.key = $inspection_key
   and (cast($viewer as bigint) is null
        or i.id in (select inspection_id
                      from inspection_permission
                     where person_id = $viewer and permission = 'see-evidence'))
)sql"};

std::optional<PlacedCoding> visible(sql::Reader& reader, const people::Actor& actor,
                                    std::string_view inspection_key, std::int64_t number, CodingId id) {
  const auto row = reader.read_one(
      kVisible,
      {{"viewer", actor.person}, {"inspection_key", inspection_key}, {"number", number}, {"coding", id}});
  if (!row) return std::nullopt;
  return PlacedCoding{coding_of(*row), row->get<evidence::InspectionId>("inspection_id")};
}

constexpr sql::Query kOfExtract{"theme.coding_of_extract", R"sql(
select c.id, c.extract_id, c.theme_id, c.person_id, c.coded_at, c.removed_at,
       coalesce((select m.text from coding_memo m where m.coding_id = c.id order by m.revision desc limit 1), '')
         as memo
  from coding c
 where c.extract_id = $extract
   and coalesce(c.person_id, 0) = coalesce(cast($person as bigint), 0)
   and c.removed_at is null
 order by c.id
)sql"};

std::vector<Coding> of_extract(sql::Reader& reader, ExtractId extract, std::optional<PersonId> person) {
  std::vector<Coding> all;
  for (const sql::Row& row : reader.read(kOfExtract, {{"extract", extract}, {"person", person}}))
    all.push_back(coding_of(row));
  return all;
}

constexpr sql::Query kInsert{"theme.coding_insert", R"sql(
insert into coding (extract_id, theme_id, person_id, coded_at)
values ($extract, $theme, $person, $coded_at)
returning id
)sql"};

CodingId insert(sql::Transaction& work, const Coding& added) {
  return work
      .write(kInsert, {{"extract", added.extract},
                       {"theme", added.theme},
                       {"person", added.person},
                       {"coded_at", added.coded_at}})
      .front()
      .get<CodingId>("id");
}

constexpr sql::Query kRemove{"theme.coding_remove", R"sql(
update coding set removed_at = $now, removed_by = $by where id = $coding
)sql"};

void remove(sql::Transaction& work, CodingId id, std::optional<PersonId> by, Timestamp now) {
  work.write(kRemove, {{"coding", id}, {"by", by}, {"now", now}});
}

constexpr sql::Query kWriteMemo{"theme.write_memo", R"sql(
insert into coding_memo (coding_id, revision, text, written_at)
values ($coding, (select coalesce(max(revision), 0) + 1 from coding_memo where coding_id = $coding), $text, $now)
)sql"};

void write_memo(sql::Transaction& work, CodingId id, std::string_view text, Timestamp now) {
  work.write(kWriteMemo, {{"coding", id}, {"text", text}, {"now", now}});
}

constexpr sql::Query kOfDocument{"theme.coding_of_document", R"sql(
select c.id, c.extract_id, e.begin_at, e.end_at, c.theme_id, t.key as theme_key, t.name as theme_name, c.person_id,
       person.name as coder, c.coded_at,
       coalesce((select m.text from coding_memo m where m.coding_id = c.id order by m.revision desc limit 1), '')
         as memo
  from extract e
  join coding c on c.extract_id = e.id and c.removed_at is null
  join theme t on t.id = c.theme_id
  left join theme above on above.id = t.parent_id
  left join person on person.id = c.person_id
 where e.document_id = $document
 order by e.begin_at, e.end_at, e.id, coalesce(above.position, t.position),
          case when t.parent_id is null then 0 else 1 end, t.position, c.id
)sql"};

std::vector<CodedPassage> of_document(sql::Reader& reader, evidence::DocumentId document) {
  std::vector<CodedPassage> passages;
  for (const sql::Row& row : reader.read(kOfDocument, {{"document", document}})) {
    const auto extract = row.get<ExtractId>("extract_id");
    if (passages.empty() || passages.back().extract != extract)
      passages.push_back({extract, {row.get<std::int64_t>("begin_at"), row.get<std::int64_t>("end_at")}, {}});
    passages.back().codings.push_back(line_of(row));
  }
  return passages;
}

constexpr sql::Query kCountOfTheme{"theme.count_passages", R"sql(
select count(distinct c.extract_id) as total
  from theme t
  join coding c on c.theme_id = t.id and c.removed_at is null
  join extract e on e.id = c.extract_id
  join document d on d.id = e.document_id
 where (t.id = $theme or t.parent_id = $theme)
   and (cast($viewer as bigint) is null
        or d.inspection_id in (select inspection_id
                                 from inspection_permission
                                where person_id = $viewer and permission = 'see-evidence'))
)sql"};

constexpr sql::Query kOfTheme{"theme.passages_of_theme", R"sql(
with of_theme as (
  select c.id, c.extract_id, c.theme_id
    from theme t
    join coding c on c.theme_id = t.id and c.removed_at is null
    join extract e on e.id = c.extract_id
    join document d on d.id = e.document_id
   where (t.id = $theme or t.parent_id = $theme)
     and (cast($viewer as bigint) is null
          or d.inspection_id in (select inspection_id
                                   from inspection_permission
                                  where person_id = $viewer and permission = 'see-evidence'))
), newest as (
  select extract_id, max(id) as coding_id
    from of_theme
   group by extract_id
   order by max(id) desc
   limit $limit offset $offset
)
select c.id, c.extract_id, c.theme_id, t.key as theme_key, t.name as theme_name, c.person_id, person.name as coder,
       c.coded_at,
       coalesce((select m.text from coding_memo m where m.coding_id = c.id order by m.revision desc limit 1), '')
         as memo,
       substr(words.text, e.begin_at + 1, e.end_at - e.begin_at) as passage,
       i.key as inspection_key, i.title as inspection_title, d.number, d.title, later.number as replaced_by
  from newest
  join of_theme on of_theme.extract_id = newest.extract_id
  join coding c on c.id = of_theme.id
  join theme t on t.id = c.theme_id
  left join person on person.id = c.person_id
  join extract e on e.id = c.extract_id
  join document d on d.id = e.document_id
  join document_text words on words.document_id = d.id
  join inspection i on i.id = d.inspection_id
  left join document later on later.replaces_id = d.id
 order by newest.coding_id desc, c.id
)sql"};

Page<QuotedPassage> of_theme(sql::Reader& reader, const people::Actor& actor, ThemeId theme,
                             std::int64_t page_number) {
  const auto total = reader.read(kCountOfTheme, {{"viewer", actor.person}, {"theme", theme}})
                         .front()
                         .get<std::int64_t>("total");
  const Cut cut = cut_of(total, page_number, kPassagesOnAPage);
  std::vector<QuotedPassage> passages;
  for (const sql::Row& row : reader.read(
           kOfTheme,
           {{"viewer", actor.person}, {"theme", theme}, {"limit", cut.size}, {"offset", cut.offset}})) {
    const auto extract = row.get<ExtractId>("extract_id");
    if (passages.empty() || passages.back().extract != extract)
      passages.push_back({.extract = extract,
                          .text = row.get<std::string>("passage"),
                          .inspection_key = row.get<std::string>("inspection_key"),
                          .inspection_title = row.get<std::string>("inspection_title"),
                          .document_number = row.get<int>("number"),
                          .document_title = row.get<std::string>("title"),
                          .replaced_by = row.get<std::optional<int>>("replaced_by"),
                          .codings = {}});
    passages.back().codings.push_back(line_of(row));
  }
  return page_of(cut, std::move(passages));
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kVisible,   kOfExtract,  kInsert,       kRemove,
                                       kWriteMemo, kOfDocument, kCountOfTheme, kOfTheme};
  return all;
}

}  // namespace sightline::theme::codings
