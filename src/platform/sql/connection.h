// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One connection of one engine: the seam between the writer and the pool, which
// know no engine, and sqlite.cpp and postgresql.cpp, which know nothing else.
//
// Private to platform/sql. A connection is used by one thread at a time.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "platform/sql/error.h"
#include "platform/sql/kept.h"
#include "platform/sql/options.h"
#include "platform/sql/query.h"
#include "platform/sql/value.h"

namespace sightline::sql {

enum class Access { Write, Read };

/// The engine could not run the transaction beside others and asks that it be run again.
class MustRunAgain : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

/// It cannot be known whether the commit happened.
class NotConfirmed : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  virtual Rows run(const Query& query, std::span<const Bind> binds) = 0;
  /// Compiles without running.
  virtual void prepare(const Query& query) = 0;
  /// Runs statements separated by semicolons: no parameters, results thrown away.
  virtual void script(const std::string& text) = 0;

  /// Waits for its turn among all writers of the database, in this process and in others.
  virtual void begin_writing() = 0;
  /// Fixes the state that is read, at once and not with the first read.
  virtual void begin_reading() = 0;
  /// Returns when durable. Throws NotConfirmed when in doubt; any other Error means: not committed.
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;

  /// A unit is a savepoint within the transaction; units do not nest.
  virtual void begin_unit() = 0;
  virtual void keep_unit() = 0;
  virtual void undo_unit() = 0;

  /// Names the state that is read, between begin_reading() and the end: the same number, the same state.
  /// Nothing where the engine does not tell.
  virtual std::optional<std::uint64_t> state() const { return std::nullopt; }

  /// False when the engine has already rolled the whole transaction back by itself.
  virtual bool in_transaction() const = 0;
  /// False when it must be thrown away.
  virtual bool is_usable() const = 0;

  /// What its snapshots have read and may use again.
  Kept& kept() { return kept_; }

 private:
  Kept kept_;
};

std::unique_ptr<Connection> connect_sqlite(const std::string& path, Access access, Durability durability);
std::unique_ptr<Connection> connect_postgresql(const std::string& uri, Access access, Durability durability);

}  // namespace sightline::sql
