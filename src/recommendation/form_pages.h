// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The form of a recommendation: fields to details, and what the pages about
// recommendations have in common.

#pragma once

#include <optional>

#include "people/web_pages.h"
#include "recommendation/recommendation_service.h"

namespace sightline::recommendation {

/// What the fields say. Refuses a term that is not chosen ("term"); the rest is for the command.
Result<Details> details_in(const http::Form& form);
/// The fields of a recommendation as it is recorded.
http::Form fields_of(const Details& details);

/// The fields as typed, each problem beside its own.
html::Html details_inputs(const http::Form& typed, const html::Problems& problems);

html::Html state_tag(State state);
html::Content invented_banner(const programme::Programme& programme);

void add_register_routes(http::Router& router, const people::Web& web);
void add_one_recommendation_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::recommendation
