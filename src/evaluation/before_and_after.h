// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Before and after: what inspectors' grades of a body say when a review or a
// re-inspection is laid beside the inspection that it follows. Handbook §13.6 to
// §13.11, §7.15 to §7.20.
//
// What is compared is the share of cases below the best grade of the scale, area by
// area. A change is claimed only where the rule of §7.16 allows it, and two
// inspections that it does not allow to compare are shown side by side with the
// reason.
//
// Pure: no clock, no database, no request.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assessment/comparison.h"
#include "figure/disclosure.h"
#include "inspection/inspection.h"
#include "programme/framework.h"

namespace sightline::evaluation {

using figure::Policy;

/// Cases of one area that inspectors graded.
struct AreaCount {
  int below = 0;   ///< Below the best grade.
  int graded = 0;  ///< In any grade.

  friend bool operator==(const AreaCount&, const AreaCount&) = default;
};

/// What inspectors graded in one inspection: agreed assessments alone (§4.24).
struct GradedInspection {
  inspection::InspectionId id;
  std::string key;
  std::string title;
  inspection::Kind kind;
  std::optional<Period> fieldwork;
  std::shared_ptr<const programme::AdoptedFramework> framework;  ///< Nothing: not known.
  std::set<std::string> case_kinds;                              ///< Of the cases that were graded.
  std::map<std::string, AreaCount> areas;                        ///< By key; only those with a graded case.
};

/// Why the two may not be compared, as a sentence; nothing when they may. Handbook §7.16.
std::optional<std::string> obstacle(const GradedInspection& earlier, const GradedInspection& later);

/// One area of two inspections.
struct AreaLine {
  std::string name;
  std::optional<figure::ShownShare> earlier;  ///< Nothing: none was graded.
  std::optional<figure::ShownShare> later;
  std::string difference;        ///< "−30 to −4 percentage points"; empty where nothing is compared.
  std::string sentence;          ///< What may be said of it; empty where the two may not be compared at all.
  std::optional<Change> change;  ///< Exactly where the two were compared.
};

/// Two inspections of one body, area by area, in the order of the later framework.
struct BeforeAndAfter {
  std::string earlier_key, earlier_title;
  std::string later_key, later_title;
  std::optional<Period> earlier_fieldwork;
  std::optional<Period> later_fieldwork;
  std::string graded;                   ///< "below good": what is counted, on the later scale.
  std::optional<std::string> obstacle;  ///< Why they were not compared.
  std::vector<AreaLine> areas;
};

BeforeAndAfter laid_beside(const GradedInspection& earlier, const GradedInspection& later, Policy policy);

/// How many comparisons were made, and what they came to: said on a page that makes several. Handbook §7.20.
struct Comparisons {
  int made = 0;
  int falls = 0;
  int rises = 0;

  void add(const BeforeAndAfter& pair);
};

}  // namespace sightline::evaluation
