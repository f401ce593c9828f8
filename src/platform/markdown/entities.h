// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Character references, `&amp;` and `&#163;`. Private to platform/markdown.

#pragma once

#include <string>
#include <string_view>

namespace sightline::markdown {

/// U+FFFD, where there is no character that can be shown.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// The text an entity stands for; the common names alone are known, any other
/// stays as it was written. A number that is no character becomes U+FFFD.
std::string decoded_entity(std::string_view entity);

}  // namespace sightline::markdown
