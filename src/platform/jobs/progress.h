// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Progress on the command line: one line that counts up on a terminal, and nothing
// at all in a pipe or a file.

#pragma once

#include <cstdint>
#include <ostream>
#include <string>

namespace sightline::jobs {

enum class Screen { Terminal, Pipe };

/// Whether standard error is a terminal, where progress is shown.
Screen standard_error();

/// Serves as a Report: `import(…, std::ref(progress))`. One thread at a time.
class Progress {
 public:
  /// `what` is shown in front of the numbers: "Importing inspections". `out` must
  /// outlive the object.
  Progress(std::ostream& out, std::string what, Screen screen = standard_error());
  /// Ends the line that was begun.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Writes only when the whole per cent changed, so it may be called for every row.
  void operator()(std::uint64_t done, std::uint64_t total);

 private:
  std::ostream& out_;
  std::string what_;
  Screen screen_;
  int shown_per_cent_ = -1;
};

}  // namespace sightline::jobs
