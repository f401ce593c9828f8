// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pattern of a search: every text in which what somebody typed occurs.
//
//   select … where lower(person.name) like $named escape '\'
//   reader.read(kNamed, {{"named", sql::containing(typed)}})

#pragma once

#include <string>
#include <string_view>

namespace sightline::sql {

/// For `lower(column) like $pattern escape '\'`, which means the same on both engines: the letters A to Z
/// match a to z, every other character only itself ("é" is not "É"), and %, _ and \ are ordinary
/// characters. Spaces around what was typed do not count; nothing typed matches everything. What comes
/// after the first 2,000 bytes is not looked for: SQLite refuses patterns of 50,000.
/// REQUIRES: is_utf8(typed).
std::string containing(std::string_view typed);

}  // namespace sightline::sql
