// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The response of a local policing body to a publication: until when one is
// expected, and what is on record of it. From whom is said in publication/duty.h. Handbook §6.9-6.13,
// §8.7-8.16.
//
// No record means just that: the body may have answered elsewhere.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/source.h"
#include "publication/duty.h"

namespace sightline::response {

using publication::BodyKind;
using publication::Duty;
using publication::DutyId;

/// Fifty-six days beginning with the day of publication. Police Act 1996, section 55; Handbook §6.10.
class ResponseClock {
 public:
  static constexpr std::chrono::days kLength{56};

  explicit ResponseClock(Date published_on) : first_day_(published_on) {}

  Date first_day() const { return first_day_; }
  /// The last day on which a response is in time.
  Date last_day() const { return first_day_ + kLength - std::chrono::days{1}; }
  bool is_running(Date today) const { return today <= last_day(); }

 private:
  Date first_day_;
};

enum class ResponseFormat { WebPage, PdfDocument, Text };

/// What is on record of one response.
struct Response {
  ResponseFormat format;
  std::optional<Date> received_on;     ///< Nothing: the day is not known.
  std::optional<std::string> address;  ///< Nothing: not on record.
  Source source;
  std::string note;

  friend bool operator==(const Response&, const Response&) = default;
};

/// What can be said of a duty. Handbook §6.16.
enum class BoardState {
  Received,            ///< Met in time.
  Late,                ///< Met, after the last day.
  ReceivedDayUnknown,  ///< Met on an unknown day: neither in time nor late.
  Due,                 ///< Nothing is on record and the clock is running.
  NoRecord,            ///< Nothing is on record and the clock has run out. It may have been made.
};

BoardState board_state(const ResponseClock& clock, const std::optional<Response>& response, Date today);

/// The name of the body on the day of publication, or its kind and force where no name is on record. §8.15
std::string name_of_body(const Duty& duty, std::string_view force_name);

/// As the board says it: "Received, day unknown".
std::string_view state_in_words(BoardState state);

/// A response as asked to be recorded. Refused beside its field: a day before the publication or in
/// the future, an address that is not http(s) or longer than 2,000 characters, an empty source.
Result<Response> checked(Response response, const ResponseClock& clock, Date today);

}  // namespace sightline::response

template <>
inline constexpr auto sightline::kWords<sightline::response::ResponseFormat> =
    std::to_array<sightline::Word<sightline::response::ResponseFormat>>({
        {sightline::response::ResponseFormat::WebPage, "web page"},
        {sightline::response::ResponseFormat::PdfDocument, "pdf document"},
        {sightline::response::ResponseFormat::Text, "text"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::response::BoardState> =
    std::to_array<sightline::Word<sightline::response::BoardState>>({
        {sightline::response::BoardState::Received, "received"},
        {sightline::response::BoardState::Late, "late"},
        {sightline::response::BoardState::ReceivedDayUnknown, "received-day-unknown"},
        {sightline::response::BoardState::Due, "due"},
        {sightline::response::BoardState::NoRecord, "no-record"},
    });
