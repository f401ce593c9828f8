// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer.h"

#include <doctest/doctest.h>

namespace sightline::response {
namespace {

std::string refusal_of(AnswerKind kind, const std::string& text) {
  const auto answer = checked(Answer{kind, text});
  REQUIRE_FALSE(answer);
  REQUIRE(answer.refusal().fields.size() == 1);
  CHECK(answer.refusal().fields.front().field == "text");
  return answer.refusal().fields.front().message;
}

TEST_CASE("an answer without words is refused, and told what is missing") {  // Handbook §8.41
  CHECK(refusal_of(AnswerKind::NoAction, " \n") == "Say why no action is planned.");
  CHECK(refusal_of(AnswerKind::ActionPlanned, "") == "Say what is planned, and by when.");
  CHECK(refusal_of(AnswerKind::ActionTaken, "") == "Say what was done, and by when.");
}

TEST_CASE("an answer that is too long or no text is refused, and one of the longest length is taken") {
  CHECK(refusal_of(AnswerKind::NoAction, std::string(kLongestAnswer + 1, 'a')) ==
        "Write 5,000 characters or fewer.");
  CHECK(refusal_of(AnswerKind::NoAction, "\xFF") == "Write the answer in plain text.");
  CHECK(checked(Answer{AnswerKind::NoAction, std::string(kLongestAnswer, 'a')}));
}

TEST_CASE("the words of an answer are kept as typed, but for blanks around them and its line ends") {
  const auto answer = checked(Answer{AnswerKind::ActionTaken, "  Done in May.\r\n\r\nCosts <b>£5</b>. "});
  REQUIRE(answer);
  CHECK(answer->text == "Done in May.\n\nCosts <b>£5</b>.");
}

TEST_CASE("how far a duty is answered is said in words") {
  CHECK(in_words(Answered{3, 5}) == "3 of 5 recommendations answered");
  CHECK(in_words(Answered{0, 1}) == "0 of 1 recommendation answered");
  CHECK(in_words(Answered{0, 0}) == "No recommendation is addressed to this body or its force");
}

}  // namespace
}  // namespace sightline::response
