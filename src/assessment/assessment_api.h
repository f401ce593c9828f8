// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cases and their assessments for programs, and for web/autosave.ts:
// docs/guide/api.md. The same questions and the same commands as the pages.

#pragma once

#include "people/web_api.h"

namespace sightline::assessment {

/// Adds /api/inspections/{inspection}/cases with what lies below it. `api` must outlive the server.
void add_api_routes(http::Router& router, const people::Api& api);

}  // namespace sightline::assessment
