// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Evidence: what was said, seen and handed over in an inspection, as exact text that
// never changes, and the extracts that are marked in it.
//
// Offsets count Unicode code points from 0; a range reaches from its begin to before
// its end. So an extract means the same passage in every program that can count.
//
// Pure: no clock, no database, no document is opened here.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "base/result.h"
#include "inspection/inspection.h"

namespace sightline::evidence {

using inspection::InspectionId;
using journal::PersonId;
using DocumentId = Id<struct Document>;
using ExtractId = Id<struct Extract>;

enum class Kind { Interview, FocusGroup, Observation, Document };

/// As a person reads it: "Focus group".
std::string name_of(Kind kind);

/// Note: typed here. Any other: the text of a file.
enum class Format { Note, Txt, Html, Pdf, Docx };

/// As a person reads it: "PDF".
std::string name_of(Format format);

/// What a person says about a document.
struct Details {
  Kind kind;
  std::string title;
  std::optional<PartialDate> dated{};  ///< When it was said, seen or written; nothing: not known.
};

/// Refuses a title that is empty or longer than 200 characters. Returns it trimmed.
Result<Details> checked(Details details);

inline constexpr std::size_t kLongestNote = 100'000;    ///< Characters.
inline constexpr std::size_t kLongestExtract = 10'000;  ///< Characters.

/// The text of a note as it is kept: line ends are line feeds, nothing but spaces is cut off at its ends.
/// Refuses an empty one, one longer than kLongestNote and one with control characters.
Result<std::string> checked_note(std::string_view typed);

struct Document {
  DocumentId id;
  InspectionId inspection;
  int number;  ///< 1, 2, 3 … within the inspection.
  Details details;
  std::optional<PersonId> recorded_by;  ///< Nothing: the operator.
  Timestamp recorded_at;
  Format format;
  std::optional<std::string> file_name;
  std::optional<std::string> file_digest;  ///< SHA-256 of the file, 64 hexadecimal digits.
  std::string text_digest;
  std::int64_t length;                 ///< Code points.
  std::optional<DocumentId> replaces;  ///< The note that this one corrects.
};

/// Part of a text, between code points.
struct Range {
  std::int64_t begin;
  std::int64_t end;

  friend bool operator==(const Range&, const Range&) = default;
};

/// A passage that somebody marked. Its text is that of its document between begin and end.
struct Extract {
  ExtractId id;
  DocumentId document;
  Range range;
  std::optional<PersonId> marked_by;
  Timestamp marked_at;
};

/// An extract with its words and where they come from, as one who would quote it needs it.
struct Passage {
  ExtractId extract;
  DocumentId document;
  int document_number;
  Range range;
  InspectionId inspection;
  std::string inspection_key;
  std::string inspection_title;
  programme::ProgrammeId programme;
  inspection::Origin origin;
  std::optional<inspection::Stage> stage;  ///< Of the inspection; nothing for the public record.
  std::optional<int> replaced_by;          ///< The number of the note that corrects its document.
  /// Nothing: the text of the document is not what was recorded, so nobody can say what was marked.
  std::optional<std::string> words;
};

/// "Extract 17": the number by which people, and reports that quote it, name an extract.
std::string name_of(ExtractId extract);

/// Refuses what does not lie within the text, what is empty or blank, and what is longer than
/// kLongestExtract. `text` is that of the document.
Result<Range> checked(Range range, std::string_view text);

/// A paragraph as a reader sees it, to be referred to by its number.
struct Paragraph {
  int number;  ///< 1, 2, 3 …
  Range range;
  std::string text;
};

/// What lies between empty lines; or between line ends, in a text that has no empty line. Paragraphs
/// have no white space at their ends. The same text always gives the same paragraphs.
std::vector<Paragraph> paragraphs_of(std::string_view text);

inline constexpr int kDocumentsOnAPage = 25;

/// One document in a list.
struct DocumentLine {
  int number;
  Details details;
  Format format;
  std::int64_t length;
  std::optional<std::string> recorded_by;  ///< The person's name; nothing: the operator.
  Timestamp recorded_at;
  std::int64_t extracts;
  std::optional<int> replaced_by;  ///< The number of the note that corrects this one.
};

/// One answer about a document that is not there and about one that the asker may not see.
Refusal no_such_document();

journal::StateText state_text(const Document& of);
journal::StateText state_text(const Extract& of);

}  // namespace sightline::evidence

namespace sightline {

template <>
inline constexpr auto kWords<evidence::Kind> = std::to_array<Word<evidence::Kind>>({
    {evidence::Kind::Interview, "interview"},
    {evidence::Kind::FocusGroup, "focus-group"},
    {evidence::Kind::Observation, "observation"},
    {evidence::Kind::Document, "document"},
});

template <>
inline constexpr auto kWords<evidence::Format> = std::to_array<Word<evidence::Format>>({
    {evidence::Format::Note, "note"},
    {evidence::Format::Txt, "txt"},
    {evidence::Format::Html, "html"},
    {evidence::Format::Pdf, "pdf"},
    {evidence::Format::Docx, "docx"},
});

}  // namespace sightline
