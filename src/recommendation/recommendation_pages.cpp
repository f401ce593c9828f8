// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/recommendation_pages.h"

#include "recommendation/form_pages.h"

namespace sightline::recommendation {

using namespace html;

Url register_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "recommendations");
}

Url recommendation_url(std::string_view programme_key, std::string_view key) {
  return Url::path("programmes", programme_key, "recommendations", key);
}

void add_routes(http::Router& router, const people::Web& web) {
  add_register_routes(router, web);
  add_one_recommendation_routes(router, web);
}

}  // namespace sightline::recommendation
