// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One process with which to talk over its standard input and output: without a
// shell, an environment or any other open file, unable to write files, in a group
// of its own so that it can be killed with all it may have started. Private to
// platform/pdf.

#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sightline::pdf {

class ChildProcess {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  /// The first argument is the program, with its path. Throws std::system_error when
  /// no process can be made; a program that cannot be run ends at once, in silence.
  explicit ChildProcess(const std::vector<std::string>& arguments);
  /// Kills what is still there and waits for it.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  enum class Outcome { Done, Ended, Late };

  /// Sends all of `bytes`.
  Outcome write(std::string_view bytes, Deadline deadline);
  /// One line without its line feed, at most `limit` bytes: a longer one counts as Ended.
  Outcome read_line(std::string& line, std::size_t limit, Deadline deadline);
  /// Exactly `size` bytes.
  Outcome read(std::string& bytes, std::size_t size, Deadline deadline);

  pid_t id() const { return id_; }

 private:
  Outcome wait_for(short event, Deadline deadline) const;
  Outcome receive(Deadline deadline);

  pid_t id_ = -1;
  int socket_ = -1;
  std::string received_;  // and not yet asked for
};

}  // namespace sightline::pdf
