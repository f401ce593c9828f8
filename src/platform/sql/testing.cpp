// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/testing.h"

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "platform/crypto/digest.h"
#include "platform/sql/connection.h"
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

/// `uri` with another database in it, whatever else it says.
std::string address_in_cluster(const std::string& uri, const std::string& database) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(uri.c_str(), nullptr), &PQconninfoFree);
  if (!options) throw std::runtime_error("SIGHTLINE_TEST_POSTGRESQL is not a URI that libpq understands.");
  std::string address = "postgresql:///" + database;
  char separator = '?';
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr || std::string_view(option->keyword) == "dbname") continue;
    address += std::exchange(separator, '&');
    address += std::string(option->keyword) + '=';
    for (const char c : std::string_view(option->val)) {
      char escaped[4];
      std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
      address += escaped;
    }
  }
  return address;
}

void remove_file(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
}

/// The throw-away cluster, and the database in it that is migrated once and then copied. Processes that
/// test at the same time share that one: its name holds the digest of the migrations.
class Cluster {
 public:
  explicit Cluster(const std::string& uri)
      : uri_(uri), connection_(connect_postgresql(uri, Access::Read, Durability::LostWithoutPower)) {
    std::string history;
    for (const Migration& migration : migrations()) history += migration.text;
    template_ = "sightline_template_" + crypto::sha256(history).hex().substr(0, 16);
    script("select pg_advisory_lock(72193001)");
    if (!exists(template_)) make_template();
    script("select pg_advisory_unlock(72193001)");
  }

  std::string create() {
    const std::string name = "sightline_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count_);
    script("create database " + name + " template " + template_);
    return name;
  }
  void drop(const std::string& name) { script("drop database if exists " + name + " with (force)"); }
  std::string address_of(const std::string& database) const { return address_in_cluster(uri_, database); }

 private:
  void script(const std::string& text) { connection_->script(text); }

  bool exists(std::string_view database) {
    static constexpr Query kExists{"testing.exists",
                                   "select count(*) as n from pg_database where datname = $database"};
    const Bind bind{"database", database};
    return connection_->run(kExists, std::span(&bind, 1)).front().get<int>("n") == 1;
  }

  // Built under another name, so that one half made is never taken for the template.
  void make_template() {
    const std::string draft = template_ + "_draft";
    drop(draft);
    script("create database " + draft + " template template0 encoding 'UTF8' locale 'C'");
    {
      Database database(address_of(draft), kForTests);
      migrate(database);
    }
    script("alter database " + draft + " rename to " + template_);
  }

  std::string uri_;
  std::unique_ptr<Connection> connection_;
  std::string template_;
  int count_ = 0;
};

Cluster* cluster() {
  static const std::unique_ptr<Cluster> shared = []() -> std::unique_ptr<Cluster> {
    const char* const uri = std::getenv("SIGHTLINE_TEST_POSTGRESQL");
    if (uri != nullptr) return std::make_unique<Cluster>(uri);
    const char* const required = std::getenv("SIGHTLINE_REQUIRE_POSTGRESQL");
    if (required != nullptr && std::string_view(required) == "1")
      throw std::runtime_error(
          "PostgreSQL is to be tested, but SIGHTLINE_TEST_POSTGRESQL does not name a cluster.");
    return nullptr;
  }();
  return shared.get();
}

/// Gone when the test ends, even when it fails.
class Fresh {
 public:
  Fresh(std::string address, std::function<void()> remove)
      : address_(std::move(address)), remove_(std::move(remove)) {}
  Fresh(const Fresh&) = delete;
  Fresh& operator=(const Fresh&) = delete;
  ~Fresh() { remove_(); }
  const std::string& address() const { return address_; }

 private:
  std::string address_;
  std::function<void()> remove_;
};

}  // namespace

void at_each_engine(const std::function<void(const std::string& address)>& body) {
  {
    INFO("on SQLite");
    const std::string path = copy_of_migrated_file();
    const Fresh fresh(path, [&] { remove_file(path); });
    body(fresh.address());
  }
  if (Cluster* const postgresql = cluster()) {
    INFO("on PostgreSQL");
    const std::string name = postgresql->create();
    const Fresh fresh(postgresql->address_of(name), [&] { postgresql->drop(name); });
    body(fresh.address());
  }
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
