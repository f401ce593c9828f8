// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_cli.h"

#include "base/number.h"
#include "publication/edition_service.h"

namespace sightline::publication {

namespace {

using terminal::Answer;

constexpr int kRecordsAtOnce = 5000;

json::Object object_of(const Edition& edition) {
  json::Object object{{"edition", edition.key},
                      {"publication", edition.publication_key},
                      {"number", edition.number},
                      {"title", edition.title},
                      {"published_on", edition.published_on.iso()},
                      {"replaced", edition.is_replaced()}};
  object.add("pdf_refusal", edition.pdf_refusal ? json::Value(*edition.pdf_refusal) : json::Value(nullptr));
  return object;
}

}  // namespace

Result<Answer> list_editions(journal::Journal& journal) {
  sql::Snapshot snapshot = journal.snapshot();
  Answer answer;
  json::Array editions;
  for (const Edition& edition : all_editions(snapshot)) {
    answer.words += (answer.words.empty() ? "" : "\n") + edition.key + "  " + edition.published_on.iso() +
                    "  " + edition.title + (edition.is_replaced() ? "  (replaced)" : "") +
                    (edition.pdf_refusal ? "  (no PDF: " + *edition.pdf_refusal + ")" : "");
    editions.push_back(object_of(edition));
  }
  if (editions.empty()) answer.words = "Nothing has been published.";
  answer.object.add("editions", std::move(editions));
  return answer;
}

Result<Answer> verify_edition(journal::Journal& journal, const std::string& edition_key) {
  sql::Snapshot snapshot = journal.snapshot();
  SIGHTLINE_TRY(const Verified verified, verify(snapshot, people::the_operator(), edition_key));
  Answer answer{.words = "The edition " + edition_key + ": " + with_commas(verified.figures) +
                         " figures worked out again, " + with_commas(verified.passages) +
                         " passages held against the evidence, " + with_commas(verified.files) +
                         " files held against their digests.",
                .object = {{"edition", edition_key},
                           {"figures", verified.figures},
                           {"passages", verified.passages},
                           {"files", verified.files},
                           {"whole", verified.mismatches.empty()}}};
  json::Array mismatches;
  for (const Mismatch& each : verified.mismatches) {
    answer.words += "\n" + each.what + "\n  was  " + each.was + "\n  is   " + each.is;
    mismatches.push_back(json::Object{{"what", each.what}, {"was", each.was}, {"is", each.is}});
  }
  answer.words += verified.mismatches.empty() ? "\nAll is as it was published."
                                              : "\nThe edition is not what was published.";
  answer.object.add("mismatches", std::move(mismatches));
  if (!verified.mismatches.empty()) answer.outcome = terminal::Outcome::Declined;
  return answer;
}

Result<Answer> explain_figure(journal::Journal& journal, const std::string& edition_key,
                              const std::string& figure_key) {
  sql::Snapshot snapshot = journal.snapshot();
  Answer answer;
  json::Array records;
  std::string inspection;
  for (std::int64_t number = 1, pages = 1; number <= pages; ++number) {
    SIGHTLINE_TRY(
        const ExplainedFigure explained,
        explain_figure(snapshot, people::the_operator(), edition_key, figure_key, number, kRecordsAtOnce));
    pages = explained.explanation.shown.cut.pages;
    if (number == 1) {
      answer.words = explained.figure.title + "\nCounts     " + explained.figure.words + "\nShown as   " +
                     explained.figure.text + "\nValue      " + explained.value + "\nEdition    " +
                     explained.edition.key + ", as of entry " +
                     std::to_string(explained.edition.journal_position) + "\nRests on   " +
                     counted(explained.explanation.shown.cut.total, "record", "records");
      answer.object.add("figure", explained.figure.key)
          .add("title", explained.figure.title)
          .add("counts", explained.figure.words)
          .add("shown", explained.figure.text)
          .add("value", explained.value)
          .add("numerator", explained.count ? json::Value(*explained.count) : json::Value(nullptr))
          .add("denominator", explained.of ? json::Value(*explained.of) : json::Value(nullptr))
          .add("definition", explained.definition)
          .add("entry", explained.edition.journal_position);
    }
    for (const figure::Basis& basis : explained.explanation.shown.items) {
      if (basis.inspection_title != inspection) answer.words += "\n" + basis.inspection_title;
      inspection = basis.inspection_title;
      answer.words +=
          "\n  " + basis.record + (basis.revision > 0 ? ", revision " + std::to_string(basis.revision) : "");
      records.push_back(json::Object{
          {"inspection", basis.inspection_key}, {"record", basis.record}, {"revision", basis.revision}});
    }
  }
  answer.object.add("records", std::move(records));
  return answer;
}

}  // namespace sightline::publication
