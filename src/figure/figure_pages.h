// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of figures: those of a programme with what each comes to, the form that
// defines one, and what one rests on.

#pragma once

#include "people/web_pages.h"

namespace sightline::figure {

/// Must outlive the router.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::figure
