// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A definition as JSON: how it is stored, imported and published. One definition is
// always written as the same bytes.
//
//   {"measure": "share-of-cases", "area": "police-detention", "grades": ["Inadequate"],
//    "population": {"kinds": ["child-protection-inspection"], "fieldwork_until": "2016-04-30",
//                   "scale": "good-requires-improvement-inadequate-2015"}}

#pragma once

#include <string>
#include <string_view>

#include "figure/figure.h"

namespace sightline::figure {

/// Refuses what is no JSON, an unknown measure, and members that are missing or belong to another measure.
Result<Definition> read_definition(std::string_view json_text);

std::string written(const Definition& definition);

}  // namespace sightline::figure
