// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of reports: those of a programme, one with its contents and problems, the
// editor of a section with its preview, and what a section was before.

#pragma once

#include "people/web_pages.h"
#include "report/report_service.h"

namespace sightline::report {

/// `web` must outlive the router.
void add_routes(http::Router& router, const people::Web& web, const PublicationWithKey& publication_with);

}  // namespace sightline::report
