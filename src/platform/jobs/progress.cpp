// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writes over its own line with a carriage return.

#include "platform/jobs/progress.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/number.h"

namespace sightline::jobs {

Screen standard_error() {
  return isatty(STDERR_FILENO) == 1 ? Screen::Terminal : Screen::Pipe;
}

Progress::Progress(std::ostream& out, std::string what, Screen screen)
    : out_(out), what_(std::move(what)), screen_(screen) {}

Progress::~Progress() {
  if (shown_per_cent_ >= 0) out_ << std::endl;
}

void Progress::operator()(std::uint64_t done, std::uint64_t total) {
  if (screen_ == Screen::Pipe || total == 0) return;
  const double share = static_cast<double>(std::min(done, total)) / static_cast<double>(total);
  const int per_cent = static_cast<int>(100 * share);
  if (per_cent == shown_per_cent_) return;
  shown_per_cent_ = per_cent;
  const auto words = [](std::uint64_t units) { return with_commas(static_cast<std::int64_t>(units)); };
  out_ << '\r' << what_ << ": " << words(done) << " of " << words(total) << " (" << per_cent << "%)"
       << std::flush;
}

}  // namespace sightline::jobs
