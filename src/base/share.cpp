// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/share.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sightline {

namespace {

constexpr double kZ = 1.959963984540054;  // 97.5% point of the standard normal distribution

double distance(double a, double b) {
  return std::sqrt(a * a + b * b);
}

}  // namespace

Share::Share(int part, int whole) : part_(part), whole_(whole) {
  if (whole <= 0 || part < 0 || part > whole) throw std::logic_error("a share that is no part of its whole");
}

int whole_percent(double proportion) {
  return static_cast<int>(std::lround(proportion * 100));
}

std::string percent(double proportion) {
  return std::to_string(whole_percent(proportion)) + "%";
}

Interval wilson_interval(Share share) {
  const double n = share.whole();
  const double p = share.proportion();
  const double centre = 2 * n * p + kZ * kZ;
  const double spread = kZ * std::sqrt(kZ * kZ + 4 * n * p * (1 - p));
  const double scale = 2 * (n + kZ * kZ);
  return {std::clamp((centre - spread) / scale, 0.0, 1.0), std::clamp((centre + spread) / scale, 0.0, 1.0)};
}

Interval difference_interval(Share later, Share earlier) {
  const double p1 = later.proportion(), p2 = earlier.proportion();
  const Interval one = wilson_interval(later), two = wilson_interval(earlier);
  return {p1 - p2 - distance(p1 - one.low, two.high - p2), p1 - p2 + distance(one.high - p1, p2 - two.low)};
}

Change change_between(Share earlier, Share later) {
  const Interval difference = difference_interval(later, earlier);
  if (difference.contains(0)) return Change::NotShown;
  return difference.low > 0 ? Change::Rise : Change::Fall;
}

}  // namespace sightline
