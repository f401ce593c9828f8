// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The database: many readers, one writer.
//
// Reads go through a Snapshot: one consistent state for as long as it lives.
// Writes are units handed to the one writer thread. It runs each in a savepoint,
// lets many share one durable commit, and acknowledges a unit only after that
// commit has returned: an acknowledged write survives kill -9 and loss of power.
//
// SQLite (a file) and PostgreSQL (a URI) are the two engines; nothing above this
// folder can tell them apart.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "platform/sql/query.h"
#include "platform/sql/value.h"

namespace sightline::sql {

/// Something that can be asked. Not thread-safe: one thread at a time.
class Reader {
 public:
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  /// Every row of `query`, in order. Each $name in its text must be bound exactly once, and nothing else.
  Rows read(const Query& query, Binds binds = {}) { return run(query, binds); }
  /// The only row, or nothing. More than one row is a bug and throws Error.
  std::optional<Row> read_one(const Query& query, Binds binds = {});

 protected:
  Reader() = default;
  virtual Rows run(const Query& query, std::span<const Bind> binds) = 0;
};

/// The inside of one unit of writing. Lives only while the unit runs, on the writer's thread.
class Transaction : public Reader {
 public:
  /// Rows of a `returning` clause, if there is one.
  Rows write(const Query& query, Binds binds = {}) { return run(query, binds); }
};

/// What a unit decides about its own writes.
enum class Verdict { Keep, Undo };

/// A unit of writing: short, no waiting, no other input or output.
using Unit = std::function<Verdict(Transaction&)>;

/// One consistent state of the database, for reading. Gives its connection back when it ends.
class Snapshot final : public Reader {
 public:
  ~Snapshot() override;

 private:
  friend class Database;
  struct Lease;
  explicit Snapshot(std::unique_ptr<Lease> lease);
  Rows run(const Query& query, std::span<const Bind> binds) override;

  std::unique_ptr<Lease> lease_;
};

enum class Engine { Sqlite, PostgreSql };

struct Options {
  std::size_t readers = 16;       ///< Connections kept for snapshots; a further snapshot waits.
  std::size_t batch_limit = 512;  ///< Units that may share one commit.
};

/// Thread-safe. Must outlive every Snapshot taken from it.
class Database {
 public:
  /// Opens `address`: a path of a SQLite file (made when missing) or `postgresql://…`.
  /// Throws Unavailable with a sentence for the operator. Does not migrate; see migration.h.
  explicit Database(const std::string& address, Options options = {});
  ~Database();

  /// Runs `unit` on the writer's thread and returns when what it kept is durable, or at once when
  /// it chose Undo. What the unit throws is thrown here, after its writes are undone. Throws
  /// StorageFull or Unavailable when the commit itself fails; then nothing of the unit was kept.
  void write(const Unit& unit);

  /// Waits for a free reading connection. A new snapshot sees every write already acknowledged.
  Snapshot snapshot();

  Engine engine() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sightline::sql
