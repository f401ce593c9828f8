// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/shown.h"

#include <doctest/doctest.h>

#include "figure/shown_file_service.h"

namespace sightline::figure {

namespace {

using Form = markdown::FigureUse::Form;

const FigureDetails kShare{
    "Cases graded inadequate", "A bar.", {ShareOfCases{"three", "overall", {"Inadequate"}}, {}}};
const FigureDetails kGrades{"Grades", "Bars.", {GradesByArea{"three"}, {}}};

Value share_of(int part, int whole, Unit unit = Unit::People) {
  return {unit, Number{part, whole}, {}};
}

Shown to_readers(const Value& value, const FigureDetails& details = kShare) {
  return shown(value, details, Policy::RoundedToFive);
}

Value grades() {
  return {Unit::People,
          Table{{"Area", "Good", "Inadequate"}, {{"Initial contact", {41, 3}}, {"Overall", {0, 12}}}},
          {}};
}

}  // namespace

// 41 of 120: 0.342, Wilson interval 0.263 to 0.430 (Wilson 1927; Newcombe 1998, method 3).
TEST_CASE("a share of cases has its parts, its percentage and its interval, as a sentence may name them") {
  const Shown share = to_readers(share_of(41, 120));
  CHECK(share.text == "40 of 120 (34%)");
  CHECK(share.parts == std::map<std::string, std::string>{
                           {"count", "40"}, {"of", "120"}, {"share", "34%"}, {"interval", "26% to 43%"}});
  CHECK(shown(share_of(41, 120), kShare, Policy::AsCounted).text == "41 of 120 (34%)");
}

TEST_CASE("a share is drawn no finer than it is written") {  // Handbook §9.20
  const Shown share = to_readers(share_of(41, 120));
  REQUIRE(share.bar.has_value());
  CHECK(share.bar->percent == 34);
  CHECK(share.bar->words == "40 of 120, 34% (26% to 43%)");
  CHECK(to_readers(share_of(42, 121)).bar->percent == 35);
}

TEST_CASE(
    "where the part or the rest is 1 to 4 there is no percentage, no interval and no bar") {  // Handbook
                                                                                              // §9.17
  for (const int part : {3, 117}) {
    const Shown share = to_readers(share_of(part, 120));
    CHECK_FALSE(share.parts.contains("share"));
    CHECK_FALSE(share.parts.contains("interval"));
    CHECK_FALSE(share.bar.has_value());
    CHECK(share.table->columns == std::vector<std::string>{"What is counted", "Cases", "Of"});
  }
  CHECK(to_readers(share_of(3, 120)).text == "fewer than 5 of 120");
}

TEST_CASE("inspections and forces are shown exactly and have no interval, because all of them were counted") {
  const Shown share = to_readers(share_of(3, 64, Unit::Records));
  CHECK(share.text == "3 of 64 (5%)");
  CHECK_FALSE(share.parts.contains("interval"));
  CHECK(share.note.empty());
  CHECK(to_readers({Unit::Organisations, Number{3, {}}, {}}).text == "3");
}

TEST_CASE("a share of no inspections is said without a percentage") {
  const Shown none = to_readers(share_of(0, 0, Unit::Records));
  CHECK(none.text == "0 of 0");
  CHECK_FALSE(none.parts.contains("share"));
}

TEST_CASE("each cell of a table of people, and each total, is rounded by itself") {  // Handbook §9.18
  const Shown table = to_readers(grades(), kGrades);
  CHECK(table.table->columns == std::vector<std::string>{"Area", "Good", "Inadequate", "All graded"});
  CHECK(table.table->rows[0].cells == std::vector<std::string>{"40", "fewer than 5", "45"});
  CHECK(table.table->rows[1].cells == std::vector<std::string>{"0", "10", "10"});
  CHECK(table.stack->rows[0].counts == std::vector<int>{40, 0});
  CHECK(table.note ==
        "Counts of cases are rounded to the nearest 5, each by itself, so rows need not add up.");
  CHECK(shown(grades(), kGrades, Policy::AsCounted).table->rows[0].cells ==
        std::vector<std::string>{"41", "3", "44"});
}

TEST_CASE("nothing shown of few people tells how few they are") {
  for (int whole = 1; whole <= 40; ++whole)
    for (int part = 1; part <= std::min(4, whole); ++part) {
      const Shown three = to_readers(share_of(part, whole)), one = to_readers(share_of(1, whole));
      CHECK(three.text == one.text);
      if (part == whole || whole - part >= 5) CHECK(three.parts == one.parts);
    }
}

TEST_CASE("an author is told when a figure is used as it cannot be") {
  const Shown share = to_readers(share_of(41, 120)), few = to_readers(share_of(3, 120)),
              table = to_readers(grades(), kGrades), count = to_readers({Unit::Records, Number{64, {}}, {}});
  CHECK_FALSE(refuse_use(share, Form::Inline, "interval"));
  CHECK_FALSE(refuse_use(share, Form::Block, ""));
  CHECK_FALSE(refuse_use(table, Form::Block, ""));
  CHECK_FALSE(refuse_use(count, Form::Inline, ""));
  CHECK(refuse_use(table, Form::Inline, "") ==
        "This figure is a table and cannot stand within a sentence: set it as a block of its own.");
  CHECK(refuse_use(count, Form::Block, "") ==
        "This figure is a single count: name it within a sentence instead.");
  CHECK(refuse_use(count, Form::Inline, "share") ==
        "This figure has no part “share”: it is a count and not a share.");
  CHECK(refuse_use(few, Form::Inline, "share") ==
        "The share of this figure may not be shown: it would tell a count of fewer than 5 people. Name the "
        "whole "
        "figure instead.");
  CHECK(refuse_use(to_readers(share_of(3, 64, Unit::Records)), Form::Inline, "interval") ==
        "This figure has no interval: only shares of cases have one.");
}

TEST_CASE("what is shown reads back from JSON as it was written") {
  for (const Shown& each : {to_readers(share_of(41, 120)), to_readers(share_of(3, 120)),
                            to_readers(grades(), kGrades), to_readers({Unit::Records, Number{64, {}}, {}})}) {
    const json::Object file = to_json(each);
    const Result<Shown> again = read_shown(*json::parse(json::write(file)));
    REQUIRE(again);
    CHECK(*again == each);
    CHECK(json::write(to_json(*again)) == json::write(file));
  }
  CHECK_FALSE(read_shown(*json::parse("{\"text\": \"1\"}")));
  CHECK_FALSE(read_shown(*json::parse("{\"text\": \"1\", \"parts\": {\"sum\": \"1\"}}")));
}

TEST_CASE("a value is written with its unit and its numbers as they were counted") {
  CHECK(json::write(to_json(share_of(41, 120))) == R"({"unit":"people","count":41,"of":120})");
  CHECK(json::write(to_json(Value{Unit::Records, Table{{"Theme", "Inspections"}, {{"Risk", {3}}}}, {}})) ==
        R"({"unit":"records","columns":["Theme","Inspections"],"rows":[{"name":"Risk","counts":[3]}]})");
}

}  // namespace sightline::figure
