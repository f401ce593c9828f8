// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Passages of evidence that a report quotes: which extracts it may quote, and which
// words may be read by everybody. Handbook §12.12 to §12.16.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "evidence/evidence.h"
#include "report/report.h"

namespace sightline::report {

inline constexpr std::size_t kLongestQuotation = 1'000;  ///< Characters.

/// An extract that somebody who may see it has brought into the report.
struct Quotable {
  evidence::Passage passage;
  std::optional<PersonId> quoted_by;  ///< Who was the first; nothing: the operator.
};
/// By the number of the extract.
using Quotables = std::map<std::int64_t, Quotable>;

/// Words of extracts by their numbers: those that somebody is to be shown.
using QuotedWords = std::map<std::int64_t, std::string>;

/// Why this passage cannot be quoted in a report of that programme, as a sentence that begins with its
/// number; nothing when it can.
std::optional<std::string> refuse_quotation(const evidence::Passage& passage, ProgrammeId programme);

/// What in these words leads to a person, as the end of a sentence: "hold a number of six digits or more";
/// nothing when none of it is found. Names are not found: whoever publishes reads for them. Handbook §12.16.
std::optional<std::string> leads_to_person(std::string_view words);

}  // namespace sightline::report
