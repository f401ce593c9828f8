// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Layout: the years along the top; for each row its words, beginning above its
// first mark where there is room, and under them its marks; a key at the bottom.

#include <algorithm>
#include <cmath>

#include "platform/svg/chart.h"
#include "platform/svg/colours.h"
#include "platform/svg/drawing.h"

namespace sightline::svg {
namespace {

using html::Html;

constexpr double kHalfMark = 9;  // room for half of a mark at either end
constexpr double kRowLine = 20;
constexpr double kMarkHeight = 14;
constexpr double kBelowRow = 14;
constexpr double kAxisHeight = 32;
constexpr TextStyle kRowLabel{.size = 15, .weight = Weight::Bold, .colour = kText, .has_halo = true};
constexpr TextStyle kDates{.size = 13, .colour = kQuietText, .has_halo = true};
constexpr TextStyle kYear{.size = 13, .colour = kQuietText, .anchor = Anchor::Middle};

int year_of(Date date) {
  return static_cast<int>(date.calendar().year());
}

/// From the first of January of the first year to that after the last.
struct Scale {
  int first_year;
  int end_year;

  double x(Date date) const {
    const auto first = Date(first_year, 1, 1), end = Date(end_year, 1, 1);
    const auto days = [](Date later, Date earlier) { return static_cast<double>((later - earlier).count()); };
    return kHalfMark + days(date, first) / days(end, first) * (kChartWidth - 2 * kHalfMark);
  }
};

Scale scale_of(const Timeline& options) {
  std::vector<int> years;
  for (const auto& row : options.rows)
    for (const auto& mark : row.marks) {
      years.push_back(year_of(mark.when.earliest()));
      years.push_back(year_of(mark.when.latest()));
    }
  if (years.empty()) return {2000, 2001};
  const auto [first, last] = std::minmax_element(years.begin(), years.end());
  return {*first, *last + 1};
}

bool is_known_to_the_day(const Period& when) {
  return when.first().precision() == PartialDate::Precision::Day &&
         when.last().precision() == PartialDate::Precision::Day;
}

std::string_view name_of(Happening what) {
  return what == Happening::Fieldwork ? "fieldwork" : "report";
}

std::string dates_of(const TimelineRow& row) {
  if (row.marks.empty()) return "Date unknown";
  std::string words;
  for (const auto& mark : row.marks) {
    if (!words.empty()) words += "; ";
    words += std::string(name_of(mark.what)) + " " + mark.when.in_words();
  }
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

Html mark_at(const TimelineMark& mark, const Scale& scale, double top) {
  const double begin = scale.x(mark.when.earliest());
  const double end = scale.x(mark.when.latest() + std::chrono::days(1));
  const double middle = top + kMarkHeight / 2;
  if (!is_known_to_the_day(mark.when)) {
    const double width = std::max(end - begin, 8.0);
    const double left = std::min(begin, kChartWidth - kHalfMark - width);
    const Html frame =
        box_at(left, top, width, kMarkHeight, {.fill = kPaper, .stroke = kMark, .dashes = "4 2"});
    return mark.what == Happening::Report ? fragment(frame, diamond_at(left + width / 2, middle, 4, kMark))
                                          : frame;
  }
  if (mark.what == Happening::Report) return diamond_at((begin + end) / 2, middle, 7.5, kMark);
  return box_at(begin, top, std::max(end - begin, 6.0), kMarkHeight, {.fill = kMark});
}

/// Label in bold and dates in a line of their own, both beginning at the same x.
struct RowWords {
  std::vector<std::string> label;
  std::vector<std::string> dates;
  double x;

  double height() const { return kRowLine * static_cast<double>(label.size() + dates.size()); }
};

RowWords words_of(const TimelineRow& row, const Scale& scale) {
  const double room = kChartWidth - 2 * kHalfMark;
  RowWords words{wrapped(row.label, room, kRowLabel.size, kRowLabel.weight),
                 wrapped(dates_of(row), room, kDates.size), kHalfMark};
  double widest = 0;
  for (const auto& line : words.label)
    widest = std::max(widest, text_width(line, kRowLabel.size, kRowLabel.weight));
  for (const auto& line : words.dates) widest = std::max(widest, text_width(line, kDates.size));
  if (!row.marks.empty()) {
    double first = kChartWidth;
    for (const auto& mark : row.marks) first = std::min(first, scale.x(mark.when.earliest()));
    words.x = std::max(kHalfMark, std::min(first, kChartWidth - kHalfMark - widest));
  }
  return words;
}

Html row_at(const TimelineRow& row, const RowWords& words, const Scale& scale, double top) {
  Html made;
  double baseline = top + 15;
  for (const auto& line : words.label) {
    made += text_at(words.x, baseline, line, kRowLabel);
    baseline += kRowLine;
  }
  for (const auto& line : words.dates) {
    made += text_at(words.x, baseline, line, kDates);
    baseline += kRowLine;
  }
  for (const auto& mark : row.marks) made += mark_at(mark, scale, top + words.height() + 2);
  return made;
}

/// Years along the top, as many as have room, and a guide line at each of them.
Html years(const Scale& scale, double top, double bottom) {
  const double per_year = (kChartWidth - 2 * kHalfMark) / (scale.end_year - scale.first_year);
  int step = 1;
  for (const int wider : {2, 5, 10, 20, 50, 100})
    if (per_year * step < 1.5 * text_width("0000", kYear.size) + 10) step = wider;
  Html made = line_between(kHalfMark, top + 24, kChartWidth - kHalfMark, top + 24, {.colour = kAxis});
  for (int year = scale.first_year; year <= scale.end_year; year += step) {
    const double x = scale.x(Date(year, 1, 1));
    TextStyle style = kYear;
    if (year == scale.first_year) style.anchor = Anchor::Start;
    if (year == scale.end_year) style.anchor = Anchor::End;
    made += line_between(x, top + 19, x, bottom, {.colour = kGrid});
    made += text_at(x, top + 14, std::to_string(year), style);
  }
  return made;
}

Html key(double top) {
  const double middle = top + kMarkHeight / 2, baseline = top + 12;
  const auto words_from = [&](double x, std::string_view words) {
    return text_at(x, baseline, words, kDates);
  };
  const std::string_view fieldwork = "Fieldwork", report = "Report",
                         vague = "Known only to the month or year";
  const double second = kHalfMark + 26 + text_width(fieldwork, kDates.size) + 24;
  const double third = second + 16 + text_width(report, kDates.size) + 24;
  return fragment(box_at(kHalfMark, top, 18, kMarkHeight, {.fill = kMark}),
                  words_from(kHalfMark + 26, fieldwork), diamond_at(second, middle, 7.5, kMark),
                  words_from(second + 16, report),
                  box_at(third, top, 26, kMarkHeight, {.fill = kPaper, .stroke = kMark, .dashes = "4 2"}),
                  words_from(third + 34, vague));
}

}  // namespace

Chart timeline(const Timeline& options) {
  Chart chart{.drawing = {}, .head = {options.what, "Fieldwork", "Report"}, .rows = {}};
  const Scale scale = scale_of(options);
  Html content;
  double top = 4 + kAxisHeight;
  for (const TimelineRow& row : options.rows) {
    const RowWords words = words_of(row, scale);
    content += row_at(row, words, scale, top);
    top += words.height() + kMarkHeight + kBelowRow;

    std::vector<std::string> cells{row.label, "unknown", "unknown"};
    for (const auto& mark : row.marks)
      cells[mark.what == Happening::Fieldwork ? 1 : 2] = mark.when.in_words();
    chart.rows.push_back(std::move(cells));
  }
  content = fragment(years(scale, 4, top - kBelowRow / 2), content, key(top + 4));
  chart.drawing = drawing({.id = options.id,
                           .title = options.title,
                           .description = options.description,
                           .width = kChartWidth,
                           .height = top + 4 + kMarkHeight + 8},
                          content);
  return chart;
}

}  // namespace sightline::svg
