// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What may be shown of a count, so that no child can be found in what is published.
// Handbook §9.12 to §9.20.
//
// Only the text changes: the count itself, and what it rests on, are kept as they
// are. Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>

#include "base/share.h"
#include "base/words.h"

namespace sightline::figure {

/// What is counted. Only people can be found by being few.
enum class Unit {
  People,         ///< Cases, assessments: each stands for a child.
  Organisations,  ///< Forces, areas, partners.
  Records,        ///< Inspections, findings, recommendations, passages.
};

enum class Policy {
  AsCounted,      ///< For those who may read the evidence.
  RoundedToFive,  ///< People to the nearest 5, 1 to 4 as "fewer than 5"; all else as counted.
};

/// A count of people below this, and not nothing, is never shown.
inline constexpr int kFewest = 5;

/// A count as readers see it.
struct ShownCount {
  std::string text;           ///< "120", "fewer than 5", "0".
  std::optional<int> number;  ///< What a chart may draw; nothing for "fewer than 5".

  friend bool operator==(const ShownCount&, const ShownCount&) = default;
};

/// REQUIRES: `count` is not negative.
ShownCount shown_count(int count, Unit unit, Policy policy);

/// A share as readers see it.
struct ShownShare {
  ShownCount part;
  ShownCount whole;
  /// "34%", of the counts as they are and not as they are shown. Nothing where it would tell a count that is
  /// not shown: when the part, or the rest, is "fewer than 5".
  std::optional<std::string> percentage;
  /// "27% to 43%", of people alone (Handbook §7.10). Nothing where there is no percentage: one gives the
  /// other away.
  std::optional<std::string> interval;
  std::string text;  ///< "40 of 120 (34%)", "fewer than 5 of 120".

  friend bool operator==(const ShownShare&, const ShownShare&) = default;
};

ShownShare shown_share(Share share, Unit unit, Policy policy);

}  // namespace sightline::figure

namespace sightline {

template <>
inline constexpr auto kWords<figure::Unit> = std::to_array<Word<figure::Unit>>({
    {figure::Unit::People, "people"},
    {figure::Unit::Organisations, "organisations"},
    {figure::Unit::Records, "records"},
});

template <>
inline constexpr auto kWords<figure::Policy> = std::to_array<Word<figure::Policy>>({
    {figure::Policy::AsCounted, "as-counted"},
    {figure::Policy::RoundedToFive, "rounded-to-five"},
});

}  // namespace sightline
