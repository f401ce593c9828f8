// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The form of a finding: fields to details, and what stands beside them. Used by
// list_pages.cpp and one_finding_pages.cpp.

#pragma once

#include <optional>
#include <span>

#include "finding/finding_service.h"
#include "people/web_pages.h"

namespace sightline::finding {

/// What the fields say. Refuses a direction that is not chosen ("direction"); the rest is for the command.
Result<Details> details_in(const http::Form& form);
/// The fields of a finding as it is recorded.
http::Form fields_of(const Details& details);

/// The fields as typed, each problem beside its own.
html::Html details_inputs(const http::Form& typed, const html::Problems& problems,
                          const std::optional<programme::Framework>& framework,
                          std::span<const theme::Theme> codebook);

/// "Strength · Initial contact · Delay in attending".
std::string about_in_words(const Details& details, const std::optional<programme::Framework>& framework,
                           std::span<const theme::Theme> codebook);

void add_list_routes(http::Router& router, const people::Web& web);
void add_one_finding_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::finding
