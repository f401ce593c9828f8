// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What sightline-extract writes and how it is read: one line, then the text.
//
//   text 31\n  followed by exactly 31 bytes, or
//   refused encrypted\n
//
// A document may have taken over the program that wrote this, so reading believes
// nothing: anything else than the above is refused as Broken, and no word of it is
// shown to anybody.

#pragma once

#include <string>
#include <string_view>

#include "platform/extract/format.h"

namespace sightline::extract {

/// The longest output there can be.
inline constexpr std::size_t kMostOutputBytes = kMostTextBytes + 32;

std::string output_of(const Reading& reading);
Reading read_output(std::string_view output);

}  // namespace sightline::extract
