// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What charts promise: read aloud and on paper, no words on words, no words cut
// off, the same bytes from the same data. Golden files lie in tests/golden/svg;
// set SIGHTLINE_UPDATE_GOLDEN=1 to write them anew, then look at them.

#include "platform/svg/chart.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "platform/html/scanned_markup.h"
#include "platform/svg/colours.h"
#include "platform/svg/text_metrics.h"

namespace sightline::svg {
namespace {

using html::ScannedNode;

struct Box {
  std::string words;
  double left, top, right, bottom;

  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

double attribute(const ScannedNode& node, const std::string& name) {
  return std::stod(node.attributes.at(name));
}

/// Every text as the space it takes at most.
std::vector<Box> text_boxes(const ScannedNode& svg) {
  std::vector<Box> boxes;
  for (const auto& node : svg.children) {
    if (node.name != "text" || node.children.empty()) continue;
    const double size = attribute(node, "font-size"), x = attribute(node, "x"), y = attribute(node, "y");
    const auto weight = node.attributes.contains("font-weight") ? Weight::Bold : Weight::Regular;
    const double width = text_width(node.children[0].text, size, weight);
    const auto anchor = node.attributes.find("text-anchor");
    const double left = anchor == node.attributes.end() ? x
                        : anchor->second == "end"       ? x - width
                                                        : x - width / 2;
    boxes.push_back({node.children[0].text, left, y - size * 0.8, left + width, y + size * 0.25});
  }
  return boxes;
}

ScannedNode svg_of(const Chart& chart) {
  const ScannedNode root = html::scanned(chart.drawing.view());
  REQUIRE(root.children.size() == 1);
  return root.children[0];
}

void check_words_are_whole_and_apart(const Chart& chart) {
  const ScannedNode svg = svg_of(chart);
  const double width = attribute(svg, "width"), height = attribute(svg, "height");
  const auto boxes = text_boxes(svg);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CAPTURE(boxes[i].words);
    const bool is_whole = boxes[i].left >= -0.5 && boxes[i].top >= 0 && boxes[i].right <= width + 0.5 &&
                          boxes[i].bottom <= height;
    REQUIRE(is_whole);
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      CAPTURE(boxes[j].words);
      REQUIRE_FALSE(boxes[i].meets(boxes[j]));
    }
  }
}

/// Bars and marks keep out of the lines of words.
void check_marks_cover_no_words(const Chart& chart) {
  const ScannedNode svg = svg_of(chart);
  for (const auto& node : svg.children) {
    if (node.name != "rect") continue;
    const double x = attribute(node, "x"), y = attribute(node, "y");
    const Box mark{"a mark", x, y, x + attribute(node, "width"), y + attribute(node, "height")};
    for (const auto& words : text_boxes(svg)) {
      CAPTURE(words.words);
      REQUIRE_FALSE(mark.meets(words));
    }
  }
}

std::string random_label(std::mt19937& random) {
  std::uniform_int_distribution<int> words(1, 9), letters(1, 24), letter('A', 'z');
  std::string label;
  for (int w = words(random); w > 0; --w) {
    if (!label.empty()) label += ' ';
    for (int n = letters(random); n > 0; --n) label += static_cast<char>(letter(random));
  }
  return label;
}

Chart sample_bars() {
  return share_bars({.id = "inadequate",
                     .title = "Cases graded inadequate",
                     .description = "Four invented forces. The intervals of the first two overlap.",
                     .what = "Force",
                     .bars = {{.label = "Ashbourne", .share = {41, 120}},
                              {.label = "Northmere & the Isles", .share = {12, 33}},
                              {.label = "West Hallamshire Joint Protection Partnership", .share = {0, 30}},
                              {.label = "Carrow", .share = {79, 79}}}});
}

Period period(std::string_view iso) {
  return Period::from_iso(iso).value();
}

Chart sample_timeline() {
  return timeline(
      {.id = "history",
       .title = "Inspections of Ashbourne",
       .description = "Three inspections between 2014 and 2021 and one without a date.",
       .what = "Inspection",
       .rows = {
           {.label = "Child protection inspection",
            .marks = {{Happening::Fieldwork, period("2014-06")}, {Happening::Report, period("2014")}}},
           {.label = "Joint targeted area inspection", .marks = {{Happening::Report, period("2017-03")}}},
           {.label = "Child protection inspection",
            .marks = {{Happening::Fieldwork, period("2021-02-04/2021-02-15")},
                      {Happening::Report, period("2021-06-29")}}},
           {.label = "Post-inspection review", .marks = {}}}});
}

void check_golden(const std::string& name, const Chart& chart) {
  const std::string path = "tests/golden/svg/" + name + ".svg";
  const std::string drawn = std::string(chart.drawing.view()) + "\n";
  if (std::getenv("SIGHTLINE_UPDATE_GOLDEN")) std::ofstream(path) << drawn;
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  CHECK_MESSAGE(golden.str() == drawn, path, " differs from what is drawn");
}

}  // namespace

