// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A report of invented words with everything in it, as long as one asks for; and
// one warm worker for all tests. For tests only.

#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "platform/markdown/markdown.h"
#include "platform/markdown/to_json.h"
#include "platform/pdf/worker.h"
#include "platform/svg/chart.h"

namespace sightline::pdf {

inline Figure sample_chart() {
  const svg::Chart chart = svg::share_bars(
      {.id = "heard",
       .title = "Children who were heard",
       .description = "The intervals of both invented bodies overlap.",
       .what = "Body",
       .bars = {{.label = "Ashbourne", .share = {41, 120}}, {.label = "Northmere", .share = {12, 33}}}});
  return {.key = "cases-by-area",
          .caption = "Children who were heard, by body",
          .alternative = "Two bars whose intervals overlap.",
          .svg = std::string(chart.drawing.view()),
          .head = chart.head,
          .rows = chart.rows};
}

inline Report sample_report(int sections = 1) {
  std::ostringstream text;
  text << std::ifstream("tests/golden/markdown/report.txt").rdbuf();
  const markdown::Parsed parsed = markdown::parse(
      text.str(), {.hosts = {".legislation.example", "inspectorate.example"}, .top_heading = 2});
  REQUIRE(parsed.problems.empty());
  Report report{.title = "How well children are protected",
                .subtitle = "What 64 invented inspections found",
                .publisher = "The Invented Inspectorate",
                .published = Date(2026, 3, 5),
                .notice = "Invented demonstration. These bodies and cases do not exist.",
                .sections = {},
                .figures = {sample_chart()}};
  for (int i = 1; i <= sections; ++i) {
    const std::string id = "chapter-" + std::to_string(i);
    report.sections.push_back(
        {.id = id,
         .title = "Chapter " + std::to_string(i) + " says in a sentence what we found",
         .blocks = markdown::to_json(parsed.document,
                                     {.id_prefix = id + "-",
                                      .base = "https://inspectorate.example/reports/one/index.html",
                                      .figure_value = [](const markdown::FigureValue&) { return "41"; }})});
  }
  return report;
}

inline Worker& warm_worker() {
  static Worker worker;
  return worker;
}

/// Fails, and does not skip, where no PDF can be made: whoever runs the tests has Node.
inline Pdf set_or_fail(const Report& report) {
  Result<Pdf> pdf = warm_worker().set(report);
  REQUIRE_MESSAGE(bool(pdf), (pdf ? "" : pdf.refusal().message));
  return *std::move(pdf);
}

}  // namespace sightline::pdf
