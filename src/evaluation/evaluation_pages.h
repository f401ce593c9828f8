// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of evaluations: /publications/{publication}/evaluations with the form to
// attach one, one evaluation with its text or file, and /programmes/{programme}/
// before-and-after.

#pragma once

#include "people/web_pages.h"

namespace sightline::evaluation {

html::Url evaluations_url(std::string_view publication_key);
html::Url before_and_after_url(std::string_view programme_key);

/// `web` must outlive the router.
void add_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::evaluation
