// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case.h"

#include <cstdlib>

#include "base/text.h"

namespace sightline::assessment {

namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestList = 200;

bool fits(const std::string& text, std::size_t longest) {
  return is_utf8(text) && length(text) <= longest;
}

/// What is missing to tell how the sample was drawn.
void check(const Drawing& drawing, std::vector<FieldProblem>& problems) {
  if (drawing.list.empty())
    problems.push_back(
        {"list", "Say which list the cases come from, such as “Missing-child reports, October 2026”."});
  if (!fits(drawing.list, kLongestList))
    problems.push_back({"list", "Name the list in 200 characters or fewer."});
  if (drawing.list_length ? *drawing.list_length < 1 || *drawing.list_length > kLongestSampledList
                          : drawing.method != Method::ByHand)
    problems.push_back({"list_length", "Enter how many cases stood in the list, as a whole number."});
  const bool can_be_repeated = drawing.method == Method::AtRandom || drawing.method == Method::AtIntervals;
  if (can_be_repeated && drawing.repeated_by.empty())
    problems.push_back(
        {"repeated_by", "Enter the seed, or the start and the step, so that anybody can draw the same."});
  if (!fits(drawing.repeated_by, kLongestList))
    problems.push_back({"repeated_by", "Say it in 200 characters or fewer."});
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::AtRandom:
      return "At random";
    case Method::AtIntervals:
      return "At intervals";
    case Method::ByKind:
      return "By kind of case";
    case Method::ByHand:
      return "By hand";
  }
  std::abort();
}

Result<SampleDetails> checked(SampleDetails details) {
  for (std::string* text : {&details.name, &details.drawing.list, &details.drawing.repeated_by})
    *text = std::string(trimmed(*text));
  std::vector<FieldProblem> problems;
  if (details.name.empty())
    problems.push_back({"sample", "Give the sample a name, such as “Chosen by the force”."});
  if (!fits(details.name, kLongestName))
    problems.push_back({"sample", "Give the sample a name of 100 characters or fewer."});
  check(details.drawing, problems);
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The sample could not be added.", std::move(problems)};
  return details;
}

std::string case_number(int draw) {
  return std::to_string(1000 + draw);
}

Refusal no_such_case() {
  return {Refusal::Kind::NotFound, "There is no such case.", {}};
}

std::string kind_in_words(const Case& of, const programme::Framework& framework) {
  const programme::CaseKind* kind = framework.find_case_kind(of.kind);
  return kind ? kind->name : of.kind;
}

journal::StateText state_text(const Case& of) {
  std::optional<std::int64_t> assigned_to;
  if (of.assigned_to) assigned_to = of.assigned_to->value();
  return journal::StateText()
      .add("inspection", of.inspection.value())
      .add("sample", of.sample.id.value())
      .add("number", of.number)
      .add("kind", of.kind)
      .add("assigned_to", assigned_to);
}

}  // namespace sightline::assessment
