// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The database: many readers, one writer.
//
// Reads go through a Snapshot: one consistent state for as long as it lives.
// Writes are units handed to the one writer thread. It runs each in a savepoint,
// lets many share one durable commit, and answers a unit only after that commit
// has returned: an acknowledged write survives kill -9 and loss of power, and a
// refusal never rests on a neighbour's write that was lost.
//
// SQLite (a file) and PostgreSQL (a URI) are the two engines; nothing above this
// folder can tell them apart. On PostgreSQL the batches of all nodes run one
// after another, so numbers given out in units are in the order of commits.

#pragma once

#include <memory>
#include <span>
#include <string>

#include "platform/sql/options.h"
#include "platform/sql/query.h"
#include "platform/sql/transaction.h"
#include "platform/sql/value.h"

namespace sightline::sql {

/// One consistent state of the database, for reading: the state of the moment it was taken.
/// Gives its connection back when it ends; keep it no longer than a request.
class Snapshot final : public Reader {
 public:
  ~Snapshot() override;
  void prepare(const Query& query) override;

 private:
  friend class Database;
  struct Lease;
  explicit Snapshot(std::unique_ptr<Lease> lease);
  Rows run(const Query& query, std::span<const Bind> binds) override;
  Kept* kept() override;

  std::unique_ptr<Lease> lease_;
};

/// Thread-safe. Must outlive every Snapshot taken from it.
class Database {
 public:
  /// Opens `address`: the path of a SQLite file (made when missing, readable by its owner alone) or
  /// `postgresql://…`, a database in UTF8 with collation C. Throws Unavailable with a sentence for
  /// the operator. Does not migrate; see migration.h.
  explicit Database(const std::string& address, Options options = {});
  /// Waits for the units already handed over.
  ~Database();

  /// Runs `unit` on the writer's thread and returns when what it kept is durable. What the unit
  /// throws is thrown here, after its writes are undone, its neighbours' kept.
  ///
  /// Throws StorageFull when there was no room: nothing of the unit was kept. Throws Unavailable when
  /// the database could not be reached (nothing was kept) or did not confirm the commit (it may have
  /// been kept: the caller must look). Must not be called from inside a unit.
  void write(const Unit& unit);

  /// Waits for a free reading connection. A new snapshot sees every write already acknowledged.
  /// Throws Unavailable when the database cannot be reached.
  Snapshot snapshot();

  Engine engine() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sightline::sql
