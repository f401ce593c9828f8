// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Other programs: run to their end, or kept running beside the measurement; and connections to them.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightline::bench {

/// A program that runs until this ends; it is then stopped by its own id and waited for. It dies with us.
class Running {
 public:
  /// Standard output is read by first_line(); standard error goes to the file `log`.
  Running(const std::vector<std::string>& words, const std::filesystem::path& log);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Waits for it; throws with the end of the log when the program ended instead.
  std::string first_line();
  /// Waits for its end and gives everything it printed; throws unless it ended with 0.
  std::string output();
  /// The most memory that it alone has held at once, without the programs that it started, in bytes.
  /// REQUIRES: output() has returned.
  std::int64_t peak_memory() const { return peak_memory_; }

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path log_;
  std::string name_;
  pid_t id_ = -1;
  int printed_ = -1;
  std::int64_t peak_memory_ = 0;
};

/// A connection of TCP, closed with this.
class Socket {
 public:
  Socket();
  ~Socket();
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  /// Whether somebody listens on 127.0.0.1:port.
  bool connects_to(int port) const;
  /// All of it, or throws.
  void send(std::string_view bytes) const;
  int handle() const { return handle_; }

 private:
  int handle_;
};

/// A port on 127.0.0.1 that nobody listens on now.
int free_port();

/// Waits until somebody listens on 127.0.0.1:port. Throws after five seconds.
void wait_for(int port);

/// The body of the answer to one GET with these header lines ("Cookie: …"); throws unless it is 200.
std::string body_of(int port, const std::string& path, const std::vector<std::string>& headers);

}  // namespace sightline::bench
