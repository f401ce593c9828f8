// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Declaring a conflict of interest, and seeing the own ones. Handbook §2.12-2.14.

#pragma once

#include "people/web_pages.h"

namespace sightline::people {

void add_conflict_routes(http::Router& router, const Web& web);

}  // namespace sightline::people
