// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition.h"

#include <doctest/doctest.h>

#include <vector>

#include "publication/edition_csv_service.h"
#include "publication/edition_links.h"

using namespace sightline;
using namespace sightline::publication;

namespace {

EditionDraft draft(std::string press_release, std::string change_note) {
  return {.programme_key = "invented",
          .report_key = "first",
          .published_on = Date(2026, 11, 23),
          .press_release = std::move(press_release),
          .change_note = std::move(change_note)};
}

std::string field_refused(const EditionDraft& asked, int number) {
  const auto result = checked(asked, number);
  REQUIRE_FALSE(result);
  return result.refusal().fields.at(0).field;
}

}  // namespace

TEST_CASE("a first edition needs a press release and has no change note") {
  CHECK(checked(draft("# Title", ""), 1));
  CHECK(field_refused(draft("  ", ""), 1) == "press-release");
  CHECK(field_refused(draft("# Title", "A number was wrong."), 1) == "change-note");
}

TEST_CASE("a correction says what was corrected and why") {  // Handbook §8.6
  CHECK(checked(draft("# Title", "A number was wrong."), 2));
  CHECK(field_refused(draft("# Title", ""), 2) == "change-note");
  CHECK(field_refused(draft("# Title", std::string(kLongestChangeNote + 1, 'a')), 2) == "change-note");
}

TEST_CASE("numbers are written as ranges and read back the same") {
  const std::vector<int> numbers{1, 2, 3, 7, 9, 10, 40};
  CHECK(ranges(numbers) == "1-3 7 9-10 40");
  CHECK(numbers_in("1-3 7 9-10 40") == numbers);
  CHECK(numbers_in("") == std::vector<int>());
}

TEST_CASE("what was never written as ranges is not read as numbers") {
  for (const char* text : {"a", "1-", "3-1", "2 1", "1  2", "0", "-1", "1-2-3", "1-99999999999", "1 "})
    CHECK_FALSE_MESSAGE(numbers_in(text).has_value(), text);
}

TEST_CASE("pages of an edition name each other relative to themselves") {
  CHECK(way_within("index.html", "data/cases.csv") == "data/cases.csv");
  CHECK(way_within("figures/cases.html", "data/cases.csv") == "../data/cases.csv");
}

TEST_CASE("what is invented says so, and what is real says nothing") {
  CHECK(notice(people::Reality::Invented).starts_with("Invented"));
  CHECK(notice(people::Reality::Real).empty());
}

TEST_CASE("numbers in the file of a figure are plain, for programs; everything else stays as it is shown") {
  FrozenFigure figure{.key = "cases",
                      .revision = 1,
                      .details = {"Cases", "A number.", {figure::Inspections{}, {}}},
                      .words = "Inspections",
                      .value = {figure::Unit::Records, figure::Number{12'345, {}}, {}},
                      .shown = {.text = "12,345", .parts = {}, .table = {}, .bar = {}, .stack = {}},
                      .inspections = {}};
  CHECK(csv_files({figure}).front().bytes == "figure,title,shown\r\ncases,Cases,12345\r\n");
  figure.shown.table = figure::ShownTable{{"Area", "Cases", "Of"}, {{"One, two", {"fewer than 5", "1,240"}}}};
  CHECK(csv_files({figure}).front().bytes == "Area,Cases,Of\r\n\"One, two\",fewer than 5,1240\r\n");
}

TEST_CASE("a title that a spreadsheet would run is only text in the file of a figure") {  // §8.34
  for (const char* title : {"=1+1", "+1", "-1", "@now"}) {
    const FrozenFigure figure{.key = "cases",
                              .revision = 1,
                              .details = {title, "A number.", {figure::Inspections{}, {}}},
                              .words = "Inspections",
                              .value = {figure::Unit::Records, figure::Number{3, {}}, {}},
                              .shown = {.text = "3", .parts = {}, .table = {}, .bar = {}, .stack = {}},
                              .inspections = {}};
    const auto files = csv_files({figure});
    REQUIRE(files.size() == 1);
    CHECK(files.front().bytes == "figure,title,shown\r\ncases,'" + std::string(title) + ",3\r\n");
  }
}