TEST_CASE("a chart is an image with a title and a description, read first") {
  for (const Chart& chart : {sample_bars(), sample_timeline()}) {
    const ScannedNode svg = svg_of(chart);
    CHECK(svg.attributes.at("role") == "img");
    REQUIRE(svg.children.size() > 2);
    CHECK(svg.children[0].name == "title");
    CHECK(svg.children[1].name == "desc");
    CHECK(svg.attributes.at("aria-labelledby") ==
          svg.children[0].attributes.at("id") + " " + svg.children[1].attributes.at("id"));
    CHECK(svg.children[0].attributes.at("id").starts_with(svg.attributes.at("id") + "-"));
  }
}

TEST_CASE("a chart comes with all its data as rows for a table") {
  const Chart bars = sample_bars();
  CHECK(bars.head == std::vector<std::string>{"Force", "Cases", "Share", "95% interval"});
  CHECK(bars.rows.at(0) == std::vector<std::string>{"Ashbourne", "41 of 120", "34%", "26% to 43%"});
  const Chart history = sample_timeline();
  CHECK(history.rows.size() == 4);
  CHECK(history.rows.at(2) ==
        std::vector<std::string>{"Child protection inspection", "4 to 15 February 2021", "29 June 2021"});
  CHECK(history.rows.at(3) == std::vector<std::string>{"Post-inspection review", "unknown", "unknown"});
}

TEST_CASE("a date known only to the month or year is drawn otherwise than one known to the day") {
  const auto drawn = [](std::string_view iso) {
    return std::string(timeline({.id = "t",
                                 .title = "t",
                                 .description = "d",
                                 .what = "w",
                                 .rows = {{.label = "x", .marks = {{Happening::Fieldwork, period(iso)}}}}})
                           .drawing.view());
  };
  const auto dashed = [&](std::string_view iso) {
    const std::string all = drawn(iso);  // the key at the bottom always shows one dashed frame
    return all.find("stroke-dasharray") != all.rfind("stroke-dasharray");
  };
  CHECK(dashed("2014"));
  CHECK(dashed("2014-08"));
  CHECK_FALSE(dashed("2019-02-04/2019-02-15"));
}

TEST_CASE("whatever the labels, no words are cut off, meet each other or lie under a bar") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    ShareBars options{.id = "f", .title = "t", .description = "d", .what = "w", .bars = {}};
    std::uniform_int_distribution<int> count(1, 8), whole(1, 4000);
    for (int n = count(random); n > 0; --n) {
      const int all = whole(random);
      options.bars.push_back({.label = random_label(random),
                              .share = {std::uniform_int_distribution<int>(0, all)(random), all}});
    }
    const Chart chart = share_bars(options);
    check_words_are_whole_and_apart(chart);
    check_marks_cover_no_words(chart);
  }
}

