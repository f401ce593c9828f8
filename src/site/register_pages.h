// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The public register of a publication: each of its recommendations, and what every
// body that is to answer it said. Handbook §8.29, §8.40 to §8.43.

#pragma once

#include <string>

#include "site/public_view.h"

namespace sightline::site {

/// REQUIRES: the publication has recommendations.
std::string render_register(const PublicationView& view);

}  // namespace sightline::site
