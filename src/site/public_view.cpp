// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/public_view.h"

namespace sightline::site {

namespace {

std::optional<Period> time_of_total(const ForceView& force, const assessment::PublishedTotal& total) {
  for (const InspectionView& view : force.inspections)
    if (total.inspection == view.inspection.id) return time_of(view.inspection);
  return std::nullopt;
}

}  // namespace

std::optional<Period> time_of(const inspection::Inspection& inspection) {
  if (inspection.dates.fieldwork) return inspection.dates.fieldwork->when;
  if (inspection.dates.report) return Period(*inspection.dates.report);
  return std::nullopt;
}

std::vector<ComparedTotals> comparisons(const ForceView& force) {
  std::vector<ComparedTotals> all;
  for (const assessment::PublishedTotal& earlier : force.totals)
    for (const assessment::PublishedTotal& later : force.totals) {
      const auto first = time_of_total(force, earlier), second = time_of_total(force, later);
      if (!first || !second) continue;
      if (const auto compared = assessment::compare(earlier, *first, later, *second))
        all.push_back({&earlier, &later, *compared});
    }
  return all;
}

}  // namespace sightline::site
