// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a text may say, and what is said to an author who wrote something else.

#include <doctest/doctest.h>

#include "base/text.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/to_html.h"
#include "platform/markdown/to_json.h"

namespace sightline::markdown {
namespace {

const Rules kRules{.hosts = {"www.example.org", ".police.example"}};

std::string html_of(std::string_view text) {
  return std::string(to_html(parse(text, kRules).document).view());
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// "3: The sentence." for each problem, one in each line.
std::string problems_of(std::string_view text, const Rules& rules = kRules) {
  std::string all;
  for (const Problem& problem : parse(text, rules).problems)
    all += (all.empty() ? "" : "\n") + std::to_string(problem.line) + ": " + problem.sentence;
  return all;
}

}  // namespace

TEST_CASE("raw HTML is a problem with its line, and its signs reach the reader as signs") {
  CHECK(problems_of("One.\n\nTwo <b>bold</b>.") ==
        "3: HTML is not read here; write \\< for the sign itself.\n"
        "3: HTML is not read here; write \\< for the sign itself.");
  CHECK(problems_of("One.\n\n<script>\nalert(1)\n</script>\n\nTwo.") ==
        "3: HTML is not read here; write \\< for the sign itself.");
  CHECK(holds(html_of("<script>alert(1)</script>"), "&lt;script&gt;"));
  CHECK(problems_of("fewer than <5, and 2 < 3") == "");
}

TEST_CASE("a picture is a problem, and its words stay") {
  CHECK(problems_of("A\n\n![a map](map.png)") ==
        "3: Pictures cannot stand in the text; a chart is a figure, by its key.");
  CHECK(html_of("![a map](map.png)") == "<p class=\"govuk-body\">a map</p>");
}

TEST_CASE("a link leads only to pages of the site and to sites on the list") {
  for (const char* allowed :
       {"https://www.example.org/a?b=c#d", "https://police.example", "https://durham.police.example/x",
        "mailto:a@police.example", "mailto:a@www.example.org?subject=Report", "#heading", "/reports/2",
        "../forces/index.html#x", "method.html"})
    CHECK_MESSAGE(problems_of("[x](" + std::string(allowed) + ")") == "", allowed);
  for (const char* refused :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,x",
        "vbscript:x", "//example.org/x", "http://www.example.org", "https://example.org",
        "https://www.example.org.evil.example", "https://www.example.org@evil.example",
        "https://evilpolice.example", "mailto:a@elsewhere.example",
        "mailto:a@elsewhere.example,b@police.example", "mailto:a@police.example?bcc=b@elsewhere.example",
        "https:evil.example", "file:///etc/passwd", "\\\\x\\y", "ftp://www.example.org"}) {
    const std::string text = "[the words](" + std::string(refused) + ")";
    CHECK_MESSAGE(problems_of(text).starts_with("1: The "), refused);
    CHECK_MESSAGE(!holds(html_of(text), "href"), refused);
    CHECK_MESSAGE(holds(html_of(text), "the words"), refused);
  }
  CHECK(holds(problems_of("<https://evil.example>"), "not on the list of allowed sites"));
  CHECK(problems_of("[](/x)") == "1: This link has no words to follow.");
}

TEST_CASE("headings go down one level at a time, from the level the page leaves them") {
  CHECK(problems_of("# A\n\n## B\n\n### C\n\n# D") == "");
  CHECK(problems_of("# A\n\n### C") == "3: This heading skips a level: ## comes before ###.");
  CHECK(problems_of("## A", {.top_heading = 2}) == "");
  CHECK(problems_of("### A", {.top_heading = 2}) == "1: This heading skips a level: ## comes before ###.");
  CHECK(problems_of("# A", {.top_heading = 2}) ==
        "1: Headings begin at ## here: those above are the page's own.");
  CHECK(problems_of("- # A") == "1: A heading cannot stand inside a list or a quotation.");
  CHECK(problems_of("#\n\nWords") == "1: This heading says nothing.");
}

TEST_CASE("headings with the same words get different ids") {
  const Document document = parse("# What we found\n\n# What we found\n\n# £").document;
  const auto headings = headings_of(document);
  REQUIRE(headings.size() == 3);
  CHECK(headings[0]->id == "what-we-found");
  CHECK(headings[1]->id == "what-we-found-2");
  CHECK(headings[2]->id == "heading");
}

TEST_CASE("a footnote that is called needs its text, and a text needs its call") {
  CHECK(problems_of("A[^1].\n\n[^1]: Why.") == "");
  CHECK(problems_of("A.\n\nB[^1].") == "3: The footnote [^1] is called here, but its text is nowhere.");
  CHECK(problems_of("A.\n\n[^1]: Why.") == "3: The footnote [^1] is never called.");
  CHECK(problems_of("A[^1].\n\n[^1]: Why.\n\n[^1]: Why not.") == "5: There is more than one footnote [^1].");
  CHECK(problems_of("A[^1].\n\n[^1]: - a\n- b") == "3: The footnote [^1] must be one paragraph of words.");
  CHECK(
      problems_of("A[^1].\n\n[^1]: See[^2].\n\n[^2]: There.") ==
      "3: The footnote [^2] cannot be called from another footnote.\n5: The footnote [^2] is never called.");
  CHECK(problems_of("# A[^1]\n\nB[^1]\n\n[^1]: Why.") ==
        "1: The footnote [^1] cannot be called from a heading.");
  CHECK(problems_of("A[^1].\n\n[^1]: https://evil.example/") == "");
}

TEST_CASE("footnotes are numbered in the order in which a reader meets them") {
  const Document document = parse("B[^b] a[^a] b[^b].\n\n[^a]: First.\n\n[^b]: Second.").document;
  REQUIRE(document.footnotes.size() == 2);
  CHECK(plain_text(document.footnotes[0].content) == "Second.");
  CHECK(document.footnotes[0].line == 5);
  const std::string html = std::string(to_html(document).view());
  CHECK(holds(html, "href=\"#footnote-1\" class=\"govuk-link\" id=\"footnote-1-call\""));
  CHECK(holds(html, "id=\"footnote-1-call-2\""));
  CHECK(holds(html, "href=\"#footnote-1-call-2\""));
}

TEST_CASE("a figure in a sentence is its key and perhaps a part, and nothing else") {
  const Document document = parse("Of {figure:cases count} cases, {figure:share-heard}.").document;
  const auto uses = figures_of(document);
  REQUIRE(uses.size() == 2);
  CHECK(uses[0].part == "count");
  CHECK(uses[1].part == "");
  CHECK(problems_of("A {figure:} b") ==
        "1: The key of a figure is lower-case letters, digits and hyphens, as in {figure:cases-agreed}.");
  CHECK(holds(problems_of("A {figure:Cases} b"), "lower-case letters"));
  CHECK(problems_of("A\n{figure:cases most} b") ==
        "2: The part of the figure \"cases\" must be count, of, share or interval.");
  CHECK(problems_of("A {figure cases} b") ==
        "1: A figure in a sentence is written {figure:KEY} or {figure:KEY part}.");
  CHECK(holds(problems_of("A {figure:cases b"), "is written {figure:KEY}"));
  CHECK(problems_of("A `{figure:cases b` and \\{figure:cases b and {other}") == "");
  CHECK(holds(html_of("A \\{figure:cases}."), "A {figure:cases}."));
  CHECK(figures_of(parse("A \\\\{figure:cases}.").document).size() == 1);
}

TEST_CASE("a figure block is a fence that holds one key") {
  const auto uses = figures_of(parse("A\n\n```figure\ncases-by-area\n```\n").document);
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].line == 3);
  const std::string one_key =
      "3: Between ```figure and ``` stands one key: lower-case letters, digits and hyphens.";
  CHECK(problems_of("A\n\n```figure\n```\n") == one_key);
  CHECK(problems_of("A\n\n```figure\na\nb\n```\n") == one_key);
  CHECK(holds(problems_of("A\n\n```figure cases\n```\n"), "stands on the line below ```figure, alone."));
}

