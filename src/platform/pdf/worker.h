// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Sets reports as PDF/UA-1 in a process of its own, which stays warm between
// reports: Node with the Typst compiler of package.json. It is started without a
// shell and without an environment, killed when it takes too long and started
// again when it died. PDF is a capability a machine may lack: without Node or the
// compiler the answer is a refusal that says what to install.
//
// The same report gives the same bytes, on any day and on any machine with the same
// version of the fonts and of the compiler.

#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/pdf/report.h"

namespace sightline::pdf {

struct WorkerOptions {
  /// In or above this folder lies node_modules with the compiler.
  std::filesystem::path packages = ".";
  /// The program; searched for in PATH when empty.
  std::filesystem::path node{};
  /// Only this folder is searched for fonts (Debian: fonts-open-sans).
  std::filesystem::path fonts = "/usr/share/fonts/truetype/open-sans";
  /// For one report, the start of the process included.
  std::chrono::milliseconds deadline = std::chrono::seconds(60);
};

/// How every refusal begins that says what is missing on this machine.
inline constexpr std::string_view kCannotBeMadeHere = "PDF files cannot be made here: ";

struct Pdf {
  std::string bytes;
  int pages;
};

/// Any thread may call set(); one report is set at a time, the others wait.
class Worker {
 public:
  /// Starts nothing yet.
  explicit Worker(WorkerOptions options = {});
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Refused, with the reason: a report that cannot be set (alternative text, letters
  /// the fonts lack), a machine without Node, compiler or fonts, an overrun deadline, a
  /// process that died twice. Throws std::system_error when no process can be started.
  Result<Pdf> set(const Report& report);

 private:
  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace sightline::pdf
