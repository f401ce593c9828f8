// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/pattern.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "platform/html/elements.h"

namespace sightline::html {

TEST_CASE("a filled pattern is the markup that would have been written anew") {
  const auto line = [](const Content& name, const Content& text) {
    return li({class_("line")}, strong({}, name), ": ", text, br());
  };
  const Pattern pattern(line(hole(), hole()));
  CHECK(pattern.holes() == 2);
  for (const std::string text : {"", "Seen.", "<b>\"R&D\"</b>", "\nA line.", "\x01"})
    CHECK(pattern.filled({"Ana", text}) == line("Ana", text));
  CHECK(pattern.filled({em({}, "Ana"), fragment("a", 7)}) == line(em({}, "Ana"), "a7"));
}

TEST_CASE("what was filled in stands after what was there before") {
  Html all = p({}, "First.");
  Pattern(p({}, hole())).add_filled(all, {"Second."});
  CHECK(all.view() == "<p>First.</p><p>Second.</p>");
}

TEST_CASE("a pattern stands around what is written in a loop as around what is filled in") {
  const Pattern pattern(ul({}, hole()));
  Html all = p({}, "First.");
  pattern.add_around(all, [](Html& out) {
    for (const char* text : {"one", "two"}) out += li({}, text);
  });
  CHECK(all.view() == "<p>First.</p><ul><li>one</li><li>two</li></ul>");
  CHECK_THROWS_AS(Pattern(p({}, hole(), hole())).add_around(all, [](Html&) {}), std::logic_error);
  CHECK_THROWS_AS(Pattern(pre({}, hole())).add_around(all, [](Html&) {}), std::logic_error);
}

TEST_CASE("text that begins with an empty line keeps it in a text area that is filled in") {
  const Pattern pattern(textarea({name_("reason")}, hole()));
  for (const std::string text : {"\n", "\n\nText", "Text\n", ""})
    CHECK(pattern.filled({text}) == textarea({name_("reason")}, text));
}

TEST_CASE("text cannot open a hole") {
  const Pattern pattern(fragment(p({}, "\x01"), hole()));
  CHECK(pattern.holes() == 1);
  CHECK(pattern.filled({"here"}).view() == "<p>\xEF\xBF\xBD</p>here");
}

TEST_CASE("a pattern that is filled with too little or too much is a bug") {
  const Pattern pattern(p({}, hole()));
  CHECK_THROWS_AS(pattern.filled({}), std::logic_error);
  CHECK_THROWS_AS(pattern.filled({"one", "two"}), std::logic_error);
  CHECK(Pattern(p({}, "whole")).filled({}).view() == "<p>whole</p>");
}

}  // namespace sightline::html
