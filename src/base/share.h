// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A share of a whole that keeps its two parts, and how far a sample lets one trust it.

#pragma once

#include <string>

namespace sightline {

/// `part` of `whole`. REQUIRES: 0 <= part <= whole and whole > 0.
class Share {
 public:
  Share(int part, int whole);

  int part() const { return part_; }
  int whole() const { return whole_; }
  /// Between 0 and 1. For arithmetic and drawing; pages show the parts as well.
  double proportion() const { return static_cast<double>(part_) / whole_; }

  friend bool operator==(const Share&, const Share&) = default;

 private:
  int part_;
  int whole_;
};

/// A proportion, or the difference of two, in whole per cent, half away from zero: 34. Handbook §7.9.
int whole_percent(double proportion);
/// "34%".
std::string percent(double proportion);

struct Interval {
  double low;
  double high;

  bool contains(double value) const { return low <= value && value <= high; }
};

/// The 95% Wilson score interval, without continuity correction. Handbook §7.10.
///
/// Wilson (1927), Journal of the American Statistical Association 22, 209–212; method 3 of
/// Newcombe (1998), Statistics in Medicine 17, 857–872. Within 0 and 1 also for very small samples.
Interval wilson_interval(Share share);

/// The 95% interval for `later` minus `earlier`, two independent samples: Newcombe's hybrid score
/// interval, method 10 of Newcombe (1998), Statistics in Medicine 17, 873–890. Handbook §7.15.
Interval difference_interval(Share later, Share earlier);

/// What two samples allow one to say. A change is claimed only when the interval of the difference
/// leaves out 0: the first of the conditions of Handbook §7.16, not the others.
enum class Change { Rise, Fall, NotShown };
Change change_between(Share earlier, Share later);

}  // namespace sightline
