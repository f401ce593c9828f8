// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the sender of a JSON object hears.

#include "platform/json/reader.h"

#include <doctest/doctest.h>

#include <string>

namespace sightline::json {

enum class Ripeness { Raw, Ripe };

}  // namespace sightline::json

template <>
inline constexpr auto sightline::kWords<sightline::json::Ripeness> =
    std::to_array<sightline::Word<sightline::json::Ripeness>>({{sightline::json::Ripeness::Raw, "raw"},
                                                               {sightline::json::Ripeness::Ripe, "ripe"}});

namespace sightline::json {
namespace {

TEST_CASE("every member is taken as what it is") {
  const Value value = *parse(R"({"name":"Gwent","cases":12,"share":0.5,"whole":2,"invented":true,
      "published":"2020-02-27","saved":"2020-02-27T09:30:00.125Z","state":"ripe","areas":["one","two"]})");
  Reader body(value);
  CHECK(body.take<std::string>("name") == "Gwent");
  CHECK(body.take<std::int64_t>("cases") == 12);
  CHECK(body.take<double>("share") == 0.5);
  CHECK(body.take<double>("whole") == 2.0);
  CHECK(body.take<bool>("invented") == true);
  CHECK(body.take<Date>("published") == Date(2020, 2, 27));
  CHECK(body.take<Timestamp>("saved")->iso() == "2020-02-27T09:30:00.125Z");
  CHECK(body.take<Ripeness>("state") == Ripeness::Ripe);
  CHECK(body.take_list<std::string>("areas") == std::vector<std::string>{"one", "two"});
  CHECK_FALSE(body.finish());
}

TEST_CASE("a member that nobody asked for is refused by its name") {
  const Value value = *parse(R"({"name":"Gwent","nmae":"Gwent"})");
  Reader body(value);
  body.take<std::string>("name");
  const auto refusal = body.finish();
  REQUIRE(refusal);
  CHECK(refusal->kind == Refusal::Kind::Invalid);
  CHECK(refusal->message == "The JSON is not accepted: nmae: This name is not known here.");
  CHECK(refusal->fields.at(0).field == "nmae");
}

TEST_CASE("the sender hears of every problem at once, each with its place") {
  const Value value =
      *parse(R"({"name":7,"state":"rotten","grades":[{"area":1},{"area":"x","extra":0},3],"on":"30 May"})");
  Reader body(value);
  body.take<std::string>("name");
  body.take<Ripeness>("state");
  body.take<Date>("on");
  body.take<bool>("invented");
  for (Reader& grade : body.take_objects("grades")) grade.take<std::string>("area");
  const auto refusal = body.finish();
  REQUIRE(refusal);
  std::string told;
  for (const FieldProblem& problem : refusal->fields) told += problem.field + ": " + problem.message + "\n";
  CHECK(told ==
        "name: This must be text.\n"
        "state: This must be one of: raw, ripe.\n"
        "on: This must be a date such as 2020-02-27.\n"
        "invented: This is missing.\n"
        "grades[2]: This must be an object.\n"
        "grades[0].area: This must be text.\n"
        "grades[1].extra: This name is not known here.\n");
}

TEST_CASE("an optional member may be missing or null, but not of another kind") {
  const Value value = *parse(R"({"note":null,"late":"yes"})");
  Reader body(value);
  CHECK_FALSE(body.take_optional<std::string>("note"));
  CHECK_FALSE(body.take_optional<std::string>("reason"));
  CHECK_FALSE(body.take_optional<bool>("late"));
  REQUIRE(body.finish());
  CHECK(body.finish()->fields.size() == 1);
}

TEST_CASE("a null where something is required counts as missing") {
  const Value value = *parse(R"({"name":null})");
  Reader body(value);
  CHECK_FALSE(body.take<std::string>("name"));
  CHECK(body.finish()->fields.at(0).message == "This is missing.");
}

TEST_CASE("a missing object is told once and not again for each of its members") {
  const Value value = *parse("{}");
  Reader body(value);
  Reader inspection = body.take_object("inspection");
  inspection.take<std::string>("force");
  inspection.take_list<std::string>("areas");
  CHECK(body.finish()->message == "The JSON is not accepted: inspection: This is missing.");
}

TEST_CASE("a list where an object is expected is refused") {
  const Value value = *parse("[]");
  Reader body(value);
  body.take<std::string>("name");
  CHECK(body.finish()->message == "The JSON is not accepted: The JSON must be an object.");
}

TEST_CASE("a problem that the caller finds is told with the others") {
  const Value value = *parse(R"({"grade":9})");
  Reader body(value);
  body.take<std::int64_t>("grade");
  body.refuse("grade", "This scale ends at 4.");
  CHECK(body.finish()->message == "The JSON is not accepted: grade: This scale ends at 4.");
}

}  // namespace
}  // namespace sightline::json
