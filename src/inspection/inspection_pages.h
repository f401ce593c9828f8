// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Every page of this feature: the programme board, the page of an inspection, and
// the forms to plan one, date it, staff it and move it on.

#pragma once

#include "people/web_pages.h"

namespace sightline::inspection {

/// Adds /programme, /programme/plan and /inspections/{key} with what lies below it. `web` must
/// outlive the server.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::inspection
