// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a report and its sections may be called, and what a chapter is as a file.

#include "report/report.h"

#include <doctest/doctest.h>

using namespace sightline;
using namespace sightline::report;

namespace {

template <class T>
std::string field_of(const Result<T>& result) {
  if (result) return "";
  return result.refusal().fields.empty() ? "?" : result.refusal().fields.front().field;
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE(
    "a section's title is one line of plain text, of 1 to 150 characters, however many bytes they take") {
  CHECK(checked(SectionText{"  Custody comes too soon  ", "Text."})->title == "Custody comes too soon");
  CHECK(checked(SectionText{repeated(150, "ä"), ""}));
  CHECK(field_of(checked(SectionText{repeated(151, "ä"), ""})) == "title");
  CHECK(field_of(checked(SectionText{"", "Text."})) == "title");
  CHECK(field_of(checked(SectionText{" \t ", "Text."})) == "title");
  CHECK(field_of(checked(SectionText{"Two\nlines", "Text."})) == "title");
  CHECK(field_of(checked(SectionText{"A bell \a", "Text."})) == "title");
  CHECK(field_of(checked(SectionText{"\xff", "Text."})) == "title");
}

TEST_CASE(
    "a section's text keeps every character but has plain line ends; one too long or not UTF-8 is refused") {
  CHECK(checked(SectionText{"Title", "One\r\n\r\n  two \n"})->markdown == "One\n\n  two \n");
  CHECK(checked(SectionText{"Title", std::string(kLongestMarkdown, 'x')}));
  CHECK(field_of(checked(SectionText{"Title", std::string(kLongestMarkdown + 1, 'x')})) == "markdown");
  CHECK(field_of(checked(SectionText{"Title", "\xc3"})) == "markdown");
  CHECK(field_of(checked(SectionText{"Title", std::string("a\0b", 3)})) == "markdown");
}

TEST_CASE("a report needs a title; its summary is short enough for a search engine") {
  CHECK(checked(Wording{" Title ", "", ""})->title == "Title");
  CHECK(field_of(checked(Wording{"", "", ""})) == "title");
  CHECK(checked(Wording{"Title", "", std::string(160, 'x')}));
  CHECK(field_of(checked(Wording{"Title", "", std::string(161, 'x')})) == "summary");
  CHECK(field_of(checked(Wording{"Title", "Two\nlines", ""})) == "subtitle");
}

TEST_CASE("a report's key is a slug, and none that a page of ours needs") {
  CHECK(checked_key("second-report"));
  for (const char* key : {"", "Second", "second report", "second--report", "start"})
    CHECK(field_of(checked_key(key)) == "key");
  CHECK(field_of(checked_key(std::string(81, 'x'))) == "key");
}

TEST_CASE(
    "a chapter's first line is its title, and the lines of its text are counted behind the blank ones") {
  const auto chapter = read_chapter("# Nobody knew\r\n\r\n## Why\r\n\r\nText.\r\n");
  REQUIRE(chapter);
  CHECK(chapter->title == "Nobody knew");
  CHECK(chapter->markdown == "## Why\n\nText.\n");
  CHECK(read_chapter("# A title alone")->markdown.empty());
  CHECK(field_of(read_chapter("## Too deep\n")) == "title");
  CHECK(field_of(read_chapter("")) == "title");
  CHECK(field_of(read_chapter("Text.\n\n# Title\n")) == "title");
}

TEST_CASE(
    "a passage that a chapter names becomes the number of its extract, and one that is unknown is refused") {
  const auto number_of = [](const std::string& passage) -> Result<std::int64_t> {
    if (passage != "drift:2") return Refusal{Refusal::Kind::NotFound, "There is no " + passage + ".", {}};
    return 17;
  };
  CHECK(*with_extract_numbers("Text.\n\n```extract\ndrift:2\n```\n\ndrift:2\n", number_of) ==
        "Text.\n\n```extract\n17\n```\n\ndrift:2\n");
  CHECK(with_extract_numbers("```extract\ndrift:3\n```\n", number_of).refusal().message ==
        "There is no drift:3.");
}

TEST_CASE("words are what holds a letter or a digit between blanks: no dash, no sign of Markdown") {
  CHECK(words_in("") == 0);
  CHECK(words_in("## What we found\n\n- one – two\n- {figure:x}") == 6);
  CHECK(words_in("don’t stop") == 2);
}
