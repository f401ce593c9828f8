// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/dashboard.h"

namespace sightline::insight {

std::optional<Share> share_below(const Counts& counts, programme::Grade standard) {
  if (counts.graded() == 0) return std::nullopt;
  return Share(counts.below(standard), counts.graded());
}

}  // namespace sightline::insight
