// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Layout, top to bottom: the legend, as many lines as it needs; then for each row its
// label over its bar. Pieces are told apart by their order, by white gaps between
// them and by what is written in them, not by their shade alone.

#include <algorithm>
#include <array>
#include <numeric>

#include "platform/svg/chart.h"
#include "platform/svg/colours.h"
#include "platform/svg/drawing.h"

namespace sightline::svg {
namespace {

using html::Html;

constexpr double kBarHeight = 26;
constexpr double kBelowBar = 14;
constexpr double kGap = 2;  // between two pieces
constexpr double kSquare = 14;
constexpr TextStyle kLabel{.size = 15, .weight = Weight::Bold, .colour = kText};
constexpr TextStyle kLegend{.size = 14, .colour = kText};

double room() {
  return kChartWidth - 2 * kEdge;
}

/// The shade of the part at `place` of `parts`: the whole range, however few there are.
const Shade& shade_of(std::size_t place, std::size_t parts) {
  const std::size_t last = kShades.size() - 1;
  return kShades[parts < 2 ? 0 : std::min(last, place * last / (parts - 1))];
}

/// Squares with what they stand for, in lines; `top` ends below the last.
Html legend(const std::vector<std::string>& parts, double& top) {
  Html made;
  double x = kEdge;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double width = kSquare + 6 + text_width(parts[i], kLegend.size) + 18;
    if (x > kEdge && x + width > room()) {
      x = kEdge;
      top += kLineHeight;
    }
    made += box_at(x, top, kSquare, kSquare, {.fill = shade_of(i, parts.size()).fill, .stroke = kAxis});
    made += text_at(x + kSquare + 6, top + 12, parts[i], kLegend);
    x += width;
  }
  top += kLineHeight + 8;
  return made;
}

Html pieces(const StackedBars::Row& row, double scale, double top) {
  Html made;
  double x = kEdge;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    if (row.counts[i] == 0) continue;
    const double width = row.counts[i] * scale;
    const Shade& shade = shade_of(i, row.counts.size());
    made += box_at(x, top, std::max(width - kGap, 1.0), kBarHeight, {.fill = shade.fill, .stroke = kAxis});
    if (text_width(row.words[i], 14) + 6 < width - kGap)
      made += text_at(x + (width - kGap) / 2, top + 18, row.words[i],
                      {.size = 14, .colour = shade.text, .anchor = Anchor::Middle});
    x += width;
  }
  return made;
}

}  // namespace

Chart stacked_bars(const StackedBars& options) {
  Chart chart{.drawing = {}, .head = {options.what}, .rows = {}};
  chart.head.insert(chart.head.end(), options.parts.begin(), options.parts.end());
  int widest = 1;
  for (const StackedBars::Row& row : options.rows)
    widest = std::max(widest, std::accumulate(row.counts.begin(), row.counts.end(), 0));
  double top = 4;
  Html content = legend(options.parts, top);
  for (const StackedBars::Row& row : options.rows) {
    for (const std::string& line : wrapped(row.label, room(), kLabel.size, kLabel.weight)) {
      content += text_at(kEdge, top + 15, line, kLabel);
      top += kLineHeight;
    }
    content += pieces(row, room() / widest, top);
    top += kBarHeight + kBelowBar;
    auto& cells = chart.rows.emplace_back(std::vector{row.label});
    cells.insert(cells.end(), row.words.begin(), row.words.end());
  }
  chart.drawing = drawing({.id = options.id,
                           .title = options.title,
                           .description = options.description,
                           .width = kChartWidth,
                           .height = top},
                          content);
  return chart;
}

}  // namespace sightline::svg
