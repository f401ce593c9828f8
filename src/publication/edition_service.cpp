// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_service.h"

#include <algorithm>

#include "base/text.h"
#include "evidence/evidence_service.h"
#include "figure/definition_file_service.h"
#include "figure/shown_file_service.h"
#include "platform/crypto/digest.h"
#include "platform/json/json.h"
#include "publication/duty_service.h"
#include "publication/edition_state_service.h"
#include "publication/edition_store.h"
#include "publication/publication_service.h"
#include "recommendation/recommendation_service.h"

namespace sightline::publication {

namespace {

using people::Permission;

Refusal no_such_edition() {
  return {Refusal::Kind::NotFound, "There is no such edition.", {}};
}

std::vector<editions::FigureRow> rows_of(const EditionContent& content) {
  std::vector<editions::FigureRow> rows;
  for (const FrozenFigure& figure : content.figures)
    rows.push_back({.key = figure.key,
                    .revision = figure.revision,
                    .title = figure.details.title,
                    .alternative_text = figure.details.alternative_text,
                    .definition = figure::written(figure.details.definition),
                    .words = figure.words,
                    .value = json::write(figure::to_json(figure.value)),
                    .shown = json::write(figure::to_json(figure.shown)),
                    .inputs = figure.value.inputs});
  return rows;
}

/// The publication that the edition belongs to: that of the first edition, or a new one.
Result<PublicationId> publication_for(journal::Work& work, const EditionContent& content) {
  const std::vector<Edition> before = editions::all(work.sql(), content.report);
  if (!before.empty()) return before.front().publication;
  if (find_publication(work.sql(), content.report_key))
    return Refusal{Refusal::Kind::Conflict,
                   "There is another publication with the key " + content.report_key +
                       "; a report with that key cannot be published.",
                   {}};
  SIGHTLINE_TRY(const Recorded<PublicationId> recorded, record_publication(work, publication_of(content)));
  return recorded.id;
}

/// What a first edition sets going. Handbook §8.10, §8.27.
std::optional<Refusal> begin_clocks(journal::Work& work, const EditionContent& content,
                                    PublicationId publication) {
  std::vector<recommendation::RecommendationId> started;
  for (const FrozenRecommendation& each : content.recommendations) started.push_back(each.id);
  const auto clocks = recommendation::start_clocks(work, started, publication, content.published_on);
  if (!clocks) return clocks.refusal();
  for (const InspectedForce& force : content.forces) {
    if (!force.body) continue;
    const auto duty = record_duty(
        work,
        {.publication = publication,
         .body = *force.body,
         .force = force.force,
         .body_kind = force.body_kind,
         .body_name = force.body_name,
         .source = {"The record of the programme " + content.programme_name,
                    content.reality == people::Reality::Real ? SourceType::Official : SourceType::Other}});
    if (!duty) return duty.refusal();
  }
  return std::nullopt;
}

/// What is quoted is public for good: whoever publishes has read the very words. Handbook §8.44
std::optional<Refusal> refuse_unread(const EditionContent& content, const std::string& passages_read) {
  if (passages_read == digest_of_passages(content)) return std::nullopt;
  const bool is_first_time = passages_read.empty();
  return Refusal{
      Refusal::Kind::Invalid,
      "The edition cannot be published like this.",
      {{"passages-read", is_first_time ? "Read every passage that will be quoted, and say that you have."
                                       : "The passages are not those that you read. Read them again."}}};
}

void write_edition(journal::Work& work, EditionId id, const PreparedEdition& prepared) {
  int position = 0;
  for (const FrozenSection& section : prepared.content.sections)
    editions::insert_section(work.sql(), id, ++position, section);
  editions::insert_figures(work.sql(), id, rows_of(prepared.content));
  for (const FrozenQuotation& quotation : prepared.content.quotations)
    editions::insert_quotation(work.sql(), id, quotation);
  for (const FrozenRecommendation& each : prepared.content.recommendations)
    editions::insert_recommendation(work.sql(), id, each);
  for (const EditionFile& file : prepared.files)
    editions::insert_file(work.sql(), id, {file, crypto::sha256(file.bytes).hex()});
}

Edition edition_of(const PreparedEdition& prepared, PublicationId publication, const people::Actor& actor,
                   Timestamp now) {
  const EditionContent& content = prepared.content;
  return {.id = EditionId{0},
          .key = edition_key(content.report_key, content.number),
          .publication = publication,
          .publication_key = content.report_key,
          .report = content.report,
          .programme = content.programme,
          .programme_key = content.programme_key,
          .reality = content.reality,
          .number = content.number,
          .published_on = content.published_on,
          .published_at = now,
          .journal_position = prepared.entry,
          .title = content.title,
          .subtitle = content.subtitle,
          .summary = content.summary,
          .press_release = content.press_release,
          .change_note = content.change_note,
          .published_by = actor.person,
          .pdf_refusal = prepared.pdf_refusal,
          .newest = content.number};
}

}  // namespace

Refusal refuse_problems(const Composition& composition) {
  Refusal refusal{Refusal::Kind::Invalid, "The report cannot be published until these are put right.", {}};
  for (const report::LineProblem& problem : composition.problems)
    refusal.fields.push_back(
        {"section-" + std::to_string(problem.number) + "-line-" + std::to_string(problem.line),
         report::in_words(problem)});
  return refusal;
}

Result<Edition> decide(journal::Work& work, const people::Actor& actor, const PublishEdition& command) {
  if (auto refusal = people::refuse_unless(actor, PublishEdition::kNeeds)) return *std::move(refusal);
  const EditionContent& content = command.prepared.content;
  if (content.published_on > work.today())
    return Refusal{
        Refusal::Kind::Invalid,
        "The day of publication lies in the future.",
        {{"published-on", "Give today or an earlier day: what is published here is public at once."}}};
  SIGHTLINE_TRY(const Composition now, compose_edition(work.sql(), actor,
                                                       {.programme_key = content.programme_key,
                                                        .report_key = content.report_key,
                                                        .published_on = content.published_on,
                                                        .press_release = content.press_release,
                                                        .change_note = content.change_note}));
  if (!(now.content == content))
    return Refusal{Refusal::Kind::Conflict,
                   "While the edition was being prepared, " + first_difference(content, now.content) +
                       ". Nothing was published; look at the report and publish again.",
                   {}};
  if (!now.problems.empty()) return refuse_problems(now);
  if (auto refusal = refuse_unread(content, command.passages_read)) return *std::move(refusal);
  SIGHTLINE_TRY(const PublicationId publication, publication_for(work, content));
  Edition edition = edition_of(command.prepared, publication, actor, work.now());
  edition.id = editions::insert(work.sql(), edition);
  write_edition(work, edition.id, command.prepared);
  if (edition.number == 1)
    if (auto refusal = begin_clocks(work, content, publication)) return *std::move(refusal);
  work.changed({"edition", edition.id.value()}, std::nullopt, state_text(work.sql(), edition));
  return edition;
}

std::string digest_of_passages(const EditionContent& content) {
  if (content.quotations.empty()) return {};
  journal::StateText text;
  for (const FrozenQuotation& each : content.quotations)
    text.add("section", each.section.value()).add("extract", each.extract.value()).add("words", each.words);
  return crypto::sha256(text.text()).hex();
}

int next_number(sql::Reader& reader, report::ReportId report) {
  int last = 0;
  for (const Edition& edition : editions::all(reader, report)) last = std::max(last, edition.number);
  return last + 1;
}

std::vector<Edition> all_editions(sql::Reader& reader) {
  return editions::all(reader, std::nullopt);
}

std::vector<Edition> editions_of(sql::Reader& reader, report::ReportId report) {
  return editions::all(reader, report);
}

std::optional<Edition> find_edition(sql::Reader& reader, std::string_view edition_key) {
  return editions::find(reader, edition_key);
}

std::vector<FileSize> file_sizes(sql::Reader& reader, EditionId edition) {
  std::vector<FileSize> sizes;
  for (editions::FileLine& line : editions::file_lines(reader, edition))
    sizes.push_back({std::move(line.path), std::move(line.media_type), std::move(line.digest), line.bytes});
  return sizes;
}

std::vector<EditionFile> edition_files(sql::Reader& reader, EditionId edition) {
  std::vector<EditionFile> files;
  for (editions::FileRow& row : editions::files_of(reader, edition)) files.push_back(std::move(row.file));
  return files;
}

std::optional<EditionFile> edition_file(sql::Reader& reader, std::string_view edition_key,
                                        std::string_view path) {
  const std::optional<Edition> edition = editions::find(reader, edition_key);
  if (!edition) return std::nullopt;
  auto row = editions::find_file(reader, edition->id, path);
  if (!row) return std::nullopt;
  return std::move(row->file);
}

namespace {

/// Counts of people as they are, are for those who may read cases. Handbook §9.20
bool may_see_counts(const people::Actor& actor) {
  return actor.may(Permission::SeeCases);
}

/// The text of a shown figure, as it was frozen.
std::string text_of(const editions::FigureRow& row) {
  const auto parsed = json::parse(row.shown);
  const auto shown = parsed ? figure::read_shown(*parsed) : Result<figure::Shown>(parsed.refusal());
  return shown ? shown->text : std::string("what was frozen cannot be read");
}

PublishedFigure published(const editions::FigureRow& row) {
  return {
      .key = row.key, .title = row.title, .words = row.words, .text = text_of(row), .revision = row.revision};
}

std::optional<std::int64_t> whole_in(const editions::FigureRow& row, std::string_view name) {
  const auto parsed = json::parse(row.value);
  const auto* object = parsed ? parsed->get_if<json::Object>() : nullptr;
  const json::Value* value = object ? object->find(name) : nullptr;
  const auto* number = value ? value->get_if<std::int64_t>() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

std::vector<FrozenRecommendation> published_recommendations(sql::Reader& reader, EditionId edition) {
  return editions::recommendations_of(reader, edition);
}

std::vector<PublishedFigure> published_figures(sql::Reader& reader, EditionId edition) {
  std::vector<PublishedFigure> figures;
  for (const editions::FigureRow& row : editions::figures_of(reader, edition))
    figures.push_back(published(row));
  return figures;
}

namespace {

std::string came_to(const Result<figure::Value>& value) {
  return value ? json::write(figure::to_json(*value)) : "cannot be computed: " + value.refusal().message;
}

/// What a frozen figure comes to, worked out from the revisions it rests on.
Result<figure::Value> again(const figure::RecordAsOf& record, const editions::FigureRow& row) {
  SIGHTLINE_TRY(const figure::Definition definition, figure::read_definition(row.definition));
  return record.work_out(definition, row.inputs);
}

std::optional<Mismatch> mismatch_of(const editions::FigureRow& row, const Result<figure::Value>& value) {
  if (came_to(value) != row.value) return Mismatch{"figure " + row.key, row.value, came_to(value)};
  if (value->inputs == row.inputs) return std::nullopt;
  return Mismatch{"figure " + row.key, "rests on " + std::to_string(row.inputs.size()) + " records",
                  "rests on " + std::to_string(value->inputs.size()) + " records"};
}

}  // namespace

Result<ExplainedFigure> explain_figure(sql::Reader& reader, const people::Actor& actor,
                                       std::string_view edition_key, std::string_view figure_key,
                                       std::int64_t page_number, int size) {
  if (auto refusal = people::refuse_unless_somewhere(actor, Permission::ReadReports))
    return *std::move(refusal);
  std::optional<Edition> edition = editions::find(reader, edition_key);
  if (!edition) return no_such_edition();
  for (const editions::FigureRow& row : editions::figures_of(reader, edition->id)) {
    if (row.key != figure_key) continue;
    const Result<figure::Value> value = again(figure::RecordAsOf(reader, edition->programme), row);
    const bool is_as_published = !mismatch_of(row, value);
    const bool is_for_them = may_see_counts(actor);
    auto explanation = figure::explain(
        reader, actor, edition->programme,
        is_as_published ? *value : figure::Value{figure::Unit::Records, figure::Number{}, row.inputs},
        page_number, size);
    return ExplainedFigure{.edition = *std::move(edition),
                           .figure = published(row),
                           .definition = row.definition,
                           .value = is_for_them ? row.value : std::string(),
                           .count = is_for_them ? whole_in(row, "count") : std::nullopt,
                           .of = is_for_them ? whole_in(row, "of") : std::nullopt,
                           .is_as_published = is_as_published,
                           .explanation = std::move(explanation)};
  }
  return Refusal{Refusal::Kind::NotFound, "This edition has no such figure.", {}};
}

std::vector<PublishedQuotation> published_quotations(sql::Reader& reader, const people::Actor& actor,
                                                     EditionId edition) {
  std::vector<PublishedQuotation> quotations;
  if (!actor.may_somewhere(Permission::ReadReports)) return quotations;
  const std::vector<FrozenSection> sections = editions::sections_of(reader, edition);
  for (FrozenQuotation& each : editions::quotations_of(reader, edition))
    quotations.push_back(
        {.section = std::ranges::find(sections, each.section, &FrozenSection::section)->title,
         .extract = each.extract,
         .words = std::move(each.words),
         .evidence = evidence::passage(reader, actor, each.extract)});
  return quotations;
}

namespace {

void verify_figures(sql::Reader& reader, const Edition& edition, Verified& verified) {
  const figure::RecordAsOf record(reader, edition.programme);
  for (const editions::FigureRow& row : editions::figures_of(reader, edition.id)) {
    ++verified.figures;
    if (auto mismatch = mismatch_of(row, again(record, row)))
      verified.mismatches.push_back(*std::move(mismatch));
  }
}

/// By digests: what stands in the evidence may be more than the actor may see.
void verify_quotations(sql::Reader& reader, const Edition& edition, Verified& verified) {
  const auto told = [](evidence::DocumentId document, const evidence::Range& range,
                       const std::string& words) {
    return crypto::sha256(words).hex() + ", characters " + std::to_string(range.begin + 1) + " to " +
           std::to_string(range.end) + " of the document on record as " + std::to_string(document.value());
  };
  for (const FrozenQuotation& each : editions::quotations_of(reader, edition.id)) {
    ++verified.passages;
    const auto now = evidence::passage(reader, people::the_operator(), each.extract);
    const std::string was = told(each.document, each.range, each.words);
    const std::string is = !now          ? "there is no such extract"
                           : !now->words ? "the text of its document is not what was recorded"
                                         : told(now->document, now->range, *now->words);
    if (is != was)
      verified.mismatches.push_back({"extract " + std::to_string(each.extract.value()), was, is});
  }
}

void verify_files(sql::Reader& reader, const Edition& edition, Verified& verified) {
  for (const editions::FileRow& row : editions::files_of(reader, edition.id)) {
    ++verified.files;
    const std::string digest = crypto::sha256(row.file.bytes).hex();
    if (digest != row.digest) verified.mismatches.push_back({"file " + row.file.path, row.digest, digest});
  }
}

}  // namespace

Result<Verified> verify(sql::Reader& reader, const people::Actor& actor, std::string_view edition_key) {
  if (auto refusal = people::refuse_unless_somewhere(actor, Permission::ReadReports))
    return *std::move(refusal);
  const std::optional<Edition> edition = editions::find(reader, edition_key);
  if (!edition) return no_such_edition();
  Verified verified{.figures = 0, .passages = 0, .files = 0, .mismatches = {}};
  verify_figures(reader, *edition, verified);
  if (!may_see_counts(actor))
    for (Mismatch& each : verified.mismatches)
      each.was = each.is = "not told to those who may not read cases";
  verify_quotations(reader, *edition, verified);
  verify_files(reader, *edition, verified);
  const std::string digest = crypto::sha256(state_text(reader, *edition).text()).hex();
  const std::string recorded =
      editions::journalled_digest(reader, edition->id).value_or("no entry in the journal");
  if (digest != recorded) verified.mismatches.push_back({"edition " + edition->key, recorded, digest});
  return verified;
}

}  // namespace sightline::publication
