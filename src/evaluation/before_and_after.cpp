// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after.h"

#include <algorithm>

#include "base/text.h"

namespace sightline::evaluation {

namespace {

const programme::Scale* scale_of(const GradedInspection& inspection) {
  const auto& framework = inspection.framework;
  return framework && framework->framework.scale ? &*framework->framework.scale : nullptr;
}

AreaCount count_in(const GradedInspection& inspection, const std::string& area) {
  const auto found = inspection.areas.find(area);
  return found == inspection.areas.end() ? AreaCount{} : found->second;
}

std::optional<Share> share_of(const AreaCount& count) {
  if (count.graded == 0) return std::nullopt;
  return Share(count.below, count.graded);
}

std::optional<figure::ShownShare> shown(const std::optional<Share>& share, Policy policy) {
  if (!share) return std::nullopt;
  return figure::shown_share(*share, figure::Unit::People, policy);
}

std::string below_best(const GradedInspection& inspection) {
  const programme::Scale* scale = scale_of(inspection);
  return scale ? "below " + lower_ascii(scale->labels.back()) : "below the best grade";
}

/// The areas of the later framework in order, then those that only the earlier had.
std::vector<programme::Area> areas_of(const GradedInspection& earlier, const GradedInspection& later) {
  std::vector<programme::Area> areas;
  for (const GradedInspection* each : {&later, &earlier}) {
    if (!each->framework) continue;
    for (const programme::Area& area : each->framework->framework.areas)
      if (std::ranges::find(areas, area.key, &programme::Area::key) == areas.end()) areas.push_back(area);
  }
  return areas;
}

/// REQUIRES: the two inspections may be compared.
void compare(AreaLine& line, const std::optional<Share>& earlier, const std::optional<Share>& later,
             const std::string& graded) {
  if (!earlier || !later) {
    line.sentence = "Nothing was graded here in one of the two, so there is nothing to compare.";
  } else if (!line.earlier->interval || !line.later->interval) {
    line.sentence = "The numbers are too small to be compared without giving them away.";
  } else {
    const assessment::Comparison comparison = assessment::compared(*earlier, *later);
    line.difference = assessment::points_in_words(comparison.difference);
    line.sentence = assessment::in_words(comparison, graded);
    line.change = comparison.change;
  }
}

}  // namespace

// Handbook §7.16, §13.8
std::optional<std::string> obstacle(const GradedInspection& earlier, const GradedInspection& later) {
  const programme::Scale* before = scale_of(earlier);
  const programme::Scale* after = scale_of(later);
  if (!before || !after) return "Cases were not graded in both of them.";
  if (before->key != after->key) return "They were graded on different scales.";
  if (earlier.framework->id != later.framework->id) return "The framework changed between them.";
  if (!earlier.fieldwork || !later.fieldwork || !certainly_before(*earlier.fieldwork, *later.fieldwork))
    return "Their dates of fieldwork do not show which came first.";
  if (earlier.case_kinds != later.case_kinds) return "Their cases were not of the same kinds.";
  return std::nullopt;
}

BeforeAndAfter laid_beside(const GradedInspection& earlier, const GradedInspection& later, Policy policy) {
  BeforeAndAfter pair{.earlier_key = earlier.key,
                      .earlier_title = earlier.title,
                      .later_key = later.key,
                      .later_title = later.title,
                      .earlier_fieldwork = earlier.fieldwork,
                      .later_fieldwork = later.fieldwork,
                      .graded = below_best(later),
                      .obstacle = obstacle(earlier, later),
                      .areas = {}};
  for (const programme::Area& area : areas_of(earlier, later)) {
    const std::optional<Share> before = share_of(count_in(earlier, area.key));
    const std::optional<Share> after = share_of(count_in(later, area.key));
    AreaLine line{.name = area.name,
                  .earlier = shown(before, policy),
                  .later = shown(after, policy),
                  .difference = {},
                  .sentence = {},
                  .change = {}};
    if (!pair.obstacle) compare(line, before, after, pair.graded);
    pair.areas.push_back(std::move(line));
  }
  return pair;
}

void Comparisons::add(const BeforeAndAfter& pair) {
  for (const AreaLine& line : pair.areas) {
    if (!line.change) continue;
    ++made;
    if (*line.change == Change::Fall) ++falls;
    if (*line.change == Change::Rise) ++rises;
  }
}

}  // namespace sightline::evaluation
