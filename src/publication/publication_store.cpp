// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/publication_store.h"

namespace sightline::publication::publications {

namespace {

std::optional<PartialDate> date_of(const sql::Row& row) {
  const auto text = row.get<std::optional<std::string>>("date");
  if (!text) return std::nullopt;
  const std::optional<PartialDate> date = PartialDate::from_iso(*text);
  if (!date) throw sql::Error("publication_part.date holds no partial date");
  return date;
}

Part part_of(const sql::Row& row) {
  return {.kind = row.get<PartKind>("kind"),
          .label = row.get<std::string>("label"),
          .text = row.get<std::string>("text"),
          .number = row.get<std::optional<int>>("number"),
          .date = date_of(row),
          .format = row.get<std::optional<Format>>("format"),
          .address = row.get<std::optional<std::string>>("address"),
          .external = row.get<std::optional<External>>("external"),
          .source = {row.get<std::string>("source"), row.get<SourceType>("source_type")},
          .note = row.get<std::string>("note")};
}

}  // namespace

constexpr sql::Query kInsert{"publication.insert", R"sql(
insert into publication (key, title, published_on)
values ($key, $title, $published_on)
returning id
)sql"};

constexpr sql::Query kInsertPart{"publication.insert_part", R"sql(
insert into publication_part (publication_id, position, kind, label, text, number, date, format, address, external,
                              source, source_type, note)
values ($publication_id, $position, $kind, $label, $text, $number, $date, $format, $address, $external,
        $source, $source_type, $note)
)sql"};

PublicationId insert(sql::Transaction& work, const Publication& publication) {
  const auto id = work.write(kInsert, {{"key", publication.key},
                                       {"title", publication.title},
                                       {"published_on", publication.published_on}})
                      .front()
                      .get<PublicationId>("id");
  int position = 0;
  for (const Part& part : publication.parts) {
    const std::optional<std::string> date = part.date ? std::optional(part.date->iso()) : std::nullopt;
    work.write(kInsertPart, {{"publication_id", id},
                             {"position", ++position},
                             {"kind", part.kind},
                             {"label", part.label},
                             {"text", part.text},
                             {"number", part.number},
                             {"date", date},
                             {"format", part.format},
                             {"address", part.address},
                             {"external", part.external},
                             {"source", part.source.text},
                             {"source_type", part.source.type},
                             {"note", part.note}});
  }
  return id;
}

constexpr sql::Query kParts{"publication.parts", R"sql(
select kind, label, text, number, date, format, address, external, source, source_type, note
  from publication_part
 where publication_id = $publication_id
 order by position
)sql"};

namespace {

Stored stored_of(sql::Reader& reader, const sql::Row& row) {
  Stored stored{.id = row.get<PublicationId>("id"),
                .publication = {.key = row.get<std::string>("key"),
                                .title = row.get<std::string>("title"),
                                .published_on = row.get<Date>("published_on"),
                                .parts = {}},
                .reality = row.get<people::Reality>("reality")};
  for (const sql::Row& part : reader.read(kParts, {{"publication_id", stored.id}}))
    stored.publication.parts.push_back(part_of(part));
  return stored;
}

}  // namespace

constexpr sql::Query kPublications{"publication.publications", R"sql(
select id, key, title, published_on,
       coalesce((select m.reality
                   from edition e
                   join programme m on m.id = e.programme_id
                  where e.publication_id = publication.id and e.number = 1), 'real') as reality
  from publication
 where cast($key as text) is null or key = $key
 order by published_on desc, id desc
)sql"};

std::optional<Stored> find(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row = reader.read_one(kPublications, {{"key", key}});
  if (!row) return std::nullopt;
  return stored_of(reader, *row);
}

std::vector<Stored> all(sql::Reader& reader) {
  std::vector<Stored> found;
  for (const sql::Row& row : reader.read(kPublications, {{"key", std::optional<std::string>()}}))
    found.push_back(stored_of(reader, row));
  return found;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all_queries[] = {kInsert, kInsertPart, kParts, kPublications};
  return all_queries;
}

}  // namespace sightline::publication::publications
