// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Slow work outside commands: extraction, rendering, rebuilding an index.
//
// A request submits a job and returns at once; a page shows how far the job is.
// Jobs live in memory only: what must survive a restart is a record in the
// database, from which the job is submitted again.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace sightline::jobs {

/// How far slow work is: `done` of `total` units of its own choosing. Slow
/// functions take a Report and do not know whether a page or a terminal shows it.
using Report = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// What a job sees of itself. Valid while the job runs, in its own thread.
class Control {
 public:
  virtual ~Control() = default;

  /// True once somebody cancelled the job or the program is stopping. A job looks
  /// at least every second or so, and then returns early.
  virtual bool is_cancelled() const = 0;
  virtual void report(std::uint64_t done, std::uint64_t total) = 0;
};

using Job = std::function<void(Control&)>;
using JobId = Id<Job>;

enum class State { Waiting, Running, Done, Failed, Cancelled };

struct Status {
  JobId id;
  std::string name;
  State state;
  std::uint64_t done;
  std::uint64_t total;  ///< 0 until the job first reports.
  /// what() of the exception that ended the job. For operators; may quote data, so
  /// it goes neither to the log nor to a public page.
  std::string failure;
};

struct Limits {
  std::size_t threads = 1;
  std::size_t waiting = 64;     ///< Jobs that may wait; one more is declined.
  std::size_t remembered = 64;  ///< Finished jobs whose status can still be asked for.
};

/// Runs jobs in the order they came. Any thread may call everything but the
/// destructor, which stops.
class Worker {
 public:
  explicit Worker(Limits limits = {});
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Declined (WrongState) when too many jobs wait, or after stop(). `name` is
  /// shown to the people who may see the job: "Reading 12 documents".
  Result<JobId> submit(std::string name, Job job);

  /// Nothing for a job that was never there or finished long ago.
  std::optional<Status> status(JobId id) const;
  /// Every job known, oldest first.
  std::vector<Status> all() const;

  /// A waiting job never starts; a running one is asked to return.
  void cancel(JobId id);

  /// Returns when the job is finished or unknown. Not to be called from a job.
  void wait(JobId id) const;

  /// Cancels everything and waits for the running jobs to return. Repeatable. Not to
  /// be called from a job.
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sightline::jobs
