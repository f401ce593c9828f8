// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What text files bring along and no reader wants.

#pragma once

#include <optional>
#include <string_view>

namespace sightline::document {

/// `text` without a byte order mark; nothing when it is not UTF-8.
std::optional<std::string_view> utf8_of(std::string_view text);

}  // namespace sightline::document
