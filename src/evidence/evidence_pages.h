// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The pages of evidence: the documents of an inspection, one document with its
// paragraphs, a note to write down, a file to bring in.

#pragma once

#include "evidence/evidence_service.h"
#include "people/web_pages.h"

namespace sightline::evidence {

/// Both must outlive the router.
void add_routes(http::Router& router, const people::Web& web, const extract::Extractor& extractor);

}  // namespace sightline::evidence
