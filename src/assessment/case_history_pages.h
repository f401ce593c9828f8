// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What was done to the assessment of a case: the latest on the case's page, all of it on
// a page below.

#pragma once

#include "assessment/assessment_service.h"
#include "people/web_pages.h"

namespace sightline::assessment {

void add_case_history_routes(http::Router& router, const people::Web& web);

/// The latest steps, and the way to all of them where there are more.
html::Html assessment_history(const CaseView& view);

}  // namespace sightline::assessment
