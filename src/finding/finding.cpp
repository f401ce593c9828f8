// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "finding/finding.h"

#include <algorithm>

#include "base/text.h"

namespace sightline::finding {

namespace {

using inspection::Stage;

bool is_author(const Finding& finding, std::optional<PersonId> person) {
  return person && std::ranges::find(finding.authors, *person) != finding.authors.end();
}

std::optional<std::string> trimmed_or_none(const std::optional<std::string>& text) {
  if (!text || trimmed(*text).empty()) return std::nullopt;
  return std::string(trimmed(*text));
}

std::optional<FieldProblem> problem_with_statement(std::string_view statement) {
  if (statement.empty()) return FieldProblem{"statement", "Say what was found."};
  if (!is_utf8(statement))
    return FieldProblem{"statement", "The statement holds characters that cannot be kept."};
  if (length(statement) > kLongestStatement)
    return FieldProblem{"statement", "Shorten the statement to 2,000 characters."};
  return std::nullopt;
}

/// Handbook §8.21: nobody agrees or returns what they wrote themselves.
std::optional<Refusal> refuse_author(const Finding& finding, Action action, std::optional<PersonId> person) {
  if ((action != Action::Agree && action != Action::Return) || !is_author(finding, person))
    return std::nullopt;
  return Refusal{Refusal::Kind::NotPermitted,
                 "You wrote part of this finding. Somebody else must agree or return it.",
                 {}};
}

}  // namespace

std::string_view name_of(Direction direction) {
  return direction == Direction::Strength ? "Strength" : "Weakness";
}

Result<Details> checked(Details details, const programme::Framework* framework) {
  details.statement = std::string(trimmed(with_plain_line_ends(details.statement)));
  details.area = trimmed_or_none(details.area);
  details.theme = trimmed_or_none(details.theme);
  std::vector<FieldProblem> problems;
  if (auto problem = problem_with_statement(details.statement)) problems.push_back(*std::move(problem));
  if (details.area && !(framework && framework->find_area(*details.area)))
    problems.push_back({"area", "Choose an area of this inspection's framework, or none."});
  if (details.theme && slug(*details.theme) != *details.theme)
    problems.push_back({"theme", "Enter the key of a theme, such as child-not-seen, or nothing."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The finding could not be saved.", std::move(problems)};
  return details;
}

bool is_supported(const Finding& finding) {
  return finding.extracts + finding.cases > 0;
}

Result<Finding> step(Finding finding, Action action, const Stepper& stepper) {
  const Step* found = find_transition(std::span<const Step>(kWorkflow), finding.state, action);
  if (!found)
    return Refusal{Refusal::Kind::WrongState,
                   finding.state == State::Agreed
                       ? "This finding has been agreed. A moderator can reopen it, with a reason."
                       : "This finding is a draft. Reload the page.",
                   {}};
  if (!stepper.permissions.may(found->needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this step.", {}};
  if (stepper.base_revision != finding.revision)
    return Refusal{
        Refusal::Kind::Conflict, "Somebody else has changed this finding since you opened it.", {}};
  if (auto refusal = refuse_author(finding, action, stepper.person)) return *std::move(refusal);
  if (action == Action::Agree && !is_supported(finding))  // Handbook §8.19
    return Refusal{Refusal::Kind::WrongState,
                   "Nothing supports this finding yet. Add an extract or a case that it rests on first.",
                   {}};
  if (action == Action::Return || action == Action::Reopen) {
    const Result<std::string> reason = people::checked_reason(stepper.reason, "reason");
    if (!reason) return reason.refusal();
  }
  finding.state = found->to;
  finding.revision += 1;
  if (is_writing(action) && stepper.person && !is_author(finding, stepper.person))
    finding.authors.push_back(*stepper.person);
  return finding;
}

std::optional<Refusal> refuse_at(std::optional<Stage> stage) {
  const auto refused = [](const char* sentence) { return Refusal{Refusal::Kind::WrongState, sentence, {}}; };
  if (!stage) return refused("What is known from the public record has no findings here.");
  switch (*stage) {
    case Stage::Planned:
    case Stage::Announced:
      return refused(
          "The fieldwork of this inspection has not begun. Begin it first: nothing is found before.");
    case Stage::Fieldwork:
    case Stage::Moderation:
    case Stage::Reporting:
      return std::nullopt;
    case Stage::Published:
      return refused(
          "This inspection has been published. Ask a moderator to reopen it, with a reason: its findings "
          "do not change before.");
    case Stage::Closed:
      break;
  }
  return refused(
      "This inspection is closed. Ask whoever plans inspections to reopen it, with a reason: its findings "
      "do not change before.");
}

journal::StateText state_text(const Finding& finding) {
  journal::StateText text;
  text.add("inspection", finding.inspection.value())
      .add("number", finding.number)
      .add("statement", finding.details.statement)
      .add("direction", word(finding.details.direction))
      .add("area", finding.details.area)
      .add("theme", finding.details.theme)
      .add("state", word(finding.state))
      .add("revision", finding.revision)
      .add("extracts", finding.extracts)
      .add("cases", finding.cases);
  return text;
}

}  // namespace sightline::finding
