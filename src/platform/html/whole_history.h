// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Beneath the latest steps of a history: the way to all of them, a page at a time.

#pragma once

#include <cstddef>

#include "platform/html/builder.h"
#include "platform/html/url.h"

namespace sightline::html {

/// Nothing when the `shown` are all.
Html link_to_all_steps(const Url& history, int steps, std::size_t shown);

}  // namespace sightline::html
