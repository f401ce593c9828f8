// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Scales that never mix and frameworks that hold together. Handbook §3.

#include "programme/programme.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "programme/framework.h"
#include "programme/scale.h"

using namespace sightline;
using namespace sightline::programme;

namespace {

Scale three_grades() {
  return {
      .key = "low-middle-high", .name = "Three", .labels = {"Low", "Middle", "High"}, .source = "A test."};
}

Framework framework_of_three_grades() {
  return {.key = "small",
          .version = 1,
          .name = "A small framework",
          .valid_from = PartialDate(Date(2020, 1, 1)),
          .scale = three_grades(),
          .areas = {{.key = "first", .name = "First", .looks_at = ""},
                    {.key = "sum", .name = "Sum", .looks_at = "", .kind = AreaKind::Overall}},
          .case_kinds = {{"missing-child", "Missing child"}},
          .self_assessment = BodySelfAssessment::No,
          .case_audit = BodyCaseAudit::Yes,
          .source = "A test.",
          .note = ""};
}

std::string refused_field(Framework framework) {
  const Result<Framework> result = checked(std::move(framework));
  REQUIRE_FALSE(result);
  CHECK(result.refusal().kind == Refusal::Kind::Invalid);
  return result.refusal().fields.at(0).field;
}

}  // namespace

TEST_CASE("a scale names its grades from the worst to the best") {
  const Scale scale = three_grades();
  CHECK(scale.label(Grade{1}) == "Low");
  CHECK(scale.label(Grade{3}) == "High");
  CHECK(scale.find("Middle") == Grade{2});
  CHECK_FALSE(scale.find("middle"));
  CHECK_FALSE(scale.has(Grade{0}));
  CHECK_FALSE(scale.has(Grade{4}));
  CHECK(scale.grades() == std::vector<Grade>{{1}, {2}, {3}});
}

TEST_CASE("counts on one scale can be added") {  // Handbook §3.7
  GradeCounts counts(three_grades());
  counts.add(Grade{1});
  counts.add(Grade{3}, 4);
  GradeCounts more(three_grades());
  more.add(Grade{3}, 2);
  counts += more;
  CHECK(counts.count(Grade{1}) == 1);
  CHECK(counts.count(Grade{2}) == 0);
  CHECK(counts.count(Grade{3}) == 6);
  CHECK(counts.total() == 7);
}

TEST_CASE(
    "counts on two scales are never added, even where the grades have the same names") {  // Handbook §3.7
  Scale other = three_grades();
  other.key = "low-middle-high-later";
  GradeCounts counts(three_grades());
  CHECK_THROWS_AS(counts += GradeCounts(other), std::logic_error);
}

TEST_CASE("a grade that its scale does not have can be neither named nor counted") {
  CHECK_THROWS(three_grades().label(Grade{4}));
  GradeCounts counts(three_grades());
  CHECK_THROWS(counts.add(Grade{4}));
  CHECK_THROWS(counts.add(Grade{0}));
}

TEST_CASE("a framework that holds together is accepted as it is") {
  const Result<Framework> result = checked(framework_of_three_grades());
  REQUIRE(result);
  CHECK(*result == framework_of_three_grades());
  CHECK(result->find_area("first")->name == "First");
  CHECK(result->find_area("second") == nullptr);
  CHECK(result->find_case_kind("missing-child")->name == "Missing child");
}

TEST_CASE("a framework is refused at the field that is wrong") {
  Framework f = framework_of_three_grades();
  f.key = "Not A Slug";
  CHECK(refused_field(f) == "key");
  f = framework_of_three_grades();
  f.version = 0;
  CHECK(refused_field(f) == "version");
  f = framework_of_three_grades();
  f.name = "  ";
  CHECK(refused_field(f) == "name");
  f = framework_of_three_grades();
  f.source = "";
  CHECK(refused_field(f) == "source");
  f = framework_of_three_grades();
  f.areas.clear();
  CHECK(refused_field(f) == "areas");
  f = framework_of_three_grades();
  f.areas[1].key = "first";
  CHECK(refused_field(f) == "areas[1].key");
  f = framework_of_three_grades();
  f.scale->labels = {"Only one"};
  CHECK(refused_field(f) == "scale.grades_worst_first");
  f = framework_of_three_grades();
  f.scale->labels = {"Same", "Same"};
  CHECK(refused_field(f) == "scale.grades_worst_first");
}

TEST_CASE("an overall area that is not the last is refused") {  // Handbook §4.9
  Framework f = framework_of_three_grades();
  std::swap(f.areas[0], f.areas[1]);
  CHECK(refused_field(f) == "areas[0]");
}

TEST_CASE("a real programme needs a source; an invented one does not") {
  ProgrammeDetails details{.key = "child-protection",
                           .name = " Child protection ",
                           .reality = people::Reality::Real,
                           .source = ""};
  const auto refused = checked(details);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().fields.at(0).field == "source");
  details.reality = people::Reality::Invented;
  CHECK(checked(details)->name == "Child protection");
}
