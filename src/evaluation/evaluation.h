// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// An evaluation: what somebody independent found when they judged a programme,
// attached to a publication as the file it came as or as Markdown. Handbook §13.1
// to §13.5.
//
// Its words are the evaluator's: nothing in it is edited. One that is withdrawn
// stays on record with the reason.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "base/words.h"
#include "journal/journal.h"
#include "people/people.h"
#include "platform/markdown/markdown.h"
#include "publication/publication.h"

namespace sightline::evaluation {

using EvaluationId = Id<struct EvaluationTag>;
using people::PersonId;
using publication::PublicationId;

enum class Format { Pdf, Html, Text, Markdown };

/// As a page says it: "PDF".
std::string_view name_of(Format format);
/// "application/pdf"; of text with its encoding.
std::string_view media_type_of(Format format);

inline constexpr std::size_t kLongestTitle = 200;
inline constexpr std::size_t kLongestSummary = 1000;
inline constexpr std::size_t kMostBytes = 25'000'000;
inline constexpr std::size_t kMostMarkdownBytes = 200'000;

struct Details {
  std::string title;
  std::string evaluator;  ///< The organisation, as it calls itself.
  Date published_on;      ///< By the evaluator.
  std::string summary;    ///< Plain text, what the reader may expect.

  friend bool operator==(const Details&, const Details&) = default;
};

/// Trims, and refuses field by field what is empty, too long or not UTF-8, and a day in the future
/// ("published-on").
Result<Details> checked(Details details, Date today);

/// What was attached, as it came.
struct Content {
  Format format;
  std::optional<std::string> file_name;  ///< Nothing: typed here.
  std::string bytes;                     ///< Never empty.
};

/// A file whose content is what its name says: PDF, HTML, plain text or Markdown in UTF-8. What it is is
/// read in its first bytes; whether it can be opened is not tried. Refuses, with a sentence for the field
/// "file", every other content, an incomplete PDF, more than kMostBytes, and Markdown that checked_markdown()
/// refuses.
Result<Content> content_of_file(std::string name, std::string bytes);

/// Text typed or pasted here, its line ends made plain. Refused, with the line, for the field "text": what
/// markdown::parse() names as a problem, a figure (an evaluator's numbers are the evaluator's own), nothing
/// at all, and more than kMostMarkdownBytes.
Result<Content> checked_markdown(std::string_view text);

/// REQUIRES: it is Markdown.
markdown::Document document_of(const Content& content);

/// That and why an evaluation was withdrawn.
struct Withdrawal {
  Timestamp at;
  std::string reason;
};

struct Evaluation {
  EvaluationId id;
  PublicationId publication;
  int number;  ///< 1, 2, 3 … within its publication, never given twice.
  Details details;
  Format format;
  std::optional<std::string> file_name;
  std::string digest;                   ///< SHA-256 of the content, 64 hexadecimal digits.
  std::int64_t size;                    ///< Bytes of the content.
  std::optional<PersonId> attached_by;  ///< Nothing: the operator.
  Timestamp attached_at;
  std::optional<Withdrawal> withdrawn = {};
};

/// What the journal takes the digest of.
journal::StateText state_text(const Evaluation& evaluation);

/// One answer about an evaluation that is not there and about a publication that is not.
Refusal no_such_evaluation();

}  // namespace sightline::evaluation

namespace sightline {

template <>
inline constexpr auto kWords<evaluation::Format> = std::to_array<Word<evaluation::Format>>({
    {evaluation::Format::Pdf, "pdf"},
    {evaluation::Format::Html, "html"},
    {evaluation::Format::Text, "text"},
    {evaluation::Format::Markdown, "markdown"},
});

}  // namespace sightline
