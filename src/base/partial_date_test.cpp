// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a partial date says, and what it refuses to say. Handbook §6.3, §6.5.

#include "base/partial_date.h"

#include <doctest/doctest.h>

using sightline::certainly_before;
using sightline::Date;
using sightline::PartialDate;
using sightline::Period;

namespace {

PartialDate date(std::string_view text) {
  return PartialDate::from_iso(text).value();
}

Period period(std::string_view text) {
  return Period::from_iso(text).value();
}

}  // namespace

TEST_CASE("a partial date is shown exactly as far as it is known") {
  CHECK(date("2014").in_words() == "2014");
  CHECK(date("2014-08").in_words() == "August 2014");
  CHECK(date("2019-02-04").in_words() == "4 February 2019");
}

TEST_CASE("a partial date is written as it was read") {
  for (const char* text : {"2014", "2014-08", "2019-02-04", "0800-01"}) CHECK(date(text).iso() == text);
}

TEST_CASE("a partial date of another shape, or of a day that does not exist, is not read") {
  for (const char* text :
       {"", "14", "201", "0000", "2014-", "2014-8", "2014-13", "2014-00", "2014-08-", "2014-02-30", "2014/08",
        " 2014", "2014 ", "2014-08-1", "2014-08-011", "+014", "2014-08/2014-09"})
    CHECK_FALSE(PartialDate::from_iso(text));
}

TEST_CASE("a partial date covers every day from its first to its last") {
  CHECK(date("2014").earliest() == Date(2014, 1, 1));
  CHECK(date("2014").latest() == Date(2014, 12, 31));
  CHECK(date("2016-02").latest() == Date(2016, 2, 29));
  CHECK(date("2019-02-04").earliest() == date("2019-02-04").latest());
}

TEST_CASE("a period is shown in plain English without saying a month or year twice") {
  CHECK(period("2014-08").in_words() == "August 2014");
  CHECK(period("2014-08/2015-02").in_words() == "August 2014 to February 2015");
  CHECK(period("2015-02/2015-03").in_words() == "February to March 2015");
  CHECK(period("2019-02-04/2019-02-15").in_words() == "4 to 15 February 2019");
  CHECK(period("2019-01-28/2019-02-08").in_words() == "28 January to 8 February 2019");
  CHECK(period("2018-12-31/2019-01-11").in_words() == "31 December 2018 to 11 January 2019");
  CHECK(period("2014/2015").in_words() == "2014 to 2015");
  CHECK(period("2014-08/2015").in_words() == "August 2014 to 2015");
}

TEST_CASE("a period that ends before it begins is not read") {
  CHECK_FALSE(Period::from_iso("2015-02/2014-08"));
  CHECK_FALSE(Period::from_iso("2015/2014-12-31"));
  CHECK(Period::from_iso("2014/2014-08"));
}

TEST_CASE("a period needs two whole ends and one slash") {
  for (const char* text :
       {"", "/", "2014-08/", "/2014-08", "2014//2015", "2014/2015/2016", "2014-08-2014-09"})
    CHECK_FALSE(Period::from_iso(text));
}

TEST_CASE("a period between two equal dates is that date") {
  CHECK(period("2014-08/2014-08") == Period(date("2014-08")));
  CHECK(period("2014-08/2014-08").iso() == "2014-08");
  CHECK(period("2014-08/2015-02").iso() == "2014-08/2015-02");
}

TEST_CASE("one date is before another only where every day it may mean is") {
  CHECK(certainly_before(date("2014"), date("2015-01-01")));
  CHECK(certainly_before(period("2014-08/2014-09"), date("2014-10")));
  CHECK_FALSE(certainly_before(date("2014"), date("2014-08")));
  CHECK_FALSE(certainly_before(date("2014-08"), date("2014")));
  CHECK_FALSE(certainly_before(date("2014-08"), date("2014-08")));
  CHECK_FALSE(certainly_before(period("2014-08/2015-02"), date("2015-02-10")));
}
