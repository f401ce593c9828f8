// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The questions that are answered from the index.
//
// What somebody may see is asked of the database anew for every question, in its own
// snapshot: a conflict of interest declared a moment ago holds, however far behind the
// index is. Handbook §14.4.

#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "insight/dashboard.h"
#include "insight/insight_service.h"
#include "people/people.h"

namespace sightline::insight {

/// The dashboard of a programme; beyond the last page of its lines comes the last page. Refused: NotFound
/// when there is no such programme, or none of whose inspections the actor may see cases.
Result<Dashboard> dashboard(sql::Reader& reader, Insight& insight, const people::Actor& actor,
                            std::string_view programme_key, const Wish& wish, std::int64_t page_number);

/// The programmes of which the actor has a dashboard, in order of name.
std::vector<programme::Programme> programmes_with_insight(sql::Reader& reader, const people::Actor& actor);

}  // namespace sightline::insight
