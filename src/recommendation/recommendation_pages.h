// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages about recommendations: the register of a programme, one recommendation, and
// the findings it could rest on.

#pragma once

#include <string_view>

#include "people/web_pages.h"

namespace sightline::recommendation {

html::Url register_url(std::string_view programme_key);
html::Url recommendation_url(std::string_view programme_key, std::string_view key);

void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::recommendation
