// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Lists to work from: my work, the cases of an inspection, what waits for moderation.

#pragma once

#include "people/web_pages.h"

namespace sightline::assessment {

void add_case_list_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::assessment
