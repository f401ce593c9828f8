// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Preparing an inspection's cases: its samples, new cases, and who is to assess them.

#pragma once

#include "assessment/assessment_service.h"
#include "people/web_pages.h"

namespace sightline::assessment {

void add_case_preparation_routes(http::Router& router, const people::Web& web);

/// The form on a case's page by which whoever manages the team gives the case to somebody of it; nothing
/// for everybody else.
html::Html assignment_form(const CaseView& view, const html::CsrfToken& token);

/// Who has had the case, for whoever manages the team; nothing for everybody else.
html::Html assignment_history(const CaseView& view);

}  // namespace sightline::assessment
