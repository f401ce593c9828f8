// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"

#include <doctest/doctest.h>

using namespace sightline;

TEST_CASE("text is accepted in every script and refused when its bytes are not UTF-8") {
  for (const char* good : {"", "Ynys Môn", "Łódź", "শিশু", "👧", "\u07FF\uFFFD\U0010FFFF"})
    CHECK(is_utf8(good));
  for (const std::string_view bad :
       {std::string_view("\xC0\x80"), std::string_view("\xED\xA0\x80"), std::string_view("\xF5\x80\x80\x80"),
        std::string_view("\xE2\x82"), std::string_view("\x80"), std::string_view("a\0b", 3),
        std::string_view("\xF0\x82\x82\xAC")})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("characters are counted as a reader counts them, not as bytes") {
  CHECK(length("Môn") == 3);
  CHECK(length("শিশু") == 4);
  CHECK(length("") == 0);
}

TEST_CASE("blanks and line ends around a text do not count as text") {
  CHECK(trimmed(" \r\n a b \t") == "a b");
  CHECK(trimmed(" \n\t ").empty());
}

TEST_CASE("lines end in one way, however they were sent") {
  CHECK(with_plain_line_ends("one\r\ntwo\nthree") == "one\ntwo\nthree");
}

TEST_CASE("a name becomes an address of lower-case words and hyphens") {
  CHECK(slug("Devon and Cornwall") == "devon-and-cornwall");
  CHECK(slug("  Dyfed-Powys ") == "dyfed-powys");
  CHECK(slug("St. Anne's (North)") == "st-anne-s-north");
}
