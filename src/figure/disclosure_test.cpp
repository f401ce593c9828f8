// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/disclosure.h"

#include <doctest/doctest.h>

namespace sightline::figure {

namespace {

std::string people(int count) {
  return shown_count(count, Unit::People, Policy::RoundedToFive).text;
}

std::string share_of_people(int part, int whole) {
  return shown_share(Share(part, whole), Unit::People, Policy::RoundedToFive).text;
}

}  // namespace

// The rule is Ofqual's rounding policy of October 2025:
// https://www.gov.uk/government/publications/ofquals-statistics-policies-and-procedures/rounding-policy
TEST_CASE("one to four people are shown as fewer than 5, and nobody as 0") {
  CHECK(people(0) == "0");
  for (const int few : {1, 2, 3, 4}) CHECK(people(few) == "fewer than 5");
  CHECK_FALSE(shown_count(3, Unit::People, Policy::RoundedToFive).number.has_value());
}

TEST_CASE("five people or more are shown to the nearest 5") {
  CHECK(people(5) == "5");
  CHECK(people(7) == "5");
  CHECK(people(8) == "10");
  CHECK(people(12) == "10");
  CHECK(people(13) == "15");
  CHECK(people(1'238) == "1,240");
}

TEST_CASE("organisations and records are shown as counted, because nobody is found by counting forces") {
  CHECK(shown_count(1, Unit::Organisations, Policy::RoundedToFive).text == "1");
  CHECK(shown_count(64, Unit::Records, Policy::RoundedToFive).text == "64");
}

TEST_CASE("those who may read the evidence see counts of people as they are") {
  CHECK(shown_count(3, Unit::People, Policy::AsCounted).text == "3");
  CHECK(shown_share(Share(41, 120), Unit::People, Policy::AsCounted).text == "41 of 120 (34%)");
}

TEST_CASE("a percentage is of the counts as they are, not as they are shown") {
  CHECK(share_of_people(41, 120) == "40 of 120 (34%)");
  CHECK(share_of_people(42, 118) == "40 of 120 (36%)");
}

TEST_CASE("no percentage is given where it would tell how many the fewer than 5 are") {
  CHECK(share_of_people(3, 120) == "fewer than 5 of 120");
  CHECK(share_of_people(117, 120) == "115 of 120");
  CHECK(share_of_people(2, 4) == "fewer than 5 of fewer than 5");
}

TEST_CASE("none and all are shares like any other") {
  CHECK(share_of_people(0, 120) == "0 of 120 (0%)");
  CHECK(share_of_people(120, 120) == "120 of 120 (100%)");
}

TEST_CASE("what is shown of a count of people tells no two counts apart that round alike") {
  for (int part = 0; part <= 60; ++part) {
    const ShownCount shown = shown_count(part, Unit::People, Policy::RoundedToFive);
    if (shown.number) CHECK(*shown.number % 5 == 0);
    CHECK((part == 0) == (shown.text == "0"));
  }
}

}  // namespace sightline::figure
