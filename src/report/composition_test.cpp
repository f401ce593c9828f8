// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A report read as a whole: every problem by its section and line, addresses that hold
// wherever the sections stand, and nothing of an author that becomes markup.

#include "report/composition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/section_pages.h"

using namespace sightline;
using namespace sightline::report;

namespace {

Report report_of(const std::vector<SectionText>& texts) {
  Report report{.id = ReportId{1},
                .programme = ProgrammeId{1},
                .key = "second-report",
                .revision = 1,
                .title = "Second report",
                .subtitle = "",
                .summary = "",
                .sections = {}};
  for (const SectionText& text : texts) {
    const int number = static_cast<int>(report.sections.size()) + 1;
    report.sections.push_back({SectionId{number}, number, number, 1, text.title, text.markdown});
  }
  return report;
}

Composed composed_of(const std::string& markdown) {
  return compose(report_of({{"Custody", markdown}}));
}

std::vector<std::string> in_words(const std::vector<LineProblem>& problems) {
  std::vector<std::string> words;
  for (const LineProblem& problem : problems) words.push_back(in_words(problem));
  return words;
}

/// "line: sentence" of the only problem.
std::string only_problem(const std::vector<LineProblem>& problems) {
  REQUIRE(problems.size() == 1);
  return std::to_string(problems[0].line) + ": " + problems[0].sentence;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

figure::FigureDetails details(std::string alternative_text = "What there is to see.") {
  return {"A figure", std::move(alternative_text), {figure::Inspections{}, {}}};
}
ReportFigure count() {
  const auto of = details();
  return {of, figure::shown({figure::Unit::Records, figure::Number{64, {}}, {}}, of,
                            figure::Policy::RoundedToFive)};
}
ReportFigure share(std::string alternative_text = "What there is to see.") {
  const auto of = details(std::move(alternative_text));
  return {of, figure::shown({figure::Unit::People, figure::Number{40, 120}, {}}, of,
                            figure::Policy::RoundedToFive)};
}
ReportFigure table() {
  const auto of = details();
  return {of, figure::shown(
                  {figure::Unit::Records, figure::Table{{"Kind", "Inspections"}, {{"Review", {7}}}}, {}}, of,
                  figure::Policy::RoundedToFive)};
}

std::vector<LineProblem> figure_problems(const std::string& markdown, const RefusedFigures& refused = {}) {
  return problems_with_figures(
      composed_of(markdown),
      {{"count", count()}, {"share", share()}, {"table", table()}, {"unseen", share(" ")}}, refused);
}

std::string html_of(const std::string& markdown, const Figures& figures = {},
                    const SectionHtmlOptions& options = {}) {
  const Composed composed = composed_of(markdown);
  return section_html(composed, composed.sections.at(0), figures, {}, options).release();
}

}  // namespace

TEST_CASE("sound sections have no problem, and every figure they ask for is listed once") {
  const Composed composed =
      compose(report_of({{"First", "Text of {figure:a} and {figure:b count}.\n\n## Why\n\n### Deeper\n"},
                         {"Second", "```figure\na\n```\n"}}));
  CHECK(composed.problems.empty());
  CHECK(composed.figure_keys == std::set<std::string>{"a", "b"});
  CHECK(composed.sections[1].id == "second");
}

TEST_CASE("a problem names the section by its place and title, and the line of its text") {
  const Composed composed = compose(report_of({{"First", "Text."}, {"Custody", "Text.\n\n<br>\n"}}));
  REQUIRE(composed.problems.size() == 1);
  CHECK(composed.problems[0].section == 2);
  CHECK(in_words(composed.problems[0]).starts_with("Section 2, “Custody”, line 3: "));
}

TEST_CASE("a heading that skips a level, or is as high as the section's title, is named by its line") {
  CHECK(only_problem(composed_of("## Why\n\n#### Too deep\n").problems).starts_with("3: "));
  CHECK(only_problem(composed_of("Text.\n\n### Too deep\n").problems).starts_with("3: "));
  CHECK(only_problem(composed_of("# Title\n").problems).starts_with("1: "));
  CHECK(composed_of("## Why\n\n### Deeper\n\n## Again\n").problems.empty());
}

TEST_CASE("raw HTML, a picture and an address off the list are problems of their line") {
  for (const char* line :
       {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![Seen](https://www.gov.uk/x.png)",
        "[Here](https://evil.example/)", "[Here](javascript:alert(1))", "<https://evil.example/>",
        "[Here](//evil.example/)", "[Here](https://gov.uk.evil.example/)", "<style>p{}</style>"}) {
    CAPTURE(line);
    const Composed composed = composed_of("Text.\n\n" + std::string(line) + "\n");
    REQUIRE_FALSE(composed.problems.empty());
    CHECK(composed.problems[0].line == 3);
  }
}

TEST_CASE("links lead to public bodies and to pages of the site itself") {
  for (const char* address :
       {"https://www.gov.uk/x", "https://www.legislation.gov.uk/ukpga/1989/41", "/site/about", "#why",
        "https://committees.parliament.uk/", "mailto:help@nspcc.org.uk"}) {
    CAPTURE(address);
    CHECK(composed_of("## Why\n\n[Here](" + std::string(address) + ")\n").problems.empty());
  }
}

TEST_CASE("an address that is no heading of the report is a broken reference and named by its line") {
  CHECK(only_problem(composed_of("Text.\n\nSee [there](#nowhere).\n").problems) ==
        "3: The link to “#nowhere” leads to no heading of this report.");
  CHECK(only_problem(composed_of("Text.[^a]\n\n[^a]: See [there](#nowhere).\n").problems).starts_with("3: "));
  CHECK(only_problem(composed_of("| A |\n|---|\n| [there](#nowhere) |\n").problems).starts_with("3: "));
  CHECK(only_problem(composed_of("| [there](#nowhere) |\n|---|\n| b |\n").problems).starts_with("1: "));
}

TEST_CASE("an address may name a section, or a heading of another section when there is only one such") {
  const Report report =
      report_of({{"First", "[a](#second) [b](#cells) [c](#second--cells) [d](#own)\n\n## Own\n"},
                 {"Second", "## Cells\n\nText.\n"}});
  const Composed composed = compose(report);
  CHECK(composed.problems.empty());
  const std::string one_page = section_html(composed, composed.sections[0], {}, {}).release();
  for (const char* place :
       {"href=\"#second\"", "href=\"#second--cells\"", "href=\"#first--own\"", "id=\"first--own\""})
    CHECK_MESSAGE(holds(one_page, place), place);
  const SectionHtmlOptions pages{
      .heading_shift = 0,
      .page_of = [](const ComposedSection& section) { return section.id + ".html"; },
      .explanation_of = {},
      .provisional_entry = {}};
  const std::string own_page = section_html(composed, composed.sections[0], {}, {}, pages).release();
  for (const char* place :
       {"href=\"second.html#second\"", "href=\"second.html#second--cells\"", "href=\"#first--own\""})
    CHECK_MESSAGE(holds(own_page, place), place);
}

TEST_CASE("an address that two sections could be meant by is a problem that says what to write instead") {
  const Composed composed =
      compose(report_of({{"First", "[b](#cells)"}, {"Second", "## Cells\n"}, {"Third", "## Cells\n"}}));
  CHECK(holds(only_problem(composed.problems), "write “#second--cells”"));
}

TEST_CASE(
    "sections of the same title, or of none in letters, or of one that our pages need, have places of their "
    "own") {
  const Composed composed =
      compose(report_of({{"Custody", "a"}, {"Custody", "b"}, {"？", "c"}, {"Navigation", "d"}}));
  CHECK(composed.sections[0].id == "custody");
  CHECK(composed.sections[1].id == "custody-2");
  CHECK(composed.sections[2].id == "section");
  CHECK(composed.sections[3].id == "navigation-2");
}

TEST_CASE("a report without sections, and a section without text or title, cannot be published") {
  CHECK(in_words(compose(report_of({})).problems) == std::vector<std::string>{"The report has no section."});
  CHECK(only_problem(composed_of(" \n").problems) == "1: The section has no text.");
  CHECK(only_problem(compose(report_of({{"", "Text."}})).problems) == "0: Give the section a title.");
}

TEST_CASE("a figure that is unknown, or cannot be computed, is named by its line with the reason") {
  CHECK(only_problem(figure_problems("Text.\n\nOf {figure:unknown}.")) == "3: There is no figure “unknown”.");
  const RefusedFigures refused{{"gone", {Refusal::Kind::NotFound, "There is no such figure.", {}}},
                               {"empty", {Refusal::Kind::Invalid, "It is a share of nothing.", {}}}};
  CHECK(only_problem(figure_problems("{figure:gone}", refused)) == "1: There is no figure “gone”.");
  CHECK(only_problem(figure_problems("```figure\nempty\n```", refused)) ==
        "1: The figure “empty” cannot be computed: It is a share of nothing.");
}

TEST_CASE("a figure in a form or with a part that it does not have is named by its line") {
  CHECK(
      figure_problems("{figure:count} of {figure:share} is {figure:share share}.\n\n```figure\nshare\n```\n\n"
                      "```figure\ntable\n```\n")
          .empty());
  CHECK(only_problem(figure_problems("Text {figure:table}.")).starts_with("1: The figure “table”: "));
  CHECK(only_problem(figure_problems("```figure\ncount\n```")).starts_with("1: The figure “count”: "));
  CHECK(only_problem(figure_problems("Text {figure:count share}.")).starts_with("1: The figure “count”: "));
  CHECK(only_problem(composed_of("Text {figure:share half}.").problems).starts_with("1: "));
}

TEST_CASE("a block without alternative text is a problem; the same figure within a sentence is none") {
  CHECK(holds(only_problem(figure_problems("Text.\n\n```figure\nunseen\n```")), "has no alternative text"));
  CHECK(figure_problems("{figure:unseen}").empty());
}

TEST_CASE("the problems of figures come in the order of sections and lines, in footnotes too") {
  const Composed composed = compose(
      report_of({{"First", "{figure:a}[^n]\n\n[^n]: {figure:b}\n\n{figure:c}\n"}, {"Second", "{figure:d}"}}));
  std::vector<std::pair<int, int>> places;
  for (const LineProblem& problem : problems_with_figures(composed, {}, {}))
    places.emplace_back(problem.section, problem.line);
  CHECK(places == std::vector<std::pair<int, int>>{{1, 1}, {1, 3}, {1, 5}, {2, 1}});
}

TEST_CASE("hostile Markdown becomes words: no script, no style, no event and no foreign address") {
  const std::string hostile =
      "<script>alert(1)</script>\n\n<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>\n\n"
      "[a](javascript:alert(1)) [b](data:text/html,x) [c](https://evil.example) [d](//evil.example) "
      "[e](\\\\evil.example) ![f](https://evil.example/x.png) <javascript:alert(1)>\n\n"
      "## \" onmouseover=\"alert(1)\n\n```\n</code></pre><script>\n```\n\n`<script>`\n\n"
      "{figure:x\" onclick=\"y}\n\n| <script> |\n|---|\n| <svg/onload=alert(1)> |\n\n[^a]: <iframe>\n";
  Report report = report_of({{"<script>alert(1)</script>\" onclick=\"x", hostile}});
  const Composed composed = compose(report);
  const std::string page = section_html(composed, composed.sections[0], {}, {}).release();
  for (const char* smuggled :
       {"<script", "<iframe", "<img", "<svg", "<style", " onclick=\"", " onmouseover=\"", " style=\"",
        "href=\"javascript", "href=\"data", "href=\"https://evil", "href=\"//", "src="})
    CHECK_MESSAGE(!holds(page, smuggled), smuggled);
  CHECK(holds(page, "&lt;script&gt;"));
}

TEST_CASE("words shown of a figure, and its caption, are text like any other") {
  ReportFigure hostile = share();
  hostile.shown.text = "<script>1</script>";
  hostile.details.title = "<script>2</script>";
  const std::string page = html_of("{figure:x}\n\n```figure\nx\n```\n", {{"x", hostile}});
  CHECK_FALSE(holds(page, "<script"));
  CHECK(holds(page, "&lt;script&gt;2"));
}

TEST_CASE("before publication every figure says that it is provisional, in a sentence and as a block") {
  const SectionHtmlOptions draft{
      .heading_shift = 1, .page_of = {}, .explanation_of = {}, .provisional_entry = 48213};
  const Figures figures{{"share", share()}};
  const std::string page =
      html_of("{figure:share} and {figure:share share}.\n\n```figure\nshare\n```\n", figures, draft);
  std::size_t notes = 0;
  for (std::size_t at = page.find("provisional, as of entry 48213"); at != std::string::npos;
       at = page.find("provisional, as of entry 48213", at + 1))
    ++notes;
  CHECK(notes == 3);
  CHECK(holds(page, "<h2 class=\"govuk-heading-l\" id=\"custody\">Custody</h2>"));
  CHECK_FALSE(holds(html_of("{figure:share}", figures), "provisional"));
}

TEST_CASE(
    "the same figure as a block twice has two places, and one that cannot stand there is marked by its key") {
  const Figures figures{{"share", share()}, {"count", count()}};
  const std::string page =
      html_of("```figure\nshare\n```\n\n```figure\nshare\n```\n\n```figure\ncount\n```\n", figures);
  CHECK(holds(page, "id=\"custody--figure-share\""));
  CHECK(holds(page, "id=\"custody--figure-share-2\""));
  CHECK(holds(page, "[no figure “count”]"));
}

TEST_CASE("a published figure leads to where it is explained") {
  const SectionHtmlOptions options{
      .heading_shift = 0,
      .page_of = {},
      .explanation_of =
          [](const std::string& key) { return html::Url::parse_relative("figures/" + key + ".html"); },
      .provisional_entry = {}};
  CHECK(holds(html_of("{figure:count}", {{"count", count()}}, options), "href=\"figures/count.html\""));
}
