// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The machine as it is while it measures: its load, its file system, how fast its
// disk makes bytes durable.

#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace sightline::bench {

/// Runnable threads, averaged over the last minute.
double load();

/// The kind of file system below `path`: "ext4", "tmpfs", or its number in hexadecimal.
std::string file_system(const std::filesystem::path& path);

/// Appends of 16 KiB, each followed by fdatasync, per second, to a file made in `directory` and taken away.
/// About what one durable commit asks of the disk.
double syncs_per_second(const std::filesystem::path& directory, std::chrono::milliseconds lasting);

/// A new directory below `parent`, deleted with all that is in it at the end.
class Workplace {
 public:
  explicit Workplace(const std::filesystem::path& parent);
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace sightline::bench
