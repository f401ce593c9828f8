// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/report_store.h"

#include "platform/sql/containing.h"
#include "platform/sql/paged.h"

namespace sightline::report::reports {

namespace {

SectionText text_of(const sql::Row& row) {
  return {row.get<std::string>("title"), row.get<std::string>("markdown")};
}

Section section_of(const sql::Row& row) {
  return {.id = row.get<SectionId>("id"),
          .number = row.get<int>("number"),
          .position = row.get<int>("position"),
          .revision = row.get<int>("revision"),
          .title = row.get<std::string>("title"),
          .markdown = row.get<std::string>("markdown")};
}

}  // namespace

constexpr sql::Query kFind{"report.find", R"sql(
select r.id, r.programme_id, r.key, r.revision, v.title, v.subtitle, v.summary
  from report r
  join report_revision v on v.report_id = r.id and v.revision = r.revision
 where (cast($id as bigint) is null or r.id = $id)
   and (cast($programme as bigint) is null or r.programme_id = $programme)
   and (cast($key as text) is null or r.key = $key)
)sql"};

constexpr sql::Query kSections{"report.sections", R"sql(
select s.id, s.number, s.position, s.revision, v.title, v.markdown
  from report_section s
  join report_section_revision v on v.section_id = s.id and v.revision = s.revision
 where s.report_id = $report and s.removed_at is null
 order by s.position, s.number
)sql"};

namespace {

std::optional<Report> found(sql::Reader& reader, sql::Binds asked) {
  const std::optional<sql::Row> row = reader.read_one(kFind, asked);
  if (!row) return std::nullopt;
  Report report{.id = row->get<ReportId>("id"),
                .programme = row->get<ProgrammeId>("programme_id"),
                .key = row->get<std::string>("key"),
                .revision = row->get<int>("revision"),
                .title = row->get<std::string>("title"),
                .subtitle = row->get<std::string>("subtitle"),
                .summary = row->get<std::string>("summary"),
                .sections = {}};
  for (const sql::Row& section : reader.read(kSections, {{"report", report.id}}))
    report.sections.push_back(section_of(section));
  return report;
}

}  // namespace

std::optional<Report> find(sql::Reader& reader, ProgrammeId programme, std::string_view key) {
  return found(reader, {{"id", std::nullopt}, {"programme", programme}, {"key", key}});
}

std::optional<Report> find(sql::Reader& reader, ReportId id) {
  return found(reader, {{"id", id}, {"programme", std::nullopt}, {"key", std::nullopt}});
}

constexpr sql::Query kList{"report.list", R"sql(
select r.key, v.title, v.subtitle, count(*) over () as total,
       (select count(*) from report_section s where s.report_id = r.id and s.removed_at is null) as sections
  from report r
  join report_revision v on v.report_id = r.id and v.revision = r.revision
 where r.programme_id = $programme
 order by r.id desc
 limit $limit offset $offset
)sql"};

Page<Line> list(sql::Reader& reader, ProgrammeId programme, std::int64_t page_number, int size) {
  const auto [cut, rows] = sql::paged(page_number, size, [&](std::int64_t offset) {
    return reader.read(kList, {{"programme", programme}, {"limit", size}, {"offset", offset}});
  });
  std::vector<Line> lines;
  for (const sql::Row& row : rows)
    lines.push_back({row.get<std::string>("key"), row.get<std::string>("title"),
                     row.get<std::string>("subtitle"), row.get<std::int64_t>("sections")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kInsert{"report.insert", R"sql(
insert into report (programme_id, key, revision) values ($programme, $key, 1) returning id
)sql"};

constexpr sql::Query kInsertRevision{"report.insert_revision", R"sql(
insert into report_revision (report_id, revision, title, subtitle, summary, person_id, recorded_at)
values ($report, $revision, $title, $subtitle, $summary, $person, $now)
)sql"};

namespace {

void insert_revision(sql::Transaction& work, ReportId id, const Report& report, const Recording& by) {
  work.write(kInsertRevision, {{"report", id},
                               {"revision", report.revision},
                               {"title", report.title},
                               {"subtitle", report.subtitle},
                               {"summary", report.summary},
                               {"person", by.person},
                               {"now", by.now}});
}

}  // namespace

ReportId insert(sql::Transaction& work, const Report& report, const Recording& by) {
  const auto id =
      work.write(kInsert, {{"programme", report.programme}, {"key", report.key}}).front().get<ReportId>("id");
  insert_revision(work, id, report, by);
  return id;
}

constexpr sql::Query kRevise{"report.revise", R"sql(
update report set revision = $revision where id = $report
)sql"};

void revise(sql::Transaction& work, const Report& revised, const Recording& by) {
  work.write(kRevise, {{"report", revised.id}, {"revision", revised.revision}});
  insert_revision(work, revised.id, revised, by);
}

constexpr sql::Query kInsertSection{"report.insert_section", R"sql(
insert into report_section (report_id, number, position, revision)
values ($report, (select coalesce(max(number), 0) + 1 from report_section where report_id = $report),
        (select count(*) + 1 from report_section where report_id = $report and removed_at is null), 1)
returning id, number, position
)sql"};

constexpr sql::Query kInsertSectionRevision{"report.insert_section_revision", R"sql(
insert into report_section_revision (section_id, revision, title, markdown, person_id, recorded_at)
values ($section, $revision, $title, $markdown, $person, $now)
)sql"};

namespace {

void insert_revision(sql::Transaction& work, const Section& section, const Recording& by) {
  work.write(kInsertSectionRevision, {{"section", section.id},
                                      {"revision", section.revision},
                                      {"title", section.title},
                                      {"markdown", section.markdown},
                                      {"person", by.person},
                                      {"now", by.now}});
}

}  // namespace

Section insert_section(sql::Transaction& work, ReportId report, const SectionText& text,
                       const Recording& by) {
  const sql::Row row = work.write(kInsertSection, {{"report", report}}).front();
  const Section section{.id = row.get<SectionId>("id"),
                        .number = row.get<int>("number"),
                        .position = row.get<int>("position"),
                        .revision = 1,
                        .title = text.title,
                        .markdown = text.markdown};
  insert_revision(work, section, by);
  return section;
}

constexpr sql::Query kReviseSection{"report.revise_section", R"sql(
update report_section set revision = $revision where id = $section
)sql"};

void revise_section(sql::Transaction& work, const Section& revised, const Recording& by) {
  work.write(kReviseSection, {{"section", revised.id}, {"revision", revised.revision}});
  insert_revision(work, revised, by);
}

constexpr sql::Query kPlaceSection{"report.place_section", R"sql(
update report_section set position = $position where id = $section
)sql"};

void place_section(sql::Transaction& work, SectionId section, int position) {
  work.write(kPlaceSection, {{"section", section}, {"position", position}});
}

constexpr sql::Query kRemoveSection{"report.remove_section", R"sql(
update report_section
   set removed_at = $now, removed_by = $person, removal_reason = $reason
 where id = $section
)sql"};

constexpr sql::Query kCloseGap{"report.close_gap", R"sql(
update report_section
   set position = position - 1
 where report_id = $report and removed_at is null and position > $position
)sql"};

void remove_section(sql::Transaction& work, ReportId report, const Section& section, std::string_view reason,
                    const Recording& by) {
  work.write(kRemoveSection,
             {{"section", section.id}, {"now", by.now}, {"person", by.person}, {"reason", reason}});
  work.write(kCloseGap, {{"report", report}, {"position", section.position}});
}

constexpr sql::Query kSetAside{"report.set_aside", R"sql(
insert into report_section_set_aside (section_id, base_revision, over_revision, title, markdown, person_id,
                                      set_aside_at)
values ($section, $based_on, $over, $title, $markdown, $person, $now)
)sql"};

void set_aside(sql::Transaction& work, SectionId section, int based_on, int over, const SectionText& text,
               const Recording& by) {
  work.write(kSetAside, {{"section", section},
                         {"based_on", based_on},
                         {"over", over},
                         {"title", text.title},
                         {"markdown", text.markdown},
                         {"person", by.person},
                         {"now", by.now}});
}

constexpr sql::Query kFindKept{"report.find_kept", R"sql(
select s.id, s.number, s.revision, v.title, s.removed_at, s.removal_reason, person.name as removed_by_name
  from report_section s
  join report_section_revision v on v.section_id = s.id and v.revision = s.revision
  left join person on person.id = s.removed_by
 where s.report_id = $report and s.number = $number
)sql"};

namespace {

RemovedSection removed_of(const sql::Row& row) {
  return {.number = row.get<int>("number"),
          .title = row.get<std::string>("title"),
          .reason = row.get<std::string>("removal_reason"),
          .by = row.get<std::optional<std::string>>("removed_by_name"),
          .removed_at = row.get<Timestamp>("removed_at")};
}

}  // namespace

std::optional<Kept> find_kept(sql::Reader& reader, ReportId report, int number) {
  const auto row = reader.read_one(kFindKept, {{"report", report}, {"number", number}});
  if (!row) return std::nullopt;
  Kept kept{row->get<SectionId>("id"), row->get<int>("revision"), row->get<std::string>("title"), {}};
  if (row->get<std::optional<Timestamp>>("removed_at")) kept.removed = removed_of(*row);
  return kept;
}

constexpr sql::Query kRemoved{"report.removed", R"sql(
select s.number, v.title, s.removed_at, s.removal_reason, person.name as removed_by_name,
       count(*) over () as total
  from report_section s
  join report_section_revision v on v.section_id = s.id and v.revision = s.revision
  left join person on person.id = s.removed_by
 where s.report_id = $report and s.removed_at is not null
 order by s.removed_at desc, s.number desc
 limit $limit offset $offset
)sql"};

Page<RemovedSection> removed(sql::Reader& reader, ReportId report, std::int64_t page_number, int size) {
  const auto [cut, rows] = sql::paged(page_number, size, [&](std::int64_t offset) {
    return reader.read(kRemoved, {{"report", report}, {"limit", size}, {"offset", offset}});
  });
  std::vector<RemovedSection> sections;
  for (const sql::Row& row : rows) sections.push_back(removed_of(row));
  return page_of(cut, std::move(sections));
}

constexpr sql::Query kRevisions{"report.revisions", R"sql(
select v.revision, v.title, length(v.markdown) as characters, person.name as by_name, v.recorded_at,
       count(*) over () as total
  from report_section_revision v
  left join person on person.id = v.person_id
 where v.section_id = $section
 order by v.revision desc
 limit $limit offset $offset
)sql"};

Page<RevisionLine> revisions(sql::Reader& reader, SectionId section, std::int64_t page_number, int size) {
  const auto [cut, rows] = sql::paged(page_number, size, [&](std::int64_t offset) {
    return reader.read(kRevisions, {{"section", section}, {"limit", size}, {"offset", offset}});
  });
  std::vector<RevisionLine> lines;
  for (const sql::Row& row : rows)
    lines.push_back({.revision = row.get<int>("revision"),
                     .title = row.get<std::string>("title"),
                     .length = static_cast<std::size_t>(row.get<std::int64_t>("characters")),
                     .by = row.get<std::optional<std::string>>("by_name"),
                     .recorded_at = row.get<Timestamp>("recorded_at")});
  return page_of(cut, std::move(lines));
}

constexpr sql::Query kFindRevision{"report.find_revision", R"sql(
select v.revision, v.title, v.markdown, person.name as by_name, v.recorded_at
  from report_section_revision v
  left join person on person.id = v.person_id
 where v.section_id = $section and v.revision = $revision
)sql"};

std::optional<SectionRevision> find_revision(sql::Reader& reader, SectionId section, int revision) {
  const auto row = reader.read_one(kFindRevision, {{"section", section}, {"revision", revision}});
  if (!row) return std::nullopt;
  return SectionRevision{row->get<int>("revision"), text_of(*row),
                         row->get<std::optional<std::string>>("by_name"), row->get<Timestamp>("recorded_at")};
}

constexpr sql::Query kTextsSetAside{"report.texts_set_aside", R"sql(
select a.base_revision, a.over_revision, a.title, a.markdown, person.name as by_name, a.set_aside_at,
       count(*) over () as total
  from report_section_set_aside a
  left join person on person.id = a.person_id
 where a.section_id = $section
 order by a.id desc
 limit $limit offset $offset
)sql"};

Page<SetAside> texts_set_aside(sql::Reader& reader, SectionId section, std::int64_t page_number, int size) {
  const auto [cut, rows] = sql::paged(page_number, size, [&](std::int64_t offset) {
    return reader.read(kTextsSetAside, {{"section", section}, {"limit", size}, {"offset", offset}});
  });
  std::vector<SetAside> texts;
  for (const sql::Row& row : rows)
    texts.push_back({.based_on = row.get<int>("base_revision"),
                     .overtaken_by = row.get<int>("over_revision"),
                     .text = text_of(row),
                     .by = row.get<std::optional<std::string>>("by_name"),
                     .recorded_at = row.get<Timestamp>("set_aside_at")});
  return page_of(cut, std::move(texts));
}

constexpr sql::Query kFiguresNamed{"report.figures_named", R"sql(
select f.key, v.title, count(*) over () as total
  from figure f
  join figure_revision v on v.figure_id = f.id and v.revision = f.revision
 where f.programme_id = $programme
   and (f.key like $wanted escape '\' or lower(v.title) like $wanted escape '\')
 order by f.key
 limit $limit offset $offset
)sql"};

Page<FigureName> figures_named(sql::Reader& reader, ProgrammeId programme, std::string_view wanted,
                               std::int64_t page_number, int size) {
  const std::string pattern = sql::containing(wanted);
  const auto [cut, rows] = sql::paged(page_number, size, [&](std::int64_t offset) {
    return reader.read(kFiguresNamed,
                       {{"programme", programme}, {"wanted", pattern}, {"limit", size}, {"offset", offset}});
  });
  std::vector<FigureName> figures;
  for (const sql::Row& row : rows)
    figures.push_back({row.get<std::string>("key"), row.get<std::string>("title")});
  return page_of(cut, std::move(figures));
}

constexpr sql::Query kQuoted{"report.quoted", R"sql(
select extract_id, quoted_by from report_quotation where report_id = $report order by extract_id
)sql"};

std::map<evidence::ExtractId, std::optional<PersonId>> quoted(sql::Reader& reader, ReportId report) {
  std::map<evidence::ExtractId, std::optional<PersonId>> extracts;
  for (const sql::Row& row : reader.read(kQuoted, {{"report", report}}))
    extracts.emplace(row.get<evidence::ExtractId>("extract_id"),
                     row.get<std::optional<PersonId>>("quoted_by"));
  return extracts;
}

constexpr sql::Query kInsertQuotation{"report.insert_quotation", R"sql(
insert into report_quotation (report_id, extract_id, quoted_by, quoted_at)
values ($report, $extract, $person, $now)
)sql"};

void insert_quotation(sql::Transaction& work, ReportId report, evidence::ExtractId extract,
                      const Recording& by) {
  work.write(kInsertQuotation,
             {{"report", report}, {"extract", extract}, {"person", by.person}, {"now", by.now}});
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {
      kFind,           kSections,      kList,          kInsert,
      kInsertRevision, kRevise,        kInsertSection, kInsertSectionRevision,
      kReviseSection,  kPlaceSection,  kRemoveSection, kCloseGap,
      kSetAside,       kFindKept,      kRemoved,       kRevisions,
      kFindRevision,   kTextsSetAside, kFiguresNamed,  kQuoted,
      kInsertQuotation};
  return all;
}

}  // namespace sightline::report::reports
