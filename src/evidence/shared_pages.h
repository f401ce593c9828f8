// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the pages about evidence have in common.

#pragma once

#include <string>
#include <string_view>

#include "evidence/evidence_service.h"
#include "inspection/shared_pages.h"
#include "people/web_pages.h"

namespace sightline::evidence {

html::Url evidence_url(std::string_view inspection_key);
html::Url document_url(std::string_view inspection_key, std::int64_t number);

/// Frame of a page below the list of documents.
people::PageFrame frame_below_evidence(const inspection::Inspection& inspection, const std::string& title,
                                       html::Problems problems = {});

/// The inspection that the address names, where this person may record evidence.
std::optional<inspection::Inspection> where_recording(sql::Reader& reader, const http::Request& request,
                                                      const people::Session& session);
/// What is answered where it is nothing.
http::Response no_such_inspection_page();

/// How a report quotes an extract: one sentence above extracts that show their numbers.
html::Html how_to_quote();

/// Kind, title and date as typed, and what is wrong with them.
html::Html details_inputs(const http::Form& typed, const html::Problems& problems, Kind unless_typed);
Result<Details> details_in(const http::Form& form);

void add_list_routes(http::Router& router, const people::Web& web);
void add_document_routes(http::Router& router, const people::Web& web);
void add_note_routes(http::Router& router, const people::Web& web);
void add_upload_routes(http::Router& router, const people::Web& web, const extract::Extractor& extractor);

}  // namespace sightline::evidence
