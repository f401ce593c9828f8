// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/published_total.h"

#include <doctest/doctest.h>

namespace sightline::assessment {
namespace {

const programme::Scale kThree{.key = "good-requires-improvement-inadequate-2015",
                              .name = "three grades",
                              .labels = {"Inadequate", "Requires improvement", "Good"},
                              .source = "test"};
const programme::Scale kFour{.key = "four",
                             .name = "four grades",
                             .labels = {"Inadequate", "Requires improvement", "Adequate", "Good"},
                             .source = "test"};

/// Counts as sources list them: best grade first.
PublishedTotal reported(const programme::Scale& scale, std::vector<std::optional<int>> best_first,
                        std::optional<int> total, std::int64_t inspection = 1) {
  return {.key = "a-total",
          .body_name = "Warwickshire",
          .body = people::OrganisationId{1},
          .inspection = inspection::InspectionId{inspection},
          .period = {},
          .scale = scale,
          .assessor = PublishedAssessor::Inspectors,
          .sample = PublishedSample::All,
          .case_kind = "all",
          .counts = {best_first.rbegin(), best_first.rend()},
          .worst_two_together = {},
          .total = total,
          .total_as_reported = {},
          .best_percent = {},
          .source = {"test", SourceType::Other},
          .note = {}};
}

const Period k2022 = *Period::from_iso("2022-02");
const Period k2023 = *Period::from_iso("2023-02");

TEST_CASE("grades that make the reported total add up, and only then there is a share") {  // Handbook §7.4
  const PublishedTotal published = reported(kThree, {23, 23, 28}, 74);
  CHECK(check_sum(published) == SumCheck::AddsUp);
  CHECK(sum_in_words(published) == "23 + 23 + 28 = 74");
  CHECK(share_of(published, best_grade(kThree)) == Share(23, 74));
}

TEST_CASE("grades that make another number than was reported are named, and give no share") {  // §7.5, §7.14
  const PublishedTotal published = reported(kFour, {9, 8, 7, 10}, 33);
  CHECK(check_sum(published) == SumCheck::DoesNotAddUp);
  CHECK(sum_in_words(published) == "9 + 8 + 7 + 10 = 34, reported as 33");
  CHECK_FALSE(share_of(published, best_grade(kFour)));
}

TEST_CASE("a missing grade is not worked out from the others") {  // §7.6
  const PublishedTotal published = reported(kFour, {17, 20, 12, {}}, 64);
  CHECK(check_sum(published) == SumCheck::GradeUnknown);
  CHECK(sum_in_words(published) == "17 + 20 + 12 = 49 of 64; the other grades are unknown");
  CHECK_FALSE(share_of(published, best_grade(kFour)));
}

TEST_CASE("known grades above the total do not add up, whatever else is missing") {  // §7.7
  CHECK(check_sum(reported(kFour, {40, 30, {}, {}}, 64)) == SumCheck::DoesNotAddUp);
}

TEST_CASE("a total that is approximate or unknown cannot be checked, and says so in its own words") {
  PublishedTotal approximate = reported(kThree, {{}, {}, {}}, {});
  approximate.total_as_reported = "about 384";
  CHECK(check_sum(approximate) == SumCheck::TotalApproximate);
  CHECK(sum_in_words(approximate) == "reported as “about 384”");
  PublishedTotal percentage = reported(kThree, {{}, {}, {}}, {});
  percentage.best_percent = 29;
  CHECK(check_sum(percentage) == SumCheck::TotalUnknown);
  CHECK(sum_in_words(percentage) == "only 29% good was reported");
  CHECK(sum_in_words(reported(kThree, {{}, {}, {}}, {})) == "no number was reported");
}

TEST_CASE("two grades reported as one number leave each of them unknown") {  // §7.2
  PublishedTotal published = reported(kThree, {{}, {}, {}}, 214);
  published.worst_two_together = 191;
  CHECK(check_sum(published) == SumCheck::GradeUnknown);
  CHECK(sum_in_words(published) == "only 191 of 214 in the two lowest grades together was reported");
  published.worst_two_together = 215;
  CHECK(check_sum(published) == SumCheck::DoesNotAddUp);
  PublishedTotal contradicted = reported(kThree, {10, 64, 61}, 135);
  contradicted.worst_two_together = 124;
  CHECK(check_sum(contradicted) == SumCheck::DoesNotAddUp);
  CHECK(sum_in_words(contradicted).find("124") != std::string::npos);
}

TEST_CASE("where only one number is known, it is told with its grade") {
  CHECK(sum_in_words(reported(kFour, {{}, {}, {}, 9}, 15)) == "only 9 of 15 inadequate was reported");
  CHECK(sum_in_words(reported(kFour, {{}, {}, {}, {}}, 31)) == "only the total of 31 was reported");
}

TEST_CASE("an empty total has no share") {  // §7.14
  CHECK_FALSE(share_of(reported(kThree, {0, 0, 0}, 0), best_grade(kThree)));
}

TEST_CASE("Warwickshire's two samples are compared, and no change is claimed") {  // §7.21
  const auto compared =
      compare(reported(kThree, {23, 23, 28}, 74, 1), k2022, reported(kThree, {9, 15, 10}, 34, 2), k2023);
  REQUIRE(compared);
  CHECK(compared->change == Change::NotShown);
  CHECK(compared->difference.low == doctest::Approx(-0.210).epsilon(0.005));
  CHECK(compared->difference.high == doctest::Approx(0.145).epsilon(0.005));
}

TEST_CASE("samples on different scales, of different bodies, assessors or kinds of case are never compared") {
  const PublishedTotal first = reported(kThree, {23, 23, 28}, 74, 1);
  const PublishedTotal second = reported(kThree, {9, 15, 10}, 34, 2);
  const auto never = [&](PublishedTotal other) { CHECK_FALSE(compare(first, k2022, other, k2023)); };
  PublishedTotal other = reported(kFour, {9, 8, 7, 10}, 34, 2);
  never(other);
  other = second;
  other.body = people::OrganisationId{2};
  never(other);
  other.body = {};
  never(other);
  other = second;
  other.assessor = PublishedAssessor::Force;
  never(other);
  other = second;
  other.case_kind = "missing children";
  never(other);
  other = second;
  other.sample = PublishedSample::AddedByInspectors;
  never(other);
}

TEST_CASE("samples that do not add up, are about one inspection or in no certain order are never compared") {
  const PublishedTotal first = reported(kThree, {23, 23, 28}, 74, 1);
  const PublishedTotal second = reported(kThree, {9, 15, 10}, 34, 2);
  CHECK_FALSE(compare(first, k2022, reported(kThree, {9, 15, 11}, 34, 2), k2023));
  CHECK_FALSE(compare(first, k2022, reported(kThree, {9, 15, 10}, 34, 1), k2023));
  CHECK_FALSE(compare(first, k2023, second, k2022));
  CHECK_FALSE(compare(first, *Period::from_iso("2023"), second, k2023));
}

}  // namespace
}  // namespace sightline::assessment
