// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "evidence/evidence_store.h"

namespace sightline::evidence::documents {

namespace {

std::optional<std::string> iso(const std::optional<PartialDate>& date) {
  return date ? std::optional(date->iso()) : std::nullopt;
}

Details details_of(const sql::Row& row) {
  const auto dated = row.get<std::optional<std::string>>("dated");
  return {.kind = row.get<Kind>("kind"),
          .title = row.get<std::string>("title"),
          .dated = dated ? PartialDate::from_iso(*dated) : std::nullopt};
}

Document document_of(const sql::Row& row) {
  return {.id = row.get<DocumentId>("id"),
          .inspection = row.get<InspectionId>("inspection_id"),
          .number = row.get<int>("number"),
          .details = details_of(row),
          .recorded_by = row.get<std::optional<PersonId>>("recorded_by"),
          .recorded_at = row.get<Timestamp>("recorded_at"),
          .format = row.get<Format>("format"),
          .file_name = row.get<std::optional<std::string>>("file_name"),
          .file_digest = row.get<std::optional<std::string>>("file_digest"),
          .text_digest = row.get<std::string>("text_digest"),
          .length = row.get<std::int64_t>("length"),
          .replaces = row.get<std::optional<DocumentId>>("replaces_id")};
}

Extract extract_of(const sql::Row& row) {
  return {.id = row.get<ExtractId>("id"),
          .document = row.get<DocumentId>("document_id"),
          .range = {row.get<std::int64_t>("begin_at"), row.get<std::int64_t>("end_at")},
          .marked_by = row.get<std::optional<PersonId>>("marked_by"),
          .marked_at = row.get<Timestamp>("marked_at")};
}

}  // namespace

constexpr sql::Query kNextNumber{"evidence.next_number", R"sql(
select coalesce(max(number), 0) + 1 as number from document where inspection_id = $inspection
)sql"};

int next_number(sql::Reader& reader, InspectionId inspection) {
  return reader.read(kNextNumber, {{"inspection", inspection}}).front().get<int>("number");
}

constexpr sql::Query kInsertDocument{"evidence.insert_document", R"sql(
insert into document (inspection_id, number, kind, title, dated, recorded_by, recorded_at, format, file_name,
                      file_digest, file_bytes, text_digest, length, replaces_id)
values ($inspection, $number, $kind, $title, $dated, $recorded_by, $recorded_at, $format, $file_name,
        $file_digest, $file_bytes, $text_digest, $length, $replaces)
returning id
)sql"};

constexpr sql::Query kInsertText{"evidence.insert_text", R"sql(
insert into document_text (document_id, text) values ($document, $text)
)sql"};

DocumentId insert(sql::Transaction& work, const Document& added, const std::string& text,
                  const std::optional<File>& file) {
  std::optional<sql::Bytes> content;
  if (file) content = sql::Bytes{file->content};
  const DocumentId id = work.write(kInsertDocument, {{"inspection", added.inspection},
                                                     {"number", added.number},
                                                     {"kind", added.details.kind},
                                                     {"title", added.details.title},
                                                     {"dated", iso(added.details.dated)},
                                                     {"recorded_by", added.recorded_by},
                                                     {"recorded_at", added.recorded_at},
                                                     {"format", added.format},
                                                     {"file_name", added.file_name},
                                                     {"file_digest", added.file_digest},
                                                     {"file_bytes", content},
                                                     {"text_digest", added.text_digest},
                                                     {"length", added.length},
                                                     {"replaces", added.replaces}})
                            .front()
                            .get<DocumentId>("id");
  work.write(kInsertText, {{"document", id}, {"text", text}});
  return id;
}

constexpr sql::Query kOfFile{"evidence.document_of_file", R"sql(
select id, inspection_id, number, kind, title, dated, recorded_by, recorded_at, format, file_name, file_digest,
       text_digest, length, replaces_id
  from document
 where inspection_id = $inspection and file_digest = $digest
)sql"};

std::optional<Document> of_file(sql::Reader& reader, InspectionId inspection, std::string_view digest) {
  const auto row = reader.read_one(kOfFile, {{"inspection", inspection}, {"digest", digest}});
  return row ? std::optional(document_of(*row)) : std::nullopt;
}

constexpr sql::Query kReplacement{"evidence.number_of_replacement", R"sql(
select number from document where replaces_id = $document
)sql"};

std::optional<int> number_of_replacement(sql::Reader& reader, DocumentId id) {
  const auto row = reader.read_one(kReplacement, {{"document", id}});
  return row ? std::optional(row->get<int>("number")) : std::nullopt;
}

constexpr sql::Query kNumberOf{"evidence.number_of", R"sql(
select number from document where id = $document
)sql"};

std::optional<int> number_of(sql::Reader& reader, DocumentId id) {
  const auto row = reader.read_one(kNumberOf, {{"document", id}});
  return row ? std::optional(row->get<int>("number")) : std::nullopt;
}

constexpr sql::Query kRecorderOf{"evidence.recorder_of", R"sql(
select person.name
  from document d
  join person on person.id = d.recorded_by
 where d.id = $document
)sql"};

std::optional<std::string> recorder_of(sql::Reader& reader, DocumentId id) {
  const auto row = reader.read_one(kRecorderOf, {{"document", id}});
  return row ? std::optional(row->get<std::string>("name")) : std::nullopt;
}

constexpr sql::Query kVisibleDocument{"evidence.visible_document", R"sql(
select d.id, d.inspection_id, d.number, d.kind, d.title, d.dated, d.recorded_by, d.recorded_at, d.format,
       d.file_name, d.file_digest, d.text_digest, d.length, d.replaces_id
  from inspection i
  join document d on d.inspection_id = i.id
 where i.key = $inspection_key
   and d.number = cast($number as bigint)
   and (cast($viewer as bigint) is null
        or i.id in (select inspection_id
                      from inspection_permission
                     where person_id = $viewer and permission = 'see-evidence'))
)sql"};

std::optional<Document> visible_document(sql::Reader& reader, const people::Actor& actor,
                                         std::string_view inspection_key, std::int64_t number) {
  const auto row = reader.read_one(
      kVisibleDocument, {{"viewer", actor.person}, {"inspection_key", inspection_key}, {"number", number}});
  return row ? std::optional(document_of(*row)) : std::nullopt;
}

constexpr sql::Query kCountOfInspection{"evidence.count_documents", R"sql(
select count(*) as total
  from document
 where inspection_id = $inspection
   and (cast($viewer as bigint) is null
        or inspection_id in (select inspection_id
                               from inspection_permission
                              where person_id = $viewer and permission = 'see-evidence'))
)sql"};

constexpr sql::Query kOfInspection{"evidence.documents_of_inspection", R"sql(
select d.number, d.kind, d.title, d.dated, d.format, d.length, d.recorded_at, person.name as recorded_by,
       later.number as replaced_by,
       (select count(*) from extract e where e.document_id = d.id) as extracts
  from document d
  left join person on person.id = d.recorded_by
  left join document later on later.replaces_id = d.id
 where d.inspection_id = $inspection
   and (cast($viewer as bigint) is null
        or d.inspection_id in (select inspection_id
                                 from inspection_permission
                                where person_id = $viewer and permission = 'see-evidence'))
 order by d.number
 limit $limit offset $offset
)sql"};

Page<DocumentLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                                 std::int64_t page_number) {
  const auto total = reader.read(kCountOfInspection, {{"inspection", inspection}, {"viewer", actor.person}})
                         .front()
                         .get<std::int64_t>("total");
  const Cut cut = cut_of(total, page_number, kDocumentsOnAPage);
  std::vector<DocumentLine> lines;
  for (const sql::Row& row : reader.read(kOfInspection, {{"inspection", inspection},
                                                         {"viewer", actor.person},
                                                         {"limit", cut.size},
                                                         {"offset", cut.offset}}))
    lines.push_back({.number = row.get<int>("number"),
                     .details = details_of(row),
                     .format = row.get<Format>("format"),
                     .length = row.get<std::int64_t>("length"),
                     .recorded_by = row.get<std::optional<std::string>>("recorded_by"),
                     .recorded_at = row.get<Timestamp>("recorded_at"),
                     .extracts = row.get<std::int64_t>("extracts"),
                     .replaced_by = row.get<std::optional<int>>("replaced_by")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kTextOf{"evidence.text_of", R"sql(
select text from document_text where document_id = $document
)sql"};

std::string text_of(sql::Reader& reader, DocumentId id) {
  return reader.read(kTextOf, {{"document", id}}).front().get<std::string>("text");
}

constexpr sql::Query kFileOf{"evidence.file_of", R"sql(
select file_bytes from document where id = $document
)sql"};

std::optional<std::string> file_of(sql::Reader& reader, DocumentId id) {
  auto bytes = reader.read(kFileOf, {{"document", id}}).front().get<std::optional<sql::Bytes>>("file_bytes");
  return bytes ? std::optional(std::move(bytes->content)) : std::nullopt;
}

constexpr sql::Query kExtractsOf{"evidence.extracts_of", R"sql(
select id, document_id, begin_at, end_at, marked_by, marked_at
  from extract
 where document_id = $document
 order by begin_at, end_at
)sql"};

std::vector<Extract> extracts_of(sql::Reader& reader, DocumentId id) {
  std::vector<Extract> extracts;
  for (const sql::Row& row : reader.read(kExtractsOf, {{"document", id}}))
    extracts.push_back(extract_of(row));
  return extracts;
}

constexpr sql::Query kExtractAt{"evidence.extract_at", R"sql(
select id, document_id, begin_at, end_at, marked_by, marked_at
  from extract
 where document_id = $document and begin_at = cast($begin as bigint) and end_at = cast($end as bigint)
)sql"};

std::optional<Extract> extract_at(sql::Reader& reader, DocumentId id, const Range& range) {
  const auto row =
      reader.read_one(kExtractAt, {{"document", id}, {"begin", range.begin}, {"end", range.end}});
  return row ? std::optional(extract_of(*row)) : std::nullopt;
}

constexpr sql::Query kInsertExtract{"evidence.insert_extract", R"sql(
insert into extract (document_id, begin_at, end_at, marked_by, marked_at)
values ($document, $begin, $end, $marked_by, $marked_at)
returning id
)sql"};

ExtractId insert(sql::Transaction& work, const Extract& added) {
  return work
      .write(kInsertExtract, {{"document", added.document},
                              {"begin", added.range.begin},
                              {"end", added.range.end},
                              {"marked_by", added.marked_by},
                              {"marked_at", added.marked_at}})
      .front()
      .get<ExtractId>("id");
}

constexpr sql::Query kVisiblePassage{"evidence.visible_passage", R"sql(
select e.id, e.document_id, e.begin_at, e.end_at, d.number, d.text_digest, i.id as inspection_id, i.key, i.title,
       i.programme_id, i.origin, i.stage, later.number as replaced_by, words.text
  from extract e
  join document d on d.id = e.document_id
  join inspection_now i on i.id = d.inspection_id
  left join document later on later.replaces_id = d.id
  left join document_text words on words.document_id = d.id
 where e.id = $extract
   and (cast($viewer as bigint) is null
        or i.id in (select inspection_id
                      from inspection_permission
                     where person_id = $viewer and permission = 'see-evidence'))
)sql"};

std::optional<PassageInText> visible_passage(sql::Reader& reader, const people::Actor& actor,
                                             ExtractId extract) {
  const auto row = reader.read_one(kVisiblePassage, {{"viewer", actor.person}, {"extract", extract}});
  if (!row) return std::nullopt;
  return PassageInText{
      .passage = {.extract = row->get<ExtractId>("id"),
                  .document = row->get<DocumentId>("document_id"),
                  .document_number = row->get<int>("number"),
                  .range = {row->get<std::int64_t>("begin_at"), row->get<std::int64_t>("end_at")},
                  .inspection = row->get<InspectionId>("inspection_id"),
                  .inspection_key = row->get<std::string>("key"),
                  .inspection_title = row->get<std::string>("title"),
                  .programme = row->get<programme::ProgrammeId>("programme_id"),
                  .origin = row->get<inspection::Origin>("origin"),
                  .stage = row->get<std::optional<inspection::Stage>>("stage"),
                  .replaced_by = row->get<std::optional<int>>("replaced_by"),
                  .words = std::nullopt},
      .text_digest = row->get<std::string>("text_digest"),
      .text = row->get<std::optional<std::string>>("text")};
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kNextNumber,        kInsertDocument, kInsertText,    kOfFile,
                                       kReplacement,       kNumberOf,       kRecorderOf,    kVisibleDocument,
                                       kCountOfInspection, kOfInspection,   kTextOf,        kFileOf,
                                       kExtractsOf,        kExtractAt,      kInsertExtract, kVisiblePassage};
  return all;
}

}  // namespace sightline::evidence::documents