TEST_CASE("whenever things happened, no words of a time line are cut off, meet or lie under a mark") {
  std::mt19937 random(8);
  std::uniform_int_distribution<int> count(1, 8), year(1990, 2035), month(1, 12), shape(0, 2);
  for (int round = 0; round < 200; ++round) {
    Timeline options{.id = "t", .title = "t", .description = "d", .what = "w", .rows = {}};
    for (int n = count(random); n > 0; --n) {
      TimelineRow row{.label = random_label(random), .marks = {}};
      for (const auto what : {Happening::Fieldwork, Happening::Report}) {
        std::string iso = std::to_string(year(random));
        const int detail = shape(random), m = month(random);
        if (detail > 0) iso += (m < 10 ? "-0" : "-") + std::to_string(m);
        if (detail > 1) iso += "-17";
        row.marks.push_back({what, period(iso)});
      }
      options.rows.push_back(std::move(row));
    }
    const Chart chart = timeline(options);
    check_words_are_whole_and_apart(chart);
    check_marks_cover_no_words(chart);
  }
}

TEST_CASE("whatever the counts, a part is written into its piece only where it has room") {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> rows(1, 8), count(0, 300), parts(2, 5);
  for (int round = 0; round < 200; ++round) {
    StackedBars options{.id = "s", .title = "t", .description = "d", .what = "w", .parts = {}, .rows = {}};
    const int of = parts(random);
    for (int i = 0; i < of; ++i) options.parts.push_back("Grade number " + std::to_string(i));
    for (int n = rows(random); n > 0; --n) {
      StackedBars::Row row{.label = random_label(random), .counts = {}, .words = {}};
      for (int i = 0; i < of; ++i) {
        row.counts.push_back(count(random));
        row.words.push_back(std::to_string(row.counts.back()));
      }
      options.rows.push_back(std::move(row));
    }
    const Chart chart = stacked_bars(options);
    check_words_are_whole_and_apart(chart);
    CHECK(chart.rows.size() == options.rows.size());
    CHECK(chart.head.size() == options.parts.size() + 1);
  }
}

TEST_CASE("what is written on a part of a whole stands out from its shade") {
  for (const Shade& shade : kShades) CHECK(contrast_ratio(shade.text, shade.fill) >= 4.5);
  CHECK(contrast_ratio(kAxis, kPaper) >= 3);  // the frame of every piece
}

TEST_CASE("marks and words stand out from what lies behind them") {
  CHECK(contrast_ratio("#ffffff", "#000000") == doctest::Approx(21));
  CHECK(contrast_ratio("#f47738", "#ffffff") == doctest::Approx(2.78).epsilon(0.01));
  CHECK(contrast_ratio(kText, kPaper) >= 4.5);
  CHECK(contrast_ratio(kQuietText, kPaper) >= 4.5);
  CHECK(contrast_ratio(kBar, kPaper) >= 3);
  CHECK(contrast_ratio(kText, kBar) >= 3);  // the whisker over its bar
  CHECK(contrast_ratio(kMark, kPaper) >= 3);
  CHECK(contrast_ratio(kAxis, kPaper) >= 3);
}

TEST_CASE("the colours of the pages stand out as well") {
  CHECK(contrast_ratio("#ffffff", "#143c47") >= 4.5);  // header
  CHECK(contrast_ratio("#0b0c0c", "#fff2cc") >= 4.5);  // banner
  CHECK(contrast_ratio("#143c47", "#ffffff") >= 4.5);  // key figures
  CHECK(contrast_ratio("#484949", "#eef3f3") >= 4.5);  // quiet text on a wash
  CHECK(contrast_ratio("#1a65a6", "#eef3f3") >= 4.5);  // links on a wash
}

TEST_CASE("text is broken into lines that fit, and loses nothing") {
  const auto lines = wrapped("A rather long label with Donaudampfschifffahrtsgesellschaft inside", 120, 15);
  std::string joined;
  for (const auto& line : lines) {
    CHECK(text_width(line, 15) <= 120);
    for (const char c : line)
      if (c != ' ') joined += c;
  }
  CHECK(joined == "AratherlonglabelwithDonaudampfschifffahrtsgesellschaftinside");
}

TEST_CASE("the same data gives the same drawing, byte for byte") {
  check_golden("share_bars", sample_bars());
  check_golden("timeline", sample_timeline());
}

}  // namespace sightline::svg
