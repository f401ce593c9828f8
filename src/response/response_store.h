// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is on record of each expected response. A response is corrected by a further
// revision; nothing is updated or deleted. From whom one is expected is written by
// publication/duty_store.h and only read here.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "platform/sql/database.h"
#include "response/answer.h"
#include "response/response.h"

namespace sightline::response::responses {

struct StoredDuty {
  DutyId id;
  Duty duty;
  std::string force_name;
  std::string force_key;
  Date published_on;
  Answered answered;
};

std::optional<StoredDuty> find_duty(sql::Reader& reader, DutyId id);

/// The revision that holds now; 0 and nothing when no response is on record.
struct Latest {
  int revision = 0;
  std::optional<Response> response;
};
Latest latest_response(sql::Reader& reader, DutyId duty);
/// Every revision, first to last.
std::vector<Response> revisions(sql::Reader& reader, DutyId duty);
void insert_response(sql::Transaction& work, DutyId duty, int revision, const Response& response,
                     Timestamp now);

/// A line of the board.
struct BoardLine {
  StoredDuty duty;
  Latest latest;
};

struct StateCount {
  BoardState state;
  std::int64_t duties;
};

/// Every state that occurs, counted. `clock` is that of the publication.
std::vector<StateCount> count_by_state(sql::Reader& reader, publication::PublicationId publication,
                                       const ResponseClock& clock, Date today);
/// In order of the force's name; of every state unless one is named.
std::vector<BoardLine> board(sql::Reader& reader, publication::PublicationId publication,
                             const ResponseClock& clock, Date today, std::optional<BoardState> state,
                             std::int64_t offset, int limit);

std::span<const sql::Query> queries();

}  // namespace sightline::response::responses
