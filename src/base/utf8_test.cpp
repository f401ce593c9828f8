// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Well-formed and ill-formed text.

#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace sightline {
namespace {

TEST_CASE("text in any script is well-formed UTF-8") {
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("Gwent"));
  CHECK_FALSE(first_invalid_utf8("T\xc5\xb7 Hywel \xe2\x80\x93 \xf0\x9f\x93\x96"));
  CHECK_FALSE(first_invalid_utf8(std::string(1, '\0')));
}

TEST_CASE("the first and the last code point of every length are well formed") {
  for (const char* text : {"\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                           "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
    CHECK_FALSE(first_invalid_utf8(text));
}

TEST_CASE("overlong forms, surrogates, lone bytes and code points past the end are found where they stand") {
  for (const char* wrong :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xc3", "\xe2\x80", "\xf0\x9f\x93"})
    CHECK(first_invalid_utf8("Gwent " + std::string(wrong)) == 6);
}

TEST_CASE("a text saved in Latin-1 is not taken for UTF-8") {
  CHECK(first_invalid_utf8("caf\xe9, London") == 3);
}

TEST_CASE("plain text holds line feeds and tabs, and no other control character") {
  CHECK(is_plain_text("One\n\ttwo, caf\xc3\xa9 \xe6\xbc\xa2"));
  for (const char* wrong : {"\r", "\x1b", "\x7f", "\xc2\x85", "\x80"}) CHECK_FALSE(is_plain_text(wrong));
  CHECK_FALSE(is_plain_text(std::string(1, '\0')));
}

TEST_CASE("a slice counts code points, whatever their length in bytes") {
  const std::string text = "a\xc3\xa9\xe6\xbc\xa2\xf0\x9f\xa6\x8bz";
  CHECK(utf8::slice(text, 0, 5) == text);
  CHECK(utf8::slice(text, 1, 3) == "\xc3\xa9\xe6\xbc\xa2");
  CHECK(utf8::slice(text, 3, 4) == "\xf0\x9f\xa6\x8b");
  CHECK(utf8::slice(text, 5, 5).empty());
}

}  // namespace
}  // namespace sightline
