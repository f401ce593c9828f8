// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Where the demonstration is played: a journal, and a clock that is set to the
// moment each thing is said to have happened, so that every making of it tells
// the same history.

#pragma once

#include <chrono>
#include <optional>

#include "base/result.h"
#include "journal/journal_service.h"
#include "platform/clock/clock.h"
#include "platform/sql/database.h"

namespace sightline::demo {

/// Why a step of the demonstration was refused; nothing when it was not.
using Problem = std::optional<Refusal>;

template <class T>
Problem problem_in(const Result<T>& result) {
  return result ? std::nullopt : Problem(result.refusal());
}

class Office {
 public:
  /// `database` must outlive the office.
  Office(sql::Database& database, Timestamp begins) : clock_(begins), journal_(database, clock_) {}

  /// From now on it is `moment`. What lies in the past is left where it is: time never runs backwards.
  void set(Timestamp moment) {
    if (moment > clock_.now()) clock_.set(moment);
  }

  /// Through the one door. A little time passes with every command.
  template <class Actor, class Command>
  auto perform(const Actor& actor, const Command& command) {
    auto result = journal_.perform(actor, command);
    clock_.advance(std::chrono::seconds(20));
    return result;
  }

  journal::Journal& journal() { return journal_; }
  const clock::Clock& clock() const { return clock_; }

 private:
  clock::FixedClock clock_;
  journal::Journal journal_;
};

}  // namespace sightline::demo
