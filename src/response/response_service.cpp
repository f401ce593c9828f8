// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response_service.h"

#include <algorithm>

#include "response/response_store.h"

namespace sightline::response {

namespace {

journal::StateText state_text(const Response& response) {
  journal::StateText text;
  text.add("format", word(response.format));
  text.add("received_on",
           response.received_on ? std::optional(response.received_on->iso()) : std::optional<std::string>());
  text.add("address", response.address);
  text.add("source", response.source.text).add("source_type", word(response.source.type));
  text.add("note", response.note);
  return text;
}

BoardLine shown(const responses::StoredDuty& stored, const responses::Latest& latest, Date today) {
  return {.duty = stored.id,
          .force_name = stored.force_name,
          .force_key = stored.force_key,
          .body_name = name_of_body(stored.duty, stored.force_name),
          .revision = latest.revision,
          .response = latest.response,
          .state = board_state(ResponseClock(stored.published_on), latest.response, today),
          .answered = stored.answered};
}

}  // namespace

Result<int> decide(journal::Work& work, const people::Actor& actor, const RecordResponse& command) {
  if (auto refusal = people::refuse_unless(actor, RecordResponse::kNeeds)) return *std::move(refusal);
  const auto duty = responses::find_duty(work.sql(), command.duty);
  if (!duty) return Refusal{Refusal::Kind::NotFound, "No such response is expected.", {}};
  SIGHTLINE_TRY(const Response response,
                checked(command.response, ResponseClock(duty->published_on), work.today()));
  const responses::Latest latest = responses::latest_response(work.sql(), command.duty);
  if (latest.revision != command.base_revision)
    return Refusal{Refusal::Kind::Conflict,
                   "Somebody else recorded this response while you were writing. Look at what is on record "
                   "now, then record yours if it is still needed.",
                   {}};
  if (latest.response == response) {
    work.unchanged();
    return latest.revision;
  }
  responses::insert_response(work.sql(), command.duty, latest.revision + 1, response, work.now());
  work.changed({"response-duty", command.duty.value()},
               latest.response ? std::optional(state_text(*latest.response)) : std::nullopt,
               state_text(response));
  return latest.revision + 1;
}

Result<OnRecord> record_known_response(journal::Work& work, DutyId duty, const Response& response) {
  const std::vector<Response> known = responses::revisions(work.sql(), duty);
  if (known.empty()) {
    responses::insert_response(work.sql(), duty, 1, response, work.now());
    return OnRecord::New;
  }
  if (std::find(known.begin(), known.end(), response) != known.end()) return OnRecord::Already;
  const auto stored = responses::find_duty(work.sql(), duty);
  return Refusal{Refusal::Kind::Conflict,
                 "The response for " + (stored ? stored->force_name : std::string("this force")) +
                     " is on record with other facts; nothing was changed.",
                 {}};
}

std::optional<Board> board_of(sql::Reader& reader, std::string_view publication_key, Date today,
                              std::optional<BoardState> state, std::int64_t page_number, int page_size) {
  auto known = publication::find_publication(reader, publication_key);
  if (!known) return std::nullopt;
  const ResponseClock clock(known->publication.published_on);
  Board board{.publication = *std::move(known), .clock = clock, .lines = {}, .counts = {}};
  for (const Word<BoardState>& entry : kWords<BoardState>) board.counts.push_back({entry.value, 0});
  std::int64_t shown_lines = 0;
  for (const auto& [found, duties] : responses::count_by_state(reader, board.publication.id, clock, today)) {
    for (StateCount& count : board.counts)
      if (count.state == found) count.duties = duties;
    if (!state || *state == found) shown_lines += duties;
  }
  const Cut cut = cut_of(shown_lines, page_number, page_size);
  std::vector<BoardLine> lines;
  for (const responses::BoardLine& line :
       responses::board(reader, board.publication.id, clock, today, state, cut.offset, cut.size))
    lines.push_back(shown(line.duty, line.latest, today));
  board.lines = page_of(cut, std::move(lines));
  return board;
}

std::optional<ExpectedResponse> find_expected(sql::Reader& reader, DutyId duty, Date today) {
  const auto stored = responses::find_duty(reader, duty);
  if (!stored) return std::nullopt;
  ExpectedResponse expected{.line = shown(*stored, responses::latest_response(reader, duty), today),
                            .duty = stored->duty,
                            .clock = ResponseClock(stored->published_on),
                            .publication_key = {},
                            .publication_title = {},
                            .reality = people::Reality::Real};
  for (const publication::KnownPublication& known : publication::all_publications(reader)) {
    if (known.id != stored->duty.publication) continue;
    expected.publication_key = known.publication.key;
    expected.publication_title = known.publication.title;
    expected.reality = known.reality;
  }
  return expected;
}

}  // namespace sightline::response
