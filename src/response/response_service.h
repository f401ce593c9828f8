// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about responses. Handbook §8.7-8.16.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "base/recorded.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "publication/publication_service.h"
#include "response/answer.h"
#include "response/response.h"

namespace sightline::response {

/// Puts a response on record, or corrects what is on record: a correction is a further revision.
struct RecordResponse {
  static constexpr journal::Command kCommand{"response.record", "recorded the response to"};
  static constexpr people::Permission kNeeds = people::Permission::RecordResponses;
  DutyId duty;
  int base_revision;  ///< The revision that was corrected; 0 where nothing was on record.
  Response response;
};

/// Gives the new revision. Refuses without RecordResponses; with NotFound when no such response is
/// expected; what checked() refuses; and with Conflict when somebody else recorded one meanwhile.
Result<int> decide(journal::Work& work, const people::Actor& actor, const RecordResponse& command);

/// For a command of another feature, which has checked its permission and says what changed.
///
/// The first response to a duty. One that was recorded before, in this or an earlier revision, is left as it
/// is; refuses with Conflict when only others are on record.
Result<OnRecord> record_known_response(journal::Work& work, DutyId duty, const Response& response);

// Questions. What was published may be seen by everybody.

/// A line of the board, ready to be shown.
struct BoardLine {
  DutyId duty;
  std::string force_name;
  std::string force_key;
  std::string body_name;  ///< Under the name or kind of the day of publication.
  int revision = 0;       ///< 0: nothing is on record.
  std::optional<Response> response;
  BoardState state;
  Answered answered = {};  ///< Of the recommendations that the duty is about.
};

struct StateCount {
  BoardState state;
  std::int64_t duties;
};

struct Board {
  publication::KnownPublication publication;
  ResponseClock clock;
  Page<BoardLine> lines;
  std::vector<StateCount> counts;  ///< One for each state, in the order of BoardState.
};

/// In order of the force's name. Nothing when there is no such publication.
std::optional<Board> board_of(sql::Reader& reader, std::string_view publication_key, Date today,
                              std::optional<BoardState> state, std::int64_t page_number, int page_size);

struct ExpectedResponse {
  BoardLine line;
  Duty duty;
  ResponseClock clock;
  std::string publication_key;
  std::string publication_title;
  people::Reality reality;  ///< Of the publication.
};
std::optional<ExpectedResponse> find_expected(sql::Reader& reader, DutyId duty, Date today);

}  // namespace sightline::response
