// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_frame_pages.h"

namespace sightline::assessment {

using namespace html;

Url cases_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "cases");
}

Url case_url(std::string_view inspection_key, std::string_view number) {
  return Url::path("inspections", inspection_key, "cases", number);
}

Content invented_mark(people::Reality reality) {
  if (reality == people::Reality::Real) return {};
  return p({class_("govuk-body-s")}, strong({}, "Invented for demonstration."),
           " The body, the cases and every judgement on this page are made up.");
}

}  // namespace sightline::assessment
