// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A fixed number of threads and a short queue. A full queue is an answer (503), not a growing pile.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sightline::http {

class WorkerPool {
 public:
  using Task = std::function<void()>;

  /// A task that throws ends the program: tasks catch what they may meet.
  WorkerPool(std::size_t threads, std::size_t most_waiting);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False if the queue is full; the task is then untouched. Never waits.
  bool try_submit(Task& task);

  /// Finishes the tasks at work, drops those that wait, joins.
  void stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<Task> waiting_;
  std::size_t most_waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sightline::http
