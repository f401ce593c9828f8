// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"

#include <doctest/doctest.h>

#include <limits>

namespace sightline {

TEST_CASE("a number above 999 is written with commas between its thousands") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1000) == "1,000");
  CHECK(with_commas(12'345) == "12,345");
  CHECK(with_commas(123'456) == "123,456");
  CHECK(with_commas(1'234'567) == "1,234,567");
}

TEST_CASE("a number below nought has a minus sign and the same commas") {
  CHECK(with_commas(-5) == "−5");
  CHECK(with_commas(-123) == "−123");
  CHECK(with_commas(-1234) == "−1,234");
  CHECK(with_commas(std::numeric_limits<std::int64_t>::min()) == "−9,223,372,036,854,775,808");
}

TEST_CASE("what is counted is named as one or as many") {
  CHECK(counted(0, "case", "cases") == "0 cases");
  CHECK(counted(1, "case", "cases") == "1 case");
  CHECK(counted(1234, "case", "cases") == "1,234 cases");
}

TEST_CASE("the size of a file is said in the unit that people can take in") {
  CHECK(size_in_words(1) == "1 byte");
  CHECK(size_in_words(999) == "999 bytes");
  CHECK(size_in_words(1000) == "1 kB");
  CHECK(size_in_words(1001) == "2 kB");
  CHECK(size_in_words(998'001) == "999 kB");
  CHECK(size_in_words(999'001) == "1 MB");
  CHECK(size_in_words(25'000'000) == "25 MB");
}

}  // namespace sightline
