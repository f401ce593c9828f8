// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The built files that browsers load (web/build.mjs writes them into one flat
// directory) and their addresses. An address ends in a digest of the content,
// "/assets/sightline.css?v=…", so that it may be kept for ever and a new build is
// seen at once. The server serves the directory under /assets/.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "platform/html/url.h"

namespace sightline::html {

class Assets {
 public:
  /// Addresses without digests, for tests.
  Assets() = default;

  /// Reads the whole directory once. Throws std::runtime_error, saying what to
  /// run, when it holds no built files.
  explicit Assets(const std::filesystem::path& directory);

  /// The address of one file, e.g. "sightline.css".
  Url url(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> versions_;
};

}  // namespace sightline::html
