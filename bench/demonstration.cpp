// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demonstration.h"

#include <chrono>

#include "process.h"

namespace sightline::bench {

namespace {

/// From `begun` to the end of the program.
double seconds_of(Running& program, std::chrono::steady_clock::time_point begun) {
  program.output();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace

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
                    .details = {}},
      .record = {.name = "public record alone",
                 .unit = "s",
                 .limit = {Sense::AtMost, 5},
                 .rounds = {},
                 .remarks = {"without the invented programme: the record imported, one inspection, the site"},
                 .details = {}}};
  for (int i = 1; i <= rounds; ++i) {
    const std::filesystem::path folder =
        i == rounds ? into : std::filesystem::path(into.string() + std::to_string(i));
    auto begun = std::chrono::steady_clock::now();
    Running program({"build/release/sightline", "demo", "--into", folder.string()}, workplace / "demo.log");
    made.seconds.rounds.push_back(seconds_of(program, begun));
    made.megabytes.rounds.push_back(static_cast<double>(program.peak_memory()) / 1e6);
    begun = std::chrono::steady_clock::now();
    Running without({"build/release/sightline", "demo", "--without-programme", "--into",
                     into.string() + "-record" + std::to_string(i)},
                    workplace / "demo.log");
    made.record.rounds.push_back(seconds_of(without, begun));
  }
  return made;
}

}  // namespace sightline::bench
