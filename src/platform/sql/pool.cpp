// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/pool.h"

#include <utility>

namespace sightline::sql {

std::unique_ptr<Connection> Pool::lend() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < limit_; });
    ++lent_;
  }
  try {
    for (;;) {
      std::unique_ptr<Connection> connection;
      {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
          connection = std::move(idle_.back());
          idle_.pop_back();
        }
      }
      const bool was_idle = connection != nullptr;
      if (!was_idle) connection = connect_();
      try {
        connection->begin_reading();
        return connection;
      } catch (const Error&) {
        // An idle connection may have died unnoticed; a new one that fails has a reason.
        if (!was_idle || connection->is_usable()) throw;
      }
    }
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
  if (connection) connection->roll_back();
  {
    const std::lock_guard lock(mutex_);
    if (connection && connection->is_usable() && !connection->in_transaction())
      idle_.push_back(std::move(connection));
    --lent_;
  }
  returned_.notify_one();
}

}  // namespace sightline::sql
