// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Published totals as pages show them: each on its own scale, with what was
// reported, who says so, and whether it adds up. Handbook §7.1-7.21.

#pragma once

#include <string>

#include "platform/html/govuk.h"
#include "site/public_view.h"

namespace sightline::site {

/// The section of a force's page, with its heading; nothing claims more than the samples support.
html::Html totals_section(const ForceView& force);

/// The totals that are of no one force, with their heading; nothing where there are none.
html::Html several_forces_section(const PublicView& view);

/// The rows that do not add up or cannot be checked, each with its reason and source.
html::Html named_rows_table(const PublicView& view, const std::string& page);

}  // namespace sightline::site
