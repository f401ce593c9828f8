// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What was published with Sightline, on the public site: the landing page of its
// publication, and the frozen files of every edition with a line on each page that says
// where the reader is, or that the edition was replaced. Handbook §8.2, §8.6.

#pragma once

#include <string>

#include "platform/html/builder.h"
#include "site/frozen_pages.h"
#include "site/public_view.h"

namespace sightline::site {

/// Where the files of an edition stand: "publications/second-report/edition-1/".
std::string edition_folder(const publication::Edition& edition);

std::string render_own_landing(const PublicationView& view);

/// Adds every file of every edition.
void add_editions(const PublicationView& view, FrozenFiles& frozen);

}  // namespace sightline::site
