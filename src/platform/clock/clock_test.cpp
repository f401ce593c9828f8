// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The day in London, on both sides of midnight and of summer time.

#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <chrono>

namespace sightline::clock {
namespace {

using namespace std::chrono_literals;

Timestamp at(const char* iso) {
  return *Timestamp::from_iso(iso);
}

TEST_CASE("in winter the day in London ends at midnight UTC") {
  CHECK(london_date(at("2020-02-27T23:59:59.999Z")) == Date(2020, 2, 27));
  CHECK(london_date(at("2020-02-28T00:00:00.000Z")) == Date(2020, 2, 28));
}

TEST_CASE("in summer the day in London begins an hour before midnight UTC") {
  CHECK(london_date(at("2020-07-14T22:59:59.999Z")) == Date(2020, 7, 14));
  CHECK(london_date(at("2020-07-14T23:00:00.000Z")) == Date(2020, 7, 15));
}

TEST_CASE("summer time runs from the last Sunday of March to the last Sunday of October, at 01:00 UTC") {
  // Summer Time Act 1972 s1, as amended by S.I. 2002/262: 29 March and 25 October in 2020.
  CHECK(in_london_words(at("2020-03-29T00:59:00.000Z")) == "00:59 on 29 March 2020");
  CHECK(in_london_words(at("2020-03-29T01:00:00.000Z")) == "02:00 on 29 March 2020");
  CHECK(in_london_words(at("2020-10-25T00:59:00.000Z")) == "01:59 on 25 October 2020");
  CHECK(in_london_words(at("2020-10-25T01:00:00.000Z")) == "01:00 on 25 October 2020");
}

TEST_CASE("the rules of other years come from the tz database: 1970 was summer time all year") {
  CHECK(in_london_words(at("1970-01-01T00:00:00.000Z")) == "01:00 on 1 January 1970");
}

TEST_CASE("the start of a day in London is the first moment that has its date") {
  for (Date day = Date(2019, 12, 30); day < Date(2021, 1, 3); day = day + std::chrono::days(1)) {
    const Timestamp start = start_of_london_day(day);
    CHECK(london_date(start) == day);
    CHECK(london_date(start - 1ms) == day - std::chrono::days(1));
  }
}

TEST_CASE("fifty-six days beginning with 27 February 2020 end with 22 April 2020") {
  // Police Act 1996 s55: the day of publication is the first of the fifty-six.
  const FixedClock publication(at("2020-02-27T00:01:00.000Z"));
  CHECK(publication.today() + std::chrono::days(55) == Date(2020, 4, 22));
}

TEST_CASE("a fixed clock stands still until it is set or moved") {
  FixedClock clock(at("2026-03-01T09:30:00.000Z"));
  CHECK(clock.now() == clock.now());
  clock.advance(90min);
  CHECK(clock.now() == at("2026-03-01T11:00:00.000Z"));
  clock.set(at("2020-02-27T00:00:00.000Z"));
  CHECK(clock.today() == Date(2020, 2, 27));
}

TEST_CASE("the system's clock tells the time of this machine and does not run backwards between two looks") {
  const SystemClock clock;
  const Timestamp first = clock.now();
  const Timestamp second = clock.now();
  CHECK(second >= first);
  CHECK(first > at("2024-01-01T00:00:00.000Z"));
}

}  // namespace
}  // namespace sightline::clock
