// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The main job from nothing: the public record imported, the invented inspection
// carried out, the public site written.

#pragma once

#include <filesystem>

#include "figure.h"

namespace sightline::bench {

/// `sightline demo` run `rounds` times, each into a new directory; the last is `into`.
Figure demonstration(const std::filesystem::path& workplace, const std::filesystem::path& into, int rounds);

}  // namespace sightline::bench
