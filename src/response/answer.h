// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a local policing body says to one recommendation: the action taken or
// planned, or why there is none. Handbook §8.40 to §8.43.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "recommendation/recommendation.h"

namespace sightline::response {

using recommendation::RecommendationId;

enum class AnswerKind { ActionTaken, ActionPlanned, NoAction };

/// As a page says it: "Action planned".
std::string_view name_of(AnswerKind kind);

inline constexpr std::size_t kLongestAnswer = 5000;

struct Answer {
  AnswerKind kind;
  std::string text;  ///< What and by when, or why nothing; 1 to kLongestAnswer characters.

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Trims, and refuses a text that is empty, too long or not UTF-8 ("text").
Result<Answer> checked(Answer answer);

/// How far the recommendations of one duty are answered.
struct Answered {
  int answered = 0;
  int recommendations = 0;

  friend bool operator==(const Answered&, const Answered&) = default;
};

/// "3 of 5 recommendations answered"; says so where none is addressed to the body or its force.
std::string in_words(const Answered& answered);

/// One line of an answer's history.
struct AnswerRevision {
  int revision;
  Answer answer;
  std::string person;  ///< The name; "the operator" for nobody.
  Timestamp recorded_at;
};

/// An answer with whom it is from.
struct PublicAnswer {
  std::string publication_key;
  std::string publication_title;
  std::string force_name;
  std::string body_name;  ///< Under the name or kind of the day of publication.
  Answer answer;
};

/// A recommendation that a body is to answer, and what it answered.
struct ExpectedAnswer {
  RecommendationId recommendation;
  std::string force_key;
  std::string body_name;         ///< As above.
  std::optional<Answer> answer;  ///< Nothing: none is on record.
};

}  // namespace sightline::response

namespace sightline {

template <>
inline constexpr auto kWords<response::AnswerKind> = std::to_array<Word<response::AnswerKind>>({
    {response::AnswerKind::ActionTaken, "action-taken"},
    {response::AnswerKind::ActionPlanned, "action-planned"},
    {response::AnswerKind::NoAction, "no-action"},
});

}  // namespace sightline
