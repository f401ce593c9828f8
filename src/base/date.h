// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Dates as people and statutes use them: a civil day without a time zone, and a
// moment in time. Neither reads a clock; see platform/clock.

#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sightline {

/// A day of the civil (Gregorian) calendar, 0001-01-01 to 9999-12-31.
class Date {
 public:
  /// REQUIRES: the day exists (no 30 February).
  Date(int year, unsigned month, unsigned day);
  explicit Date(std::chrono::sys_days days) : days_(days) {}

  /// Reads `2020-02-27` exactly; nothing for any other shape or a day that does not exist.
  static std::optional<Date> from_iso(std::string_view text);
  /// As 2020-02-27.
  std::string iso() const;
  /// As 27 February 2020: how GOV.UK writes dates.
  std::string in_words() const;

  std::chrono::year_month_day calendar() const { return days_; }
  std::chrono::sys_days days() const { return days_; }

  friend Date operator+(Date date, std::chrono::days days) { return Date(date.days_ + days); }
  friend Date operator-(Date date, std::chrono::days days) { return Date(date.days_ - days); }
  friend std::chrono::days operator-(Date later, Date earlier) { return later.days_ - earlier.days_; }
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  std::chrono::sys_days days_;
};

/// A moment: milliseconds since 1970-01-01T00:00Z, leap seconds not counted.
class Timestamp {
 public:
  explicit constexpr Timestamp(std::chrono::sys_time<std::chrono::milliseconds> moment) : moment_(moment) {}

  /// Reads `2026-11-23T09:30:00.125Z` exactly.
  static std::optional<Timestamp> from_iso(std::string_view text);
  /// As 2026-11-23T09:30:00.125Z. Sorts as text in the order of time.
  std::string iso() const;

  constexpr std::chrono::sys_time<std::chrono::milliseconds> moment() const { return moment_; }

  friend constexpr Timestamp operator+(Timestamp t, std::chrono::milliseconds d) {
    return Timestamp(t.moment_ + d);
  }
  friend constexpr Timestamp operator-(Timestamp t, std::chrono::milliseconds d) {
    return Timestamp(t.moment_ - d);
  }
  friend constexpr std::chrono::milliseconds operator-(Timestamp a, Timestamp b) {
    return a.moment_ - b.moment_;
  }
  friend constexpr auto operator<=>(const Timestamp&, const Timestamp&) = default;

 private:
  std::chrono::sys_time<std::chrono::milliseconds> moment_;
};

}  // namespace sightline