TEST_CASE("an extract is a fence that holds its number, at the top, in a list or in a quotation") {
  const auto uses = extracts_of(
      parse("A\n\n```extract\n17\n```\n\n- B\n\n  ```extract\n  4\n  ```\n\n> ```extract\n> 17\n> ```\n")
          .document);
  REQUIRE(uses.size() == 3);
  CHECK(uses[0].number == 17);
  CHECK(uses[0].line == 3);
  CHECK(uses[1].number == 4);
  CHECK(uses[1].line == 9);
  CHECK(uses[2].line == 13);
  const std::string one_number = "3: Between ```extract and ``` stands one number, that of the extract.";
  for (const char* wrong : {"", "0", "017", "-1", "1.5", "17 18", "17\n18", "x", "9223372036854775808"})
    CHECK(problems_of("A\n\n```extract\n" + std::string(wrong) + "\n```\n") == one_number);
  CHECK(holds(problems_of("A\n\n```extract 17\n17\n```\n"), "stands on the line below ```extract, alone."));
  CHECK(extracts_of(parse("```extracts\n17\n```").document).empty());
}

TEST_CASE("the words of an extract are quoted as words, paragraph by paragraph") {
  const Document document = parse("```extract\n17\n```").document;
  const auto words = [](const ExtractBlock& extract) {
    return std::optional<std::string>("\n**One** <b>\r\n" + std::to_string(extract.number) + "\n \n\nTwo\n");
  };
  CHECK(to_html(document, {.extract_words = words}).view() ==
        "<blockquote class=\"govuk-inset-text\"><p class=\"govuk-body\">**One** &lt;b&gt;<br>17</p>"
        "<p class=\"govuk-body\">Two</p></blockquote>");
  CHECK(
      json::write(to_json(document, {.extract_words = words})) ==
      R"([{"kind":"quotation","content":[{"kind":"paragraph","content":["**One** <b>",{"kind":"break"},"17"]},)"
      R"({"kind":"paragraph","content":["Two"]}]}])");
}

