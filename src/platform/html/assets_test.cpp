// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Addresses of built files, and the fence around trusted_markup.

#include "platform/html/assets.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>

namespace sightline::html {
namespace {

namespace fs = std::filesystem;

/// A directory that is gone again at the end of the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (fs::temp_directory_path() / "sightline-assets-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryDirectory() { fs::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const fs::path& path() const { return path_; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name) << content;
  }

 private:
  fs::path path_;
};

std::string content_of(const fs::path& path) {
  std::ostringstream content;
  content << std::ifstream(path).rdbuf();
  return content.str();
}

}  // namespace

TEST_CASE("the address of a built file changes when, and only when, its content does") {
  const TemporaryDirectory directory;
  for (const auto* name : {"sightline.css", "sightline.js", "icon.svg"}) directory.write(name, "first");
  const Url first = Assets(directory.path()).url("sightline.css");
  CHECK(first.text().starts_with("/assets/sightline.css?v="));
  CHECK(Assets(directory.path()).url("sightline.css") == first);
  directory.write("sightline.css", "second");
  CHECK(Assets(directory.path()).url("sightline.css") != first);
}

TEST_CASE("a directory without built files is refused with what to do about it") {
  const TemporaryDirectory directory;
  std::string said;
  try {
    Assets assets(directory.path());
  } catch (const std::runtime_error& error) {
    said = error.what();
  }
  CHECK(said.find("node web/build.mjs") != std::string::npos);
}

TEST_CASE("no file outside this folder makes markup past the builder") {
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator("src")) {
    const auto& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cpp") continue;
    ++files;
    if (path.string().starts_with("src/platform/html/")) continue;
    CAPTURE(path.string());
    CHECK(content_of(path).find("trusted_markup") == std::string::npos);
  }
  CHECK(files > 10);
}

}  // namespace sightline::html
