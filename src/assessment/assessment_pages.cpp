// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_pages.h"

#include "assessment/case_history_pages.h"
#include "assessment/case_list_pages.h"
#include "assessment/case_pages.h"
#include "assessment/case_preparation_pages.h"

namespace sightline::assessment {

void add_routes(http::Router& router, const people::Web& web) {
  add_case_list_routes(router, web);
  add_case_routes(router, web);
  add_case_history_routes(router, web);
  add_case_preparation_routes(router, web);
}

}  // namespace sightline::assessment
