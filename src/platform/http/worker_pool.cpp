// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The worker pool.

#include "platform/http/worker_pool.h"

#include <utility>

namespace sightline::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  threads_.reserve(threads);
  idle_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  stop();
}

WorkerPool::Idle* WorkerPool::next_to_wake() {
  if (one_is_on_its_way_ || idle_.empty() || waiting_.empty()) return nullptr;
  Idle* const next = idle_.back();
  idle_.pop_back();
  next->is_woken = true;
  one_is_on_its_way_ = true;
  return next;
}

// A thread is woken with the mutex held: its Idle lives on its stack, and is gone once it runs.
bool WorkerPool::try_submit(Task& task) {
  const std::lock_guard lock(mutex_);
  if (stopping_ || waiting_.size() >= most_waiting_) return false;
  waiting_.push_back(std::move(task));
  if (Idle* const next = next_to_wake()) next->condition.notify_one();
  return true;
}

void WorkerPool::stop() {
  std::deque<Task> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    dropped.swap(waiting_);
    for (Idle* const each : std::exchange(idle_, {})) {
      each->is_woken = true;
      each->condition.notify_one();
    }
  }
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::work() {
  Idle self;
  for (;;) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      if (waiting_.empty() && !stopping_) {
        // Whoever brings tasks may be waiting for this very processor: to let it go is cheaper than to fall
        // asleep and be woken.
        lock.unlock();
        std::this_thread::yield();
        lock.lock();
      }
      while (waiting_.empty()) {
        if (stopping_) return;
        self.is_woken = false;
        idle_.push_back(&self);
        self.condition.wait(lock, [&] { return self.is_woken; });
        one_is_on_its_way_ = false;
      }
      task = std::move(waiting_.front());
      waiting_.pop_front();
      if (Idle* const next = next_to_wake()) next->condition.notify_one();
    }
    task();
  }
}

}  // namespace sightline::http
