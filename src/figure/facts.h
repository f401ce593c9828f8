// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What counts: everything a figure of one programme may rest on, as of one entry of
// the journal. Only published inspections, agreed assessments, codings that stand,
// agreed findings and settled recommendations are facts; figure_store leaves the
// rest out in its queries. Handbook §4.24, §7.25.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "base/partial_date.h"
#include "finding/finding.h"
#include "inspection/inspection.h"
#include "people/people.h"
#include "programme/scale.h"
#include "recommendation/recommendation.h"

namespace sightline::figure {

/// One side's judgement of a case, area by area.
struct GradedCase {
  std::int64_t assessment;
  int revision;
  std::map<std::string, programme::Grade> grades;  ///< By area; only areas that were graded.
};

struct CaseFact {
  std::optional<GradedCase> inspectors;  ///< Agreed.
  std::optional<GradedCase> body;        ///< Submitted.
};

struct CodingFact {
  std::int64_t coding;
  std::string theme;
  std::optional<std::string> parent;  ///< Of the theme; what is coded with it counts for its parent too.
};

struct FindingFact {
  std::int64_t finding;
  int revision;
  finding::Direction direction;
};

struct InspectionFact {
  std::int64_t inspection;
  int dates_revision;  ///< Of the dates, which fieldwork is one of.
  inspection::Kind kind;
  std::optional<Period> fieldwork;
  std::int64_t body;
  std::vector<std::int64_t>
      forces;                  ///< The body itself when it is a force; of an area, those that police it.
  std::int64_t framework = 0;  ///< The version; 0 when it is not known.
  std::optional<std::string> scale;  ///< Its key; nothing when cases are not graded.
  std::vector<CaseFact> cases;
  std::vector<CodingFact> codings;
  std::vector<FindingFact> findings;
};

struct RecommendationFact {
  std::int64_t recommendation;
  int revision;
  recommendation::Term term;
  std::vector<people::OrganisationKind> addressees;  ///< Each kind once.
  std::vector<std::int64_t> inspections;             ///< Whose findings it rests on.
};

struct AreaName {
  std::string key;
  std::string name;
};

struct ThemeName {
  std::int64_t theme;
  int revision;  ///< Of its wording.
  std::string key;
  std::string name;
};

/// What definitions may name.
struct Names {
  std::map<std::string, programme::Scale> scales;  ///< By key, those of the programme's inspections.
  /// By framework version, in order, the overall area last. A version that does not grade cases has none
  /// here.
  std::map<std::int64_t, std::vector<AreaName>> areas;
  std::map<std::int64_t, std::string> scale_of;  ///< The scale of each of those versions.
  std::vector<ThemeName> themes;                 ///< In the codebook's order.
};

struct Facts {
  std::vector<InspectionFact> inspections;
  std::vector<RecommendationFact> recommendations;
  Names names;
};

}  // namespace sightline::figure
