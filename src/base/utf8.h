// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// UTF-8: whether bytes are text at all, and where they stop being it.
//
// Everything that enters the program as text passes here once, at the edge.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sightline {

/// Offset of the first byte that begins no well-formed sequence in the sense of
/// Unicode 15.0, table 3-7 (overlong forms, surrogates and code points above
/// U+10FFFF are ill-formed); nothing when all of `text` is well formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// UTF-8 without control characters (C0, DEL, C1) but line feed and tab: what may be kept as the text of
/// a document and shown.
bool is_plain_text(std::string_view text);

namespace utf8 {

/// The code points `begin` to `end`, the latter not included. REQUIRES: `text` is UTF-8 and
/// begin <= end <= its length in code points.
std::string_view slice(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace utf8

}  // namespace sightline
