// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The record of a programme with its earlier revisions, from which the facts of an
// earlier day can be put together again: those that a figure was frozen with.
// Handbook §7.32.
//
// Pure: no clock, no database, no request.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "figure/facts.h"
#include "figure/figure.h"

namespace sightline::figure {

struct AssessmentRecord {
  std::int64_t inspection;
  std::int64_t case_id;
  assessment::AssessorType by;
  std::map<int, assessment::State> states;  ///< By revision.
  /// By area, then by revision; nothing where the area was not graded at that revision.
  std::map<std::string, std::map<int, std::optional<programme::Grade>>> grades;
};

struct CodingRecord {
  std::int64_t inspection;
  CodingFact fact;
};

struct FindingRevision {
  bool is_agreed;
  finding::Direction direction;
};
struct FindingRecord {
  std::int64_t inspection;
  std::map<int, FindingRevision> revisions;
};

/// Something a recommendation had from one revision on, until it was taken away at another.
template <class Thing>
struct Held {
  Thing thing;
  int added;
  std::optional<int> removed;

  bool holds_at(int revision) const { return added <= revision && (!removed || revision < *removed); }
};

struct RecommendationRevision {
  bool is_settled;
  recommendation::Term term;
};
struct RecommendationRecord {
  std::map<int, RecommendationRevision> revisions;
  std::vector<Held<people::OrganisationKind>> addressees;
  std::vector<Held<std::int64_t>> inspections;  ///< Of the findings it rested on.
};

struct Record {
  std::map<std::int64_t, InspectionFact> inspections;  ///< Without dates and without what lies in them.
  std::map<std::int64_t, std::map<int, std::optional<Period>>>
      fieldwork;  ///< By inspection, then by revision.
  std::map<std::int64_t, AssessmentRecord> assessments;
  std::map<std::int64_t, CodingRecord> codings;
  std::map<std::int64_t, FindingRecord> findings;
  std::map<std::int64_t, RecommendationRecord> recommendations;
  Names names;  ///< Without themes.
  std::map<std::int64_t, std::string> theme_keys;
  std::vector<std::int64_t> theme_order;
  std::map<std::int64_t, std::map<int, std::string>> theme_names;  ///< By theme, then by revision.
};

/// The facts made of `inputs` alone, each at its revision. What is no longer there, or was not agreed,
/// submitted or settled at that revision, is left out: compute() then gives another value than it gave.
Facts facts_of(const Record& record, std::span<const Input> inputs);

}  // namespace sightline::figure
