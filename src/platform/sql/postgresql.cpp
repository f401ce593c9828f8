// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/sql/connection.h"

namespace sightline::sql {

std::unique_ptr<Connection> connect_postgresql(const std::string&, Access, Durability) {
  throw Unavailable("This build does not speak to PostgreSQL.");
}

}  // namespace sightline::sql
