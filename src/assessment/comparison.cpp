// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/comparison.h"

#include <cstdlib>

namespace sightline::assessment {

namespace {

std::string points(double difference) {
  const int rounded = whole_percent(difference);
  return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + std::to_string(std::abs(rounded));
}

}  // namespace

Comparison compared(Share earlier, Share later) {
  return {.earlier = earlier,
          .later = later,
          .difference = difference_interval(later, earlier),
          .change = change_between(earlier, later)};
}

std::string points_in_words(const Interval& difference) {
  return points(difference.low) + " to " + points(difference.high) + " percentage points";
}

// Handbook §7.15-7.17
std::string in_words(const Comparison& comparison, std::string_view graded) {
  const std::string grade(graded);
  const std::string interval = points_in_words(comparison.difference) + ", 95% interval";
  const std::string shares = percent(comparison.earlier.proportion()) + " and then " +
                             percent(comparison.later.proportion()) + " were graded " + grade;
  if (comparison.change == Change::NotShown)
    return shares + ". The two samples do not show a change (" + interval +
           "). That does not say that there was none.";
  const std::string direction = comparison.change == Change::Rise ? "larger" : "smaller";
  return shares + ". The share graded " + grade + " was " + direction + " in the second sample (" + interval +
         "). This is a change between two samples.";
}

}  // namespace sightline::assessment
