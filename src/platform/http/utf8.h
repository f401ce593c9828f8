// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Is this text? UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates,
// nothing above U+10FFFF. Whatever a browser sends is held against this before
// anybody else sees it.

#pragma once

#include <cstddef>
#include <string_view>

namespace sightline::http {

/// Bytes of the well-formed character that text begins with; 0 if there is none.
std::size_t utf8_character_size(std::string_view text);

/// Well-formed UTF-8 without NUL (which no database column and no page can hold).
bool is_plain_text(std::string_view text);

}  // namespace sightline::http
