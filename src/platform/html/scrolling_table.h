// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A table that a small screen cannot hold. On a telephone each row stands as a block,
// every cell with its heading before it; wherever else it is too wide it scrolls by
// itself, from the keyboard too, and the page stays as wide as the screen.

#pragma once

#include <vector>

#include "platform/html/govuk_content.h"

namespace sightline::html {

/// REQUIRES: a caption, which names the region that scrolls.
Html scrolling_table(govuk::Table content);
/// A row for its `further_rows`.
Html scrolling_row(const govuk::Table& content, std::vector<govuk::Cell> row);

}  // namespace sightline::html
