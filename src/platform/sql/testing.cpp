// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/testing.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string_view>

#include "platform/sql/migration.h"

namespace sightline::sql::testing {
namespace {

/// A folder of this process, removed with all it holds when the tests end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sightline-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("There is no room for test databases.");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string file(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

constexpr Options kForTests{.readers = 4, .durability = Durability::LostWithoutPower};

/// Migrating costs more than copying, so it is done once per process.
std::string copy_of_migrated_file() {
  static const Folder folder;
  static const std::string migrated = [] {
    std::string path = folder.file("migrated.db");
    Database database(path, kForTests);
    migrate(database);
    return path;
  }();
  static int count = 0;
  std::string path = folder.file(std::to_string(++count) + ".db");
  std::filesystem::copy_file(migrated, path);
  return path;
}

void remove_file(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
}

}  // namespace

void at_each_engine(const std::function<void(const std::string& address)>& body) {
  INFO("on SQLite");
  const std::string path = copy_of_migrated_file();
  body(path);
  remove_file(path);
}

void on_each_engine(const std::function<void(Database&)>& body) {
  at_each_engine([&](const std::string& address) {
    Database database(address, kForTests);
    body(database);
  });
}

void check_queries(std::span<const Query> queries) {
  std::set<std::string_view> names;
  for (const Query& query : queries) {
    CAPTURE(query.name);
    CHECK_MESSAGE(names.insert(query.name).second, "the name is used twice");
  }
  on_each_engine([&](Database& database) {
    for (const Query& query : queries) {
      CAPTURE(query.name);
      CHECK_NOTHROW(database.snapshot().prepare(query));
    }
  });
}

}  // namespace sightline::sql::testing
