// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A ZIP archive of unknown origin in memory, as DOCX is one: how many entries it
// has and how far each may swell is limited by what is really unpacked, never by
// what the archive says of itself.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "platform/extract/format.h"

namespace sightline::document {

class Package {
 public:
  static constexpr std::int64_t kMostEntries = 5'000;
  static constexpr std::size_t kMostEntryBytes = 64'000'000;
  static constexpr std::size_t kMostRatio = 200;           ///< Text in XML packs about 1 to 20.
  static constexpr std::size_t kRatioMatters = 1'000'000;  ///< Below, any ratio is harmless.

  /// `archive` must outlive this. Refuses what is no archive, and one with too many entries.
  static std::variant<Package, extract::Unreadable> open(std::string_view archive);

  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  bool has(const std::string& name) const;

  /// The whole content of an entry. Broken when there is none of that name, or its checksum is wrong;
  /// Encrypted; Swells.
  std::variant<std::string, extract::Unreadable> content(const std::string& name) const;

 private:
  struct Archive;
  explicit Package(std::unique_ptr<Archive> archive);

  std::unique_ptr<Archive> archive_;
};

}  // namespace sightline::document
