// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Durable commands: 16 producers through the one door, against the same producers
// each committing alone on a SQLite connection of its own.

#pragma once

#include <chrono>
#include <filesystem>

#include "figure.h"

namespace sightline::bench {

/// `rounds` of both sides in turn, each lasting `lasting`. Throws when a journal does not verify afterwards
/// or when the sides did not write the same number of rows for a command.
Figure durable_commands(const std::filesystem::path& workplace, int rounds,
                        std::chrono::milliseconds lasting);

}  // namespace sightline::bench
