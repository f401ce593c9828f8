// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The two reports of the invented programme, as they lie in demo/programme: a text of
// thousands of words that the editor must take as it is.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "platform/csv/csv.h"
#include "report/composition.h"

using namespace sightline;
using namespace sightline::report;

namespace {

const std::filesystem::path kFolder = "demo/programme";

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return std::move(content).str();
}

/// A chapter as it reaches the editor: the demonstration puts the number of an extract where the file names a
/// passage.
std::string content_of(const std::filesystem::path& path) {
  return *with_extract_numbers(text_of(path), [](const std::string&) { return std::int64_t{17}; });
}

Report report_in(const std::string& folder) {
  std::vector<std::filesystem::path> chapters;
  for (const auto& file : std::filesystem::directory_iterator(kFolder / folder))
    if (std::isdigit(static_cast<unsigned char>(file.path().filename().string()[0])) != 0)
      chapters.push_back(file.path());
  std::ranges::sort(chapters);
  Report report{.id = ReportId{1},
                .programme = ProgrammeId{1},
                .key = folder,
                .revision = 1,
                .title = folder,
                .subtitle = "",
                .summary = "",
                .sections = {}};
  for (const auto& path : chapters) {
    CAPTURE(path.string());
    const auto chapter = read_chapter(content_of(path));
    REQUIRE(chapter);
    const int number = static_cast<int>(report.sections.size()) + 1;
    report.sections.push_back({SectionId{number}, number, number, 1, chapter->title, chapter->markdown});
  }
  return report;
}

std::set<std::string> figures_of(const std::string& report) {
  const auto rows =
      csv::read_file(kFolder / "figures.csv", {"key", "report", "title", "alternative_text", "definition"});
  REQUIRE(rows);
  std::set<std::string> keys;
  for (const csv::Row& row : *rows)
    if (row["report"] == report) keys.insert(row["key"]);
  return keys;
}

}  // namespace

TEST_CASE(
    "the chapters of both reports of the invented programme are sound, and every figure they name is "
    "defined") {
  for (const std::string name : {"first", "second"}) {
    CAPTURE(name);
    const Report report = report_in(name);
    const Composed composed = compose(report);
    CHECK(report.sections.size() >= 5);
    for (const LineProblem& problem : composed.problems) FAIL_CHECK(in_words(problem));
    const std::set<std::string> defined = figures_of(name);
    CHECK(composed.figure_keys.size() > 5);
    for (const std::string& key : composed.figure_keys) CHECK_MESSAGE(defined.contains(key), key);
  }
}

namespace {

/// Numbers that are no figures: years, rules, and how figures are shown.
const std::vector<std::string> kNoFigures{
    "2014",          "2015",         "2016",           "2019",
    "56 days",       "95% interval", "9 to 18 months", "between 30 and 80 cases were read",
    "the nearest 5", "from 1 to 4",  "‘fewer than 5’", "a true zero is shown as 0"};

/// What is typed: without the figures, the passages quoted and the numbers of lists, on one line.
std::string typed_in(const std::string& chapter) {
  static const std::regex kLive("```(figure|extract)\n[^`]*```|\\{figure:[^}]*\\}|(^|\n)[ >]*[0-9]+\\. ");
  static const std::regex kBlanks("\\s+");
  return std::regex_replace(std::regex_replace(chapter, kLive, "\n"), kBlanks, " ");
}

/// Every digit typed where a live figure should be, with what stands around it; `met` are those that may.
std::vector<std::string> digits_typed(const std::string& chapter, std::set<std::string>& met) {
  static const std::regex kNumber("[^ ]* ?[^ ]*[0-9][^ ]* ?[^ ]*");
  std::string typed = typed_in(chapter);
  for (const std::string& words : kNoFigures)
    for (std::size_t at = 0; (at = typed.find(words, at)) != std::string::npos; typed.erase(at, words.size()))
      met.insert(words);
  std::vector<std::string> digits;
  for (std::sregex_iterator found(typed.begin(), typed.end(), kNumber), end; found != end; ++found)
    digits.push_back(found->str());
  return digits;
}

}  // namespace

TEST_CASE("in the reports no digit is typed where a live figure should be, other than years and rules") {
  std::set<std::string> met;
  for (const char* name : {"first", "second"})
    for (const auto& file : std::filesystem::directory_iterator(kFolder / name)) {
      CAPTURE(file.path().string());
      for (const std::string& digits : digits_typed(text_of(file.path()), met)) FAIL_CHECK(digits);
    }
  CHECK(met.size() == kNoFigures.size());  // and none is allowed that is not there
}

TEST_CASE("a digit that is typed for a figure is found, and one of a live figure, a list or a rule is not") {
  std::set<std::string> met;
  CHECK(digits_typed("Drift is a theme in 41 inspections.", met) ==
        std::vector<std::string>{"in 41 inspections."});
  CHECK(digits_typed("Of {figure:cases-2015} cases 34% were good.", met).size() == 1);
  CHECK(digits_typed("In 120141 cases.", met).size() == 1);
  CHECK(
      digits_typed("1. From 2015\n2. in {figure:theme-1 share}\n\n```extract\ndrift:4\n```\n", met).empty());
  CHECK(digits_typed("They have 56\ndays.", met).empty());
}

TEST_CASE("the second report has at least three thousand words") {
  std::size_t words = 0;
  for (const Section& section : report_in("second").sections) words += words_in(section.markdown);
  CHECK(words >= 3000);
}
