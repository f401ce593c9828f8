// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What came after a publication, on the public site: what each local policing body
// says to the recommendations, by recommendation and by body, and what others found when
// they evaluated. Handbook §8.40 to §8.43, §13.1 to §13.4.

#pragma once

#include "platform/html/builder.h"
#include "site/frozen_pages.h"
#include "site/public_view.h"
#include "site/site.h"

namespace sightline::site {

/// For the landing page at `page`: links to both; empty where nothing is answered or evaluated.
html::Html after_publication(const std::string& page, const PublicationView& view);

/// Adds the register of recommendations, the page of every body that answered, and every evaluation: as a
/// page where it is Markdown, as its file where it is a PDF or plain text. HTML from elsewhere gets no place
/// here: it could act in our name. One that was withdrawn leaves a page that says when and why (§13.4).
void add_after_publication(const PublicationView& view, Site& site, FrozenFiles& frozen);

}  // namespace sightline::site
