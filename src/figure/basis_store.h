// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Where the records lie that figures rest on: in which inspection, under which number,
// and whether one person may see them.

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "figure/figure.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::bases {

struct InspectionPlace {
  std::string key;
  std::string title;
  std::string body;
  inspection::Kind kind;
  bool is_visible;
};

struct RecordPlace {
  std::optional<std::int64_t> inspection;  ///< Nothing: it belongs to the whole programme.
  std::string number;  ///< Of the case, the document, the finding; the key of a recommendation.
  std::optional<assessment::AssessorType> by;  ///< Of an assessment.
  bool is_visible;
};

struct Places {
  std::map<std::int64_t, InspectionPlace> inspections;
  std::map<std::pair<Input::Kind, std::int64_t>, RecordPlace> records;  ///< But inspections and themes.
};

/// Of every record of the programme that a figure could rest on. Five queries.
Places read_places(sql::Reader& reader, const people::Actor& actor, programme::ProgrammeId programme);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::bases
