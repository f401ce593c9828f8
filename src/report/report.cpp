// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/report.h"

#include <algorithm>
#include <sstream>

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"

namespace sightline::report {

namespace {

constexpr std::size_t kLongestKey = 80;
constexpr const char* kNotRecorded = "This was not recorded.";

using FieldProblems = std::vector<FieldProblem>;

/// Trims one line of text, and says what is wrong with it beside `field`.
void check_line(std::string& text, const char* field, std::size_t longest, FieldProblems& problems) {
  text = std::string(trimmed(with_plain_line_ends(text)));
  if (!is_plain_text(text))
    problems.push_back({field, "This holds characters that cannot be shown. Type it in again."});
  else if (text.find_first_of("\n\t") != std::string::npos)
    problems.push_back({field, "Write this on one line."});
  else if (length(text) > longest)
    problems.push_back({field, "Use " + std::to_string(longest) + " characters or fewer."});
}

Refusal invalid(FieldProblems problems) {
  return {Refusal::Kind::Invalid, kNotRecorded, std::move(problems)};
}

/// Outside ASCII every character counts as a letter: dashes and quotation marks stand beside letters.
bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Result<Wording> checked(Wording wording) {
  FieldProblems problems;
  check_line(wording.title, "title", kLongestTitle, problems);
  check_line(wording.subtitle, "subtitle", kLongestTitle, problems);
  check_line(wording.summary, "summary", kLongestSummary, problems);
  if (wording.title.empty()) problems.push_back({"title", "Give the report a title."});
  if (!problems.empty()) return invalid(std::move(problems));
  return wording;
}

Result<std::string> checked_key(std::string key) {
  if (key.empty() || slug(key) != key)
    return invalid({{"key", "Use lower-case letters, digits and single hyphens."}});
  if (key == "start")  // the page that starts a report
    return invalid({{"key", "This key cannot be used. Choose another."}});
  if (key.size() > kLongestKey)
    return invalid({{"key", "Use " + std::to_string(kLongestKey) + " characters or fewer."}});
  return key;
}

Result<SectionText> checked(SectionText text) {
  FieldProblems problems;
  check_line(text.title, "title", kLongestTitle, problems);
  if (text.title.empty()) problems.push_back({"title", "Give the section a title."});
  text.markdown = with_plain_line_ends(text.markdown);
  if (!is_utf8(text.markdown))
    problems.push_back({"markdown", "This text is not UTF-8."});
  else if (text.markdown.size() > kLongestMarkdown)
    problems.push_back({"markdown", "The text is too long: it may have " + with_commas(kLongestMarkdown) +
                                        " bytes. Make two sections of it."});
  if (!problems.empty()) return invalid(std::move(problems));
  return text;
}

Result<SectionText> read_chapter(std::string_view file) {
  const std::string text = with_plain_line_ends(file);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view first = std::string_view(text).substr(0, end);
  if (!first.starts_with("# "))
    return invalid({{"title", "The first line of a chapter is its title, behind “# ”."}});
  std::string_view rest = std::string_view(text).substr(end);
  while (rest.starts_with('\n')) rest.remove_prefix(1);
  return checked(SectionText{std::string(first.substr(2)), std::string(rest)});
}

Result<std::string> with_extract_numbers(
    const std::string& text,
    const std::function<Result<std::int64_t>(const std::string& passage)>& number_of) {
  std::istringstream lines(text);
  std::string numbered;
  bool is_named = false;
  for (std::string line; std::getline(lines, line);) {
    if (is_named) {
      SIGHTLINE_TRY(const std::int64_t number, number_of(line));
      line = std::to_string(number);
    }
    is_named = line == "```extract";
    numbered += line + "\n";
  }
  return numbered;
}

const Section* find(const Report& report, int number) {
  const auto found = std::ranges::find(report.sections, number, &Section::number);
  return found == report.sections.end() ? nullptr : &*found;
}

std::size_t words_in(std::string_view markdown) {
  std::size_t words = 0;
  bool is_in_word = false;
  bool is_counted = false;
  for (const char c : markdown) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      is_in_word = false;
      continue;
    }
    if (!is_in_word) is_counted = false;
    is_in_word = true;
    if (!is_counted && is_letter_or_digit(c)) {
      is_counted = true;
      ++words;
    }
  }
  return words;
}

Refusal no_such_report() {
  return {Refusal::Kind::NotFound, "There is no such report.", {}};
}

Refusal no_such_section() {
  return {Refusal::Kind::NotFound, "There is no such section in this report.", {}};
}

journal::StateText state_text(const Report& report) {
  journal::StateText state;
  state.add("programme", report.programme.value())
      .add("key", report.key)
      .add("revision", report.revision)
      .add("title", report.title)
      .add("subtitle", report.subtitle)
      .add("summary", report.summary);
  return state;
}

journal::StateText state_text(const Section& section) {
  journal::StateText state;
  state.add("number", section.number)
      .add("position", section.position)
      .add("revision", section.revision)
      .add("title", section.title)
      .add("markdown", section.markdown);
  return state;
}

}  // namespace sightline::report
