// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages about findings: those of an inspection, one of them, and the extracts it
// could rest on.

#pragma once

#include <string_view>

#include "finding/finding_workflow.h"
#include "people/web_pages.h"

namespace sightline::finding {

html::Url findings_url(std::string_view inspection_key);
html::Url finding_url(std::string_view inspection_key, int number);

/// Draft or agreed, as a coloured word.
html::Html state_tag(State state);

void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::finding
