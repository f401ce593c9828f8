// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/published_total_store.h"

namespace sightline::assessment::published_totals {

namespace {

std::optional<Period> period_of(const sql::Row& row) {
  const auto text = row.get<std::optional<std::string>>("period");
  if (!text) return std::nullopt;
  const std::optional<Period> period = Period::from_iso(*text);
  if (!period) throw sql::Error("published_total.period holds no period");
  return period;
}

Stored stored_of(const sql::Row& row, const ScaleByKey& scale_by_key) {
  return {.id = row.get<PublishedTotalId>("id"),
          .published = {.key = row.get<std::string>("key"),
                        .body_name = row.get<std::string>("body_name"),
                        .body = row.get<std::optional<people::OrganisationId>>("body_id"),
                        .inspection = row.get<std::optional<inspection::InspectionId>>("inspection_id"),
                        .period = period_of(row),
                        .scale = scale_by_key(row.get<std::string>("scale_key")),
                        .assessor = row.get<PublishedAssessor>("assessor"),
                        .sample = row.get<std::optional<PublishedSample>>("sample"),
                        .case_kind = row.get<std::string>("case_kind"),
                        .counts = {},
                        .worst_two_together = row.get<std::optional<int>>("worst_two_together"),
                        .total = row.get<std::optional<int>>("total"),
                        .total_as_reported = row.get<std::string>("total_as_reported"),
                        .best_percent = row.get<std::optional<int>>("best_percent"),
                        .source = {row.get<std::string>("source"), row.get<SourceType>("source_type")},
                        .note = row.get<std::string>("note")}};
}

}  // namespace

constexpr sql::Query kInsert{"assessment.insert_published_total", R"sql(
insert into published_total (key, body_name, body_id, inspection_id, period, scale_key, assessor, sample, case_kind,
                             worst_two_together, total, total_as_reported, best_percent, source, source_type, note)
values ($key, $body_name, $body_id, $inspection_id, $period, $scale_key, $assessor, $sample, $case_kind,
        $worst_two_together, $total, $total_as_reported, $best_percent, $source, $source_type, $note)
returning id
)sql"};

constexpr sql::Query kInsertGrade{"assessment.insert_published_total_grade", R"sql(
insert into published_total_grade (published_total_id, rank, count)
values ($published_total_id, $rank, $count)
)sql"};

PublishedTotalId insert(sql::Transaction& work, const PublishedTotal& published) {
  const std::optional<std::string> period =
      published.period ? std::optional(published.period->iso()) : std::nullopt;
  const auto id = work.write(kInsert, {{"key", published.key},
                                       {"body_name", published.body_name},
                                       {"body_id", published.body},
                                       {"inspection_id", published.inspection},
                                       {"period", period},
                                       {"scale_key", published.scale.key},
                                       {"assessor", published.assessor},
                                       {"sample", published.sample},
                                       {"case_kind", published.case_kind},
                                       {"worst_two_together", published.worst_two_together},
                                       {"total", published.total},
                                       {"total_as_reported", published.total_as_reported},
                                       {"best_percent", published.best_percent},
                                       {"source", published.source.text},
                                       {"source_type", published.source.type},
                                       {"note", published.note}})
                      .front()
                      .get<PublishedTotalId>("id");
  int rank = 0;
  for (const std::optional<int>& count : published.counts)
    work.write(kInsertGrade, {{"published_total_id", id}, {"rank", ++rank}, {"count", count}});
  return id;
}

constexpr sql::Query kGrades{"assessment.published_total_grades", R"sql(
select count
  from published_total_grade
 where published_total_id = $published_total_id
 order by rank
)sql"};

namespace {

Stored with_counts(sql::Reader& reader, Stored stored) {
  for (const sql::Row& row : reader.read(kGrades, {{"published_total_id", stored.id}}))
    stored.published.counts.push_back(row.get<std::optional<int>>("count"));
  return stored;
}

}  // namespace

constexpr sql::Query kFind{"assessment.published_total_by_key", R"sql(
select id, key, body_name, body_id, inspection_id, period, scale_key, assessor, sample, case_kind,
       worst_two_together, total, total_as_reported, best_percent, source, source_type, note
  from published_total
 where key = $key
)sql"};

std::optional<Stored> find(sql::Reader& reader, std::string_view key, const ScaleByKey& scale_by_key) {
  const std::optional<sql::Row> row = reader.read_one(kFind, {{"key", key}});
  if (!row) return std::nullopt;
  return with_counts(reader, stored_of(*row, scale_by_key));
}

constexpr sql::Query kAll{"assessment.published_totals", R"sql(
select id, key, body_name, body_id, inspection_id, period, scale_key, assessor, sample, case_kind,
       worst_two_together, total, total_as_reported, best_percent, source, source_type, note
  from published_total
 order by id
)sql"};

std::vector<Stored> all(sql::Reader& reader, const ScaleByKey& scale_by_key) {
  std::vector<Stored> found;
  for (const sql::Row& row : reader.read(kAll))
    found.push_back(with_counts(reader, stored_of(row, scale_by_key)));
  return found;
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all_queries[] = {kInsert, kInsertGrade, kGrades, kFind, kAll};
  return all_queries;
}

}  // namespace sightline::assessment::published_totals
