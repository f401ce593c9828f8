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
#include <set>
#include <sstream>

#include "platform/csv/csv.h"
#include "report/composition.h"

using namespace sightline;
using namespace sightline::report;

namespace {

const std::filesystem::path kFolder = "demo/programme";

/// A chapter as it reaches the editor: the demonstration puts the number of an extract where the file names a
/// passage.
std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return *with_extract_numbers(content.str(), [](const std::string&) { return std::int64_t{17}; });
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

TEST_CASE("the second report has at least three thousand words") {
  std::size_t words = 0;
  for (const Section& section : report_in("second").sections) words += words_in(section.markdown);
  CHECK(words >= 3000);
}
