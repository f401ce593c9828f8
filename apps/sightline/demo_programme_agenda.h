// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is to be done when. Inspections overlap: one is planned while another is in
// the field. Each puts its steps on the agenda, which are then done in order of time.

#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "demo_office.h"
#include "platform/jobs/jobs.h"

namespace sightline::demo {

class Agenda {
 public:
  using Step = std::function<std::optional<Refusal>()>;

  /// Steps of one moment are done in the order in which they were added.
  void add(Timestamp when, Step step) { steps_.emplace(when, std::move(step)); }

  /// Does everything, or stops at the first refusal. `report` hears of each step.
  std::optional<Refusal> work_off(Office& office, const jobs::Report& report) {
    std::uint64_t done = 0;
    for (const auto& [when, step] : steps_) {
      office.set(when);
      if (auto refusal = step()) return refusal;
      report(++done, steps_.size());
    }
    return std::nullopt;
  }

 private:
  std::multimap<Timestamp, Step> steps_;
};

/// A moment of office hours, in UTC.
inline Timestamp at(Date day, int hour, int minute = 0) {
  return Timestamp(day.days() + std::chrono::hours(hour) + std::chrono::minutes(minute));
}

/// The day itself, or the Monday after a weekend.
inline Date workday(Date day) {
  const std::chrono::weekday of(day.days());
  if (of == std::chrono::Saturday) return day + std::chrono::days(2);
  if (of == std::chrono::Sunday) return day + std::chrono::days(1);
  return day;
}

/// So many days later, or on the Monday after.
inline Date workday_after(Date day, int days) {
  return workday(day + std::chrono::days(days));
}

}  // namespace sightline::demo
