// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The parts of a dashboard's page: its address, the form that filters it, and what is
// counted, as charts and tables.

#pragma once

#include <string_view>

#include "insight/dashboard.h"
#include "platform/html/govuk.h"
#include "platform/http/fields.h"

namespace sightline::insight {

html::Url insight_url(std::string_view programme_key);
/// The same dashboard with `wish` asked of it.
html::Url insight_url(std::string_view programme_key, const Wish& wish);
Wish wish_in(const http::Query& query);

html::Html filter_form(const Dashboard& dashboard);

// Of what is counted. REQUIRES: dashboard.counted.

/// Each area's grades, the share below the standard as a chart, and its interval.
html::Html areas_figure(const Dashboard& dashboard);
/// A page of the bodies, or of the inspections of the body chosen.
html::Html lines_table(const Dashboard& dashboard);
/// How inspectors graded what the body graded; nothing until an area is chosen.
html::Html agreement_table(const Dashboard& dashboard);

}  // namespace sightline::insight
