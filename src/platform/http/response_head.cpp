// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The header of an answer.

#include "platform/http/response_head.h"

#include <array>
#include <ctime>
#include <utility>

namespace sightline::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kDefaults = {{
    {"Content-Security-Policy",
     "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
}};

void append_field(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

bool may_have_content(Status status) {
  return status != Status::NoContent && status != Status::NotModified;
}

}  // namespace

std::string written_head(const Response& response, Persistence persistence, std::string_view date) {
  std::string head;
  head.reserve(768);
  head.append("HTTP/1.1 ").append(std::to_string(static_cast<int>(response.status)));
  head.append(" ").append(reason_of(response.status)).append("\r\n");
  append_field(head, "Date", date);
  if (may_have_content(response.status))
    append_field(head, "Content-Length", std::to_string(size_of(response.content)));
  append_field(head, "Connection", persistence == Persistence::KeepAlive ? "keep-alive" : "close");
  for (const Header& header : response.headers) append_field(head, header.name, header.value);
  for (const auto& [name, value] : kDefaults)
    if (!response.headers.find(name)) append_field(head, name, value);
  head.append("\r\n");
  return head;
}

std::string http_date(std::int64_t seconds_since_1970) {
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time = seconds_since_1970;
  std::tm utc = {};
  ::gmtime_r(&time, &utc);
  const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::string(kDays.at(static_cast<std::size_t>(utc.tm_wday))) + ", " + two_digits(utc.tm_mday) + ' ' +
         kMonths.at(static_cast<std::size_t>(utc.tm_mon)) + ' ' + std::to_string(utc.tm_year + 1900) + ' ' +
         two_digits(utc.tm_hour) + ':' + two_digits(utc.tm_min) + ':' + two_digits(utc.tm_sec) + " GMT";
}

const std::string& current_http_date() {
  thread_local std::time_t written_for = -1;
  thread_local std::string date;
  const std::time_t now = std::time(nullptr);
  if (now != written_for) {
    written_for = now;
    date = http_date(now);
  }
  return date;
}

}  // namespace sightline::http
