// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The reading connections: made when first needed, then kept and lent out.
//
// Private to platform/sql. Thread-safe.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/sql/connection.h"

namespace sightline::sql {

using Connect = std::function<std::unique_ptr<Connection>()>;

class Pool {
 public:
  /// REQUIRES: limit > 0.
  Pool(Connect connect, std::size_t limit) : connect_(std::move(connect)), limit_(limit) {}

  /// A connection that has begun to read. Waits while `limit` of them are lent.
  std::unique_ptr<Connection> lend();
  void give_back(std::unique_ptr<Connection> connection) noexcept;

 private:
  Connect connect_;
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace sightline::sql
