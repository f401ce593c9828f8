// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The writer: one thread, one connection, group commit.
//
// It takes every unit that waits, and those that arrive while these run, runs them
// in one transaction, each in its savepoint, commits once, and only then answers
// them all. While it commits, the next batch gathers. When the shared transaction is lost, the units are run
// again, each alone, so that the guilty one fails and the innocent do not.
//
// Private to platform/sql.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/sql/connection.h"
#include "platform/sql/pool.h"
#include "platform/sql/transaction.h"

namespace sightline::sql {

class Writer {
 public:
  /// Connects at once, on the calling thread, and throws what connecting throws.
  Writer(Connect connect, std::size_t batch_limit);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// Waits for the units already handed over.
  ~Writer();

  void write(const Unit& unit);

 private:
  /// One call of write; lives on its caller's stack until it is answered.
  struct Job {
    explicit Job(const Unit& of) : unit(of) {}

    const Unit& unit;
    std::exception_ptr thrown;  // by the unit's last run, or by the writer
    bool is_answered = false;   // guarded by mutex_
    std::condition_variable answered;
  };
  /// How a transaction ended, and why when not well.
  struct Ending {
    enum class Kind {
      Committed,
      Unreachable,  ///< It never began: no unit is to blame.
      InDoubt,      ///< The commit was not confirmed.
      RunAgain,     ///< The connection was lost before the commit, or the engine asked for another run.
      Spoilt,       ///< One of the units, or all together, made it impossible.
    } kind;
    std::exception_ptr cause;
  };

  void serve();
  std::vector<Job*> take();
  /// Adds those who wait, until `batch` has `limit` jobs.
  void join(std::vector<Job*>& batch, std::size_t limit);
  void settle(std::vector<Job*>& batch, std::size_t limit);
  Ending run_together(std::vector<Job*>& batch, std::size_t limit);
  Ending begin();
  bool run_one(Job& job);
  void undo_unit();
  void roll_back() noexcept;
  Ending finish(bool anything_kept);
  void answer(const std::vector<Job*>& batch);

  Connect connect_;
  std::size_t batch_limit_;
  std::unique_ptr<Connection> connection_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> waiting_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace sightline::sql
