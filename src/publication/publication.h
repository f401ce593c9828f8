// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A publication and the parts of its landing page: what readers know as one thing
// under one title, and every way to it. Handbook §8.1-8.5.
//
// An address that is not on record is absent, and whoever shows the part says so.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/partial_date.h"
#include "base/source.h"
#include "base/words.h"

namespace sightline::publication {

using PublicationId = Id<struct PublicationTag>;

/// What a part of a landing page is for.
enum class PartKind {
  Title,
  Publisher,
  PublishedOn,
  WebDate,  ///< The day that the online version carries; never the day of publication.
  ProgrammeStart,
  Summary,
  EarlierReport,
  EarlierCount,
  Count,
  CountTotal,
  ReadOnline,
  DownloadPdf,
  Evaluation,
  EvaluationLink,
  FindOutMore,
  PressRelease,
  ResponsesReason,
  PdfReader
};

enum class Format { WebPage, PdfDocument };

/// Whether a link leads away from the publisher.
enum class External { No, Yes };

struct Part {
  PartKind kind;
  std::string label;
  std::string text;
  std::optional<int> number;
  std::optional<PartialDate> date;
  std::optional<Format> format;
  std::optional<std::string> address;  ///< Nothing: not on record.
  std::optional<External> external;    ///< Nothing: there is no link to mark.
  Source source;
  std::string note;

  friend bool operator==(const Part&, const Part&) = default;
};

struct Publication {
  std::string key;  ///< Names it in addresses.
  std::string title;
  Date published_on;        ///< The clock of the responses starts on this day.
  std::vector<Part> parts;  ///< In the order in which parts of one kind are shown.

  /// Null when there is none of that kind. Valid until the publication changes.
  const Part* find(PartKind kind) const;
  std::vector<Part> all(PartKind kind) const;

  friend bool operator==(const Publication&, const Publication&) = default;
};

/// Refuses a publication that no landing page could show: without exactly one title, day of
/// publication, and each way to read it; or whose counts do not make its total.
std::optional<std::string> problem_with(const Publication& publication);

}  // namespace sightline::publication

template <>
inline constexpr auto sightline::kWords<sightline::publication::PartKind> =
    std::to_array<sightline::Word<sightline::publication::PartKind>>({
        {sightline::publication::PartKind::Title, "title"},
        {sightline::publication::PartKind::Publisher, "publisher"},
        {sightline::publication::PartKind::PublishedOn, "published-on"},
        {sightline::publication::PartKind::WebDate, "web-date"},
        {sightline::publication::PartKind::ProgrammeStart, "programme-start"},
        {sightline::publication::PartKind::Summary, "summary"},
        {sightline::publication::PartKind::EarlierReport, "earlier-report"},
        {sightline::publication::PartKind::EarlierCount, "earlier-count"},
        {sightline::publication::PartKind::Count, "count"},
        {sightline::publication::PartKind::CountTotal, "count-total"},
        {sightline::publication::PartKind::ReadOnline, "read-online"},
        {sightline::publication::PartKind::DownloadPdf, "download-pdf"},
        {sightline::publication::PartKind::Evaluation, "evaluation"},
        {sightline::publication::PartKind::EvaluationLink, "evaluation-link"},
        {sightline::publication::PartKind::FindOutMore, "find-out-more"},
        {sightline::publication::PartKind::PressRelease, "press-release"},
        {sightline::publication::PartKind::ResponsesReason, "responses-reason"},
        {sightline::publication::PartKind::PdfReader, "pdf-reader"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::publication::Format> =
    std::to_array<sightline::Word<sightline::publication::Format>>({
        {sightline::publication::Format::WebPage, "web page"},
        {sightline::publication::Format::PdfDocument, "pdf document"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::publication::External> =
    std::to_array<sightline::Word<sightline::publication::External>>({
        {sightline::publication::External::No, "no"},
        {sightline::publication::External::Yes, "yes"},
    });
