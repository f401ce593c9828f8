// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/date.h"

#include <array>
#include <stdexcept>

namespace sightline {

namespace {

using namespace std::chrono;

/// Digits at [from, from + count) as a number; nothing when any is no digit.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(long long value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

}  // namespace

Date::Date(int year_number, unsigned month_number, unsigned day_number) {
  const year_month_day calendar{year{year_number}, month{month_number}, day{day_number}};
  if (!calendar.ok()) throw std::logic_error("a date that does not exist");
  days_ = sys_days{calendar};
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d || *y == 0) return std::nullopt;
  const year_month_day calendar{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!calendar.ok()) return std::nullopt;
  return Date(sys_days{calendar});
}

std::string Date::iso() const {
  const year_month_day c = calendar();
  return padded(static_cast<int>(c.year()), 4) + "-" + padded(static_cast<unsigned>(c.month()), 2) + "-" +
         padded(static_cast<unsigned>(c.day()), 2);
}

std::string Date::in_words() const {
  const year_month_day c = calendar();
  return std::to_string(static_cast<unsigned>(c.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(c.month()) - 1]) + " " +
         std::to_string(static_cast<int>(c.year()));
}

std::optional<Timestamp> Timestamp::from_iso(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z')
    return std::nullopt;
  const auto date = Date::from_iso(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2),
             ms = digits(text, 20, 3);
  if (!date || !h || !m || !s || !ms || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return Timestamp(date->days() + hours{*h} + minutes{*m} + seconds{*s} + milliseconds{*ms});
}

std::string Timestamp::iso() const {
  const sys_days midnight = floor<days>(moment_);
  const hh_mm_ss<milliseconds> time{moment_ - midnight};
  return Date(midnight).iso() + "T" + padded(time.hours().count(), 2) + ":" +
         padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2) + "." +
         padded(time.subseconds().count(), 3) + "Z";
}

}  // namespace sightline
