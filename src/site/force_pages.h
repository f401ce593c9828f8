// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The list of forces, and the page of one: its inspections over time, what was
// published about graded cases, what two totals allow one to say, its responses.

#pragma once

#include <string>

#include "site/public_view.h"

namespace sightline::site {

std::string render_forces(const PublicView& view);
std::string render_force(const PublicView& view, const ForceView& force);

}  // namespace sightline::site
