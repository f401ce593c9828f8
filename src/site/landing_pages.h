// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The landing page of a publication, with every part that is on record, and the
// page of the responses to it. Handbook §8.2-8.5, §8.13.

#pragma once

#include <string>

#include "site/public_view.h"

namespace sightline::site {

std::string render_landing(const PublicationView& view);
std::string render_responses(const PublicationView& view);

}  // namespace sightline::site
