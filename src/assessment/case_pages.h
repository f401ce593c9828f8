// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The page of one case: its assessment form, moderation and the newest of its history.

#pragma once

#include "people/web_pages.h"

namespace sightline::assessment {

void add_case_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::assessment
