// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of themes: the codebook with its counts, a theme with its passages, the
// forms that change them, and a document with what is coded in it.

#pragma once

#include "people/web_pages.h"

namespace sightline::theme {

/// Must outlive the router.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::theme
