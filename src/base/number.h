// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Whole numbers as people read them, on pages and on paper. Files and programs get
// them plain; what is no amount (a year, the number of an entry) has no comma.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightline {

/// "999", "1,234", "−1,234".
std::string with_commas(std::int64_t number);

/// "1 case", "1,234 cases".
std::string counted(std::int64_t count, std::string_view one, std::string_view many);

/// "999 bytes", "12 kB" (of 1,000 bytes, rounded up), "3 MB". REQUIRES: not negative.
std::string size_in_words(std::int64_t bytes);

}  // namespace sightline
