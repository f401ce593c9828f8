// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Editions: what would be published, publishing it, and asking for what was.
//
// Publishing has two steps, so that no transaction waits for a PDF. prepare()
// (edition_press_pages.h) composes the report in one snapshot and makes every file;
// PublishEdition composes it again in the transaction and, when nothing differs, writes
// all of the edition in one unit: a crash leaves nothing or all of it. Handbook §8.30.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "figure/figure_service.h"
#include "journal/journal_service.h"
#include "publication/edition.h"
#include "report/composition.h"

namespace sightline::publication {

/// A report as it would be published now.
struct Composition {
  EditionContent content;
  report::Composed report;
  report::Composed press_release;  ///< One section; none while the text has no title.
  report::Figures figures;         ///< As readers are shown them.
  report::QuotedWords words;       ///< Of the extracts that it quotes.
  /// Everything that stands in the way, by section and line; those of the press release last, under number 0.
  std::vector<report::LineProblem> problems;
  std::int64_t entry;  ///< As of this entry of the journal.
};

/// Composes, works out every figure and reads every passage that is quoted. A passage is a problem where the
/// actor quoted it or may not see its inspection: a second person reads it (§9.16). Refused: NotPermitted
/// without Publish; NotFound; Invalid for what checked() refuses and, beside "published-on", for a day before
/// that of the edition before.
///
/// REQUIRES: `reader` is one snapshot or one unit of writing.
Result<Composition> compose_edition(sql::Reader& reader, const people::Actor& actor,
                                    const EditionDraft& draft);

/// The same for a form that is still empty, and for whoever reads reports: nothing is asked of press release
/// and note, and no press release is in the composition. Refused: NotFound, also to whoever does not read
/// reports.
Result<Composition> preview_edition(sql::Reader& reader, const people::Actor& actor,
                                    std::string_view programme_key, std::string_view report_key, Date day);

/// The sentence that refuses a composition with problems, each of them as a field ("Section 2 …").
/// REQUIRES: there are some.
Refusal refuse_problems(const Composition& composition);

/// An edition with its files, ready to be published.
struct PreparedEdition {
  EditionContent content;
  std::int64_t entry;
  std::vector<EditionFile> files;
  std::optional<std::string> pdf_refusal;  ///< Why there is no report.pdf among them.
};

/// Stands for every passage that is quoted, word for word; empty where none is.
std::string digest_of_passages(const EditionContent& content);

/// Publishes what was prepared. A first edition makes the publication, starts the clock of every
/// recommendation in it and expects a response from the local policing body of every force that was
/// inspected; a correction starts nothing.
///
/// Refused: NotPermitted; what compose_edition() refuses; Invalid for a day in the future ("published-on"),
/// for passages that were not read ("passages-read"), for problems; Conflict when anything it rests on is not
/// what was prepared, and for a key that another publication has.
struct PublishEdition {
  static constexpr journal::Command kCommand{"publication.publish-edition", "published the edition"};
  static constexpr people::Permission kNeeds = people::Permission::Publish;
  PreparedEdition prepared;
  std::string passages_read = {};  ///< digest_of_passages() as it was when whoever publishes read them.
};
Result<Edition> decide(journal::Work& work, const people::Actor& actor, const PublishEdition& command);

/// The number that the next edition of a report would have.
int next_number(sql::Reader& reader, report::ReportId report);

// Questions. What was published may be seen by everybody.

/// Newest first.
std::vector<Edition> all_editions(sql::Reader& reader);
std::vector<Edition> editions_of(sql::Reader& reader, report::ReportId report);
std::optional<Edition> find_edition(sql::Reader& reader, std::string_view edition_key);

struct FileSize {
  std::string path;
  std::string media_type;
  std::string digest;  ///< SHA-256, hexadecimal.
  std::int64_t bytes;
};
/// In order of path.
std::vector<FileSize> file_sizes(sql::Reader& reader, EditionId edition);
std::vector<EditionFile> edition_files(sql::Reader& reader, EditionId edition);
std::optional<EditionFile> edition_file(sql::Reader& reader, std::string_view edition_key,
                                        std::string_view path);

/// What readers see of a figure.
struct PublishedFigure {
  std::string key;
  std::string title;
  std::string words;  ///< What it counts.
  std::string text;   ///< What is shown of it.
  int revision;       ///< Of its definition.
};
/// In order of key.
std::vector<PublishedFigure> published_figures(sql::Reader& reader, EditionId edition);
/// In order of key.
std::vector<FrozenRecommendation> published_recommendations(sql::Reader& reader, EditionId edition);

// For insiders: whoever reads reports, and the operator.

/// A passage that an edition quotes, and where it comes from as far as the actor may see that.
struct PublishedQuotation {
  std::string section;  ///< Its title.
  evidence::ExtractId extract;
  std::string words;                          ///< As published.
  std::optional<evidence::Passage> evidence;  ///< Nothing: the actor may not see it.
};
/// In order of section, then of extract. None without ReadReports.
std::vector<PublishedQuotation> published_quotations(sql::Reader& reader, const people::Actor& actor,
                                                     EditionId edition);

/// A figure of an edition with what it came to before disclosure control, and what it rests on.
struct ExplainedFigure {
  Edition edition;
  PublishedFigure figure;
  std::string definition;             ///< JSON.
  std::string value;                  ///< JSON, as counted; empty for whoever may not read cases (§9.20).
  std::optional<std::int64_t> count;  ///< Nothing for a table, and as above.
  std::optional<std::int64_t> of;     ///< Nothing for a plain count.
  /// Whether the records still come to what was published; else none is said to be counted.
  bool is_as_published;
  figure::Explanation explanation;  ///< Of the records, those that the actor may see.
};
/// Works the figure out again to tell which records were counted. Refused: NotPermitted without ReadReports;
/// NotFound.
Result<ExplainedFigure> explain_figure(sql::Reader& reader, const people::Actor& actor,
                                       std::string_view edition_key, std::string_view figure_key,
                                       std::int64_t page_number, int size = figure::kBasesOnAPage);

/// Something of an edition that is not what it was when it was published.
struct Mismatch {
  /// "figure share-below-standard", "extract 17", "file index.html", "edition second-1".
  std::string what;
  std::string was;
  std::string is;
};
struct Verified {
  std::int64_t figures;
  std::int64_t passages;
  std::int64_t files;
  std::vector<Mismatch> mismatches;  ///< None: the edition is whole.
};
/// Works every figure out again from the revisions it rests on, holds every passage that it quotes against
/// the evidence and every file against its digest, and the edition as a whole against its entry in the
/// journal. Later revisions change nothing; an alteration of what was frozen, or of a row beneath it, is
/// named. Refused: NotPermitted without ReadReports; NotFound.
Result<Verified> verify(sql::Reader& reader, const people::Actor& actor, std::string_view edition_key);

}  // namespace sightline::publication
