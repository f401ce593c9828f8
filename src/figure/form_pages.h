// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The form of a figure, and what the pages about figures have in common.

#pragma once

#include <string>
#include <string_view>

#include "figure/figure_service.h"
#include "people/web_pages.h"

namespace sightline::figure {

html::Url figures_url(std::string_view programme_key);
html::Url figure_url(std::string_view programme_key, std::string_view key);

/// Frame of a page below the figures of a programme; of the list itself without a title.
people::PageFrame frame_below_figures(const programme::Programme& programme, const std::string& title,
                                      html::Problems problems = {});

/// What the fields say. Refuses a measure that is not chosen ("measure") and dates that are none
/// ("fieldwork-from", "fieldwork-until"); the rest is for the command. Fields that belong to another measure
/// are not looked at.
Result<FigureDetails> details_in(const http::Form& form);
/// The fields of a figure as it is recorded.
http::Form fields_of(const FigureDetails& details);

/// The fields as typed, each problem beside its own.
html::Html details_inputs(const http::Form& typed, const html::Problems& problems, const Names& names);

/// "As of entry 412 of the journal."
std::string as_of(std::int64_t entry);

void add_list_routes(http::Router& router, const people::Web& web);
void add_form_routes(http::Router& router, const people::Web& web);
void add_one_figure_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::figure
