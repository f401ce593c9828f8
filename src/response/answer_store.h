// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Answers to recommendations in the database. An answer is corrected by a further
// revision; nothing is updated or deleted. Which recommendations a duty is about says
// the view recommendation_to_answer.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "publication/duty.h"
#include "response/answer.h"

namespace sightline::response::answers {

using publication::DutyId;

/// A recommendation that is to be answered, and the answer that holds now.
struct Line {
  RecommendationId recommendation;
  int number;  ///< Within its programme.
  std::string programme_key;
  recommendation::Details details;
  Date first_published;
  int revision = 0;  ///< 0: not answered.
  std::optional<Answer> answer;
};

/// Those of one duty, by number.
Page<Line> of_duty(sql::Reader& reader, DutyId duty, std::int64_t page_number, int page_size);
/// Nothing when the duty is not about that recommendation.
std::optional<Line> find(sql::Reader& reader, DutyId duty, RecommendationId recommendation);

/// Newest first, at most `limit` after the newest `offset`.
std::vector<AnswerRevision> history(sql::Reader& reader, DutyId duty, RecommendationId recommendation,
                                    std::int64_t offset, int limit);

void insert(sql::Transaction& work, DutyId duty, RecommendationId recommendation, int revision,
            const Answer& answer, std::optional<people::PersonId> by, Timestamp now);

/// An answer that is part of a response on record, with whom it is from.
struct Given {
  publication::Duty duty;
  std::string force_name;
  std::string publication_key;
  std::string publication_title;
  Answer answer;
};
/// To one recommendation, whoever publishes it: in order of publication, then of the force's name.
Page<Given> to_recommendation(sql::Reader& reader, RecommendationId recommendation, std::int64_t page_number,
                              int page_size);

/// A recommendation that a body is to answer, and the answer where it is part of a response on record.
struct Expected {
  publication::Duty duty;
  std::string force_name;
  std::string force_key;
  RecommendationId recommendation;
  std::optional<Answer> answer;
};
/// Those about one publication, in order of the force's name, then by number.
Page<Expected> about_publication(sql::Reader& reader, publication::PublicationId publication,
                                 std::int64_t page_number, int page_size);

std::span<const sql::Query> queries();

}  // namespace sightline::response::answers
