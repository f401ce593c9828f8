// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after.h"

#include <doctest/doctest.h>

#include "assessment/case_room_test.h"

namespace sightline::evaluation {
namespace {

using inspection::InspectionId;

std::shared_ptr<programme::AdoptedFramework> framework(std::int64_t id = 1) {
  return std::make_shared<programme::AdoptedFramework>(
      programme::AdoptedFramework{programme::FrameworkVersionId{id}, assessment::testing::small_framework()});
}

/// Graded in one area and as a whole alike.
GradedInspection inspection_of(const char* fieldwork, AreaCount count) {
  return {.id = InspectionId{1},
          .key = fieldwork,
          .title = std::string("Inspection of ") + fieldwork,
          .kind = inspection::Kind::ChildProtectionInspection,
          .fieldwork = Period::from_iso(fieldwork),
          .framework = framework(),
          .case_kinds = {"missing"},
          .areas = {{"initial-contact", count}, {"overall", count}}};
}

const GradedInspection kBefore = inspection_of("2015-02", {24, 40});

AreaLine first_line(const GradedInspection& later, Policy policy = Policy::AsCounted) {
  return laid_beside(kBefore, later, policy).areas.at(0);
}

TEST_CASE(
    "a share is shown with its parts and its interval, before and after, in each area in order") {  // §7.9
  const BeforeAndAfter pair = laid_beside(kBefore, inspection_of("2016-05", {8, 40}), Policy::AsCounted);
  REQUIRE(pair.areas.size() == 2);
  CHECK(pair.graded == "below good");
  CHECK(pair.areas[0].name == "Initial contact");
  CHECK(pair.areas[1].name == "The case as a whole");
  CHECK(pair.areas[0].earlier->text == "24 of 40 (60%)");
  CHECK(pair.areas[0].earlier->interval == "45% to 74%");
  CHECK(pair.areas[0].later->text == "8 of 40 (20%)");
  CHECK(pair.areas[0].later->interval == "10% to 35%");
  Comparisons comparisons;
  comparisons.add(pair);
  CHECK(comparisons.made == 2);
}

TEST_CASE("a change is claimed exactly where the interval of the difference leaves out zero") {  // §7.16
  const AreaLine fall = first_line(inspection_of("2016-05", {8, 40}));
  CHECK(fall.change == Change::Fall);
  CHECK(fall.sentence.find("The share graded below good was smaller in the second sample") !=
        std::string::npos);
  CHECK(first_line(inspection_of("2016-05", {38, 40})).change == Change::Rise);
  for (const AreaCount count : {AreaCount{20, 40}, {4, 10}, {24, 40}}) {
    const AreaLine line = first_line(inspection_of("2016-05", count));
    CHECK(line.change == Change::NotShown);
    CHECK(line.sentence.find("do not show a change") != std::string::npos);
    CHECK(line.sentence.find("was smaller") == std::string::npos);
  }
}

TEST_CASE(
    "two inspections that the rule does not allow to compare are shown without a comparison") {  // §7.16
  const GradedInspection fine = inspection_of("2016-05", {8, 40});
  const auto refused = [](GradedInspection later, const char* why) {
    const BeforeAndAfter pair = laid_beside(kBefore, later, Policy::AsCounted);
    CHECK(pair.obstacle == why);
    for (const AreaLine& line : pair.areas) {
      CHECK_FALSE(line.change);
      CHECK(line.difference.empty());
      CHECK(line.sentence.empty());
    }
    Comparisons comparisons;
    comparisons.add(pair);
    CHECK(comparisons.made == 0);
  };
  CHECK_FALSE(obstacle(kBefore, fine));
  GradedInspection later = fine;
  const auto on_another_scale = framework();
  on_another_scale->framework.scale->key = "another";
  later.framework = on_another_scale;
  refused(later, "They were graded on different scales.");
  later = fine;
  later.framework = framework(2);
  refused(later, "The framework changed between them.");
  later = fine;
  later.framework = nullptr;
  refused(later, "Cases were not graded in both of them.");
  for (const auto& fieldwork :
       {Period::from_iso("2015"), Period::from_iso("2014-01"), std::optional<Period>()}) {
    later = fine;
    later.fieldwork = fieldwork;
    refused(later, "Their dates of fieldwork do not show which came first.");
  }
  later = fine;
  later.case_kinds = {"missing", "home"};
  refused(later, "Their cases were not of the same kinds.");
}

TEST_CASE("an area in which nothing was graded is shown so, and nothing is said of it") {
  GradedInspection later = inspection_of("2016-05", {8, 40});
  later.areas.erase("initial-contact");
  const AreaLine line = first_line(later);
  CHECK_FALSE(line.later);
  CHECK_FALSE(line.change);
  CHECK(line.sentence.find("nothing to compare") != std::string::npos);
}

TEST_CASE("what is public has counts to the nearest five, and a small count takes every percentage with it") {
  const AreaLine fine = first_line(inspection_of("2016-05", {8, 41}), Policy::RoundedToFive);  // §9.13
  CHECK(fine.earlier->text == "25 of 40 (60%)");
  CHECK(fine.later->text == "10 of 40 (20%)");
  CHECK(fine.change == Change::Fall);
  for (const AreaCount small : {AreaCount{3, 40}, {37, 40}, {1, 4}}) {
    const AreaLine line = first_line(inspection_of("2016-05", small), Policy::RoundedToFive);
    CHECK(line.later->text.find('%') == std::string::npos);
    CHECK_FALSE(line.later->interval);
    CHECK(line.difference.empty());
    CHECK_FALSE(line.change);
    CHECK(line.sentence.find('%') == std::string::npos);
    CHECK(line.sentence.find("too small") != std::string::npos);
  }
  CHECK(first_line(inspection_of("2016-05", {0, 40}), Policy::RoundedToFive).later->text == "0 of 40 (0%)");
}

}  // namespace
}  // namespace sightline::evaluation
