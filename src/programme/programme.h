// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A programme: a series of inspections with one purpose. Handbook §3.1.
//
// Pure: no clock, no database, no request.

#pragma once

#include <string>

#include "base/id.h"
#include "base/result.h"
#include "people/people.h"

namespace sightline::programme {

using ProgrammeId = Id<struct ProgrammeTag>;

/// A programme as asked for.
struct ProgrammeDetails {
  std::string key;  ///< Lower-case words joined by hyphens.
  std::string name;
  people::Reality reality;
  std::string source;  ///< Where the facts come from; never empty for a real one.

  friend bool operator==(const ProgrammeDetails&, const ProgrammeDetails&) = default;
};

struct Programme {
  ProgrammeId id;
  ProgrammeDetails details;
};

/// Refuses with Invalid a key that is not its own slug, an empty name or one of more than 200
/// characters, and a real programme without a source.
Result<ProgrammeDetails> checked(ProgrammeDetails details);

}  // namespace sightline::programme
