// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_address_pages.h"

namespace sightline::assessment {

using namespace html;

Url cases_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "cases");
}

Url case_url(std::string_view inspection_key, std::string_view number) {
  return Url::path("inspections", inspection_key, "cases", number);
}

}  // namespace sightline::assessment
