// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/database.h"

#include <utility>

#include "platform/sql/connection.h"
#include "platform/sql/pool.h"
#include "platform/sql/writer.h"

namespace sightline::sql {
namespace {

Engine engine_of(const std::string& address) {
  const bool is_uri = address.starts_with("postgresql://") || address.starts_with("postgres://");
  return is_uri ? Engine::PostgreSql : Engine::Sqlite;
}

Connect connector(const std::string& address, Access access, Durability durability) {
  const auto connect = engine_of(address) == Engine::PostgreSql ? connect_postgresql : connect_sqlite;
  return [=] { return connect(address, access, durability); };
}

}  // namespace

std::optional<Row> Reader::read_one(const Query& query, Binds binds) {
  Rows rows = run(query, binds);
  if (rows.size() > 1) throw Error(std::string(query.name) + " gives more than one row");
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

struct Snapshot::Lease {
  explicit Lease(Pool& from) : pool(from), connection(pool.lend()) {
    connection->kept().move_to(connection->state());
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() { pool.give_back(std::move(connection)); }

  Pool& pool;
  std::unique_ptr<Connection> connection;
};

Snapshot::Snapshot(std::unique_ptr<Lease> lease) : lease_(std::move(lease)) {}
Snapshot::~Snapshot() = default;

void Snapshot::prepare(const Query& query) {
  lease_->connection->prepare(query);
}

Rows Snapshot::run(const Query& query, std::span<const Bind> binds) {
  return lease_->connection->run(query, binds);
}

Kept* Snapshot::kept() {
  return &lease_->connection->kept();
}

// The writer comes first: it makes the file. It also ends last, so that SQLite tidies the log away.
struct Database::Parts {
  Parts(const std::string& address, const Options& options)
      : engine(engine_of(address)),
        writer(connector(address, Access::Write, options.durability), options.batch_limit),
        readers(connector(address, Access::Read, options.durability), options.readers) {}

  Engine engine;
  Writer writer;
  Pool readers;
};

Database::Database(const std::string& address, Options options)
    : parts_(std::make_unique<Parts>(address, options)) {}
Database::~Database() = default;

void Database::write(const Unit& unit) {
  parts_->writer.write(unit);
}

Snapshot Database::snapshot() {
  return Snapshot(std::make_unique<Snapshot::Lease>(parts_->readers));
}

Engine Database::engine() const {
  return parts_->engine;
}

}  // namespace sightline::sql