TEST_CASE("an extract without words is said to be missing, in HTML and in JSON") {
  CHECK(holds(html_of("```extract\n17\n```"), "[the words of extract 17 are not shown]"));
  CHECK(holds(json::write(to_json(parse("```extract\n17\n```").document)),
              "[the words of extract 17 are not shown]"));
}

TEST_CASE("a figure nobody knows is said to be unknown, in HTML and in JSON") {
  CHECK(holds(html_of("A {figure:cases}."), "[no figure “cases”]"));
  CHECK(holds(html_of("```figure\ncases\n```"), "[no figure “cases”]"));
  CHECK(holds(json::write(to_json(parse("A {figure:cases}.").document)), "[no figure “cases”]"));
}

TEST_CASE("every column of a table has a heading") {
  CHECK(problems_of("| A | B |\n|---|---|\n| 1 | 2 |") == "");
  CHECK(problems_of("Words.\n\n| A |   |\n|---|---|\n| 1 | 2 |") ==
        "3: Column 2 of this table has no heading.");
}

TEST_CASE("a table may have a caption in the paragraph above it") {
  const Document document = parse("Table: What we saw\n\n| A |\n|---|\n| 1 |").document;
  REQUIRE(document.blocks.size() == 1);
  const auto& table = std::get<Table>(document.blocks.front().node);
  CHECK(plain_text(table.caption) == "What we saw");
  CHECK(table.rows.size() == 1);
}

TEST_CASE("a text that is too large, too deep or no text is refused by name") {
  CHECK(problems_of("12345", {.bytes = 4}) == "1: The text is longer than 4 bytes and was not read.");
  CHECK(problems_of(std::string(40, '>') + " a") ==
        "1: Lists or quotations are too deep within one another.");
  std::string nested;
  for (int i = 0; i < 30; ++i) nested += "*a **b ";
  CHECK(problems_of(nested + "x" + std::string(90, '*')) != "");
  CHECK(problems_of("A\nB\xFF") == "2: The text is not UTF-8 from here on and was not read.");
  CHECK(problems_of("A\nB\x01") == "2: There is a control character here, which no reader can see.");
}

TEST_CASE("a table that is small to write and large to hold is not built") {
  std::string text = "|";
  for (int i = 0; i < 20'000; ++i) text += "a|";
  text += "\n|";
  for (int i = 0; i < 20'000; ++i) text += "---|";
  for (int i = 0; i < 20'000; ++i) text += "\n|";
  CHECK(holds(problems_of(text), "The text is too large"));
}

TEST_CASE("line ends of any kind and tabs give the same document") {
  const auto made = [](std::string_view text) { return json::write(to_json(parse(text).document)); };
  CHECK(made("A\r\nB\r\n\r\n-\tC") == made("A\nB\n\n-   C"));
  CHECK(problems_of("A\r\n\r\n<b>") == "3: HTML is not read here; write \\< for the sign itself.");
}

TEST_CASE("character references become characters, and what is none stays visible") {
  CHECK(html_of("&pound;5 &#163; &amp;lt; &unheard; &#0; &#xD800; &#x1F600;") ==
        "<p class=\"govuk-body\">£5 £ &amp;lt; &amp;unheard; \uFFFD \uFFFD 😀</p>");
}

TEST_CASE("a list without blank lines has items of words, one with them has paragraphs") {
  CHECK(html_of("- a\n- b\n  1. c") ==
        "<ul class=\"govuk-list govuk-list--bullet\"><li>a</li><li>b<ol class=\"govuk-list "
        "govuk-list--number\"><li>c</li></ol></li></ul>");
  CHECK(holds(html_of("- a\n\n  b\n- c"),
              "<li><p class=\"govuk-body\">a</p><p class=\"govuk-body\">b</p></li>"));
  CHECK(holds(html_of("3. a"), "start=\"3\""));
}

TEST_CASE("a line of a document can stand elsewhere without its links") {
  const Document document = parse("# See [the method](/method) *now*").document;
  CHECK(words_to_html(headings_of(document)[0]->content).view() == "See the method <em>now</em>");
}

TEST_CASE("in a PDF, links within the site are made whole or stand as words") {
  const Document document = parse("[a](../x.html) [b](/y) [c](z.html#q)").document;
  const std::string whole =
      json::write(to_json(document, {.base = "https://site.example/reports/one/index.html"}));
  CHECK(holds(whole, "\"https://site.example/reports/x.html\""));
  CHECK(holds(whole, "\"https://site.example/y\""));
  CHECK(holds(whole, "\"https://site.example/reports/one/z.html#q\""));
  CHECK_FALSE(holds(json::write(to_json(document)), "link"));
}

}  // namespace sightline::markdown
