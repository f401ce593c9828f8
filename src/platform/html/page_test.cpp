// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is on every page, whoever writes it.

#include "platform/html/page.h"

#include <doctest/doctest.h>

#include "platform/html/govuk.h"
#include "platform/html/scanned_markup.h"

namespace sightline::html {
namespace {

Layout case_page() {
  return {.title = "Case 7",
          .navigation = {{.text = "My work", .href = Url::local("/work"), .is_active = true},
                         {.text = "Programmes", .href = Url::local("/programmes")}},
          .breadcrumbs = {{.text = "Cases", .href = Url::local("/cases")}, {.text = "Case 7"}}};
}

}  // namespace

TEST_CASE("a page says its language, its title, where main begins and how to skip to it") {
  const Html made = page(case_page(), h1({}, "Case 7"));
  CHECK(made.view().starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\""));
  CHECK(contains(made, "<title>Case 7 \u2013 Sightline</title>"));
  CHECK(contains(made, "<a href=\"#main-content\" class=\"govuk-skip-link\""));
  CHECK(contains(made, "<main class=\"govuk-main-wrapper\" id=\"main-content\"><h1>Case 7</h1></main>"));
  CHECK(contains(made, "aria-current=\"true\""));
  CHECK_NOTHROW(scanned(made.view()));
}

TEST_CASE("a page with problems says so in its title and lists them before the content") {
  Layout layout = case_page();
  layout.problems = Problems(Refusal{Refusal::Kind::Invalid,
                                     "Some answers are missing",
                                     {{"reason", "Give a reason"}, {"grade", "Choose a grade"}}});
  const Html made = page(layout, p({}, "content"));
  CHECK(contains(made, "<title>Error: Case 7 \u2013 Sightline</title>"));
  CHECK(contains(made, "<a href=\"#reason\">Give a reason</a>"));
  CHECK(made.view().find("Choose a grade") < made.view().find("<p>content</p>"));
  CHECK(layout.problems.at("grade").view() == "Choose a grade");
  CHECK(layout.problems.at("other").empty());
}

TEST_CASE("a refusal without fields is told in the summary alone") {
  const Problems problems(Refusal{Refusal::Kind::WrongState, "The case is already agreed", {}});
  CHECK(contains(problems.summary(), "<li>The case is already agreed</li>"));
}

TEST_CASE("a page shows no mark of GOV.UK and runs no script of its own") {
  const Html made = page(case_page(), p({}, "content"));
  for (const auto* sign : {"crown", "crest", "GDS Transport", "Open Government Licence"})
    CHECK_FALSE(contains(made, sign));
  const ScannedNode root = scanned(made.view());
  CHECK(outline(root).find("script src=\"/assets/sightline.js\" type=\"module\"\n") != std::string::npos);
  CHECK(made.view().find("<script") == made.view().rfind("<script"));
}

TEST_CASE("a page in a frame is the page that would have been written whole") {
  Layout layout = case_page();
  layout.account = p({}, "Ana");
  const Frame frame(layout);
  const auto is_the_same = [&] {
    const Html main = fragment(h1({}, layout.title), p({}, "content"));
    return frame.around(layout, main) == page(layout, main);
  };
  CHECK(is_the_same());
  layout.title = "R&D \u2013 <another>";
  layout.account = p({}, "Ben");
  layout.banner = "Invented.";
  layout.breadcrumbs.clear();
  layout.back = Url::local("/cases");
  layout.scripts = {"capture.js"};
  layout.canonical = Url::local("/cases/7");
  layout.description = "A case.";
  layout.problems = Problems(Refusal{Refusal::Kind::Invalid, "No", {{"reason", "Give a reason"}}});
  CHECK(is_the_same());
}

TEST_CASE("a long list shows its first, last and neighbouring pages") {
  const Html made = govuk::pages_of_list(Url::local("/cases").with("sort", "date"), cut_of(9, 5, 1));
  const std::string seen = outline(scanned(made.view()));
  for (const int number : {1, 4, 5, 6, 9})
    CHECK(seen.find("page=" + std::to_string(number) + "\"") != std::string::npos);
  for (const int number : {2, 3, 7, 8})
    CHECK(seen.find("page=" + std::to_string(number) + "\"") == std::string::npos);
  CHECK(govuk::pages_of_list(Url::local("/cases"), cut_of(1, 1, 1)).empty());
}

}  // namespace sightline::html
