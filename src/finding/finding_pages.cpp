// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "finding/finding_pages.h"

#include "finding/form_pages.h"

namespace sightline::finding {

using namespace html;

Url findings_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "findings");
}

Url finding_url(std::string_view inspection_key, int number) {
  return Url::path("inspections", inspection_key, "findings", number);
}

Html state_tag(State state) {
  return state == State::Agreed ? govuk::tag({.text = "Agreed", .classes = "govuk-tag--green"})
                                : govuk::tag({.text = "Draft", .classes = "govuk-tag--light-blue"});
}

void add_routes(http::Router& router, const people::Web& web) {
  add_list_routes(router, web);
  add_one_finding_routes(router, web);
}

}  // namespace sightline::finding
