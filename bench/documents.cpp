// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "documents.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

#include "platform/extract/extractor.h"
#include "platform/html/elements.h"
#include "platform/html/page.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/to_html.h"
#include "platform/markdown/to_json.h"
#include "platform/pdf/check.h"
#include "platform/pdf/worker.h"
#include "platform/svg/chart.h"
#include "process.h"
#include "report/report.h"

namespace sightline::bench {

namespace {

using std::filesystem::path;

/// The chapters of the invented second report, as often as it takes.
struct Words {
  std::vector<std::string> titles;
  std::vector<markdown::Document> chapters;
  std::set<std::string> tables;  ///< Keys of the figures that stand as blocks.
};

std::string quoted(const markdown::ExtractBlock&) {
  return "Nobody asked her what she had heard, and she had heard all of it.";
}

Words read_words() {
  std::vector<path> files;
  for (const auto& file : std::filesystem::directory_iterator("demo/programme/second"))
    if (file.path().filename() != "press-release.md") files.push_back(file.path());
  std::sort(files.begin(), files.end());
  Words words;
  for (const path& file : files) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    // The demonstration puts the numbers of its extracts there.
    const auto numbered =
        report::with_extract_numbers(text.str(), [](const std::string&) { return std::int64_t{1}; });
    const auto chapter = report::read_chapter(*numbered);
    if (!chapter) throw std::runtime_error(file.string() + ": " + chapter.refusal().message);
    markdown::Parsed parsed = markdown::parse(chapter->markdown, {.top_heading = 2});
    if (!parsed.problems.empty())
      throw std::runtime_error(file.string() + ": " + parsed.problems.front().sentence);
    for (const markdown::FigureUse& use : markdown::figures_of(parsed.document))
      if (use.form == markdown::FigureUse::Form::Block) words.tables.insert(use.key);
    words.titles.push_back(chapter->title);
    words.chapters.push_back(std::move(parsed.document));
  }
  return words;
}

/// What a share that counts cases says in an edition; every edition has another.
std::string share_in(int edition) {
  return std::to_string(40 + edition) + " of 120 (" + std::to_string((100 * (40 + edition) + 60) / 120) +
         "%)";
}

svg::Chart chart_of(const std::string& key, int edition) {
  return svg::share_bars({.id = key,
                          .title = "Cases graded inadequate, by area",
                          .description = "The intervals of both areas overlap.",
                          .what = "Area",
                          .bars = {{.label = "First contact", .share = {40 + edition, 120}},
                                   {.label = "Custody", .share = {12 + edition, 33}}}});
}

/// With other numbers for each `edition`.
pdf::Report report_of(const Words& words, int times, int edition = 0) {
  pdf::Report report{.title = "How well children are protected",
                     .subtitle = "What 64 invented inspections found",
                     .publisher = "The Invented Inspectorate",
                     .published = Date(2026, 3, 5),
                     .notice = "Invented demonstration. These bodies and cases do not exist.",
                     .sections = {},
                     .figures = {}};
  for (int time = 0; time < times; ++time)
    for (std::size_t i = 0; i < words.chapters.size(); ++i) {
      const std::string id = "part-" + std::to_string(time) + "-" + std::to_string(i);
      report.sections.push_back(
          {.id = id,
           .title = words.titles[i],
           .blocks = markdown::to_json(
               words.chapters[i],
               {.id_prefix = id + "-",
                .figure_value = [edition](const markdown::FigureValue&) { return share_in(edition); },
                .extract_words = quoted})});
    }
  for (const std::string& key : words.tables) {
    const svg::Chart chart = chart_of(key, edition);
    report.figures.push_back({.key = key,
                              .caption = "Cases graded inadequate, by area",
                              .alternative = "Two bars whose intervals overlap.",
                              .svg = std::string(chart.drawing.view()),
                              .head = chart.head,
                              .rows = chart.rows});
  }
  return report;
}

std::string page_of(const Words& words, int times, int edition) {
  std::vector<html::Html> sections;
  for (int time = 0; time < times; ++time)
    for (std::size_t i = 0; i < words.chapters.size(); ++i)
      sections.push_back(html::fragment(
          html::h2({html::class_("govuk-heading-l")}, words.titles[i]),
          markdown::to_html(
              words.chapters[i],
              {.id_prefix = "part-" + std::to_string(time) + "-" + std::to_string(i) + "-",
               .heading_shift = 1,
               .figure_value = [edition](const markdown::FigureValue&) { return share_in(edition); },
               .figure_block =
                   [edition](const markdown::FigureBlock& block) {
                     return svg::figure_with_table(chart_of(block.key, edition), "Cases, by area",
                                                   svg::TablePlace::Below);
                   },
               .extract_words = quoted})));
  return std::string(html::page({.title = "How well children are protected"},
                                html::fragment(html::h1({}, "How well children are protected"), sections))
                         .view());
}

pdf::Pdf set(pdf::Worker& worker, const pdf::Report& report) {
  Result<pdf::Pdf> made = worker.set(report);
  if (!made) throw std::runtime_error(made.refusal().message);
  return *std::move(made);
}

/// One that has set a page, and none of the words that are measured: its compiler remembers what it has set.
std::unique_ptr<pdf::Worker> warm_worker() {
  const Words page{.titles = {"A worker is warm when it has set a page"},
                   .chapters = {markdown::parse("This is the page.", {.top_heading = 2}).document},
                   .tables = {}};
  auto worker = std::make_unique<pdf::Worker>();
  set(*worker, report_of(page, 1));
  return worker;
}

/// The words, as often as they fill this many pages.
int times_for(pdf::Worker& worker, const Words& words, int pages) {
  const int once = set(worker, report_of(words, 1)).pages;
  int times = std::max(1, pages / once);
  while (set(worker, report_of(words, times)).pages < pages) ++times;
  return times;
}

template <class Work>
double seconds_of(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

constexpr int kPagesOfReport = 60;
constexpr int kPagesOfDocument = 68;

}  // namespace

std::vector<Figure> long_report(int rounds) {
  const Words words = read_words();
  pdf::Worker worker;
  const int times = times_for(worker, words, kPagesOfReport);
  const pdf::Pdf first = set(worker, report_of(words, times));
  Figure paper{
      .name = "report as PDF",
      .unit = "s",
      .limit = {Sense::AtMost, 0.3},
      .rounds = {},
      .remarks =
          {std::to_string(first.pages) + " pages, " + std::to_string(first.bytes.size() / 1000) +
           " kB, tagged, from a warm worker that has not seen these words before; set twice, the same bytes"},
      .details = {{"pages", first.pages}, {"bytes", static_cast<std::int64_t>(first.bytes.size())}}};
  Figure screen{.name = "report as HTML",
                .unit = "ms",
                .limit = {Sense::AtMost, 20},
                .rounds = {},
                .remarks = {},
                .details = {}};
  std::string page;
  std::vector<double> corrected, gate;
  std::vector<std::string> problems;
  for (int i = 0; i < rounds; ++i) {
    const auto warm = warm_worker();
    const pdf::Report report = report_of(words, times, i + 1);
    pdf::Pdf made;
    paper.rounds.push_back(seconds_of([&] { made = set(*warm, report); }));
    if (set(*warm, report).bytes != made.bytes) throw std::runtime_error("The same report gave another PDF.");
    const pdf::Report next = report_of(words, times, i + 2);
    corrected.push_back(seconds_of([&] { set(*warm, next); }));
    gate.push_back(seconds_of([&] { problems = pdf::check(made.bytes); }));
    if (!problems.empty()) throw std::runtime_error("The gate refused the report: " + problems.front());
    screen.rounds.push_back(1000 * seconds_of([&] { page = page_of(words, times, i + 1); }));
  }
  paper.remarks.push_back(
      "the same words with other numbers, from the same worker: " + readable(median(corrected)) + " s");
  paper.remarks.push_back("the gate, which every edition passes on top: " + readable(median(gate)) + " s");
  paper.details.add("seconds_with_other_numbers", in_json(corrected));
  paper.details.add("seconds_of_gate", in_json(gate));
  screen.remarks = {"the same words on one page, " + std::to_string(page.size() / 1000) + " kB"};
  screen.details = {{"bytes", static_cast<std::int64_t>(page.size())}};
  return {std::move(paper), std::move(screen)};
}

Figure long_document(const path& workplace, int rounds) {
  const Words words = read_words();
  pdf::Worker worker;
  const pdf::Pdf document = set(worker, report_of(words, times_for(worker, words, kPagesOfDocument)));
  const path file = workplace / "long.pdf";
  std::ofstream(file, std::ios::binary) << document.bytes;
  const extract::Extractor extractor("build/release/sightline-extract");
  Figure figure{.name = "reading a PDF",
                .unit = "x",
                .limit = {Sense::AtMost, 2},
                .rounds = {},
                .remarks = {},
                .details = {{"pages", document.pages}}};
  std::vector<double> ours, theirs;
  for (int i = 0; i < rounds; ++i) {
    ours.push_back(seconds_of([&] {
      if (!std::holds_alternative<std::string>(extractor.read(document.bytes, extract::Format::Pdf)))
        throw std::runtime_error("The extractor refused the document.");
    }));
    theirs.push_back(seconds_of([&] {
      Running({"pdftotext", "-enc", "UTF-8", file.string(), "-"}, workplace / "pdftotext.log").output();
    }));
    figure.rounds.push_back(ours.back() / theirs.back());
  }
  figure.remarks = {std::to_string(document.pages) + " pages: sightline-extract, shut in, " +
                    readable(median(ours) * 1000) + " ms; pdftotext " + readable(median(theirs) * 1000) +
                    " ms"};
  figure.details.add("seconds_ours", in_json(ours));
  figure.details.add("seconds_pdftotext", in_json(theirs));
  return figure;
}

}  // namespace sightline::bench
