// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the pages about reports have in common.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/web_pages.h"
#include "report/report_service.h"

namespace sightline::report {

html::Url reports_url(std::string_view programme_key);
html::Url report_url(std::string_view programme_key, std::string_view report_key);
html::Url section_url(std::string_view programme_key, std::string_view report_key, int number);
/// A page below that of a section: "history", "remove", "move", "preview".
html::Url section_url(std::string_view programme_key, std::string_view report_key, int number,
                      const char* page);

/// Frame of a page below the reports of a programme; of a page below `report` when there is one. Without a
/// title, of that page itself.
people::PageFrame frame_below_reports(const programme::Programme& programme, const Report* report,
                                      const std::string& title, html::Problems problems = {});

/// "ana", or "the operator".
std::string by_in_words(const std::optional<std::string>& by);

/// A text as it was typed, in a box of its own.
html::Html typed_markdown(std::string_view markdown);

/// "3 problems stand in the way of publishing."; "No problem …".
std::string in_words(const std::vector<LineProblem>& problems);

/// The problems by section and line, each with a link to the editor of its section for whoever writes.
html::Html problem_list(const std::vector<LineProblem>& problems, const people::Session& session,
                        std::string_view programme_key, std::string_view report_key);

/// Inputs for title, subtitle and summary.
html::Html wording_inputs(const http::Form& typed, const html::Problems& problems);

/// The number of a section in an address; 0 for what is none.
int number_in(const http::Request& request);

void add_list_routes(http::Router& router, const people::Web& web,
                     const PublicationWithKey& publication_with);
void add_one_report_routes(http::Router& router, const people::Web& web);
void add_editor_routes(http::Router& router, const people::Web& web);
void add_history_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::report
