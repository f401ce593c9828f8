// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/evaluation_store.h"

#include "platform/sql/paged.h"

namespace sightline::evaluation::evaluations {

namespace {

std::optional<Withdrawal> withdrawal_of(const sql::Row& row) {
  const auto at = row.get<std::optional<Timestamp>>("withdrawn_at");
  if (!at) return std::nullopt;
  return Withdrawal{*at, row.get<std::string>("withdrawal_reason")};
}

Evaluation evaluation_of(const sql::Row& row) {
  return {.id = row.get<EvaluationId>("id"),
          .publication = row.get<PublicationId>("publication_id"),
          .number = row.get<int>("number"),
          .details = {.title = row.get<std::string>("title"),
                      .evaluator = row.get<std::string>("evaluator"),
                      .published_on = row.get<Date>("published_on"),
                      .summary = row.get<std::string>("summary")},
          .format = row.get<Format>("format"),
          .file_name = row.get<std::optional<std::string>>("file_name"),
          .digest = row.get<std::string>("digest"),
          .size = row.get<std::int64_t>("size"),
          .attached_by = row.get<std::optional<PersonId>>("attached_by"),
          .attached_at = row.get<Timestamp>("attached_at"),
          .withdrawn = withdrawal_of(row)};
}

}  // namespace

// None is ever deleted, so their count is the last number given.
constexpr sql::Query kNextNumber{"evaluation.next_number", R"sql(
select count(*) + 1 as number from evaluation where publication_id = $publication
)sql"};

int next_number(sql::Reader& reader, PublicationId publication) {
  return reader.read_one(kNextNumber, {{"publication", publication}})->get<int>("number");
}

constexpr sql::Query kInsert{"evaluation.insert", R"sql(
insert into evaluation (publication_id, number, title, evaluator, published_on, summary, format, file_name,
                        digest, size, attached_by, attached_at)
values ($publication, $number, $title, $evaluator, $published_on, $summary, $format, $file_name,
        $digest, $size, $attached_by, $attached_at)
returning id
)sql"};

constexpr sql::Query kInsertContent{"evaluation.insert_content", R"sql(
insert into evaluation_content (evaluation_id, bytes) values ($evaluation, $bytes)
)sql"};

EvaluationId insert(sql::Transaction& work, const Evaluation& evaluation, const std::string& bytes) {
  const auto id = work.write(kInsert, {{"publication", evaluation.publication},
                                       {"number", evaluation.number},
                                       {"title", evaluation.details.title},
                                       {"evaluator", evaluation.details.evaluator},
                                       {"published_on", evaluation.details.published_on},
                                       {"summary", evaluation.details.summary},
                                       {"format", evaluation.format},
                                       {"file_name", evaluation.file_name},
                                       {"digest", evaluation.digest},
                                       {"size", evaluation.size},
                                       {"attached_by", evaluation.attached_by},
                                       {"attached_at", evaluation.attached_at}})
                      .front()
                      .get<EvaluationId>("id");
  work.write(kInsertContent, {{"evaluation", id}, {"bytes", sql::Bytes{bytes}}});
  return id;
}

constexpr sql::Query kWithdraw{"evaluation.withdraw", R"sql(
update evaluation
   set withdrawn_at = $at, withdrawn_by = $by, withdrawal_reason = $reason
 where id = $id and withdrawn_at is null
)sql"};

void withdraw(sql::Transaction& work, EvaluationId id, const Withdrawal& withdrawal,
              std::optional<PersonId> by) {
  work.write(kWithdraw, {{"id", id}, {"at", withdrawal.at}, {"by", by}, {"reason", withdrawal.reason}});
}

constexpr sql::Query kFind{"evaluation.find", R"sql(
select id, publication_id, number, title, evaluator, published_on, summary, format, file_name, digest, size,
       attached_by, attached_at, withdrawn_at, withdrawal_reason
  from evaluation
 where publication_id = $publication and number = cast($number as bigint)
)sql"};

std::optional<Evaluation> find(sql::Reader& reader, PublicationId publication, std::int64_t number) {
  const auto row = reader.read_one(kFind, {{"publication", publication}, {"number", number}});
  return row ? std::optional(evaluation_of(*row)) : std::nullopt;
}

constexpr sql::Query kFindContent{"evaluation.find_content", R"sql(
select id, publication_id, number, title, evaluator, published_on, summary, format, file_name, digest, size,
       attached_by, attached_at, withdrawn_at, withdrawal_reason
  from evaluation
 where publication_id = $publication and digest = $digest and withdrawn_at is null
 order by number
 limit 1
)sql"};

std::optional<Evaluation> find_content(sql::Reader& reader, PublicationId publication,
                                       std::string_view digest) {
  const auto row = reader.read_one(kFindContent, {{"publication", publication}, {"digest", digest}});
  return row ? std::optional(evaluation_of(*row)) : std::nullopt;
}

constexpr sql::Query kOfPublication{"evaluation.of_publication", R"sql(
select id, publication_id, number, title, evaluator, published_on, summary, format, file_name, digest, size,
       attached_by, attached_at, withdrawn_at, withdrawal_reason, count(*) over () as total
  from evaluation
 where publication_id = $publication
 order by published_on desc, number desc
 limit $limit offset $offset
)sql"};

Page<Evaluation> of_publication(sql::Reader& reader, PublicationId publication, std::int64_t page_number,
                                int page_size) {
  const auto [cut, rows] = sql::paged(page_number, page_size, [&](std::int64_t offset) {
    return reader.read(kOfPublication,
                       {{"publication", publication}, {"limit", page_size}, {"offset", offset}});
  });
  std::vector<Evaluation> items;
  for (const sql::Row& row : rows) items.push_back(evaluation_of(row));
  return page_of(cut, std::move(items));
}

constexpr sql::Query kBytesOf{"evaluation.bytes_of", R"sql(
select bytes from evaluation_content where evaluation_id = $evaluation
)sql"};

std::string bytes_of(sql::Reader& reader, EvaluationId id) {
  return reader.read_one(kBytesOf, {{"evaluation", id}})->get<sql::Bytes>("bytes").content;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kNextNumber, kInsert,      kInsertContent, kWithdraw,
                                       kFind,       kFindContent, kOfPublication, kBytesOf};
  return all;
}

}  // namespace sightline::evaluation::evaluations
