// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One text with everything in it, as HTML and as JSON, held word for word against
// tests/golden/markdown/; SIGHTLINE_WRITE_GOLDEN=1 writes them anew.

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "platform/html/elements.h"
#include "platform/html/scanned_markup.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/to_html.h"
#include "platform/markdown/to_json.h"

namespace sightline::markdown {
namespace {

const std::string kFolder = "tests/golden/markdown/";

std::string file(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(kFolder + name).rdbuf();
  return text.str();
}

void check_golden(const std::string& name, const std::string& made) {
  if (std::getenv("SIGHTLINE_WRITE_GOLDEN") != nullptr) std::ofstream(kFolder + name) << made;
  CHECK_MESSAGE(file(name) == made, name, " differs from what is made");
}

Rules rules() {
  return {.hosts = {".legislation.example", "inspectorate.example"}, .top_heading = 2};
}

std::string words_of(const FigureValue& value) {
  return value.key == "cases-assessed" ? "41" : value.part == "share" ? "29%" : "from 18% to 44%";
}

std::optional<std::string> words_of_extract(const ExtractBlock&) {
  return "We were <asked> & we answered.\nTwice.\n\n*Nobody* came back.";
}

}  // namespace

TEST_CASE("a text with everything in it becomes the HTML and the JSON it became before") {
  const Parsed parsed = parse(file("report.txt"), rules());
  for (const Problem& problem : parsed.problems) MESSAGE(problem.line, ": ", problem.sentence);
  REQUIRE(parsed.problems.empty());
  const HtmlOptions options{
      .id_prefix = "voice-",
      .figure_value = [](const FigureValue& value) { return html::Content(words_of(value)); },
      .figure_block =
          [](const FigureBlock& block) {
            return html::figure({html::id_(block.key)}, html::p({}, "A chart of invented cases."));
          },
      .extract_words = words_of_extract};
  const html::Html page = to_html(parsed.document, options);
  CHECK_NOTHROW(html::scanned(page.view()));
  check_golden("report.html", std::string(page.view()) + "\n");
  check_golden("report.json", json::write_pretty(to_json(
                                  parsed.document, {.id_prefix = "voice-",
                                                    .base = "https://inspectorate.example/reports/voice/",
                                                    .figure_value = words_of,
                                                    .extract_words = words_of_extract})));
  CHECK(to_html(parse(file("report.txt"), rules()).document, options) == page);
}

TEST_CASE("a text with everything in it lists the figures and extracts it asks for, with their lines") {
  const Document document = parse(file("report.txt"), rules()).document;
  const auto uses = figures_of(document);
  REQUIRE(uses.size() == 4);
  CHECK(uses[0].key == "cases-assessed");
  CHECK(uses[0].part == "count");
  CHECK(uses[0].line == 3);
  CHECK(uses[2].part == "interval");
  CHECK(uses[2].line == 4);
  CHECK(uses[3].key == "cases-by-area");
  CHECK((uses[3].form == FigureUse::Form::Block));
  CHECK(uses[3].line == 36);
  const auto quoted = extracts_of(document);
  REQUIRE(quoted.size() == 1);
  CHECK(quoted[0].number == 17);
  CHECK(quoted[0].line == 19);
}

}  // namespace sightline::markdown
