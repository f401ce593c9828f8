// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the pages about inspections have in common.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inspection/inspection_service.h"
#include "people/invented_pages.h"
#include "people/web_pages.h"

namespace sightline::inspection {

/// By the parameter {key} of the route. Nothing when there is none, or none that the person may see.
std::optional<SeenInspection> found_in(sql::Reader& reader, const http::Request& request,
                                       const people::Session& session);
/// The answer when found_in() gives nothing.
http::Response no_such_inspection();

html::Url address_of(const std::string& inspection_key);

/// Bodies to choose from, after a line for none of them.
std::vector<html::govuk::SelectItem> body_items(const char* none, const std::vector<BodyChoice>& bodies);

/// "Not known" for what the public record leaves out, "Not set" for what we have not yet set.
std::string unknown_in_words(Origin origin);
std::string in_words(const std::optional<Fieldwork>& date, Origin origin);
std::string in_words(const std::optional<PartialDate>& date, Origin origin);

/// Across a page, that everything on it was made up to show the program (Handbook §9.11); nothing for what
/// is real.
html::Content invented_banner(people::Reality reality);

/// Frame of a page below that of the inspection.
people::PageFrame frame_below(const Inspection& inspection, std::string title, html::Problems problems);

/// Three boxes of a date of which day, or day and month, may stay empty.
struct TypedDate {
  std::string day;
  std::string month;
  std::string year;
};
TypedDate typed_date(const http::Form& form, const std::string& field);
TypedDate as_typed(const std::optional<PartialDate>& date);
bool is_empty(const TypedDate& typed);
/// Nothing when the boxes are not the date of a year, a month or a day.
std::optional<PartialDate> date_in(const TypedDate& typed);
html::Html partial_date_input(const std::string& field, const std::string& legend, const std::string& hint,
                              const TypedDate& typed, const html::Problems& problems);

void add_board_routes(http::Router& router, const people::Web& web);
void add_plan_routes(http::Router& router, const people::Web& web);
void add_dates_routes(http::Router& router, const people::Web& web);
void add_team_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::inspection
