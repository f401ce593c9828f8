// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// RecordFolder: a copy of demo/public-record that a test may spoil.

#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace sightline::exchange::testing {

inline const std::filesystem::path kRecord = "demo/public-record";
inline const std::filesystem::path kFrameworks = "frameworks";

inline std::string content_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(text).str();
}

class RecordFolder {
 public:
  RecordFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("sightline-record-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directory(path_);
    for (const auto& entry : std::filesystem::directory_iterator(kRecord))
      std::filesystem::copy(entry.path(), path_);
  }
  ~RecordFolder() { std::filesystem::remove_all(path_); }
  RecordFolder(const RecordFolder&) = delete;
  RecordFolder& operator=(const RecordFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(path_ / file, std::ios::binary) << text;
  }
  /// Replaces the first `from`, which must be there.
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = content_of(path_ / file);
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, file, " does not hold ", from);
    write(file, text.replace(at, from.size(), to));
  }

 private:
  std::filesystem::path path_;
};

}  // namespace sightline::exchange::testing
