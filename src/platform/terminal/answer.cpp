// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/terminal/answer.h"

#include <string_view>

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

/// Controls of ASCII but line feed and tab, and those of Latin 1, which UTF-8 writes as C2 80 to C2 9F.
std::string harmless(std::string_view words) {
  constexpr std::string_view kReplacement = "\uFFFD";
  std::string shown;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    const auto next = static_cast<unsigned char>(i + 1 < words.size() ? words[i + 1] : 0);
    const bool is_latin_control = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
    const bool is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    if (is_latin_control) ++i;
    if (is_control || is_latin_control)
      shown += kReplacement;
    else
      shown += words[i];
  }
  return shown;
}

}  // namespace

std::string written(const Answer& answer, Form form) {
  if (form == Form::Json) return json::write(answer.object) + "\n";
  return answer.words.empty() ? "" : harmless(answer.words) + "\n";
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
