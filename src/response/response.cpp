// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response.h"

#include "base/text.h"

namespace sightline::response {

namespace {

constexpr std::size_t kLongestAddress = 2000;
constexpr std::size_t kLongestWords = 2000;

bool looks_like_address(std::string_view address) {
  const std::string folded = lower_ascii(address);
  const std::size_t host = folded.starts_with("https://") ? 8 : folded.starts_with("http://") ? 7 : 0;
  return host > 0 && address.size() > host && address.size() <= kLongestAddress &&
         address.find_first_of(" \t\r\n\"<>\\") == std::string_view::npos;
}

}  // namespace

// Handbook §6.12, §6.16
BoardState board_state(const ResponseClock& clock, const std::optional<Response>& response, Date today) {
  if (!response) return clock.is_running(today) ? BoardState::Due : BoardState::NoRecord;
  if (!response->received_on) return BoardState::ReceivedDayUnknown;
  return *response->received_on <= clock.last_day() ? BoardState::Received : BoardState::Late;
}

std::string name_of_body(const Duty& duty, std::string_view force_name) {
  if (duty.body_name) return *duty.body_name;
  return std::string(kind_in_words(duty.body_kind)) + " (" + std::string(force_name) + ")";
}

std::string_view state_in_words(BoardState state) {
  switch (state) {
    case BoardState::Received:
      return "Received in time";
    case BoardState::Late:
      return "Received late";
    case BoardState::ReceivedDayUnknown:
      return "Received, day unknown";
    case BoardState::Due:
      return "Due";
    case BoardState::NoRecord:
      return "No record";
  }
  std::abort();
}

Result<Response> checked(Response response, const ResponseClock& clock, Date today) {
  std::vector<FieldProblem> problems;
  response.source.text = std::string(trimmed(response.source.text));
  response.note = std::string(trimmed(response.note));
  if (response.received_on && *response.received_on < clock.first_day())
    problems.push_back({"received-on", "Enter the day of publication, " + clock.first_day().in_words() +
                                           ", or a later day."});
  if (response.received_on && *response.received_on > today)
    problems.push_back({"received-on", "Enter a day that is not in the future."});
  if (response.address && !looks_like_address(*response.address))
    problems.push_back({"address", "Enter a web address that begins with https:// or http://."});
  if (response.source.text.empty())
    problems.push_back({"source", "Say where this is known from: an address, or plain words."});
  if (length(response.source.text) > kLongestWords)
    problems.push_back({"source", "Say this in 2,000 characters or fewer."});
  if (length(response.note) > kLongestWords) problems.push_back({"note", "Write 2,000 characters or fewer."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The response could not be recorded.", std::move(problems)};
  return response;
}

}  // namespace sightline::response
