// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is JSON, what is not, and what is written.

#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>
#include <string>

namespace sightline::json {
namespace {

std::string why_not(std::string_view text, Limits limits = {}) {
  const Result<Value> value = parse(text, limits);
  return value ? "it was read" : value.refusal().message;
}

TEST_CASE("what is read is written as the same text, in the same order") {
  for (const char* text :
       {"null", "true", "false", "0", "-1", "9223372036854775807", "1.5", "\"\"", "\"T\xc5\xb7\"", "[]", "{}",
        R"({"b":1,"a":[1,2,{"c":null}]})", R"("a\"b\\c\n\u0001")"})
    CHECK(write(*parse(text)) == text);
}

TEST_CASE("a pretty document has one member to a line and ends with a line feed") {
  const Value value = Object{{"forces", 43}, {"kinds", Array{"child protection", 2}}, {"none", Array{}}};
  CHECK(write_pretty(value) ==
        "{\n  \"forces\": 43,\n  \"kinds\": [\n    \"child protection\",\n    2\n  ],\n  \"none\": []\n}\n");
}

TEST_CASE("a number with a fraction is written in the shortest way that reads back the same") {
  CHECK(write(0.1) == "0.1");
  CHECK(write(12.5) == "12.5");
  CHECK(write(2.0) == "2.0");
  CHECK(write(*parse("-0.00")) == "-0.0");
  CHECK(*parse(write(1.0 / 3.0))->get_if<double>() == 1.0 / 3.0);
  CHECK(*parse("977165.4267578125")->get_if<double>() == 977165.4267578125);
  CHECK(*parse("1e-999")->get_if<double>() == 0.0);
  CHECK(*parse("-25E+2")->get_if<double>() == -2500.0);
}

TEST_CASE("an object that names a key twice is refused where the second one stands") {
  CHECK(why_not("{\"grade\": 1,\n \"grade\": 2}") ==
        "The JSON cannot be read: at line 2, column 8, this key stands in the object twice.");
  CHECK(why_not(R"({"a":1,"\u0061":2})").ends_with("this key stands in the object twice."));
  CHECK(why_not(R"({"a":{"a":1}})") == "it was read");
}

TEST_CASE("bytes that are not UTF-8 are refused where they stand") {
  CHECK(why_not("{\n\"name\": \"caf\xe9\"}") ==
        "The JSON cannot be read: at line 2, column 13, a byte is not UTF-8.");
}

TEST_CASE("what is nested too deep or is too long is refused") {
  CHECK(why_not(std::string(32, '[') + std::string(32, ']')) == "it was read");
  CHECK(why_not(std::string(33, '[') + std::string(33, ']')).ends_with("more than 32 deep."));
  CHECK(why_not(std::string(200'000, '[')).ends_with("more than 32 deep."));
  CHECK(why_not("[1,2,3]", {.bytes = 7}) == "it was read");
  CHECK(why_not("[1,2,3]", {.bytes = 6}) == "The JSON is longer than the 6 bytes that are accepted.");
}

TEST_CASE("comments, trailing commas, bare words, single quotes and leftovers are refused") {
  for (const char* text :
       {"",       " ",       "{",           "[1,]",      "{\"a\":1,}", "// x\n1", "nul",      "'a'",
        "{a:1}",  "01",      "+1",          ".5",        "1.",         "NaN",     "Infinity", "\"a",
        "\"\n\"", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"", "1 2",        "{} x"})
    CHECK(why_not(text).starts_with("The JSON cannot be read: at line "));
  CHECK(why_not("{} x") ==
        "The JSON cannot be read: at line 1, column 4, something follows after the end of the value.");
  CHECK(why_not("[1, 2") == "The JSON cannot be read: at line 1, column 6, the text ends too early.");
}

TEST_CASE("numbers that cannot be kept exactly, and the character nought, are refused") {
  CHECK(why_not("9223372036854775808").ends_with("this number is too large."));
  CHECK(why_not("1e999").ends_with("this number is too large."));
  CHECK(why_not("\"a\\u0000b\"").ends_with("the character U+0000 is not accepted."));
}

TEST_CASE("a program that writes nonsense is stopped") {
  CHECK_THROWS_AS(write("\xff"), std::logic_error);
  CHECK_THROWS_AS(write(1e308 * 10), std::logic_error);
  CHECK_THROWS_AS((Object{{"a", 1}, {"a", 2}}), std::logic_error);
  CHECK_THROWS_AS(Value(std::uint64_t{1} << 63), std::out_of_range);
}

/// A value of at most `depth` levels, the same for the same random numbers.
Value any_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 0 ? 7 : 5)) {
    case 0:
      return nullptr;
    case 1:
      return random() % 2 == 0;
    case 2:
      return static_cast<std::int64_t>(random()) * (random() % 2 == 0 ? 1 : -1000);
    case 3:
      return static_cast<double>(random()) / 1024.0 + 0.5;
    case 4: {
      std::string text;
      for (auto n = random() % 6; n > 0; --n) text += static_cast<char>(1 + random() % 127);
      return text;
    }
    case 5: {
      Array list;
      for (auto n = random() % 4; n > 0; --n) list.push_back(any_value(random, depth - 1));
      return list;
    }
    default: {
      Object object;
      for (auto n = random() % 4; n > 0; --n)
        object.add("key " + std::to_string(n), any_value(random, depth - 1));
      return object;
    }
  }
}

TEST_CASE("whatever is written reads back as the same value, compact or pretty") {
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    const Value value = any_value(random, 5);
    const std::string text = write(value);
    CHECK(write(*parse(text)) == text);
    CHECK(write(*parse(write_pretty(value))) == text);
  }
}

}  // namespace
}  // namespace sightline::json
