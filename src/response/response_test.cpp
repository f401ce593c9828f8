// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/response.h"

#include <doctest/doctest.h>

namespace sightline::response {
namespace {

const ResponseClock kClock(Date(2020, 2, 27));
const Date kLastDay(2020, 4, 22);
const Date kToday(2026, 11, 23);

Response received_on(std::optional<Date> day) {
  return {.format = ResponseFormat::WebPage,
          .received_on = day,
          .address = {},
          .source = {"the landing page", SourceType::Official},
          .note = {}};
}

TEST_CASE("a report published on 27 February 2020 is to be answered by 22 April 2020") {  // Handbook §6.10
  CHECK(kClock.first_day() == Date(2020, 2, 27));
  CHECK(kClock.last_day() == kLastDay);
  CHECK(kClock.last_day() - kClock.first_day() == std::chrono::days{55});
}

TEST_CASE(
    "a clock that begins in December runs into the next year, and weekends do not move its end") {  // §6.11
  CHECK(ResponseClock(Date(2019, 12, 20)).last_day() == Date(2020, 2, 13));
  CHECK(ResponseClock(Date(2026, 10, 24)).last_day() == Date(2026, 12, 18));
  CHECK(ResponseClock(Date(2026, 11, 1)).last_day() == Date(2026, 12, 26));  // a Saturday and a holiday
}

TEST_CASE("a response on the last day is in time, on the next day late") {  // §6.12
  CHECK(board_state(kClock, received_on(kLastDay), kToday) == BoardState::Received);
  CHECK(board_state(kClock, received_on(kLastDay + std::chrono::days{1}), kToday) == BoardState::Late);
  CHECK(board_state(kClock, received_on(Date(2020, 2, 27)), kToday) == BoardState::Received);
}

TEST_CASE("a response on an unknown day is neither in time nor late") {  // §6.16, §8.14
  CHECK(board_state(kClock, received_on({}), kToday) == BoardState::ReceivedDayUnknown);
}

TEST_CASE("without a response the board says due while the clock runs and no record after it") {  // §8.13
  CHECK(board_state(kClock, {}, Date(2020, 2, 27)) == BoardState::Due);
  CHECK(board_state(kClock, {}, kLastDay) == BoardState::Due);
  CHECK(board_state(kClock, {}, kLastDay + std::chrono::days{1}) == BoardState::NoRecord);
  for (const Word<BoardState>& entry : kWords<BoardState>) CHECK_FALSE(state_in_words(entry.value).empty());
}

TEST_CASE("a response before the publication or in the future is refused beside its day") {
  for (const Date day : {Date(2020, 2, 26), Date(2026, 11, 24)}) {
    const auto answer = checked(received_on(day), kClock, kToday);
    REQUIRE_FALSE(answer);
    REQUIRE(answer.refusal().fields.size() == 1);
    CHECK(answer.refusal().fields.front().field == "received-on");
  }
  CHECK(checked(received_on(kToday), kClock, kToday));
}

TEST_CASE("an address that no reader could follow is refused, and so is a response without a source") {
  for (const char* address :
       {"javascript:alert(1)", "https://", "ftp://example.org", "https://example.org/a b"}) {
    Response response = received_on({});
    response.address = address;
    const auto answer = checked(response, kClock, kToday);
    REQUIRE_FALSE(answer);
    CHECK(answer.refusal().fields.front().field == "address");
  }
  Response response = received_on({});
  response.address = "HTTPS://example.org/response.pdf";
  CHECK(checked(response, kClock, kToday));
  response.source.text = "  ";
  CHECK(checked(response, kClock, kToday).refusal().fields.front().field == "source");
}

TEST_CASE("every kind of local policing body has words") {
  for (const Word<BodyKind>& entry : kWords<BodyKind>) CHECK_FALSE(kind_in_words(entry.value).empty());
}

}  // namespace
}  // namespace sightline::response
