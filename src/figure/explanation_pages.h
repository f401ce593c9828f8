// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The records behind a figure, as a part of a page: of one that is still provisional
// and of one that was published.

#pragma once

#include "figure/figure_service.h"
#include "platform/html/builder.h"

namespace sightline::figure {

/// A table for each part that has records on this page of the list, and how many records are not for the
/// reader. `here` is the address of the page.
html::Html records_behind(const Explanation& explanation, const html::Url& here);

}  // namespace sightline::figure
