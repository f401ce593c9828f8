// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Definitions in words and as JSON, and the figures of the invented programme.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "figure/definition_file_service.h"
#include "platform/csv/csv.h"

namespace sightline::figure {

namespace {

Names some_names() {
  Names names;
  names.scales["three"] = {"three", "Three grades", {"Inadequate", "Good"}, "invented for a test"};
  names.areas[7] = {{"custody", "Police detention"}, {"overall", "Overall"}};
  names.scale_of[7] = "three";
  names.themes = {{1, 1, "drift", "Drift and delay"}};
  return names;
}

std::string refused(std::string_view json) {
  const Result<Definition> read = read_definition(json);
  REQUIRE_FALSE(read);
  return read.refusal().fields.empty() ? read.refusal().message : read.refusal().fields[0].field;
}

std::vector<std::string> fields(const std::optional<Refusal>& refusal) {
  std::vector<std::string> names;
  if (refusal)
    for (const FieldProblem& problem : refusal->fields) names.push_back(problem.field);
  return names;
}

}  // namespace

TEST_CASE(
    "every figure of the invented programme can be read, says what it counts and is written back the same") {
  const auto rows = csv::read_file("demo/programme/figures.csv",
                                   {"key", "report", "title", "alternative_text", "definition"});
  REQUIRE(rows);
  CHECK(rows->size() >= 70);
  std::set<std::string> keys;
  for (const csv::Row& row : *rows) {
    CAPTURE(row["key"]);
    const Result<Definition> definition = read_definition(row["definition"]);
    REQUIRE_MESSAGE(bool(definition), (definition ? "" : definition.refusal().message));
    const Result<Definition> again = read_definition(written(*definition));
    REQUIRE(again);
    CHECK(*again == *definition);
    CHECK(written(*again) == written(*definition));
    CHECK(checked({row["title"], row["alternative_text"], *definition}));
    CHECK(in_words(*definition).ends_with('.'));
    CHECK(row["key"] == slug(row["key"]));
    CHECK(keys.insert(row["key"]).second);
  }
}

TEST_CASE("a definition that is no JSON, no measure or has members of another measure is refused by name") {
  CHECK_FALSE(read_definition("{"));
  CHECK(refused(R"({"measure": "weather", "population": {"kinds": []}})") == "measure");
  CHECK(refused(R"({"measure": "inspections"})") == "population");
  CHECK(refused(R"({"measure": "cases", "population": {"kinds": []}})") == "population.scale");
  CHECK(refused(R"({"measure": "inspections", "theme": "drift", "population": {"kinds": []}})") == "theme");
  CHECK(refused(R"({"measure": "inspections", "population": {"kinds": ["raid"]}})") == "population.kinds");
  CHECK(refused(R"({"measure": "inspections", "population": {"kinds": [], "fieldwork_from": "soon"}})") ==
        "population.fieldwork_from");
}

TEST_CASE("a definition says in words what is counted, out of what and among which inspections") {
  const Population population{
      .kinds = {inspection::Kind::ChildProtectionInspection, inspection::Kind::ReInspection},
      .fieldwork_from = PartialDate::from_iso("2014"),
      .fieldwork_until = PartialDate::from_iso("2016-04")};
  CHECK(in_words({ShareOfCases{"three", "custody", {"Inadequate", "Good"}}, population}, some_names()) ==
        "Cases that inspectors graded “Inadequate” or “Good” in “Police detention”, out of all cases they "
        "graded there "
        "on the scale “Three grades”, in child protection inspections and re-inspections whose fieldwork "
        "began between 2014 and April 2016.");
  CHECK(in_words({Inspections{}, {.kinds = {}, .fieldwork_from = PartialDate::from_iso("2014-04-01")}},
                 some_names()) ==
        "The number of published inspections, of all inspections whose fieldwork began on 1 April 2014 or "
        "later.");
  CHECK(in_words({ThemeInspections{"drift"}, {}}, some_names()) ==
        "The number of inspections whose evidence was coded with “Drift and delay” at least once, out of all "
        "inspections.");
  CHECK(in_words({ThemeForces{"unknown"}, {}}).find("“unknown”") != std::string::npos);
}

TEST_CASE(
    "a figure without a title, an alternative text or grades is refused, and so is a period that ends "
    "first") {
  FigureDetails details{"Title", "Alternative text", {Inspections{}, {}}};
  CHECK(checked(details));
  details.title = "  Title  ";
  CHECK(checked(details)->title == "Title");
  details.title = std::string(kLongestTitle + 1, 'x');
  details.alternative_text = " ";
  details.definition = {
      ShareOfCases{"three", "custody", {}},
      {.fieldwork_from = PartialDate::from_iso("2016"), .fieldwork_until = PartialDate::from_iso("2015")}};
  const Result<FigureDetails> refusal = checked(details);
  REQUIRE_FALSE(refusal);
  CHECK(fields(refusal.refusal()) ==
        std::vector<std::string>{"title", "alternative-text", "fieldwork-until", "grades"});
}

TEST_CASE("what a definition names must be the programme's own") {
  const Names names = some_names();
  const auto unknown = [&](const Measure& measure) { return fields(refuse_unknown({measure, {}}, names)); };
  CHECK(unknown(ShareOfCases{"three", "custody", {"Good"}}).empty());
  CHECK(unknown(ShareOfCases{"three", "weather", {"Excellent"}}) ==
        std::vector<std::string>{"area", "grades"});
  CHECK(unknown(Cases{"four"}) == std::vector<std::string>{"scale"});
  CHECK(unknown(BodyAgainstInspectors{"four", "custody"}) == std::vector<std::string>{"scale"});
  CHECK(unknown(ThemeForces{"weather"}) == std::vector<std::string>{"theme"});
  CHECK(unknown(Findings{}).empty());
}

}  // namespace sightline::figure
