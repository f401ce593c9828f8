// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What can go wrong in the database: accidents, never answers.

#pragma once

#include <stdexcept>

namespace sightline::sql {

/// The database failed, or was asked something it does not know.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A unique constraint was broken. Services decide first; this is the last line of defence in a race.
class UniqueViolation : public Error {
 public:
  using Error::Error;
};

/// There is no room left: nothing of the unit was kept, and the same unit succeeds once there is room.
class StorageFull : public Error {
 public:
  using Error::Error;
};

/// The database cannot be reached, or did not confirm a commit.
class Unavailable : public Error {
 public:
  using Error::Error;
};

}  // namespace sightline::sql
