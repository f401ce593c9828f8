// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A total of graded cases that somebody published: what was said, by whom, where.
// It stands beside our own assessments and never becomes one of them
// (docs/adr/0008), so its types share nothing with theirs. Handbook §7.1-7.21.
//
// It is kept as reported. Whether it adds up is worked out here, every time, and
// said on every page; nothing is corrected or filled in.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/comparison.h"
#include "base/partial_date.h"
#include "base/source.h"
#include "base/words.h"
#include "inspection/inspection.h"
#include "programme/scale.h"

namespace sightline::assessment {

using PublishedTotalId = Id<struct PublishedTotalTag>;

enum class PublishedAssessor { Inspectors, Force };
/// Which cases were graded. Two totals of one inspection, sample and kind of case are about the same cases.
enum class PublishedSample { All, ChosenByForce, AddedByInspectors };

struct PublishedTotal {
  std::string key;
  std::string body_name;                       ///< A force, or words such as "eight forces together".
  std::optional<people::OrganisationId> body;  ///< Nothing when it is not one organisation.
  std::optional<inspection::InspectionId> inspection;
  std::optional<Period> period;  ///< Given exactly when `inspection` is not.
  programme::Scale scale;
  PublishedAssessor assessor;
  std::optional<PublishedSample> sample;  ///< Nothing: the source does not say.
  std::string case_kind;                  ///< "all", or a kind of case in the source's words.
  std::vector<std::optional<int>>
      counts;                             ///< One for each grade of the scale, worst first; nothing: unknown.
  std::optional<int> worst_two_together;  ///< Where the two worst grades were reported as one number.
  std::optional<int> total;               ///< Exact as reported; nothing: unknown or approximate.
  std::string total_as_reported;          ///< The words, where the total is not exact: "about 384".
  std::optional<int> best_percent;        ///< Per cent in the best grade, where only that was reported.
  Source source;
  std::string note;

  friend bool operator==(const PublishedTotal&, const PublishedTotal&) = default;
};

/// What checking the sums of a published total can say. Handbook §7.4.
enum class SumCheck { AddsUp, DoesNotAddUp, GradeUnknown, TotalUnknown, TotalApproximate };

SumCheck check_sum(const PublishedTotal& published);

/// One clause without a full stop: "9 + 8 + 7 + 10 = 34, reported as 33". For a row that adds up too.
std::string sum_in_words(const PublishedTotal& published);

/// Of `rank` in the whole: nothing unless the row adds up and has a case. Handbook §7.14.
/// REQUIRES: the scale has the grade.
std::optional<Share> share_of(const PublishedTotal& published, programme::Grade grade);

/// The best grade of the total's scale.
programme::Grade best_grade(const programme::Scale& scale);

/// Compares the shares in the best grade. Nothing unless both add up, are of one body, scale, assessor and
/// kind of case, of different inspections, each of a whole sample, and `earlier_held` is certainly before
/// `later_held`.
std::optional<Comparison> compare(const PublishedTotal& earlier, const Period& earlier_held,
                                  const PublishedTotal& later, const Period& later_held);

}  // namespace sightline::assessment

template <>
inline constexpr auto sightline::kWords<sightline::assessment::PublishedAssessor> =
    std::to_array<sightline::Word<sightline::assessment::PublishedAssessor>>({
        {sightline::assessment::PublishedAssessor::Inspectors, "inspectors"},
        {sightline::assessment::PublishedAssessor::Force, "force"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::assessment::PublishedSample> =
    std::to_array<sightline::Word<sightline::assessment::PublishedSample>>({
        {sightline::assessment::PublishedSample::All, "all"},
        {sightline::assessment::PublishedSample::ChosenByForce, "chosen by the force"},
        {sightline::assessment::PublishedSample::AddedByInspectors, "added by inspectors"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::assessment::SumCheck> =
    std::to_array<sightline::Word<sightline::assessment::SumCheck>>({
        {sightline::assessment::SumCheck::AddsUp, "adds up"},
        {sightline::assessment::SumCheck::DoesNotAddUp, "does not add up"},
        {sightline::assessment::SumCheck::GradeUnknown, "a grade is unknown"},
        {sightline::assessment::SumCheck::TotalUnknown, "the total is unknown"},
        {sightline::assessment::SumCheck::TotalApproximate, "the total is approximate"},
    });
