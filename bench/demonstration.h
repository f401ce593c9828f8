// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The main job from nothing: the invented programme played up to its published reports,
// the public record imported, the invented inspection carried out, the public site and
// the newest edition written.

#pragma once

#include <filesystem>

#include "figure.h"

namespace sightline::bench {

/// Of `sightline demo`.
struct Demonstrations {
  Figure seconds;
  Figure megabytes;  ///< The most memory that the program held at once.
  Figure record;     ///< Seconds without the invented programme.
};

/// Run `rounds` times, each into a new directory; the last is `into`.
Demonstrations demonstration(const std::filesystem::path& workplace, const std::filesystem::path& into,
                             int rounds);

}  // namespace sightline::bench
