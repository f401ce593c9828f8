// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reads what the public site shows through the questions of the features below.

#pragma once

#include "platform/sql/database.h"
#include "site/public_view.h"

namespace sightline::site {

/// Everything public, as of the state that `reader` sees.
PublicView read_public_view(sql::Reader& reader, Date today);

}  // namespace sightline::site
