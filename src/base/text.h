// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Text from people: always UTF-8, counted in code points as a reader counts
// characters, trimmed before it is judged.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightline {

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates) without NUL.
bool is_utf8(std::string_view text);

/// Code points in `text`. REQUIRES: is_utf8(text).
std::size_t length(std::string_view text);

/// Without spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

/// With \n alone at the end of a line, as text is kept; browsers and some programs send \r\n.
std::string with_plain_line_ends(std::string_view text);

/// ASCII letters folded to lower case; everything else untouched.
std::string lower_ascii(std::string_view text);

/// A name as part of an address: "Devon and Cornwall" becomes "devon-and-cornwall". ASCII letters
/// and digits stay, everything between them becomes one hyphen.
std::string slug(std::string_view name);

}  // namespace sightline
