// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer.h"

#include <cstdlib>

#include "base/text.h"

namespace sightline::response {

namespace {

const char* what_is_missing(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::ActionTaken:
      return "Say what was done, and by when.";
    case AnswerKind::ActionPlanned:
      return "Say what is planned, and by when.";
    case AnswerKind::NoAction:
      return "Say why no action is planned.";
  }
  std::abort();
}

Refusal refuse_text(const char* sentence) {
  return {Refusal::Kind::Invalid, "The answer could not be recorded.", {{"text", sentence}}};
}

}  // namespace

std::string_view name_of(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::ActionTaken:
      return "Action taken";
    case AnswerKind::ActionPlanned:
      return "Action planned";
    case AnswerKind::NoAction:
      return "No action";
  }
  std::abort();
}

// Handbook §8.8, §8.41
Result<Answer> checked(Answer answer) {
  if (!is_utf8(answer.text)) return refuse_text("Write the answer in plain text.");
  answer.text = std::string(trimmed(with_plain_line_ends(answer.text)));
  if (answer.text.empty()) return refuse_text(what_is_missing(answer.kind));
  if (length(answer.text) > kLongestAnswer) return refuse_text("Write 5,000 characters or fewer.");
  return answer;
}

std::string in_words(const Answered& answered) {
  if (answered.recommendations == 0) return "No recommendation is addressed to this body or its force";
  return std::to_string(answered.answered) + " of " + std::to_string(answered.recommendations) +
         (answered.recommendations == 1 ? " recommendation answered" : " recommendations answered");
}

}  // namespace sightline::response
