// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Signing in: how long a session lives, and when somebody who keeps failing has
// to wait. Handbook §9.9.
//
// Pure: no clock, no database, no hashing.

#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "people/people.h"

namespace sightline::people {

using SessionId = Id<struct SignedInSession>;

/// A session dies when nothing was asked for that long, and in any case after the longer time.
inline constexpr std::chrono::hours kIdleLimit{1};
inline constexpr std::chrono::hours kSessionLimit{12};

/// How stale "last seen" may be before it is written again.
inline constexpr std::chrono::minutes kSeenEvery{5};

bool is_alive(Timestamp started_at, Timestamp seen_at, Timestamp now);

/// Somebody who is signed in. What a page gets to know about who is asking.
struct Session {
  SessionId id;
  Actor actor;
  Timestamp started_at;
  Timestamp seen_at;
  std::string form_token;  ///< Belongs into every form; proves that the form came from us.
};

/// After `failures` within `within`, further attempts wait until the oldest of them is that old.
struct AttemptLimit {
  int failures;
  std::chrono::minutes within;
};
inline constexpr AttemptLimit kAccountLimit{10, std::chrono::minutes(15)};
inline constexpr AttemptLimit kAddressLimit{50, std::chrono::minutes(15)};

/// The moment from which another attempt is heard; nothing when one is heard now.
/// `newest_first`: the failures that count, at most `limit.failures` of them.
std::optional<Timestamp> locked_until(std::span<const Timestamp> newest_first, const AttemptLimit& limit,
                                      Timestamp now);

/// One sentence for a wrong name and a wrong password alike.
Refusal wrong_name_or_password();

/// Says in how many minutes to try again, at least one.
Refusal too_many_attempts(Timestamp until, Timestamp now);

}  // namespace sightline::people
