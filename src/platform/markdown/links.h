// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Which addresses a text may link to. Private to platform/markdown.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/markdown/markdown.h"

namespace sightline::markdown {

/// Why this address may not be linked to, as one sentence; nothing when it may.
/// Allowed are https and mailto with a host of the list and a place on the page;
/// and, unless the rules keep the text off them, a path on the site and a path
/// relative to the page.
std::optional<std::string> link_refused(std::string_view address, const Rules& rules);

}  // namespace sightline::markdown
