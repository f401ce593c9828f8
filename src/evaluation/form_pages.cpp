// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/form_pages.h"

#include "base/text.h"
#include "platform/html/govuk.h"

namespace sightline::evaluation {

namespace {

using namespace html;
using people::OneFile;

std::optional<Date> day_in(const http::Form& form) {
  const auto padded = [&](const char* name) {
    const std::string part(trimmed(form.text(name)));
    return part.size() == 1 ? "0" + part : part;
  };
  return Date::from_iso(padded("published-on-year") + "-" + padded("published-on-month") + "-" +
                        padded("published-on-day"));
}

Result<Content> content_in(const http::Form& form, OneFile file) {
  const bool is_typed = !trimmed(form.text("text")).empty();
  if (file.is_chosen() && is_typed)
    return Refusal{Refusal::Kind::Invalid,
                   "The evaluation was not attached.",
                   {{"file", "Choose a file or write the text, not both."}}};
  if (file.is_chosen()) return content_of_file(std::move(file.name), std::move(file.content));
  return checked_markdown(form.text("text"));
}

Html day_input(const http::Form& typed, const Problems& problems) {
  const bool is_wrong = !problems.at("published-on").empty();
  const auto part = [&](const char* name) {
    return govuk::DateInputItem{.name = name,
                                .value = std::string(typed.text("published-on-" + std::string(name))),
                                .has_error = is_wrong};
  };
  return govuk::date_input({.id = "published-on",
                            .name_prefix = "published-on",
                            .fieldset = {.legend = {.text = "When did the evaluator publish it?",
                                                    .classes = "govuk-fieldset__legend--s"}},
                            .error = problems.at("published-on"),
                            .items = {part("day"), part("month"), part("year")}});
}

}  // namespace

Result<AttachEvaluation> attachment_in(const http::Form& form, people::OneFile file,
                                       std::string publication_key) {
  std::vector<FieldProblem> problems;
  const std::optional<Date> day = day_in(form);
  if (!day) problems.push_back({"published-on", "Enter a day that exists, such as 22 4 2020."});
  // What the form says of the rest is asked for as well, so that nobody corrects it field by field.
  const Result<Details> details = checked({.title = std::string(form.text("title")),
                                           .evaluator = std::string(form.text("evaluator")),
                                           .published_on = day.value_or(Date(2000, 1, 1)),
                                           .summary = std::string(form.text("summary"))},
                                          day.value_or(Date(2000, 1, 1)));
  if (!details)
    problems.insert(problems.end(), details.refusal().fields.begin(), details.refusal().fields.end());
  Result<Content> content = content_in(form, std::move(file));
  if (!content)
    problems.insert(problems.end(), content.refusal().fields.begin(), content.refusal().fields.end());
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The evaluation was not attached.", std::move(problems)};
  return AttachEvaluation{std::move(publication_key), *details, *std::move(content)};
}

Html attachment_inputs(const http::Form& typed, const Problems& problems) {
  const auto text = [&](const char* name) { return std::string(typed.text(name)); };
  return fragment(govuk::input({.name = "title",
                                .label = {.text = "Title", .classes = "govuk-label--s"},
                                .error = problems.at("title"),
                                .value = text("title")}),
                  govuk::input({.name = "evaluator",
                                .label = {.text = "Evaluator", .classes = "govuk-label--s"},
                                .hint = "The organisation that made the evaluation, as it calls itself.",
                                .error = problems.at("evaluator"),
                                .value = text("evaluator")}),
                  day_input(typed, problems),
                  govuk::character_count({.name = "summary",
                                          .label = {.text = "Summary", .classes = "govuk-label--s"},
                                          .hint = "What was asked, and what was found, in a few sentences.",
                                          .error = problems.at("summary"),
                                          .value = text("summary"),
                                          .max_length = static_cast<int>(kLongestSummary),
                                          .count_type = "characters",
                                          .threshold = 75,
                                          .rows = 4}),
                  people::file_input({.label = {.text = "File", .classes = "govuk-label--s"},
                                      .hint = "PDF, HTML, plain text or Markdown in UTF-8, of 25 MB or less.",
                                      .error = problems.at("file")},
                                     kMostBytes),
                  govuk::textarea({.name = "text",
                                   .label = {.text = "Or its text", .classes = "govuk-label--s"},
                                   .hint = "In Markdown: # for headings, an empty line between paragraphs.",
                                   .error = problems.at("text"),
                                   .value = text("text"),
                                   .rows = 12}));
}

}  // namespace sightline::evaluation
