// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What time it is, and what day it is in London.
//
// Services take a Clock and nothing else reads the time, so that a test and a
// demonstration can say what day it is. Statutory periods ("56 days beginning
// with the day of publication") count civil days of Europe/London, which come
// from the tz database of the operating system by way of Howard Hinnant's tz
// library: when Parliament changes summer time, a system update is enough and
// no rule is written here. std::chrono knows no time zones before g++ 13.

#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "base/date.h"

namespace sightline::clock {

/// The civil day at `moment` in Europe/London. Throws std::runtime_error when the
/// system has no tz database.
Date london_date(Timestamp moment);

/// Wall time in Europe/London, "23:30 on 27 February 2020", for pages and mail.
std::string in_london_words(Timestamp moment);

/// The moment at which `date` begins in Europe/London.
Timestamp start_of_london_day(Date date);

/// Any thread may ask at any time.
class Clock {
 public:
  virtual ~Clock() = default;

  virtual Timestamp now() const = 0;
  Date today() const { return london_date(now()); }
};

class SystemClock final : public Clock {
 public:
  Timestamp now() const override;
};

/// Stands still until it is set: for tests and for demonstrations that must come
/// out the same each time.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp moment) : moment_(moment) {}

  Timestamp now() const override { return moment_; }
  void set(Timestamp moment) { moment_ = moment; }
  void advance(std::chrono::milliseconds by) { moment_ = now() + by; }

 private:
  std::atomic<Timestamp> moment_;
};

}  // namespace sightline::clock
