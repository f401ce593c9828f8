// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages around editions, for insiders: publish one, see what was published, explain
// a figure of it, verify it. Readers are served by the public site.

#pragma once

#include <string_view>

#include "people/web_pages.h"
#include "publication/edition_press_pages.h"

namespace sightline::publication {

html::Url edition_url(std::string_view edition_key);
html::Url publish_url(std::string_view programme_key, std::string_view report_key);

/// Adds /programmes/{programme}/reports/{report}/publish and /editions with what lies below it. `web` and the
/// worker of `press` must outlive the router.
void add_routes(http::Router& router, const people::Web& web, const Press& press);

void add_publish_routes(http::Router& router, const people::Web& web, const Press& press);
void add_edition_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::publication
