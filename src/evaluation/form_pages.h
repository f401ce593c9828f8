// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The form that attaches an evaluation: fields and file to details and content.

#pragma once

#include "evaluation/evaluation_service.h"
#include "people/upload_pages.h"

namespace sightline::evaluation {

/// The command, or every field that is wrong. One of file and text is taken, never both ("file").
Result<AttachEvaluation> attachment_in(const http::Form& form, people::OneFile file,
                                       std::string publication_key);

/// The fields as typed, each problem beside its own. A file cannot be given back: it is chosen anew.
html::Html attachment_inputs(const http::Form& typed, const html::Problems& problems);

void add_evaluation_routes(http::Router& router, const people::Web& web);
void add_one_evaluation_routes(http::Router& router, const people::Web& web);
void add_before_and_after_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::evaluation
