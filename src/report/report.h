// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A report while it is written: sections in order, each a text in Markdown of which
// every revision is kept. Handbook §12.
//
// What the sections come to when they are read together is composition.h.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "journal/journal.h"
#include "programme/programme.h"

namespace sightline::report {

using journal::PersonId;
using programme::ProgrammeId;
using ReportId = Id<struct Report>;
using SectionId = Id<struct Section>;

inline constexpr std::size_t kLongestTitle = 150;    ///< Characters, of a report, a subtitle or a section.
inline constexpr std::size_t kLongestSummary = 160;  ///< Characters: what a search engine shows.
inline constexpr std::size_t kLongestMarkdown = 200'000;  ///< Bytes: some 60 printed pages.

/// What a report is called.
struct Wording {
  std::string title;
  std::string subtitle = {};  ///< May be empty.
  std::string summary = {};   ///< May be empty.

  friend bool operator==(const Wording&, const Wording&) = default;
};

/// Trimmed. Refuses, beside title, subtitle or summary, an empty title and what is too long or not one line
/// of plain text.
Result<Wording> checked(Wording wording);

/// Refuses, beside the field "key", what is not its own slug (base/text.h) or longer than 80 characters.
Result<std::string> checked_key(std::string key);

/// What somebody writes in a section.
struct SectionText {
  std::string title;     ///< Plain text, a finding in one sentence; the heading of level 1.
  std::string markdown;  ///< Its own headings begin at level 2. May be empty while it is written.

  friend bool operator==(const SectionText&, const SectionText&) = default;
};

/// With plain line ends. Refuses an empty title, one that is too long or no line of plain text, beside
/// "title", and beside "markdown" a text that is too long or not UTF-8. What else is wrong with the text
/// keeps nobody from saving it: compose() names it.
Result<SectionText> checked(SectionText text);

/// A chapter as a file: its title behind "# " in the first line, then its text. Refuses anything else.
Result<SectionText> read_chapter(std::string_view file);

/// The text with the number of an extract wherever it names a passage, on the line below ```extract: a
/// chapter that was written as a file knows no numbers. Refuses what `number_of` refuses.
Result<std::string> with_extract_numbers(
    const std::string& text,
    const std::function<Result<std::int64_t>(const std::string& passage)>& number_of);

struct Section {
  SectionId id;
  int number;    ///< Names it in addresses: 1, 2, 3 … as they were added; never changes, never given again.
  int position;  ///< 1, 2, 3 … among those that were not removed.
  int revision;  ///< Of its text, from 1.
  std::string title;
  std::string markdown;
};

struct Report {
  ReportId id;
  ProgrammeId programme;
  std::string key;  ///< Lower-case words joined by hyphens, unique in its programme; never changes.
  int revision;     ///< Of title, subtitle and summary, from 1.
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<Section> sections;  ///< In order, without those that were removed.
};

/// Null when no section of the report has this number. Valid as long as `report`.
const Section* find(const Report& report, int number);

enum class Direction { Up, Down };

/// What a section was at one revision.
struct SectionRevision {
  int revision;
  SectionText text;
  std::optional<std::string> by;  ///< The person's name; nothing: the operator.
  Timestamp recorded_at;
};

/// One line of the list of revisions.
struct RevisionLine {
  int revision;
  std::string title;
  std::size_t length;             ///< Characters of its text.
  std::optional<std::string> by;  ///< The person's name; nothing: the operator.
  Timestamp recorded_at;
};

/// A section that was taken out of its report.
struct RemovedSection {
  int number;
  std::string title;
  std::string reason;
  std::optional<std::string> by;  ///< The person's name; nothing: the operator.
  Timestamp removed_at;
};

/// What somebody typed against a revision that another had overtaken.
struct SetAside {
  int based_on;
  int overtaken_by;  ///< The revision that held when it was set aside.
  SectionText text;
  std::optional<std::string> by;  ///< The person's name; nothing: the operator.
  Timestamp recorded_at;
};

/// Words a reader reads: what stands between blanks and line ends, and holds a letter or a digit.
std::size_t words_in(std::string_view markdown);

Refusal no_such_report();
Refusal no_such_section();

journal::StateText state_text(const Report& report);
journal::StateText state_text(const Section& section);

}  // namespace sightline::report

namespace sightline {

template <>
inline constexpr auto kWords<report::Direction> = std::to_array<Word<report::Direction>>({
    {report::Direction::Up, "up"},
    {report::Direction::Down, "down"},
});

}  // namespace sightline
