// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One queue, one lock, a few threads.

#include "platform/jobs/jobs.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace sightline::jobs {

struct Worker::Inside {
  struct Entry final : Control {
    Entry(JobId id_of, std::string name_of, Job job_of)
        : id(id_of), name(std::move(name_of)), job(std::move(job_of)) {}

    bool is_cancelled() const override { return cancelled; }
    void report(std::uint64_t now_done, std::uint64_t now_total) override {
      const std::lock_guard lock(progress);
      done = now_done;
      total = now_total;
    }
    /// Needs the lock.
    bool is_finished() const { return state != State::Waiting && state != State::Running; }
    Status status() {
      const std::lock_guard lock(progress);
      return {id, name, state, done, total, failure};
    }

    const JobId id;
    const std::string name;
    Job job;
    std::atomic<bool> cancelled = false;
    std::mutex progress;
    std::uint64_t done = 0;        // under `progress`
    std::uint64_t total = 0;       // under `progress`
    State state = State::Waiting;  // under the worker's lock
    std::string failure;           // under the worker's lock
  };

  explicit Inside(Limits limits_of) : limits(limits_of) {}

  /// Null when unknown. Needs the lock.
  std::shared_ptr<Entry> find(JobId id) const {
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one->id == id; });
    return entry == entries.end() ? nullptr : *entry;
  }

  /// Needs the lock.
  void finish(Entry& entry, State state) {
    entry.state = state;
    entry.job = nullptr;
    auto surplus = static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [](const auto& one) { return one->is_finished(); }));
    for (auto one = entries.begin(); one != entries.end() && surplus > limits.remembered;) {
      const bool goes = (*one)->is_finished();
      one = goes ? entries.erase(one) : std::next(one);
      if (goes) --surplus;
    }
    finished.notify_all();
  }

  /// Needs the lock.
  void cancel(Entry& entry) {
    entry.cancelled = true;
    if (entry.state != State::Waiting) return;
    std::erase_if(waiting, [&](const auto& one) { return one->id == entry.id; });
    finish(entry, State::Cancelled);
  }

  void work() {
    std::unique_lock lock(mutex);
    while (true) {
      arrived.wait(lock, [&] { return stopping || !waiting.empty(); });
      if (stopping) return;
      const std::shared_ptr<Entry> entry = waiting.front();
      waiting.pop_front();
      entry->state = State::Running;
      const Job job = std::exchange(entry->job, nullptr);
      lock.unlock();
      State state = State::Done;
      std::string failure;
      try {
        job(*entry);
        if (entry->cancelled) state = State::Cancelled;
      } catch (const std::exception& error) {
        state = State::Failed;
        failure = error.what();
      } catch (...) {
        state = State::Failed;
      }
      lock.lock();
      entry->failure = std::move(failure);
      finish(*entry, state);
    }
  }

  const Limits limits;
  mutable std::mutex mutex;
  std::condition_variable arrived;
  std::condition_variable finished;
  std::deque<std::shared_ptr<Entry>> waiting;
  std::vector<std::shared_ptr<Entry>> entries;  ///< In the order of their ids.
  std::int64_t last_id = 0;
  bool stopping = false;
  std::vector<std::thread> threads;
};

Worker::Worker(Limits limits) : inside_(std::make_unique<Inside>(limits)) {
  for (std::size_t i = 0; i < limits.threads; ++i)
    inside_->threads.emplace_back([inside = inside_.get()] { inside->work(); });
}

Worker::~Worker() {
  stop();
}

Result<JobId> Worker::submit(std::string name, Job job) {
  const std::lock_guard lock(inside_->mutex);
  if (inside_->stopping)
    return Refusal{Refusal::Kind::WrongState, "The program is stopping; try again when it is back.", {}};
  if (inside_->waiting.size() >= inside_->limits.waiting)
    return Refusal{Refusal::Kind::WrongState, "Too much work is waiting; try again in a few minutes.", {}};
  auto entry = std::make_shared<Inside::Entry>(JobId(++inside_->last_id), std::move(name), std::move(job));
  inside_->entries.push_back(entry);
  inside_->waiting.push_back(entry);
  inside_->arrived.notify_one();
  return entry->id;
}

std::optional<Status> Worker::status(JobId id) const {
  const std::lock_guard lock(inside_->mutex);
  const auto entry = inside_->find(id);
  return entry ? std::optional(entry->status()) : std::nullopt;
}

std::vector<Status> Worker::all() const {
  const std::lock_guard lock(inside_->mutex);
  std::vector<Status> all;
  for (const auto& entry : inside_->entries) all.push_back(entry->status());
  return all;
}

void Worker::cancel(JobId id) {
  const std::lock_guard lock(inside_->mutex);
  if (const auto entry = inside_->find(id)) inside_->cancel(*entry);
}

void Worker::wait(JobId id) const {
  std::unique_lock lock(inside_->mutex);
  const auto entry = inside_->find(id);
  if (entry) inside_->finished.wait(lock, [&] { return entry->is_finished(); });
}

void Worker::stop() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->stopping = true;
    for (const auto& entry : std::vector(inside_->entries)) inside_->cancel(*entry);
    threads.swap(inside_->threads);
  }
  inside_->arrived.notify_all();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace sightline::jobs
