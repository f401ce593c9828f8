// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_store.h"

#include <map>

namespace sightline::publication::editions {

constexpr sql::Query kInsert{"publication.insert_edition", R"sql(
insert into edition (key, publication_id, report_id, programme_id, number, published_on, published_at,
                     journal_position, title, subtitle, summary, press_release, change_note, published_by,
                     pdf_refusal)
values ($key, $publication_id, $report_id, $programme_id, $number, $published_on, $published_at,
        $journal_position, $title, $subtitle, $summary, $press_release, $change_note, $published_by,
        $pdf_refusal)
returning id
)sql"};

EditionId insert(sql::Transaction& work, const Edition& edition) {
  return work
      .write(kInsert, {{"key", edition.key},
                       {"publication_id", edition.publication},
                       {"report_id", edition.report},
                       {"programme_id", edition.programme},
                       {"number", edition.number},
                       {"published_on", edition.published_on},
                       {"published_at", edition.published_at},
                       {"journal_position", edition.journal_position},
                       {"title", edition.title},
                       {"subtitle", edition.subtitle},
                       {"summary", edition.summary},
                       {"press_release", edition.press_release},
                       {"change_note", edition.change_note},
                       {"published_by", edition.published_by},
                       {"pdf_refusal", edition.pdf_refusal}})
      .front()
      .get<EditionId>("id");
}

constexpr sql::Query kInsertSection{"publication.insert_edition_section", R"sql(
insert into edition_section (edition_id, position, section_id, section_revision, title, markdown)
values ($edition_id, $position, $section_id, $section_revision, $title, $markdown)
)sql"};

void insert_section(sql::Transaction& work, EditionId edition, int position, const FrozenSection& section) {
  work.write(kInsertSection, {{"edition_id", edition},
                              {"position", position},
                              {"section_id", section.section},
                              {"section_revision", section.revision},
                              {"title", section.title},
                              {"markdown", section.markdown}});
}

constexpr sql::Query kInsertInput{"publication.insert_edition_input", R"sql(
insert into edition_input (edition_id, number, kind, subject_id, revision)
values ($edition_id, $number, $kind, $subject_id, $revision)
)sql"};

constexpr sql::Query kInsertFigure{"publication.insert_edition_figure", R"sql(
insert into edition_figure (edition_id, key, figure_revision, title, alternative_text, definition, words, value,
                            shown, inputs)
values ($edition_id, $key, $figure_revision, $title, $alternative_text, $definition, $words, $value,
        $shown, $inputs)
)sql"};

void insert_figures(sql::Transaction& work, EditionId edition, std::span<const FigureRow> figures) {
  // Numbered in order, so that the inputs of a figure, which are in order too, make long ranges.
  std::map<figure::Input, int> numbers;
  for (const FigureRow& figure : figures)
    for (const figure::Input& input : figure.inputs) numbers.emplace(input, 0);
  int last = 0;
  for (auto& [input, number] : numbers) {
    number = ++last;
    work.write(kInsertInput, {{"edition_id", edition},
                              {"number", number},
                              {"kind", input.kind},
                              {"subject_id", input.id},
                              {"revision", input.revision}});
  }
  for (const FigureRow& figure : figures) {
    std::vector<int> rests_on;
    rests_on.reserve(figure.inputs.size());
    for (const figure::Input& input : figure.inputs) rests_on.push_back(numbers.at(input));
    work.write(kInsertFigure, {{"edition_id", edition},
                               {"key", figure.key},
                               {"figure_revision", figure.revision},
                               {"title", figure.title},
                               {"alternative_text", figure.alternative_text},
                               {"definition", figure.definition},
                               {"words", figure.words},
                               {"value", figure.value},
                               {"shown", figure.shown},
                               {"inputs", ranges(rests_on)}});
  }
}

constexpr sql::Query kInsertQuotation{"publication.insert_edition_quotation", R"sql(
insert into edition_quotation (edition_id, section_id, extract_id, document_id, begin_at, end_at, words)
values ($edition_id, $section_id, $extract_id, $document_id, $begin, $end, $words)
)sql"};

void insert_quotation(sql::Transaction& work, EditionId edition, const FrozenQuotation& quotation) {
  work.write(kInsertQuotation, {{"edition_id", edition},
                                {"section_id", quotation.section},
                                {"extract_id", quotation.extract},
                                {"document_id", quotation.document},
                                {"begin", quotation.range.begin},
                                {"end", quotation.range.end},
                                {"words", quotation.words}});
}

constexpr sql::Query kInsertRecommendation{"publication.insert_edition_recommendation", R"sql(
insert into edition_recommendation (edition_id, recommendation_id, key, revision, text, term, addressees)
values ($edition_id, $recommendation_id, $key, $revision, $text, $term, $addressees)
)sql"};

void insert_recommendation(sql::Transaction& work, EditionId edition,
                           const FrozenRecommendation& recommendation) {
  work.write(kInsertRecommendation, {{"edition_id", edition},
                                     {"recommendation_id", recommendation.id},
                                     {"key", recommendation.key},
                                     {"revision", recommendation.revision},
                                     {"text", recommendation.details.text},
                                     {"term", recommendation.details.term},
                                     {"addressees", recommendation.addressees}});
}

constexpr sql::Query kInsertFile{"publication.insert_edition_file", R"sql(
insert into edition_file (edition_id, path, media_type, digest, bytes)
values ($edition_id, $path, $media_type, $digest, $bytes)
)sql"};

void insert_file(sql::Transaction& work, EditionId edition, const FileRow& row) {
  work.write(kInsertFile, {{"edition_id", edition},
                           {"path", row.file.path},
                           {"media_type", row.file.media_type},
                           {"digest", row.digest},
                           {"bytes", sql::Bytes{row.file.bytes}}});
}

constexpr sql::Query kEditions{"publication.editions", R"sql(
select e.id, e.key, e.publication_id, p.key as publication_key, e.report_id, e.programme_id,
       m.key as programme_key, m.reality, e.number, e.published_on, e.published_at, e.journal_position, e.title,
       e.subtitle, e.summary, e.press_release, e.change_note, e.published_by, e.pdf_refusal,
       (select max(n.number) from edition n where n.publication_id = e.publication_id) as newest
  from edition e
  join publication p on p.id = e.publication_id
  join programme m on m.id = e.programme_id
 where (cast($key as text) is null or e.key = $key)
   and (cast($report_id as bigint) is null or e.report_id = $report_id)
 order by e.published_on desc, e.id desc
)sql"};

namespace {

Edition edition_of(const sql::Row& row) {
  return {.id = row.get<EditionId>("id"),
          .key = row.get<std::string>("key"),
          .publication = row.get<PublicationId>("publication_id"),
          .publication_key = row.get<std::string>("publication_key"),
          .report = row.get<report::ReportId>("report_id"),
          .programme = row.get<programme::ProgrammeId>("programme_id"),
          .programme_key = row.get<std::string>("programme_key"),
          .reality = row.get<people::Reality>("reality"),
          .number = row.get<int>("number"),
          .published_on = row.get<Date>("published_on"),
          .published_at = row.get<Timestamp>("published_at"),
          .journal_position = row.get<std::int64_t>("journal_position"),
          .title = row.get<std::string>("title"),
          .subtitle = row.get<std::string>("subtitle"),
          .summary = row.get<std::string>("summary"),
          .press_release = row.get<std::string>("press_release"),
          .change_note = row.get<std::string>("change_note"),
          .published_by = row.get<std::optional<journal::PersonId>>("published_by"),
          .pdf_refusal = row.get<std::optional<std::string>>("pdf_refusal"),
          .newest = row.get<int>("newest")};
}

}  // namespace

std::optional<Edition> find(sql::Reader& reader, std::string_view key) {
  const std::optional<sql::Row> row =
      reader.read_one(kEditions, {{"key", key}, {"report_id", std::optional<report::ReportId>()}});
  if (!row) return std::nullopt;
  return edition_of(*row);
}

std::vector<Edition> all(sql::Reader& reader, std::optional<report::ReportId> report) {
  std::vector<Edition> found;
  for (const sql::Row& row :
       reader.read(kEditions, {{"key", std::optional<std::string>()}, {"report_id", report}}))
    found.push_back(edition_of(row));
  return found;
}

constexpr sql::Query kSections{"publication.edition_sections", R"sql(
select section_id, section_revision, title, markdown
  from edition_section
 where edition_id = $edition_id
 order by position
)sql"};

std::vector<FrozenSection> sections_of(sql::Reader& reader, EditionId edition) {
  std::vector<FrozenSection> sections;
  for (const sql::Row& row : reader.read(kSections, {{"edition_id", edition}}))
    sections.push_back({.section = row.get<report::SectionId>("section_id"),
                        .revision = row.get<int>("section_revision"),
                        .title = row.get<std::string>("title"),
                        .markdown = row.get<std::string>("markdown")});
  return sections;
}

constexpr sql::Query kInputs{"publication.edition_inputs", R"sql(
select number, kind, subject_id, revision
  from edition_input
 where edition_id = $edition_id
 order by number
)sql"};

constexpr sql::Query kFigures{"publication.edition_figures", R"sql(
select key, figure_revision, title, alternative_text, definition, words, value, shown, inputs
  from edition_figure
 where edition_id = $edition_id
 order by key
)sql"};

std::vector<FigureRow> figures_of(sql::Reader& reader, EditionId edition) {
  std::map<int, figure::Input> inputs;
  for (const sql::Row& row : reader.read(kInputs, {{"edition_id", edition}}))
    inputs.emplace(row.get<int>("number"), figure::Input{.kind = row.get<figure::Input::Kind>("kind"),
                                                         .id = row.get<std::int64_t>("subject_id"),
                                                         .revision = row.get<int>("revision")});
  std::vector<FigureRow> figures;
  for (const sql::Row& row : reader.read(kFigures, {{"edition_id", edition}})) {
    figures.push_back({.key = row.get<std::string>("key"),
                       .revision = row.get<int>("figure_revision"),
                       .title = row.get<std::string>("title"),
                       .alternative_text = row.get<std::string>("alternative_text"),
                       .definition = row.get<std::string>("definition"),
                       .words = row.get<std::string>("words"),
                       .value = row.get<std::string>("value"),
                       .shown = row.get<std::string>("shown"),
                       .inputs = {}});
    // A number without its row was taken away past the journal; verifying names the figure then.
    for (const int number : numbers_in(row.get<std::string>("inputs")).value_or(std::vector<int>()))
      if (const auto found = inputs.find(number); found != inputs.end())
        figures.back().inputs.push_back(found->second);
  }
  return figures;
}

constexpr sql::Query kQuotations{"publication.edition_quotations", R"sql(
select q.section_id, q.extract_id, q.document_id, q.begin_at, q.end_at, q.words
  from edition_quotation q
  join edition_section s on s.edition_id = q.edition_id and s.section_id = q.section_id
 where q.edition_id = $edition_id
 order by s.position, q.extract_id
)sql"};

std::vector<FrozenQuotation> quotations_of(sql::Reader& reader, EditionId edition) {
  std::vector<FrozenQuotation> quotations;
  for (const sql::Row& row : reader.read(kQuotations, {{"edition_id", edition}}))
    quotations.push_back({.section = row.get<report::SectionId>("section_id"),
                          .extract = row.get<evidence::ExtractId>("extract_id"),
                          .document = row.get<evidence::DocumentId>("document_id"),
                          .range = {row.get<std::int64_t>("begin_at"), row.get<std::int64_t>("end_at")},
                          .words = row.get<std::string>("words")});
  return quotations;
}

constexpr sql::Query kRecommendations{"publication.edition_recommendations", R"sql(
select recommendation_id, key, revision, text, term, addressees
  from edition_recommendation
 where edition_id = $edition_id
 order by recommendation_id
)sql"};

namespace {

FrozenRecommendation recommendation_of(const sql::Row& row) {
  return {.id = row.get<recommendation::RecommendationId>("recommendation_id"),
          .key = row.get<std::string>("key"),
          .revision = row.get<int>("revision"),
          .details = {.text = row.get<std::string>("text"), .term = row.get<recommendation::Term>("term")},
          .addressees = {}};
}

}  // namespace

std::vector<FrozenRecommendation> recommendations_of(sql::Reader& reader, EditionId edition) {
  std::vector<FrozenRecommendation> found;
  for (const sql::Row& row : reader.read(kRecommendations, {{"edition_id", edition}})) {
    found.push_back(recommendation_of(row));
    found.back().addressees = row.get<std::string>("addressees");
  }
  return found;
}

constexpr sql::Query kFileLines{"publication.edition_file_lines", R"sql(
select path, media_type, digest, length(bytes) as size
  from edition_file
 where edition_id = $edition_id
 order by path
)sql"};

std::vector<FileLine> file_lines(sql::Reader& reader, EditionId edition) {
  std::vector<FileLine> lines;
  for (const sql::Row& row : reader.read(kFileLines, {{"edition_id", edition}}))
    lines.push_back({.path = row.get<std::string>("path"),
                     .media_type = row.get<std::string>("media_type"),
                     .digest = row.get<std::string>("digest"),
                     .bytes = row.get<std::int64_t>("size")});
  return lines;
}

constexpr sql::Query kFiles{"publication.edition_files", R"sql(
select path, media_type, digest, bytes
  from edition_file
 where edition_id = $edition_id
   and (cast($path as text) is null or path = $path)
 order by path
)sql"};

namespace {

FileRow file_of(const sql::Row& row) {
  return {.file = {.path = row.get<std::string>("path"),
                   .media_type = row.get<std::string>("media_type"),
                   .bytes = row.get<sql::Bytes>("bytes").content},
          .digest = row.get<std::string>("digest")};
}

}  // namespace

std::vector<FileRow> files_of(sql::Reader& reader, EditionId edition) {
  std::vector<FileRow> files;
  for (const sql::Row& row :
       reader.read(kFiles, {{"edition_id", edition}, {"path", std::optional<std::string>()}}))
    files.push_back(file_of(row));
  return files;
}

std::optional<FileRow> find_file(sql::Reader& reader, EditionId edition, std::string_view path) {
  const std::optional<sql::Row> row = reader.read_one(kFiles, {{"edition_id", edition}, {"path", path}});
  if (!row) return std::nullopt;
  return file_of(*row);
}

constexpr sql::Query kJournalled{"publication.edition_entry", R"sql(
select after_digest
  from journal_entry
 where subject_kind = 'edition' and subject_id = $edition_id
 order by number
 limit 1
)sql"};

std::optional<std::string> journalled_digest(sql::Reader& reader, EditionId edition) {
  const std::optional<sql::Row> row = reader.read_one(kJournalled, {{"edition_id", edition}});
  if (!row) return std::nullopt;
  return row->get<std::string>("after_digest");
}

constexpr sql::Query kPublishable{"publication.publishable_recommendations", R"sql(
select r.id as recommendation_id, r.key, r.revision, r.text, r.term,
       (select count(*)
          from recommendation_finding b
          join finding f on f.id = b.finding_id and f.state = 'agreed'
         where b.recommendation_id = r.id and b.removed_revision is null) as agreed
  from recommendation r
 where r.programme_id = $programme_id
   and r.state = 'settled'
   and ((cast($publication_id as bigint) is null
         and r.id not in (select c.recommendation_id from recommendation_clock c))
        or r.id in (select c.recommendation_id from recommendation_clock c
                     where c.publication_id = cast($publication_id as bigint)))
 order by r.id
)sql"};

constexpr sql::Query kAddressees{"publication.addressees_of_publishable", R"sql(
select a.recommendation_id, o.name
  from recommendation r
  join recommendation_addressee a on a.recommendation_id = r.id and a.removed_revision is null
  join organisation o on o.id = a.organisation_id
 where r.programme_id = $programme_id
   and r.state = 'settled'
 order by a.recommendation_id, o.name
)sql"};

std::vector<Publishable> publishable(sql::Reader& reader, programme::ProgrammeId programme,
                                     std::optional<PublicationId> publication) {
  std::map<recommendation::RecommendationId, std::string> addressees;
  for (const sql::Row& row : reader.read(kAddressees, {{"programme_id", programme}})) {
    std::string& names = addressees[row.get<recommendation::RecommendationId>("recommendation_id")];
    names += (names.empty() ? "" : "; ") + row.get<std::string>("name");
  }
  std::vector<Publishable> found;
  for (const sql::Row& row :
       reader.read(kPublishable, {{"programme_id", programme}, {"publication_id", publication}})) {
    found.push_back({recommendation_of(row), row.get<std::int64_t>("agreed") > 0});
    found.back().recommendation.addressees = addressees[found.back().recommendation.id];
  }
  return found;
}

constexpr sql::Query kInspectorate{"publication.inspectorate", R"sql(
select name
  from organisation
 where kind = 'inspectorate' and reality = $reality
 order by name
 limit 1
)sql"};

std::optional<std::string> inspectorate(sql::Reader& reader, people::Reality reality) {
  const std::optional<sql::Row> row = reader.read_one(kInspectorate, {{"reality", reality}});
  if (!row) return std::nullopt;
  return row->get<std::string>("name");
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all_queries[] = {
      kInsert,          kInsertSection, kInsertInput,     kInsertFigure, kInsertRecommendation,
      kInsertFile,      kEditions,      kSections,        kInputs,       kFigures,
      kRecommendations, kFileLines,     kFiles,           kJournalled,   kPublishable,
      kAddressees,      kInspectorate,  kInsertQuotation, kQuotations};
  return all_queries;
}

}  // namespace sightline::publication::editions
