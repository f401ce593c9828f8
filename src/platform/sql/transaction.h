// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a store sees of the database: something to read from, something to write
// to, and the unit of writing that a service hands to Database::write.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "platform/sql/kept.h"
#include "platform/sql/query.h"
#include "platform/sql/value.h"

namespace sightline::sql {

/// Something that can be asked. Not thread-safe: one thread at a time.
class Reader {
 public:
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  /// Every row of `query`, in order. Each $name in its text must be bound exactly once, and nothing
  /// else. Throws Error naming the query when that is not so or the engine refuses.
  Rows read(const Query& query, Binds binds = {}) { return run(query, binds); }
  /// The only row, or nothing. More than one row is a bug and throws Error.
  std::optional<Row> read_one(const Query& query, Binds binds = {});
  /// What `read` gives, an optional<T>, for rows that never change once they are committed; null when it
  /// gives nothing. It is read once for each `id` and kept with the connection; what is not there is looked
  /// for again. The connection that writes forgets it all when a unit is undone, whose writes it may be.
  ///
  /// `kind` names one T of one store. It must be a constant, and nothing in the T may depend on who asks.
  template <class T, class Read>
  std::shared_ptr<const T> read_unchanging(std::string_view kind, std::int64_t id, Read read) {
    Kept* const kept = this->kept();
    if (kept)
      if (auto known = kept->find<T>(kind, id)) return known;
    std::optional<T> found = read();
    if (!found) return nullptr;
    auto shared = std::make_shared<const T>(*std::move(found));
    if (kept) kept->keep(kind, id, shared);
    return shared;
  }
  /// What `read` gives, a T, for questions that nearly every request asks anew. A snapshot asks `read` once
  /// and its connection keeps the answer until anything at all is written to the database, by whatever
  /// program; so it is never older than the snapshot. An engine that cannot tell (PostgreSQL) is asked each
  /// time, and so is a unit.
  ///
  /// `kind` names one T of one store and must be a constant. `about` is all that the answer depends on
  /// besides the database: who asks, too, and never the time.
  template <class T, class Read>
  std::shared_ptr<const T> read_until_written(std::string_view kind, const std::string& about, Read read) {
    Kept* const kept = this->kept();
    if (!kept) return std::make_shared<const T>(read());
    if (auto known = kept->find_answer<T>(kind, about)) return known;
    auto answer = std::make_shared<const T>(read());
    kept->keep_answer<T>(kind, about, answer);
    return answer;
  }
  /// Compiles `query` and does not run it. Throws Error when this engine does not understand it.
  virtual void prepare(const Query& query) = 0;

 protected:
  Reader() = default;
  /// Null where nothing may be kept.
  virtual Kept* kept() { return nullptr; }
  virtual Rows run(const Query& query, std::span<const Bind> binds) = 0;
};

/// The inside of one unit of writing. Lives only while the unit runs, on the writer's thread.
///
/// A statement that fails ends the unit, on both engines: every later one throws the same again,
/// and the unit is undone even if it returns Keep. Decide first, with reads; do not try and catch.
class Transaction : public Reader {
 public:
  /// Rows of a `returning` clause, if there is one.
  Rows write(const Query& query, Binds binds = {}) { return run(query, binds); }
  /// Runs statements separated by semicolons, without parameters and results. For migrations.
  virtual void script(const std::string& text) = 0;
};

/// What a unit decides about its own writes.
enum class Verdict { Keep, Undo };

/// A unit of writing: short, no waiting, no other input or output.
///
/// The writer may undo it and run it again, when a neighbour spoilt the transaction they shared or
/// the engine asks for it. So a unit has no effect but its writes and what it assigns to variables
/// of its caller, and assigns those anew in each run. Only the last run counts.
using Unit = std::function<Verdict(Transaction&)>;

}  // namespace sightline::sql
