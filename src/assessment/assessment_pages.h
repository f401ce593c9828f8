// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Every page of this feature: my work, the cases of an inspection, one case with
// its assessment form, preparing cases, and the moderation list.

#pragma once

#include "people/web_pages.h"

namespace sightline::assessment {

/// Adds /work, /moderation, /inspections/{inspection}/cases with what lies below it, and
/// /inspections/{inspection}/prepare-cases. `web` must outlive the server.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::assessment
