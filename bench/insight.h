// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The dashboard answered from the index, against the same numbers asked of the database.

#pragma once

#include <filesystem>

#include "figure.h"

namespace sightline::bench {

/// Over 500,000 agreed judgements. Each round asks the whole dashboard in many ways and SQL the same numbers
/// in the same ways, each in a snapshot of its own. Throws when they do not count the same.
Figure dashboard_from_index(const std::filesystem::path& workplace, int rounds);

}  // namespace sightline::bench
