// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A value and what is shown of it as JSON: how an edition freezes them. The same value
// is always written as the same members in the same order.
//
//   {"unit": "people", "count": 41, "of": 120}
//   {"unit": "records", "columns": ["Theme", "Inspections"], "rows": [{"name": "Risk", "counts": [3]}]}

#pragma once

#include "figure/shown.h"
#include "platform/json/json.h"

namespace sightline::figure {

/// Without its inputs.
json::Object to_json(const Value& value);

json::Object to_json(const Shown& shown);
/// Refuses what to_json() never writes.
Result<Shown> read_shown(const json::Value& value);

}  // namespace sightline::figure
