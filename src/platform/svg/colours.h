// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The colours of charts, and the measure by which they were chosen: text has at
// least 4.5 to 1 against what lies behind it, a mark at least 3 to 1 (WCAG 2.2,
// success criteria 1.4.3 and 1.4.11). No chart tells anything by colour alone.

#pragma once

#include <array>
#include <string_view>

namespace sightline::svg {

inline constexpr std::string_view kPaper = "#ffffff";
inline constexpr std::string_view kText = "#0b0c0c";
inline constexpr std::string_view kQuietText = "#484949";
inline constexpr std::string_view kGrid = "#d5dfdf";  ///< Only a guide for the eye: needs no contrast.
inline constexpr std::string_view kAxis = "#5c6b6e";
inline constexpr std::string_view kBar = "#4f94a0";
inline constexpr std::string_view kMark = "#143c47";

/// Shades of parts of a whole, in their order, each with the colour of what is written on it.
struct Shade {
  std::string_view fill;
  std::string_view text;
};
inline constexpr std::array<Shade, 5> kShades{
    {{"#d9eaec", kText}, {"#9cc5cd", kText}, {"#5d9faa", kText}, {"#2b6572", kPaper}, {"#143c47", kPaper}}};

/// Between 1 and 21, as WCAG 2.2 defines it. REQUIRES: both are "#rrggbb".
double contrast_ratio(std::string_view one, std::string_view other);

}  // namespace sightline::svg
