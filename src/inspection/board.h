// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The programme board: all inspections that somebody may see, as lines, and what
// they can be filtered by.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>

#include "inspection/inspection.h"

namespace sightline::inspection {

/// Nothing means: whatever it is.
struct BoardFilter {
  std::optional<programme::ProgrammeId> programme = {};
  std::optional<Kind> kind = {};
  std::optional<people::OrganisationId> body = {};
  std::optional<Stage> stage = {};
  std::optional<Origin> origin = {};
};

struct BoardLine {
  InspectionId id;
  std::string key;
  std::string title;
  Kind kind;
  people::OrganisationId body;
  std::string body_key;
  std::string body_name;
  Origin origin;
  people::Reality reality;
  std::optional<Stage> stage;
  std::optional<std::string> theme;
  Dates dates;
};

/// A body that can be chosen from a list.
struct BodyChoice {
  people::OrganisationId id;
  std::string name;
  people::OrganisationKind kind;
  people::Reality reality;
};

/// One entry of the journal about an inspection, as a sentence tells it.
struct HistoryEntry {
  std::int64_t number;
  Date recorded_on;                   ///< In London.
  std::optional<std::string> person;  ///< Nothing: the operator.
  std::string command;
};

}  // namespace sightline::inspection
