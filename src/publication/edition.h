// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// An edition: a report as it was published, frozen. Its text, its figures with what
// each rests on, the passages it quotes, its recommendations and its files never change. Handbook §8.1,
// §8.30 to §8.38.
//
// EditionContent is all of it before it has become files. Two contents that are equal
// give the same edition, which is how publishing holds what was prepared against what
// the record says at that moment.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "evidence/evidence.h"
#include "figure/figure.h"
#include "figure/shown.h"
#include "inspection/inspection.h"
#include "programme/programme.h"
#include "publication/duty.h"
#include "publication/publication.h"
#include "recommendation/recommendation.h"
#include "report/report.h"

namespace sightline::publication {

using EditionId = Id<struct EditionTag>;

inline constexpr std::size_t kLongestPressRelease = 50'000;  ///< Bytes.
inline constexpr std::size_t kLongestChangeNote = 2'000;     ///< Characters.

/// What somebody asks to have published.
struct EditionDraft {
  std::string programme_key;
  std::string report_key;
  Date published_on;
  std::string press_release;     ///< Markdown; its first line is its title, behind "# ".
  std::string change_note = {};  ///< What changed and why; for a correction alone.
};

/// Trimmed, with plain line ends. Refuses, beside press-release or change-note, an empty press release, what
/// is too long or not UTF-8, a correction without a note (§8.6) and a first edition with one.
Result<EditionDraft> checked(EditionDraft draft, int number);

struct FrozenSection {
  report::SectionId section;
  int revision;
  std::string title;
  std::string markdown;

  friend bool operator==(const FrozenSection&, const FrozenSection&) = default;
};

/// An inspection as a public page names it.
struct CountedInspection {
  std::string title;
  std::string body;
  inspection::Kind kind;

  friend bool operator==(const CountedInspection&, const CountedInspection&) = default;
};

struct FrozenFigure {
  std::string key;
  int revision;
  figure::FigureDetails details;
  std::string words;  ///< The definition as readers read it.
  figure::Value value;
  figure::Shown shown;
  std::vector<CountedInspection> inspections;  ///< Those it counts in, in order of title.

  friend bool operator==(const FrozenFigure&, const FrozenFigure&) = default;
};

struct FrozenRecommendation {
  recommendation::RecommendationId id;
  std::string key;
  int revision;
  recommendation::Details details;
  std::string addressees;  ///< Their names, in order, with "; " between them.

  friend bool operator==(const FrozenRecommendation&, const FrozenRecommendation&) = default;
};

/// A passage that a section quotes.
struct FrozenQuotation {
  report::SectionId section;
  evidence::ExtractId extract;
  evidence::DocumentId document;
  evidence::Range range;
  std::string words;

  friend bool operator==(const FrozenQuotation&, const FrozenQuotation&) = default;
};

/// A force that was inspected, and the body that is to answer for it.
struct InspectedForce {
  people::OrganisationId force;
  std::string force_name;
  std::optional<people::OrganisationId> body;  ///< Nothing: none is on record, so nobody is asked.
  std::string body_name;
  BodyKind body_kind;

  friend bool operator==(const InspectedForce&, const InspectedForce&) = default;
};

struct EditionContent {
  programme::ProgrammeId programme;
  std::string programme_key;
  std::string programme_name;
  people::Reality reality;
  std::string publisher;  ///< Who publishes: the inspectorate, or the programme where none is on record.
  report::ReportId report;
  std::string report_key;  ///< Also the key of the publication.
  int number;              ///< Of the edition.
  Date published_on;
  Date clocks_begin;  ///< When the first edition was published: the time of recommendations is counted from
                      ///< it.
  std::string title;
  std::string subtitle;
  std::string summary;
  std::string press_release;
  std::string change_note;
  std::vector<FrozenSection> sections;
  std::vector<FrozenFigure> figures;        ///< In order of key.
  std::vector<FrozenQuotation> quotations;  ///< In order of section, then of extract; each once in a section.
  std::vector<FrozenRecommendation> recommendations;
  std::vector<InspectedForce> forces;  ///< In order of name.

  friend bool operator==(const EditionContent&, const EditionContent&) = default;
};

/// A file of an edition.
struct EditionFile {
  std::string path;  ///< "index.html", "data/cases.csv": relative to the edition.
  std::string media_type;
  std::string bytes;
};

/// An edition that is on record.
struct Edition {
  EditionId id;
  std::string key;  ///< "second-report-1": names it in addresses and at the command line.
  PublicationId publication;
  std::string publication_key;
  report::ReportId report;
  programme::ProgrammeId programme;
  std::string programme_key;
  people::Reality reality;
  int number;
  Date published_on;
  Timestamp published_at;
  std::int64_t journal_position;
  std::string title;
  std::string subtitle;
  std::string summary;
  std::string press_release;
  std::string change_note;
  std::optional<journal::PersonId> published_by;
  std::optional<std::string> pdf_refusal;  ///< Why it has no PDF.
  int newest;                              ///< The number of the publication's newest edition.

  bool is_replaced() const { return newest != number; }
};

std::string edition_key(std::string_view publication_key, int number);

/// What stands on every page, on screen and on paper; empty for what is real.
std::string notice(people::Reality reality);

/// The publication of a first edition, with every part that a landing page has.
Publication publication_of(const EditionContent& content);

/// Numbers in order as ranges, and back: "1-40 52 60-71".
std::string ranges(std::span<const int> numbers);
/// Nothing for what ranges() never writes.
std::optional<std::vector<int>> numbers_in(std::string_view ranges);

/// What is different in the record now from what was prepared, in words: "the figure share-below-standard".
/// REQUIRES: they are not equal.
std::string first_difference(const EditionContent& prepared, const EditionContent& now);

}  // namespace sightline::publication
