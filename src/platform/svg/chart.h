// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Charts, drawn by us so that they need no script, read the same on a screen, on
// paper and in a PDF, and come out byte for byte the same from the same data.
// Each comes with its data as rows: the page puts a real table beside the
// drawing, because a picture is not enough for everybody.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "base/share.h"
#include "platform/html/builder.h"

namespace sightline::svg {

struct Chart {
  html::Html drawing;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

/// Where the table of a chart stands: below it, or folded away until asked for.
enum class TablePlace { Below, Folded };

/// The drawing under its caption, which scrolls by itself on a narrow screen,
/// with its data as a table.
html::Html figure_with_table(const Chart& chart, std::string_view caption, TablePlace place);

/// One share, drawn as a bar with the 95% interval as a whisker over it and the
/// parts written out: "41 of 120", because a share without its parts hides how
/// few cases stand behind it.
struct ShareBar {
  std::string label;
  Share share;
  Interval interval = wilson_interval(share);
  std::string
      words{};  ///< The value as written; unless set, the parts, the share and the interval as they are.
};

struct ShareBars {
  std::string id;           ///< Of the figure; unique on the page, letters, digits and hyphens.
  std::string title;        ///< What is shown: "Cases graded inadequate, by force".
  std::string description;  ///< What there is to see, in a sentence or two.
  std::string what;         ///< Heading of the labels in the table: "Force".
  std::vector<ShareBar> bars;
};
Chart share_bars(const ShareBars& options);

/// Parts of wholes, for instance the grades given in each area: a bar for each row,
/// all on one measure, so that a longer bar is a larger whole. Each part is written
/// into its piece where there is room; the table has them all.
struct StackedBars {
  std::string id;
  std::string title;
  std::string description;
  std::string what;                ///< Heading of the rows in the table: "Area".
  std::vector<std::string> parts;  ///< In the order of the pieces, two to six.
  struct Row {
    std::string label;
    std::vector<int> counts;         ///< One for each part, not negative; a piece of 0 is not drawn.
    std::vector<std::string> words;  ///< The same as written.
  };
  std::vector<Row> rows;
};
Chart stacked_bars(const StackedBars& options);

/// What happened when, as far as is known: to the day, the month or the year.
enum class Happening { Fieldwork, Report };

struct TimelineMark {
  Happening what;
  Period when;
};

struct TimelineRow {
  std::string label;
  std::vector<TimelineMark> marks;  ///< None means: date unknown; the row says so.
};

struct Timeline {
  std::string id;
  std::string title;
  std::string description;
  std::string what;  ///< Heading of the labels in the table: "Inspection".
  std::vector<TimelineRow> rows;
};

/// One row for each inspection, in the order given. What is known to the day is
/// drawn solid; what is known only to the month or the year as a dashed frame as
/// long as the time it may have been.
Chart timeline(const Timeline& options);

}  // namespace sightline::svg
