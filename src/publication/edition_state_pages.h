// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The one place of a frozen page that is filled when it is served.

#pragma once

#include "platform/html/builder.h"

namespace sightline::publication {

/// Empty, and not to be seen.
html::Html state_place();

}  // namespace sightline::publication
