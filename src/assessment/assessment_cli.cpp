// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_cli.h"

#include "assessment/assessment_service.h"

namespace sightline::assessment {

namespace {

using terminal::Answer;

json::Value state_json(std::optional<State> state) {
  return state ? json::Value(*state) : json::Value(nullptr);
}

std::string state_in_words(std::optional<State> state) {
  return state ? std::string(word(*state)) : "not begun";
}

json::Array outcomes_json(const Assessment& assessment) {
  json::Array outcomes;
  for (const Judgement& judgement : assessment.judgements)
    if (judgement.outcome)
      outcomes.push_back(
          json::Object{{"area", judgement.area}, {"outcome", outcome_word(*judgement.outcome)}});
  return outcomes;
}

/// Revision, state and outcomes of one side; null when there is nothing, or nothing to be shown yet.
json::Value side_json(const std::optional<Assessment>& assessment) {
  if (!assessment) return nullptr;
  return json::Object{{"revision", assessment->revision},
                      {"state", assessment->state},
                      {"outcomes", outcomes_json(*assessment)}};
}

std::string outcome_of(const Assessment& assessment, const programme::Area& area,
                       const programme::Framework& framework) {
  return in_words(judgement_of(assessment.judgements, area.key).outcome, framework);
}

std::string in_lines(const CaseView& view) {
  std::string lines = "Case " + view.subject.number + "  " + kind_in_words(view.subject, view.framework()) +
                      "  " +
                      state_in_words(view.assessment ? std::optional(view.assessment->state) : std::nullopt);
  if (view.assessment) {
    lines += ", revision " + std::to_string(view.assessment->revision);
    for (const programme::Area& area : view.framework().areas) {
      lines += "\n" + area.name + "  " + outcome_of(*view.assessment, area, view.framework());
      if (view.other_side)
        lines += "  (the body’s own: " + outcome_of(*view.other_side, area, view.framework()) + ")";
    }
  }
  if (view.body_has_submitted && !view.other_side)
    lines += "\nThe body’s own audit is submitted, and shown once the inspectors’ assessment is.";
  return lines;
}

}  // namespace

Result<Answer> list_cases(journal::Journal& journal, const std::string& inspection_key) {
  sql::Snapshot snapshot = journal.snapshot();
  Answer answer;
  json::Array cases;
  for (std::int64_t number = 1, pages = 1; number <= pages; ++number) {
    SIGHTLINE_TRY(const CaseList list, cases_of(snapshot, people::the_operator(), inspection_key, number));
    pages = list.cases.cut.pages;
    for (const CaseLine& line : list.cases.items) {
      answer.words += (answer.words.empty() ? "" : "\n") + line.number + "  " + line.kind + "  " +
                      state_in_words(line.state);
      cases.push_back(
          json::Object{{"number", line.number}, {"kind", line.kind}, {"state", state_json(line.state)}});
    }
  }
  answer.object.add("cases", std::move(cases));
  return answer;
}

Result<Answer> show_case(journal::Journal& journal, const std::string& inspection_key,
                         const std::string& number) {
  sql::Snapshot snapshot = journal.snapshot();
  const std::optional<CaseView> view = case_view(snapshot, people::the_operator(), inspection_key, number);
  if (!view) return no_such_case();
  return Answer{.words = in_lines(*view),
                .object = {{"number", view->subject.number},
                           {"kind", kind_in_words(view->subject, view->framework())},
                           {"chosen_by", view->subject.sample.chosen_by},
                           {"inspectors", side_json(view->assessment)},
                           {"body_has_submitted", view->body_has_submitted},
                           {"body", side_json(view->other_side)}}};
}

}  // namespace sightline::assessment
