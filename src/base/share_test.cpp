// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Intervals held against the worked examples of the papers they come from.

#include "base/share.h"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

using namespace sightline;

namespace {

double to_four_places(double value) {
  return std::round(value * 10000) / 10000;
}

void check_wilson(int part, int whole, double low, double high) {
  CAPTURE(part);
  CAPTURE(whole);
  const Interval interval = wilson_interval(Share(part, whole));
  CHECK(to_four_places(interval.low) == doctest::Approx(low));
  CHECK(to_four_places(interval.high) == doctest::Approx(high));
}

void check_difference(Share first, Share second, double low, double high) {
  CAPTURE(first.part());
  CAPTURE(second.part());
  const Interval interval = difference_interval(first, second);
  CHECK(to_four_places(interval.low) == doctest::Approx(low));
  CHECK(to_four_places(interval.high) == doctest::Approx(high));
}

}  // namespace

TEST_CASE(
    "the Wilson interval gives the four examples of Newcombe 1998, table I, method 3") {  // Handbook §7.21
  check_wilson(81, 263, 0.2553, 0.3662);
  check_wilson(15, 148, 0.0624, 0.1605);
  check_wilson(0, 20, 0.0000, 0.1611);
  check_wilson(1, 29, 0.0061, 0.1718);
}

TEST_CASE("the interval of a difference gives the examples of Newcombe 1998, table II, method 10") {  // §7.21
  check_difference(Share(56, 70), Share(48, 80), 0.0524, 0.3339);
  check_difference(Share(9, 10), Share(3, 10), 0.1705, 0.8090);
  check_difference(Share(6, 7), Share(2, 7), 0.0582, 0.8062);
  check_difference(Share(5, 56), Share(0, 29), -0.0381, 0.1926);
  check_difference(Share(0, 10), Share(0, 20), -0.1611, 0.2775);
  check_difference(Share(10, 10), Share(0, 20), 0.6791, 1.0000);
  check_difference(Share(10, 10), Share(0, 10), 0.6075, 1.0000);
}

TEST_CASE("an interval never leaves the range from none to all, and always holds the share itself") {
  for (int whole = 1; whole <= 60; ++whole)
    for (int part = 0; part <= whole; ++part) {
      const Interval interval = wilson_interval(Share(part, whole));
      CHECK(interval.low >= 0);
      CHECK(interval.high <= 1);
      CHECK(interval.low <= Share(part, whole).proportion());
      CHECK(interval.high >= Share(part, whole).proportion());
    }
}

TEST_CASE("23 good cases of 74 and then 9 of 34 show no change") {  // Handbook §7.21
  CHECK(change_between(Share(23, 74), Share(9, 34)) == Change::NotShown);
}

TEST_CASE("a change is claimed only when the samples leave out that there was none") {  // Handbook §7.16
  CHECK(change_between(Share(48, 80), Share(56, 70)) == Change::Rise);
  CHECK(change_between(Share(56, 70), Share(48, 80)) == Change::Fall);
  CHECK(change_between(Share(5, 10), Share(5, 10)) == Change::NotShown);
}

TEST_CASE("a share of nothing, or of more than there is, is a bug and says so") {
  CHECK_THROWS_AS(Share(0, 0), std::logic_error);
  CHECK_THROWS_AS(Share(3, 2), std::logic_error);
  CHECK_THROWS_AS(Share(-1, 2), std::logic_error);
}
