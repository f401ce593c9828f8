// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/disclosure.h"

#include "base/number.h"

namespace sightline::figure {

namespace {

constexpr int kStep = 5;

bool is_protected(int count, Unit unit, Policy policy) {
  return unit == Unit::People && policy == Policy::RoundedToFive && count > 0 && count < kFewest;
}

}  // namespace

ShownCount shown_count(int count, Unit unit, Policy policy) {
  if (is_protected(count, unit, policy)) return {"fewer than " + std::to_string(kFewest), std::nullopt};
  const bool rounds = unit == Unit::People && policy == Policy::RoundedToFive;
  const int shown = rounds ? (count + kStep / 2) / kStep * kStep : count;
  return {with_commas(shown), shown};
}

ShownShare shown_share(Share share, Unit unit, Policy policy) {
  const int rest = share.whole() - share.part();
  ShownShare shown{.part = shown_count(share.part(), unit, policy),
                   .whole = shown_count(share.whole(), unit, policy),
                   .percentage = std::nullopt,
                   .interval = std::nullopt,
                   .text = {}};
  const bool tells = is_protected(share.part(), unit, policy) || is_protected(rest, unit, policy) ||
                     is_protected(share.whole(), unit, policy);
  if (!tells) shown.percentage = percent(share.proportion());
  if (!tells && unit == Unit::People) {
    const Interval interval = wilson_interval(share);
    shown.interval = percent(interval.low) + " to " + percent(interval.high);
  }
  shown.text = shown.part.text + " of " + shown.whole.text;
  if (shown.percentage) shown.text += " (" + *shown.percentage + ")";
  return shown;
}

}  // namespace sightline::figure
