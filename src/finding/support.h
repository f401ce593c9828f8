// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a finding rests on, and findings as they stand in lists. Handbook §8.19.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "evidence/evidence.h"
#include "finding/finding.h"

namespace sightline::finding {

/// A case, as those who work with it know it: by its number within the finding's inspection.
struct CaseNumber {
  std::string number;

  friend bool operator==(const CaseNumber&, const CaseNumber&) = default;
};

/// One thing that a finding rests on.
using Support = std::variant<evidence::ExtractId, CaseNumber>;

inline constexpr int kFindingsOnAPage = 25;
inline constexpr int kSupportOnAPage = 25;

/// An extract with its words and its place.
struct ExtractLine {
  evidence::ExtractId id;
  int document;       ///< The document's number in the inspection.
  std::string title;  ///< The document's.
  evidence::Range range;
  std::string text;
};

struct CaseLine {
  std::string number;
  std::string kind;  ///< As people say it.
};

using SupportLine = std::variant<ExtractLine, CaseLine>;

/// One finding in a list.
struct FindingLine {
  int number;
  Details details;
  State state;
  int extracts;
  int cases;
};

}  // namespace sightline::finding
