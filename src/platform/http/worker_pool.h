// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A fixed number of threads and a short queue. A full queue is an answer (503), not a growing pile.
//
// There are more threads than processors, because a command waits for its commit. So that no more of them
// run than there is work for, one thread at a time is woken, and wakes the next if tasks still wait when it
// has taken one; and the thread that fell idle last, whose memory is still at hand, is woken first.

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
  /// A thread without a task, asleep until it is woken.
  struct Idle {
    std::condition_variable condition;
    bool is_woken = false;
  };

  void work();
  /// Takes the thread to be woken out of the idle ones; null if none is needed. REQUIRES: mutex_ is held.
  Idle* next_to_wake();

  std::mutex mutex_;
  std::deque<Task> waiting_;
  std::vector<Idle*> idle_;         ///< The last one fell idle last.
  bool one_is_on_its_way_ = false;  ///< A woken thread that has not looked at the queue yet.
  std::size_t most_waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sightline::http
