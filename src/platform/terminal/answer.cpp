// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/terminal/answer.h"

namespace sightline::terminal {

namespace {

std::string_view kind_in_words(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::Invalid:
      return "invalid";
    case Refusal::Kind::NotPermitted:
      return "not-permitted";
    case Refusal::Kind::NotFound:
      return "not-found";
    case Refusal::Kind::WrongState:
      return "wrong-state";
    case Refusal::Kind::Conflict:
      return "conflict";
  }
  return "";
}

}  // namespace

std::string written(const Answer& answer, Form form) {
  if (form == Form::Json) return json::write(answer.object) + "\n";
  return answer.words.empty() ? "" : answer.words + "\n";
}

Answer declined(const Refusal& refusal) {
  Answer answer{.words = refusal.message, .object = {}, .outcome = Outcome::Declined};
  json::Array fields;
  for (const FieldProblem& problem : refusal.fields) {
    if (problem.message != refusal.message) answer.words += "\n  " + problem.field + ": " + problem.message;
    fields.push_back(json::Object{{"field", problem.field}, {"message", problem.message}});
  }
  answer.object.add("declined", refusal.message)
      .add("kind", kind_in_words(refusal.kind))
      .add("fields", std::move(fields));
  return answer;
}

}  // namespace sightline::terminal
