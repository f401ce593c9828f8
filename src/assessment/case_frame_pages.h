// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What all pages about cases share: their addresses and the mark of invented ones.

#pragma once

#include <string_view>

#include "people/people.h"
#include "platform/html/elements.h"

namespace sightline::assessment {

html::Url cases_url(std::string_view inspection_key);
html::Url case_url(std::string_view inspection_key, std::string_view number);

/// What stands across a page about something invented; nothing for what is real.
html::Content invented_mark(people::Reality reality);

}  // namespace sightline::assessment
