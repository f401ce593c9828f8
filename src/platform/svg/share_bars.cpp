// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Layout, top to bottom: for each bar a line of words (its label at the left, its
// value at the right, below it when both do not fit side by side) and the bar
// under it over the whole width; then the axis. Words and marks never share a
// line, so they cannot meet.

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "platform/svg/chart.h"
#include "platform/svg/colours.h"
#include "platform/svg/drawing.h"

namespace sightline::svg {
namespace {

using html::Html;

constexpr double kShareHeight = 18;
constexpr double kBelowShare = 16;
constexpr double kBeforeValue = 16;  // between label and value
constexpr TextStyle kShareLabel{.size = 15, .weight = Weight::Bold, .colour = kText, .has_halo = true};
constexpr TextStyle kValue{.size = 15, .colour = kText, .anchor = Anchor::End, .has_halo = true};

std::string interval_words(const Interval& interval) {
  return percent(interval.low) + " to " + percent(interval.high);
}

std::string parts(const Share& share) {
  return with_commas(share.part()) + " of " + with_commas(share.whole());
}

double x_of(double proportion) {
  return kEdge + proportion * (kChartWidth - 2 * kEdge);
}

/// The words above one bar: lines of the label and where the value goes.
struct Words {
  std::vector<std::string> lines;
  std::string value;
  bool value_has_own_line;

  double height() const {
    return kLineHeight * static_cast<double>(lines.size() + (value_has_own_line ? 1 : 0));
  }
};

Words words_of(const ShareBar& bar) {
  const double room = kChartWidth - 2 * kEdge;
  const std::string as_is =
      parts(bar.share) + ", " + percent(bar.share.proportion()) + " (" + interval_words(bar.interval) + ")";
  Words words{wrapped(bar.label, room, kShareLabel.size, kShareLabel.weight),
              bar.words.empty() ? as_is : bar.words, false};
  words.value_has_own_line = text_width(words.lines.back(), kShareLabel.size, kShareLabel.weight) +
                                 kBeforeValue + text_width(words.value, kValue.size) >
                             room;
  return words;
}

Html whisker(const Interval& interval, double middle) {
  const double low = x_of(interval.low), high = x_of(interval.high);
  const LineStyle style{.colour = kText, .width = 2};
  return fragment(line_between(low, middle, high, middle, style),
                  line_between(low, middle - 6, low, middle + 6, style),
                  line_between(high, middle - 6, high, middle + 6, style));
}

Html bar_with_words(const ShareBar& bar, const Words& words, double top) {
  Html made;
  double baseline = top + 15;
  for (const auto& line : words.lines) {
    made += text_at(kEdge, baseline, line, kShareLabel);
    baseline += kLineHeight;
  }
  if (!words.value_has_own_line) baseline -= kLineHeight;
  made += text_at(kChartWidth - kEdge, baseline, words.value, kValue);
  const double bar_top = top + words.height();
  made += box_at(kEdge, bar_top, x_of(bar.share.proportion()) - kEdge, kShareHeight, {.fill = kBar});
  made += whisker(bar.interval, bar_top + kShareHeight / 2);
  return made;
}

constexpr double kTicks[] = {0, 0.25, 0.5, 0.75, 1};

Html guides(double bottom) {
  return html::each(
      kTicks, [&](double at) { return line_between(x_of(at), 0, x_of(at), bottom, {.colour = kGrid}); });
}

Html axis(double top) {
  Html made = line_between(kEdge, top, kChartWidth - kEdge, top, {.colour = kAxis});
  for (const double at : kTicks) {
    const Anchor anchor = at == 0 ? Anchor::Start : at == 1 ? Anchor::End : Anchor::Middle;
    made += line_between(x_of(at), top, x_of(at), top + 5, {.colour = kAxis});
    made += text_at(x_of(at), top + 20, percent(at), {.size = 13, .colour = kQuietText, .anchor = anchor});
  }
  return made += text_at(kEdge, top + 42, "Bar: share. Line across it: 95% interval.",
                         {.size = 13, .colour = kQuietText});
}

}  // namespace

Chart share_bars(const ShareBars& options) {
  Chart chart{.drawing = {}, .head = {options.what, "Cases", "Share", "95% interval"}, .rows = {}};
  Html content;
  double top = 4;
  for (const ShareBar& bar : options.bars) {
    const Words words = words_of(bar);
    content += bar_with_words(bar, words, top);
    top += words.height() + kShareHeight + kBelowShare;
    chart.rows.push_back(
        {bar.label, parts(bar.share), percent(bar.share.proportion()), interval_words(bar.interval)});
  }
  content = fragment(guides(top), content, axis(top));
  chart.drawing = drawing({.id = options.id,
                           .title = options.title,
                           .description = options.description,
                           .width = kChartWidth,
                           .height = top + 50},
                          content);
  return chart;
}

}  // namespace sightline::svg
