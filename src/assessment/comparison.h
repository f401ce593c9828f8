// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Two samples of cases compared, and the one sentence that may be said of them.
// Handbook §7.15 to §7.19. Whether they may be compared at all, whoever has them
// knows: of published totals published_total.h.
//
// Pure: no clock, no database, no request.

#pragma once

#include <string>
#include <string_view>

#include "base/share.h"

namespace sightline::assessment {

/// Two shares of different cases, which the rules of §7.16 allow to compare.
struct Comparison {
  Share earlier;
  Share later;
  Interval difference;  ///< Of the later minus the earlier share.
  Change change;
};

/// REQUIRES: the other conditions of §7.16 hold; only whether a change may be claimed is asked here.
Comparison compared(Share earlier, Share later);

/// "60% and then 80% were graded good. The share graded good was larger in the second sample (+5 to +33
/// percentage points, 95% interval). …" Claims no more than the samples support. `graded` as in "good".
std::string in_words(const Comparison& comparison, std::string_view graded);

/// "+5 to +33 percentage points".
std::string points_in_words(const Interval& difference);

}  // namespace sightline::assessment
