// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demonstration.h"

#include <chrono>

#include "process.h"

namespace sightline::bench {

Demonstrations demonstration(const std::filesystem::path& workplace, const std::filesystem::path& into,
                             int rounds) {
  Demonstrations made{
      .seconds = {.name = "demonstration",
                  .unit = "s",
                  .limit = {Sense::AtMost, 20},
                  .rounds = {},
                  .remarks = {"from starting the program to its end: database, site and edition written"},
                  .details = {}},
      .megabytes = {.name = "memory of the demonstration",
                    .unit = "MB",
                    .limit = {Sense::AtMost, 500},
                    .rounds = {},
                    .remarks = {"the most that the program held at once, without Node, which sets the PDF"},
                    .details = {}}};
  for (int i = 1; i <= rounds; ++i) {
    const std::filesystem::path folder =
        i == rounds ? into : std::filesystem::path(into.string() + std::to_string(i));
    const auto begin = std::chrono::steady_clock::now();
    Running program({"build/release/sightline", "demo", "--into", folder.string()}, workplace / "demo.log");
    program.output();
    const std::chrono::duration<double> lasted = std::chrono::steady_clock::now() - begin;
    made.seconds.rounds.push_back(lasted.count());
    made.megabytes.rounds.push_back(static_cast<double>(program.peak_memory()) / 1e6);
  }
  return made;
}

}  // namespace sightline::bench
