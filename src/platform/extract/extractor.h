// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The launcher of sightline-extract: one process for each document, which gets the
// document on its standard input and a pipe on its standard output, no other
// descriptor, no environment and no name of any file; and is killed when its time
// is over. What it may do is narrowed further by itself before it looks at the
// first byte (platform/document/sandbox.h).

#pragma once

#include <chrono>
#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>

#include "platform/extract/format.h"

namespace sightline::extract {

/// The path of sightline-extract where it was installed or built: in the folder of the running program.
std::string program_beside_this_one();

class Extractor {
 public:
  struct Options {
    std::chrono::milliseconds time{20'000};  ///< For one document, from start to end.
    std::chrono::milliseconds wait{10'000};  ///< For the documents before it.
  };
  static constexpr std::ptrdiff_t kAtOnce = 2;  ///< Documents read at the same time.

  explicit Extractor(std::string program) : Extractor(std::move(program), Options()) {}
  Extractor(std::string program, Options options) : program_(std::move(program)), options_(options) {}

  /// Waits until the document is read. Thread-safe. Throws std::system_error when the program cannot be
  /// started: it is missing, or the machine has no room for it.
  Reading read(std::string_view document, Format format) const;

 private:
  std::string program_;
  Options options_;
  mutable std::counting_semaphore<kAtOnce> places_{kAtOnce};
};

}  // namespace sightline::extract
