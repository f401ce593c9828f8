// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What every chart is made of: the svg element with its title and description
// first, texts, lines, boxes. Private to platform/svg.

#pragma once

#include <string>
#include <string_view>

#include "platform/html/elements.h"
#include "platform/svg/text_metrics.h"

namespace sightline::svg {

inline constexpr double kChartWidth = 640;
// Of charts made of bars.
inline constexpr double kEdge = 2;  ///< Room for their lines, and for the ends of whiskers.
inline constexpr double kLineHeight = 21;

inline constexpr std::string_view kFonts = "Open Sans, Arial, sans-serif";

/// At most one decimal, always written the same: 12, 12.5.
std::string number(double value);

enum class Anchor { Start, Middle, End };

struct TextStyle {
  double size = 15;
  Weight weight = Weight::Regular;
  std::string_view colour = "#0b0c0c";
  Anchor anchor = Anchor::Start;
  bool has_halo = false;  ///< Keeps guide lines that run behind the words away from them.
};

html::Html text_at(double x, double baseline, std::string_view words, const TextStyle& style);

struct LineStyle {
  std::string_view colour;
  double width = 1;
};
html::Html line_between(double x1, double y1, double x2, double y2, const LineStyle& style);

struct BoxStyle {
  std::string_view fill;
  std::string_view stroke{};
  std::string_view dashes{};
  double radius = 0;
};
html::Html box_at(double x, double y, double width, double height, const BoxStyle& style);

/// A square standing on its corner.
html::Html diamond_at(double x, double y, double half, std::string_view fill);

struct Frame {
  std::string_view id;  ///< Of the figure; every id inside begins with it.
  std::string_view title;
  std::string_view description;
  double width;
  double height;
};
html::Html drawing(const Frame& frame, const html::Html& content);

}  // namespace sightline::svg
