// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A framework as a file: JSON, read strictly. frameworks/README.md says what each
// member means; frameworks/ holds the ones that Sightline comes with.

#pragma once

#include <string_view>

#include "base/result.h"
#include "programme/framework.h"

namespace sightline::programme {

/// Refuses with Invalid, naming line and column or each member that is wrong. A member that is not
/// known is wrong too. What it returns has passed checked().
Result<Framework> read_framework(std::string_view json_text);

}  // namespace sightline::programme
