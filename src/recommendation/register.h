// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Recommendations as they stand in the register of a programme, and beside what they
// rest on. Handbook §8.24.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "finding/finding.h"
#include "recommendation/recommendation.h"

namespace sightline::recommendation {

inline constexpr int kRecommendationsOnAPage = 25;
inline constexpr int kFindingsOnAPage = 25;

/// Which recommendations a register is asked for; nothing: all.
struct RegisterFilter {
  std::optional<Term> term = {};
  std::optional<people::OrganisationKind> addressee = {};
};

struct Addressee {
  OrganisationId id;
  std::string name;
  people::OrganisationKind kind;
};

struct RegisterLine {
  int number;
  Details details;
  State state;
  std::vector<Addressee> addressees;    ///< In order of name.
  std::optional<Date> first_published;  ///< Nothing: not published.
};

/// A finding that a recommendation rests on, or could.
struct FindingLine {
  std::string inspection_key;
  std::string inspection_title;
  people::Reality reality;
  int number;
  std::string statement;
  finding::Direction direction;
  finding::State state;
};

}  // namespace sightline::recommendation
