// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Paragraphs, notes and passages, as values.

#include "evidence/evidence.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace sightline;
using namespace sightline::evidence;

namespace {

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> all;
  for (const Paragraph& paragraph : paragraphs_of(text)) all.push_back(paragraph.text);
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("paragraphs lie between empty lines, and keep the line breaks within them") {
  CHECK(texts("One\ntwo\n\nthree\n \n\nfour") == Texts{"One\ntwo", "three", "four"});
  CHECK(texts("\n\n  One  \n\n") == Texts{"One"});
}

TEST_CASE("a text without any empty line has one paragraph on each line") {
  CHECK(texts("One\ntwo\nthree\n") == Texts{"One", "two", "three"});
  CHECK(texts("One") == Texts{"One"});
}

TEST_CASE("the range of a paragraph counts code points and cuts its very text out of the document") {
  const std::string text = "Größe 漢字\n\n  🦋 second\nline \n\nthird";
  const std::vector<Paragraph> paragraphs = paragraphs_of(text);
  REQUIRE(paragraphs.size() == 3);
  CHECK(paragraphs[0].range == Range{0, 8});
  CHECK(paragraphs[1].range == Range{12, 25});
  CHECK(paragraphs[2].number == 3);
  for (const Paragraph& paragraph : paragraphs)
    CHECK(utf8::slice(text, static_cast<std::size_t>(paragraph.range.begin),
                      static_cast<std::size_t>(paragraph.range.end)) == paragraph.text);
}

TEST_CASE("a title is trimmed, and must be there and be short enough") {
  CHECK(checked(Details{Kind::Interview, "  A title "})->title == "A title");
  CHECK_FALSE(checked(Details{Kind::Interview, " "}));
  CHECK(checked(Details{Kind::Interview, std::string(200, 'x')}));
  CHECK_FALSE(checked(Details{Kind::Interview, std::string(201, 'x')}));
}

TEST_CASE("a note is kept as typed, with plain line ends") {
  CHECK(*checked_note(" One\r\ntwo\rthree \r\n") == "One\ntwo\nthree");
}

TEST_CASE("a note that is empty, too long or holds control characters is refused") {
  CHECK_FALSE(checked_note(" \r\n"));
  CHECK_FALSE(checked_note("bell\x07"));
  CHECK_FALSE(checked_note("caf\xe9"));
  CHECK(checked_note(std::string(kLongestNote, 'x')));
  CHECK_FALSE(checked_note(std::string(kLongestNote + 1, 'x')));
}

TEST_CASE("a passage must lie within the text, have words in it and not be longer than a page or two") {
  const std::string text = "é a  b";
  CHECK(checked(Range{0, 6}, text));
  CHECK(checked(Range{0, 1}, text));
  for (const Range& wrong : {Range{-1, 2}, Range{0, 7}, Range{2, 2}, Range{3, 2}, Range{3, 5}}) {
    CAPTURE(wrong.begin);
    CHECK_FALSE(checked(wrong, text));
  }
  const std::string longer(kLongestExtract + 1, 'x');
  CHECK(checked(Range{0, kLongestExtract}, longer));
  CHECK_FALSE(checked(Range{0, kLongestExtract + 1}, longer));
}
