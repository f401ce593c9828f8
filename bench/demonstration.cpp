// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demonstration.h"

#include <chrono>

#include "process.h"

namespace sightline::bench {

Figure demonstration(const std::filesystem::path& workplace, const std::filesystem::path& into, int rounds) {
  Figure figure{.name = "public record and demonstration",
                .unit = "s",
                .limit = {Sense::AtMost, 5},
                .rounds = {},
                .remarks = {"from starting the program to its end, the database durable, the site written"},
                .details = {}};
  for (int i = 1; i <= rounds; ++i) {
    const std::filesystem::path folder =
        i == rounds ? into : std::filesystem::path(into.string() + std::to_string(i));
    const auto begin = std::chrono::steady_clock::now();
    Running({"build/release/sightline", "demo", "--into", folder.string()}, workplace / "demo.log").output();
    const std::chrono::duration<double> lasted = std::chrono::steady_clock::now() - begin;
    figure.rounds.push_back(lasted.count());
  }
  return figure;
}

}  // namespace sightline::bench
