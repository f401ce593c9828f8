// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_evaluation.h"

#include "base/text.h"
#include "evaluation/evaluation_service.h"

namespace sightline::demo {

namespace {

/// By the evaluator, more than two years after the report that it is about.
const Date kPublished(2022, 10, 20);
constexpr const char* kEvaluator = "Plumbline Institute";
constexpr const char* kSummary =
    "Whether those who were inspected understood what was asked of them, whether they did it, and whether "
    "anybody can tell what it changed for children. Invented, as is everything that it is about.";

/// What stands behind "# " in the first line.
std::string title_of(const std::string& markdown) {
  const std::string_view line = std::string_view(markdown).substr(0, markdown.find('\n'));
  return std::string(trimmed(line.substr(line.find_first_not_of("# "))));
}

}  // namespace

void EvaluationWork::put_on(Agenda& agenda, const ProgrammeReport& report) {
  agenda.add(at(workday_after(kPublished, 4), 10), [this, &report] { return attach(report); });
}

Problem EvaluationWork::attach(const ProgrammeReport& report) {
  Result<evaluation::Content> content = evaluation::checked_markdown(reports_.evaluation);
  if (!content) return content.refusal();
  return problem_in(
      setting_.office.perform(setting_.actor(editor_),
                              evaluation::AttachEvaluation{.publication_key = report.key,
                                                           .details = {.title = title_of(reports_.evaluation),
                                                                       .evaluator = kEvaluator,
                                                                       .published_on = kPublished,
                                                                       .summary = kSummary},
                                                           .content = *std::move(content)}));
}

}  // namespace sightline::demo
