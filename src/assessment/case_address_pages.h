// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The addresses of the pages about cases.

#pragma once

#include <string_view>

#include "platform/html/url.h"

namespace sightline::assessment {

html::Url cases_url(std::string_view inspection_key);
html::Url case_url(std::string_view inspection_key, std::string_view number);

}  // namespace sightline::assessment
