// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case.h"

#include "base/text.h"

namespace sightline::assessment {

namespace {

constexpr std::size_t kLongestName = 100;

Refusal problem(std::string field, std::string message) {
  return {Refusal::Kind::Invalid, "The cases could not be added.", {{std::move(field), std::move(message)}}};
}

}  // namespace

Result<SampleDetails> checked(SampleDetails details) {
  details.name = std::string(trimmed(details.name));
  if (details.name.empty())
    return problem("sample", "Give the sample a name, such as “Chosen by the force”.");
  if (!is_utf8(details.name) || length(details.name) > kLongestName)
    return problem("sample", "Give the sample a name of 100 characters or fewer.");
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
