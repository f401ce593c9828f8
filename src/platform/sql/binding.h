// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The $name parameters of a statement, and the values that fill them: one reading
// of both for both engines, so that a mistake reads the same on either.
//
// Private to platform/sql.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/query.h"
#include "platform/sql/value.h"

namespace sightline::sql {

struct Parameters {
  std::vector<std::string> names;  ///< Without the dollar, each once, in order of first appearance.
  std::string numbered;            ///< The text with $1, $2 … in their place, as PostgreSQL wants it.
};

/// Finds every $name outside string literals, quoted identifiers and comments (which do not nest).
Parameters find_parameters(std::string_view text);

/// The value of each parameter, in the order of `parameters`. Throws Error, naming query and
/// parameter, when one is missing, unknown or bound twice, or when a value cannot be stored alike
/// by both engines: text with a NUL or not in UTF-8, a real number that is not finite.
std::vector<const Value*> arrange(const Query& query, const Parameters& parameters,
                                  std::span<const Bind> binds);

}  // namespace sightline::sql
