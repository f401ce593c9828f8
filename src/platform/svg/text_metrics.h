// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// How wide a text will be at most, in whichever font of our list it is read, and
// how it breaks into lines. Charts place their labels by these widths, so labels
// can neither meet nor be cut off.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline::svg {

enum class Weight { Regular, Bold };

/// An upper bound of the advance width in user units at the given font size.
/// REQUIRES: well-formed UTF-8.
double text_width(std::string_view text, double font_size, Weight weight = Weight::Regular);

/// Lines of whole words that fit; a word too wide by itself is broken anywhere.
std::vector<std::string> wrapped(std::string_view text, double width, double font_size,
                                 Weight weight = Weight::Regular);

}  // namespace sightline::svg
