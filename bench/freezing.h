// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// An edition of 100 figures over 5,000 assessments: how long it is worked out again and
// frozen while everybody else who writes waits.

#pragma once

#include <filesystem>

#include "figure.h"

namespace sightline::bench {

/// Each round publishes a further edition of the same report, without PDF. Throws when an edition is refused.
Figure freezing(const std::filesystem::path& workplace, int rounds);

}  // namespace sightline::bench
