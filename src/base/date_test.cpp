// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/date.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace sightline;
using std::chrono::days;
using std::chrono::milliseconds;

TEST_CASE("a day is read only in full, and only when it exists") {
  CHECK(Date::from_iso("2020-02-29")->iso() == "2020-02-29");
  for (const char* wrong : {"2019-02-29", "2020-2-29", "20-02-2020", "2020-02-30", "2020-00-10", "0000-01-01",
                            "2020-02-29 ", "2020/02/29", "２020-02-29", ""}) {
    CAPTURE(wrong);
    CHECK_FALSE(Date::from_iso(wrong));
  }
}

TEST_CASE("a day is written for people as on GOV.UK") {
  CHECK(Date(2020, 2, 27).in_words() == "27 February 2020");
}

TEST_CASE("days are counted over the end of February in a leap year") {
  CHECK((Date(2020, 2, 27) + days(55)).iso() == "2020-04-22");
  CHECK(Date(2020, 3, 1) - Date(2020, 2, 28) == days(2));
}

TEST_CASE("a day that does not exist cannot be made") {
  CHECK_THROWS_AS(Date(2021, 2, 29), std::logic_error);
}

TEST_CASE("a moment is written and read to the millisecond, and sorts as text") {
  const Timestamp moment = *Timestamp::from_iso("2026-11-23T09:30:00.125Z");
  CHECK(moment.iso() == "2026-11-23T09:30:00.125Z");
  CHECK((moment + milliseconds(875)).iso() == "2026-11-23T09:30:01.000Z");
  CHECK(moment.iso() < (moment + milliseconds(1)).iso());
}

TEST_CASE("a moment is read only in the one form it is written in") {
  for (const char* wrong : {"2026-11-23T09:30:00Z", "2026-11-23 09:30:00.125Z", "2026-11-23T24:00:00.000Z",
                            "2026-11-23T09:60:00.000Z", "2026-11-23T09:30:00.125+00:00", ""}) {
    CAPTURE(wrong);
    CHECK_FALSE(Timestamp::from_iso(wrong));
  }
}
