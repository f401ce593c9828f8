// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The digest only has to change when the content does: 64-bit FNV-1a is enough,
// nobody gains by a collision among our own files.

#include "platform/html/assets.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sightline::html {
namespace {

std::string version_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::uint64_t digest = 0xCBF29CE484222325;
  for (auto it = std::istreambuf_iterator<char>(file); it != std::istreambuf_iterator<char>(); ++it)
    digest = (digest ^ static_cast<unsigned char>(*it)) * 0x100000001B3;
  std::array<char, 16> hex;
  const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), digest, 16).ptr;
  return {hex.data(), end};
}

}  // namespace

Assets::Assets(const std::filesystem::path& directory) {
  if (std::filesystem::is_directory(directory))
    for (const auto& entry : std::filesystem::directory_iterator(directory))
      if (entry.is_regular_file()) versions_[entry.path().filename().string()] = version_of(entry.path());
  for (const auto* name : {"sightline.css", "sightline.js", "icon.svg"})
    if (!versions_.contains(name))
      throw std::runtime_error("there is no " + std::string(name) + " in " + directory.string() +
                               ": run `node web/build.mjs` or name the directory with --web");
}

Url Assets::url(std::string_view name) const {
  const auto found = versions_.find(name);
  const Url plain = Url::path("assets", name);
  return found == versions_.end() ? plain : plain.with("v", found->second);
}

}  // namespace sightline::html
