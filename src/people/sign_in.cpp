// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/sign_in.h"

namespace sightline::people {

bool is_alive(Timestamp started_at, Timestamp seen_at, Timestamp now) {
  return now - seen_at < kIdleLimit && now - started_at < kSessionLimit;
}

std::optional<Timestamp> locked_until(std::span<const Timestamp> newest_first, const AttemptLimit& limit,
                                      Timestamp now) {
  if (newest_first.size() < static_cast<std::size_t>(limit.failures)) return std::nullopt;
  const Timestamp until = newest_first[static_cast<std::size_t>(limit.failures) - 1] + limit.within;
  if (until <= now) return std::nullopt;
  return until;
}

Refusal wrong_name_or_password() {
  return {Refusal::Kind::Invalid,
          "The e-mail address or the password is not right.",
          {{"email", "Check the e-mail address and the password."}}};
}

Refusal too_many_attempts(Timestamp until, Timestamp now) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(until - now).count();
  const std::string sentence = "There were too many attempts to sign in. Try again in " +
                               std::to_string(minutes) + (minutes == 1 ? " minute." : " minutes.");
  return {Refusal::Kind::Invalid, sentence, {{"email", sentence}}};
}

}  // namespace sightline::people
