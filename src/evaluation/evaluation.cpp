// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/evaluation.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace sightline::evaluation {

namespace {

constexpr std::size_t kEndOfPdf = 1024;  // Within so many last bytes a PDF says that it ends.

Refusal refuse_content(const char* field, const std::string& sentence) {
  return {Refusal::Kind::Invalid, "The evaluation was not attached.", {{field, sentence}}};
}

bool is_text(std::string_view bytes) {
  const auto is_control = [](char c) {
    return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  };
  return is_utf8(bytes) && std::ranges::none_of(bytes, is_control);
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  return bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
}

bool begins_as_html(std::string_view bytes) {
  const std::string start = lower_ascii(trimmed(without_mark(bytes)).substr(0, 15));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

/// By what stands in it; text is Text whatever its words mean.
std::optional<Format> format_in(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return Format::Pdf;
  if (!is_text(bytes) || trimmed(without_mark(bytes)).empty()) return std::nullopt;
  return begins_as_html(bytes) ? Format::Html : Format::Text;
}

std::optional<Format> format_named(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::string ending = dot == std::string_view::npos ? "" : lower_ascii(file_name.substr(dot + 1));
  if (ending == "pdf") return Format::Pdf;
  if (ending == "html" || ending == "htm") return Format::Html;
  if (ending == "txt") return Format::Text;
  if (ending == "md" || ending == "markdown") return Format::Markdown;
  return std::nullopt;
}

bool is_whole_pdf(std::string_view bytes) {
  const std::size_t last = std::min(bytes.size(), kEndOfPdf);
  return bytes.substr(bytes.size() - last).find("%%EOF") != std::string_view::npos;
}

/// Trims `text`; a problem when it is empty, too long or not UTF-8.
void check_words(std::string& text, const char* field, std::size_t longest, const char* sentence,
                 std::vector<FieldProblem>& problems) {
  if (is_utf8(text)) text = std::string(trimmed(with_plain_line_ends(text)));
  if (!is_utf8(text) || text.empty() || length(text) > longest) problems.push_back({field, sentence});
}

/// A text by others: no link in it leads into this program, where a click would do something.
const markdown::Rules kRules{.own_pages = markdown::OwnPages::MayNotBeLinked};

/// The first problem, with its line.
std::optional<std::string> problem_in(const markdown::Parsed& parsed) {
  const auto at = [](int line, const std::string& sentence) {
    return "Line " + std::to_string(line) + ": " + sentence;
  };
  if (!parsed.problems.empty()) return at(parsed.problems.front().line, parsed.problems.front().sentence);
  const std::vector<markdown::FigureUse> figures = markdown::figures_of(parsed.document);
  if (!figures.empty())
    return at(figures.front().line,
              "Write the number itself; an evaluation has no figures of this programme.");
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Format format) {
  switch (format) {
    case Format::Pdf:
      return "PDF";
    case Format::Html:
      return "HTML";
    case Format::Text:
      return "Plain text";
    case Format::Markdown:
      return "Text";
  }
  std::abort();
}

std::string_view media_type_of(Format format) {
  switch (format) {
    case Format::Pdf:
      return "application/pdf";
    case Format::Html:
      return "text/html; charset=utf-8";
    case Format::Text:
      return "text/plain; charset=utf-8";
    case Format::Markdown:
      return "text/markdown; charset=utf-8";
  }
  std::abort();
}

Result<Details> checked(Details details, Date today) {
  std::vector<FieldProblem> problems;
  check_words(details.title, "title", kLongestTitle, "Enter the title, in 200 characters or fewer.",
              problems);
  check_words(details.evaluator, "evaluator", kLongestTitle,
              "Say who made the evaluation, in 200 characters or fewer.", problems);
  if (details.published_on > today)
    problems.push_back({"published-on", "Enter a day that is not in the future."});
  check_words(details.summary, "summary", kLongestSummary,
              "Say in 1,000 characters or fewer what the evaluation is about.", problems);
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The evaluation was not attached.", std::move(problems)};
  return details;
}

Result<Content> content_of_file(std::string name, std::string bytes) {
  if (bytes.empty()) return refuse_content("file", name + " is empty.");
  if (bytes.size() > kMostBytes) return refuse_content("file", name + " is larger than 25 MB.");
  const std::optional<Format> named = format_named(name);
  if (!named)
    return refuse_content(
        "file", name + " could not be attached: choose a file that ends in .pdf, .html, .txt or .md.");
  const std::optional<Format> found = format_in(bytes);
  const Format expected = *named == Format::Markdown ? Format::Text : *named;
  if (found != expected)
    return refuse_content("file", name + " could not be attached: its content is not what its name says.");
  if (found == Format::Pdf && !is_whole_pdf(bytes))
    return refuse_content("file", name + " could not be attached: it is damaged or incomplete.");
  if (*named != Format::Markdown) return Content{*named, std::move(name), std::move(bytes)};
  const Result<Content> text = checked_markdown(without_mark(bytes));
  if (!text) return refuse_content("file", name + ": " + text.refusal().fields.front().message);
  return Content{Format::Markdown, std::move(name), text->bytes};
}

Result<Content> checked_markdown(std::string_view text) {
  if (text.size() > kMostMarkdownBytes)
    return refuse_content("text",
                          "The text is longer than 200,000 bytes; attach it as a file of another kind.");
  if (!is_text(text)) return refuse_content("text", "Write plain text in UTF-8.");
  Content content{Format::Markdown, std::nullopt, std::string(trimmed(with_plain_line_ends(text)))};
  if (content.bytes.empty()) return refuse_content("text", "Choose a file, or write the text.");
  if (const auto problem = problem_in(markdown::parse(content.bytes, kRules)))
    return refuse_content("text", *problem);
  return content;
}

markdown::Document document_of(const Content& content) {
  return markdown::parse(content.bytes, kRules).document;
}

journal::StateText state_text(const Evaluation& evaluation) {
  journal::StateText text;
  text.add("publication", evaluation.publication.value()).add("number", evaluation.number);
  text.add("title", evaluation.details.title).add("evaluator", evaluation.details.evaluator);
  text.add("published_on", evaluation.details.published_on.iso()).add("summary", evaluation.details.summary);
  text.add("format", word(evaluation.format)).add("file_name", evaluation.file_name);
  text.add("digest", evaluation.digest);
  text.add("withdrawn", evaluation.withdrawn ? std::optional(evaluation.withdrawn->reason) : std::nullopt);
  return text;
}

Refusal no_such_evaluation() {
  return {Refusal::Kind::NotFound, "There is no such evaluation.", {}};
}

}  // namespace sightline::evaluation
