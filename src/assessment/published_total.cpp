// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/published_total.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"

namespace sightline::assessment {

namespace {

struct Known {
  int sum = 0;
  int grades = 0;
};

Known known_counts(const PublishedTotal& published) {
  Known known;
  for (const std::optional<int>& count : published.counts) {
    if (!count) continue;
    known.sum += *count;
    ++known.grades;
  }
  return known;
}

bool every_grade_known(const PublishedTotal& published) {
  return std::all_of(published.counts.begin(), published.counts.end(),
                     [](const std::optional<int>& count) { return count.has_value(); });
}

/// The number reported for the two worst grades contradicts the two numbers reported for them, or the total.
bool together_contradicts(const PublishedTotal& published) {
  if (!published.worst_two_together || published.counts.size() < 2) return false;
  if (published.total && *published.worst_two_together > *published.total) return true;
  return published.counts[0] && published.counts[1] &&
         *published.counts[0] + *published.counts[1] != *published.worst_two_together;
}

/// "9 + 8 + 7 + 10", best grade first, as the sources list them.
std::string known_in_words(const PublishedTotal& published) {
  std::string words;
  for (auto count = published.counts.rbegin(); count != published.counts.rend(); ++count)
    if (*count) words += (words.empty() ? "" : " + ") + with_commas(**count);
  return words;
}

std::string all_but_the_total(const PublishedTotal& published) {
  if (published.best_percent)
    return "only " + std::to_string(*published.best_percent) + "% " +
           lower_ascii(published.scale.label(best_grade(published.scale))) + " was reported";
  if (known_counts(published).grades > 0) return known_in_words(published) + " of an unknown number";
  return "no number was reported";
}

std::string partly_known(const PublishedTotal& published) {
  const std::string of = " of " + with_commas(*published.total);
  if (published.worst_two_together)
    return "only " + with_commas(*published.worst_two_together) + of +
           " in the two lowest grades together was reported";
  const Known known = known_counts(published);
  if (known.grades == 0) return "only the total of " + with_commas(*published.total) + " was reported";
  if (known.grades > 1)
    return known_in_words(published) + " = " + with_commas(known.sum) + of + "; the other grades are unknown";
  std::string label;
  for (const programme::Grade grade : published.scale.grades())
    if (published.counts[static_cast<std::size_t>(grade.rank) - 1])
      label = lower_ascii(published.scale.label(grade));
  return "only " + with_commas(known.sum) + of + " " + label + " was reported";
}

}  // namespace

programme::Grade best_grade(const programme::Scale& scale) {
  return programme::Grade{static_cast<int>(scale.labels.size())};
}

// Handbook §7.4, §7.7
SumCheck check_sum(const PublishedTotal& published) {
  if (together_contradicts(published)) return SumCheck::DoesNotAddUp;
  if (!published.total)
    return published.total_as_reported.empty() ? SumCheck::TotalUnknown : SumCheck::TotalApproximate;
  const Known known = known_counts(published);
  if (known.sum > *published.total) return SumCheck::DoesNotAddUp;
  if (!every_grade_known(published)) return SumCheck::GradeUnknown;
  return known.sum == *published.total ? SumCheck::AddsUp : SumCheck::DoesNotAddUp;
}

std::string sum_in_words(const PublishedTotal& published) {
  switch (check_sum(published)) {
    case SumCheck::AddsUp:
      return known_in_words(published) + " = " + with_commas(*published.total);
    case SumCheck::GradeUnknown:
      return partly_known(published);
    case SumCheck::TotalUnknown:
      return all_but_the_total(published);
    case SumCheck::TotalApproximate:
      return "reported as “" + published.total_as_reported + "”";
    case SumCheck::DoesNotAddUp:
      break;
  }
  if (together_contradicts(published))
    return "the number for the two lowest grades together, " + with_commas(*published.worst_two_together) +
           ", contradicts the others";
  return known_in_words(published) + " = " + with_commas(known_counts(published).sum) + ", reported as " +
         with_commas(*published.total);
}

std::optional<Share> share_of(const PublishedTotal& published, programme::Grade grade) {
  if (check_sum(published) != SumCheck::AddsUp || *published.total == 0) return std::nullopt;
  return Share(*published.counts.at(static_cast<std::size_t>(grade.rank) - 1), *published.total);
}

// Handbook §7.16, §7.19
std::optional<Comparison> compare(const PublishedTotal& earlier, const Period& earlier_held,
                                  const PublishedTotal& later, const Period& later_held) {
  const bool is_same_kind = earlier.body && earlier.body == later.body && earlier.scale == later.scale &&
                            earlier.assessor == later.assessor && earlier.case_kind == later.case_kind &&
                            earlier.sample == PublishedSample::All && later.sample == PublishedSample::All;
  const bool are_different_cases =
      earlier.inspection && later.inspection && earlier.inspection != later.inspection;
  if (!is_same_kind || !are_different_cases || !certainly_before(earlier_held, later_held))
    return std::nullopt;
  const std::optional<Share> first = share_of(earlier, best_grade(earlier.scale));
  const std::optional<Share> second = share_of(later, best_grade(later.scale));
  if (!first || !second) return std::nullopt;
  return compared(*first, *second);
}

}  // namespace sightline::assessment
