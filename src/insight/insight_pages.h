// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The page of what has been judged in a programme, counted from the index that these
// pages keep while the program runs.

#pragma once

#include "people/web_pages.h"

namespace sightline::insight {

/// `web` must outlive the router.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::insight
