// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Plays the history of the invented inspection: every step through the one door,
// by whoever is said to have taken it, at the moment it is said to have happened.

#pragma once

#include <cstdint>

#include "demo_accounts.h"
#include "demo_inspection.h"
#include "demo_office.h"
#include "platform/jobs/jobs.h"

namespace sightline::demo {

/// What stands in the database after the history was played.
struct Played {
  std::int64_t samples = 0;
  std::int64_t cases = 0;
  std::int64_t assessments = 0;
  std::int64_t judgements = 0;  ///< Recorded in all revisions together.
};

/// Refused when a command is, naming the line of the history. REQUIRES: the framework is adopted.
Result<Played> play(Office& office, const InventedInspection& invented, const Cast& cast,
                    const jobs::Report& report);

}  // namespace sightline::demo
