// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/evaluation.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "platform/markdown/to_html.h"

namespace sightline::evaluation {
namespace {

const std::string kPdf = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";

/// Why a file is refused; it names the file.
std::string refusal_of(const std::string& name, std::string bytes) {
  const auto content = content_of_file(name, std::move(bytes));
  REQUIRE_FALSE(content);
  REQUIRE(content.refusal().fields.size() == 1);
  CHECK(content.refusal().fields.front().field == "file");
  CHECK(content.refusal().fields.front().message.starts_with(name));
  return content.refusal().fields.front().message;
}

std::string refusal_of(const std::string& text) {
  const auto content = checked_markdown(text);
  REQUIRE_FALSE(content);
  CHECK(content.refusal().fields.front().field == "text");
  return content.refusal().fields.front().message;
}

TEST_CASE("a file is what its content is: PDF, HTML, plain text and Markdown are taken") {  // Handbook §13.2
  const auto format = [](const char* name, const std::string& bytes) {
    return content_of_file(name, bytes)->format;
  };
  CHECK(format("evaluation.pdf", kPdf) == Format::Pdf);
  CHECK(format("EVALUATION.PDF", kPdf) == Format::Pdf);
  CHECK(format("evaluation.html", "\n<!DOCTYPE html><title>x</title>") == Format::Html);
  CHECK(format("evaluation.htm", "\xEF\xBB\xBF<html lang=en>") == Format::Html);
  CHECK(format("evaluation.txt", "What we found.\r\n") == Format::Text);
  CHECK(format("evaluation.md", "# What we found\n") == Format::Markdown);
}

TEST_CASE("a file whose content is not what its name says is refused by name") {
  for (const auto& [name, bytes] : {std::pair{"evaluation.pdf", std::string("MZ not a PDF")},
                                    {"evaluation.txt", kPdf},
                                    {"evaluation.html", kPdf},
                                    {"evaluation.html", std::string("No markup at all")},
                                    {"evaluation.txt", std::string("<html><script>1</script>")},
                                    {"evaluation.md", std::string("<!doctype html>")},
                                    {"evaluation.txt", std::string("a\0b", 3)},
                                    {"evaluation.txt", std::string("\xFF\xFE"
                                                                   "a")}}) {
    CAPTURE(name);
    CHECK(refusal_of(name, bytes).find("its content is not what its name says") != std::string::npos);
  }
}

TEST_CASE("an empty, incomplete, oversized or unknown file is refused by name") {
  CHECK(refusal_of("evaluation.pdf", "") == "evaluation.pdf is empty.");
  CHECK(refusal_of("evaluation.pdf", "%PDF-1.7\n1 0 obj").find("damaged or incomplete") != std::string::npos);
  CHECK(refusal_of("evaluation.txt", std::string(kMostBytes + 1, 'a')) ==
        "evaluation.txt is larger than 25 MB.");
  CHECK(refusal_of("evaluation.exe", "x").find("ends in .pdf, .html, .txt or .md") != std::string::npos);
  CHECK(refusal_of("evaluation", "x").find("ends in .pdf") != std::string::npos);
}

TEST_CASE("Markdown that smuggles markup, links elsewhere or a figure is refused with its line") {  // §13.3
  CHECK(refusal_of("Fine.\n\n<script>alert(1)</script>").starts_with("Line 3: "));
  CHECK(refusal_of("[click](javascript:alert(1))").starts_with("Line 1: "));
  CHECK(refusal_of("Fine.\n\nWe counted {figure:cases}.").starts_with("Line 3: "));
  CHECK(refusal_of("# One\n\n### Three").starts_with("Line 3: "));
  CHECK(refusal_of(" \r\n") == "Choose a file, or write the text.");
  CHECK(refusal_of(std::string(kMostMarkdownBytes + 1, 'a')).find("200,000") != std::string::npos);
  CHECK(refusal_of("evaluation.md", "<b>x</b>").find("Line 1") != std::string::npos);
}

TEST_CASE(
    "an evaluation links to its own headings and never into the program, where a click does something") {
  CHECK(refusal_of("Fine.\n\n[More](/sign-out)")
            .starts_with("Line 3: The link to \"/sign-out\" is not allowed"));
  CHECK(refusal_of("[More](../sign-out)").starts_with("Line 1: "));
  CHECK(refusal_of("[More](//example.org/)").starts_with("Line 1: "));
  CHECK(refusal_of("[More](https://example.org/)").find("not on the list of allowed sites") !=
        std::string::npos);
  REQUIRE(checked_markdown("[Below](#findings)\n\n# Findings\n\nMore."));
  const markdown::Document kept_before_the_rule =
      document_of({Format::Markdown, std::nullopt, "[More](/sign-out) words"});
  CHECK(markdown::to_html(kept_before_the_rule, {}).view().find("href") == std::string_view::npos);
}

TEST_CASE("the evaluation of the invented programme is one that can be attached") {
  std::ifstream file("demo/programme/evaluation.md", std::ios::binary);
  REQUIRE(file);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto content = content_of_file("evaluation.md", text);
  if (!content) MESSAGE(content.refusal().fields.front().message);
  REQUIRE(content);
  CHECK(markdown::headings_of(document_of(*content)).size() > 5);
}

TEST_CASE(
    "an evaluation without title, evaluator or summary, or of a day to come, is refused field by field") {
  const auto refused = checked({" ", "", Date(2026, 11, 24), "\xFF"}, Date(2026, 11, 23));
  REQUIRE_FALSE(refused);
  std::vector<std::string> fields;
  for (const FieldProblem& problem : refused.refusal().fields) fields.push_back(problem.field);
  CHECK(fields == std::vector<std::string>{"title", "evaluator", "published-on", "summary"});
  const auto taken =
      checked({" A title ", "An institute", Date(2026, 11, 23), "About.\r\n"}, Date(2026, 11, 23));
  REQUIRE(taken);
  CHECK(*taken == Details{"A title", "An institute", Date(2026, 11, 23), "About."});
}

}  // namespace
}  // namespace sightline::evaluation
