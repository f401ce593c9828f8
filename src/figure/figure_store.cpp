// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure_store.h"

#include <limits>

namespace sightline::figure::figures {

namespace {

StoredFigure figure_of(const sql::Row& row) {
  return {.id = row.get<FigureId>("id"),
          .key = row.get<std::string>("key"),
          .revision = row.get<int>("revision"),
          .title = row.get<std::string>("title"),
          .alternative_text = row.get<std::string>("alternative_text"),
          .definition = row.get<std::string>("definition")};
}

}  // namespace

constexpr sql::Query kCount{"figure.count", R"sql(
select count(*) as total from figure where programme_id = $programme
)sql"};

constexpr sql::Query kPage{"figure.page", R"sql(
select f.id, f.key, f.revision, r.title, r.alternative_text, r.definition
  from figure f
  join figure_revision r on r.figure_id = f.id and r.revision = f.revision
 where f.programme_id = $programme
 order by f.key
 limit $limit offset $offset
)sql"};

namespace {

std::vector<StoredFigure> lines(sql::Reader& reader, programme::ProgrammeId programme, int limit,
                                std::int64_t offset) {
  std::vector<StoredFigure> figures;
  for (const sql::Row& row :
       reader.read(kPage, {{"programme", programme}, {"limit", limit}, {"offset", offset}}))
    figures.push_back(figure_of(row));
  return figures;
}

}  // namespace

Page<StoredFigure> page(sql::Reader& reader, programme::ProgrammeId programme, std::int64_t number,
                        int size) {
  const auto total = reader.read(kCount, {{"programme", programme}}).front().get<std::int64_t>("total");
  const Cut cut = cut_of(total, number, size);
  return page_of(cut, lines(reader, programme, cut.size, cut.offset));
}

std::vector<StoredFigure> all(sql::Reader& reader, programme::ProgrammeId programme) {
  return lines(reader, programme, std::numeric_limits<int>::max(), 0);
}

constexpr sql::Query kFind{"figure.find", R"sql(
select f.id, f.key, f.revision, r.title, r.alternative_text, r.definition
  from figure f
  join figure_revision r on r.figure_id = f.id and r.revision = f.revision
 where f.programme_id = $programme
   and f.key = $key
)sql"};

std::optional<StoredFigure> find(sql::Reader& reader, programme::ProgrammeId programme,
                                 std::string_view key) {
  const auto row = reader.read_one(kFind, {{"programme", programme}, {"key", key}});
  return row ? std::optional(figure_of(*row)) : std::nullopt;
}

constexpr sql::Query kInsert{"figure.insert", R"sql(
insert into figure (programme_id, key, revision) values ($programme, $key, $revision) returning id
)sql"};

constexpr sql::Query kInsertRevision{"figure.insert_revision", R"sql(
insert into figure_revision (figure_id, revision, title, alternative_text, definition, person_id, recorded_at)
values ($figure, $revision, $title, $alternative_text, $definition, $person, $now)
)sql"};

namespace {

void insert_revision(sql::Transaction& work, FigureId id, const StoredFigure& figure,
                     std::optional<people::PersonId> by, Timestamp now) {
  work.write(kInsertRevision, {{"figure", id},
                               {"revision", figure.revision},
                               {"title", figure.title},
                               {"alternative_text", figure.alternative_text},
                               {"definition", figure.definition},
                               {"person", by},
                               {"now", now}});
}

}  // namespace

FigureId insert(sql::Transaction& work, programme::ProgrammeId programme, const StoredFigure& figure,
                std::optional<people::PersonId> by, Timestamp now) {
  const auto id =
      work.write(kInsert, {{"programme", programme}, {"key", figure.key}, {"revision", figure.revision}})
          .front()
          .get<FigureId>("id");
  insert_revision(work, id, figure, by, now);
  return id;
}

constexpr sql::Query kRevise{"figure.revise", R"sql(
update figure set revision = $revision where id = $figure
)sql"};

void revise(sql::Transaction& work, const StoredFigure& figure, std::optional<people::PersonId> by,
            Timestamp now) {
  work.write(kRevise, {{"figure", figure.id}, {"revision", figure.revision}});
  insert_revision(work, figure.id, figure, by, now);
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kCount, kPage, kFind, kInsert, kInsertRevision, kRevise};
  return all;
}

}  // namespace sightline::figure::figures
