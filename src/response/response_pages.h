// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The response board for those signed in: /responses, and /responses/{duty} with
// the answers to its recommendations and the form that records a response.
// Handbook §8.13, §8.40.

#pragma once

#include "people/web_pages.h"

namespace sightline::response {

/// `web` must outlive the server.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::response
