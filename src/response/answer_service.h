// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about answers to recommendations. Handbook §8.40 to §8.43.
//
// A duty is about the recommendations of its publication that are addressed to the
// body or to the force it oversees. Answers are part of the response: whoever may not
// record them sees them once a response is on record.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "publication/publication_service.h"
#include "response/answer.h"
#include "response/response.h"

namespace sightline::response {

/// Puts the answer of a body to one recommendation on record, or corrects it: a correction is a further
/// revision. The same answer again changes nothing.
///
/// Gives the revision that holds. Refused: NotFound when there is no such duty, or it is not about this
/// recommendation; NotPermitted to whoever holds the permission neither everywhere nor for that body; Invalid
/// for what checked() refuses; Conflict when somebody else recorded one meanwhile.
struct AnswerRecommendation {
  static constexpr journal::Command kCommand{"response.answer",
                                             "answered a recommendation in the response to"};
  static constexpr people::Permission kNeeds = people::Permission::RecordResponses;

  DutyId duty;
  RecommendationId recommendation;
  int base_revision;  ///< The revision that was corrected; 0 where nothing was on record.
  Answer answer;
};
Result<int> decide(journal::Work& work, const people::Actor& actor, const AnswerRecommendation& command);

// Questions. Lists come a page at a time.

/// A recommendation to be answered, ready to be shown.
struct AnswerLine {
  RecommendationId recommendation;
  std::string programme_key;
  std::string key;  ///< r-012
  recommendation::Details details;
  Date first_published;          ///< From which its term is counted.
  int revision = 0;              ///< 0: nothing is on record, or not for this reader yet.
  std::optional<Answer> answer;  ///< Exactly when revision is not 0.
};

inline constexpr int kAnswersOnAPage = 25;

struct DutyAnswers {
  Answered answered;  ///< As on record, whether this reader may read the answers or not.
  Page<AnswerLine> lines;
  bool may_answer;
  bool may_read;  ///< False until a response is on record, for whoever may not answer.
};
/// By number. Nothing when there is no such duty.
std::optional<DutyAnswers> answers_of(sql::Reader& reader, const people::Actor& actor, DutyId duty,
                                      std::int64_t page_number);

/// The most revisions of an answer that a page shows.
inline constexpr int kAnswerRevisionsOnAPage = 50;

struct AnswerView {
  AnswerLine line;
  std::vector<AnswerRevision> history;  ///< Newest first, at most so many; for whoever may answer.
  bool may_answer;
  bool may_read;
};
/// Nothing when there is no such duty, or it is not about that recommendation.
std::optional<AnswerView> answer_view(sql::Reader& reader, const people::Actor& actor, DutyId duty,
                                      RecommendationId recommendation);

/// Everything that was recorded as the answer, newest first, for whoever may answer. Nothing when
/// answer_view() gives nothing, and for everybody else.
std::optional<Page<AnswerRevision>> answer_history(sql::Reader& reader, const people::Actor& actor,
                                                   DutyId duty, RecommendationId recommendation,
                                                   std::int64_t page_number);

// Questions that give only what is public: answers in responses that are on record.

/// To one recommendation: in order of publication, then of the force's name.
Page<PublicAnswer> answers_to(sql::Reader& reader, RecommendationId recommendation, std::int64_t page_number,
                              int page_size = kAnswersOnAPage);
/// Every one that is expected about one publication, given or not: in order of the force's name, then by
/// number. Empty when there is no such publication.
Page<ExpectedAnswer> answers_about(sql::Reader& reader, std::string_view publication_key,
                                   std::int64_t page_number, int page_size = kAnswersOnAPage);

}  // namespace sightline::response
