// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_cli.h"

#include <limits>

#include "base/number.h"
#include "publication/edition_service.h"

namespace sightline::publication {

namespace {

using terminal::Answer;

constexpr int kAllRecords = std::numeric_limits<int>::max();

json::Value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::Value(*number) : json::Value(nullptr);
}

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

json::Object object_of(const figure::Basis& basis) {
  json::Object object{{"inspection", basis.inspection_key},
                      {"record", basis.record},
                      {"revision", basis.revision},
                      {"part", basis.part}};
  json::Array places;
  for (const figure::CountedIn& place : basis.counted_in)
    places.push_back(json::Object{{"row", place.row},
                                  {"columns", json::Array(place.columns.begin(), place.columns.end())}});
  if (!places.empty()) object.add("counted_in", std::move(places));
  return object;
}

std::string line_of(const figure::Basis& basis) {
  std::string line = basis.record;
  if (basis.revision > 0) line += ", revision " + std::to_string(basis.revision);
  for (const figure::CountedIn& place : basis.counted_in) line += "\n    " + in_words(place);
  return line;
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
  SIGHTLINE_TRY(const ExplainedFigure explained,
                explain_figure(snapshot, people::the_operator(), edition_key, figure_key, 1, kAllRecords));
  const figure::Explanation& explanation = explained.explanation;
  Answer answer{.words = explained.figure.title + "\nCounts     " + explained.figure.words + "\nShown as   " +
                         explained.figure.text + "\nValue      " + explained.value + "\nEdition    " +
                         explained.edition.key + ", as of entry " +
                         std::to_string(explained.edition.journal_position) + "\nRests on   " +
                         counted(explanation.shown.cut.total, "record", "records"),
                .object = {{"figure", explained.figure.key},
                           {"title", explained.figure.title},
                           {"counts", explained.figure.words},
                           {"shown", explained.figure.text},
                           {"value", explained.value},
                           {"numerator", or_null(explained.count)},
                           {"denominator", or_null(explained.of)},
                           {"definition", explained.definition},
                           {"entry", explained.edition.journal_position},
                           {"as_published", explained.is_as_published}}};
  if (!explained.is_as_published)
    answer.words +=
        "\nThese records are not what they were when this was published, so it cannot be told which of them "
        "were counted. Verify the edition.";
  json::Array parts, records;
  auto basis = explanation.shown.items.begin();
  for (const figure::Group& group : explanation.groups) {
    answer.words += "\n\n" + in_words(group);
    parts.push_back(json::Object{{"part", group.part}, {"things", group.things}, {"records", group.records}});
    std::string inspection;
    for (std::int64_t left = group.records; left > 0; --left, ++basis) {
      if (basis->inspection_title != inspection) answer.words += "\n" + basis->inspection_title;
      inspection = basis->inspection_title;
      answer.words += "\n  " + line_of(*basis);
      records.push_back(object_of(*basis));
    }
  }
  answer.object.add("parts", std::move(parts)).add("records", std::move(records));
  return answer;
}

}  // namespace sightline::publication
