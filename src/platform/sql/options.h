// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// How a database is opened.

#pragma once

#include <cstddef>

namespace sightline::sql {

enum class Engine { Sqlite, PostgreSql };

enum class Durability {
  Durable,           ///< What is acknowledged survives kill -9 and loss of power.
  LostWithoutPower,  ///< Survives kill -9 only. For tests, and for what is made anew when it is lost.
};

struct Options {
  std::size_t readers = 16;       ///< Connections kept for snapshots; a further snapshot waits.
  std::size_t batch_limit = 512;  ///< Units that may share one commit.
  Durability durability = Durability::Durable;
};

}  // namespace sightline::sql
