// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The public site: rendered once from the database, then written to a folder or
// served from memory below /site/. Nobody signs in to read it.

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "journal/journal_service.h"
#include "platform/http/router.h"
#include "site/public_view.h"
#include "site/site.h"

namespace sightline::site {

/// The built files that pages load, by name: sightline.css, sightline.js, icon.svg.
using BuiltFiles = std::map<std::string, std::string>;
/// Throws std::runtime_error when the folder lacks one of them.
BuiltFiles read_built_files(const std::filesystem::path& folder);

/// Every page and every frozen file, with the built files below assets/, as of the state that `reader` sees.
Site render(sql::Reader& reader, Date today, const BuiltFiles& built);

/// The site as the database holds it now.
Site render_from(journal::Journal& journal, const BuiltFiles& built);

/// Serves the site at /site/…, compressed, with an ETag. When the journal has moved on its pages are rendered
/// anew by one of those who ask, while the others get it as it was; of frozen files only those are read that
/// are new. What is served may be five seconds old.
/// `journal` must outlive the router.
void add_routes(http::Router& router, journal::Journal& journal, BuiltFiles built);

}  // namespace sightline::site
