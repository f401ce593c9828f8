// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Insight: the index kept beside the database while the program runs, and brought up to
// date when the journal has moved on.

#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "insight/index.h"
#include "journal/journal_service.h"
#include "platform/jobs/jobs.h"

namespace sightline::insight {

/// One per program, for any number of threads. `journal` must outlive it.
class Insight {
 public:
  explicit Insight(journal::Journal& journal) : journal_(journal) {}

  /// The index for a question asked of `reader`'s state.
  ///
  /// The first to ask has it read and waits. Later it is brought up to date by whoever finds that the journal
  /// has moved on: at once when that takes but a moment, else in the background. Whoever asks meanwhile is
  /// given the former one, which says at which entry it stands.
  std::shared_ptr<const Index> index(sql::Reader& reader);

  /// Returns when nothing is being read in the background any more.
  void wait();

  /// So many entries are caught up with at once.
  static constexpr std::int64_t kAtOnce = 500;

 private:
  std::shared_ptr<const Index> ready() const;
  /// Keeps the newer of it and what is ready.
  void make_ready(std::shared_ptr<const Index> index);
  void catch_up_in_background();

  journal::Journal& journal_;
  mutable std::mutex ready_mutex_;  ///< Guards ready_ alone, and is held for no longer than a copy.
  std::shared_ptr<const Index> ready_;
  std::mutex working_;              ///< Held by the one who reads; the others go on with what is ready.
  std::optional<jobs::JobId> job_;  ///< Guarded by working_.
  jobs::Worker worker_;             ///< Last, so that it stops before anything that its job uses is gone.
};

}  // namespace sightline::insight
