// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tz database and the system's clock behind clock.h.

#include "platform/clock/clock.h"

#include <date/tz.h>

#include <string>

namespace sightline::clock {

namespace {

const date::time_zone& london() {
  static const date::time_zone* const zone = date::locate_zone("Europe/London");
  return *zone;
}

}  // namespace

Date london_date(Timestamp moment) {
  const auto local = london().to_local(moment.moment());
  return Date(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(local.time_since_epoch())));
}

std::string in_london_words(Timestamp moment) {
  const auto local = london().to_local(moment.moment());
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  const auto two_digits = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60) + " on " +
         Date(std::chrono::sys_days(day.time_since_epoch())).in_words();
}

Timestamp start_of_london_day(Date date) {
  const date::local_days midnight(date.days().time_since_epoch());
  const auto moment = london().to_sys(midnight, date::choose::earliest);
  return Timestamp(std::chrono::time_point_cast<std::chrono::milliseconds>(moment));
}

Timestamp SystemClock::now() const {
  return Timestamp(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

}  // namespace sightline::clock
