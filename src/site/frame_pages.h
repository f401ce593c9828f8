// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the public pages share: the frame around each, and how they say where a
// fact comes from, when something was, and how sure a share is.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/govuk.h"
#include "site/public_view.h"

namespace sightline::site {

inline const std::string kHomePage = "index.html";
inline const std::string kForcesPage = "forces/index.html";
inline const std::string kAboutPage = "about/index.html";
std::string force_page(const std::string& force_key);
std::string landing_page(const std::string& publication_key);
std::string responses_page(const std::string& publication_key);
std::string answers_page(const std::string& publication_key, const std::string& force_key);
std::string recommendations_page(const std::string& publication_key);

/// A link from one page of the site to another, "#place" included in `to` where wanted.
html::Html link_to(const std::string& from, const std::string& to, const std::string& words);

/// What stands across the pages of a publication: that it is invented. Empty for what is real.
std::string notice_of(const PublicationView& view);

struct PublicPage {
  std::string path;
  std::string title;
  std::string description;
  std::vector<std::pair<std::string, std::string>> trail = {};  ///< Pages above it: words and path.
  std::string notice = {};  ///< Across the page, e.g. that everything on it is invented.
};

/// The whole document, marked as a demonstration.
std::string document(const PublicPage& page, const html::Html& main);

/// "Source: itv.com, press", the address behind the name of its host. Handbook §7.3.
html::Html source_link(const Source& source);
html::Html source_link(const std::string& address);
/// "official source", "press report" …
std::string_view type_in_words(SourceType type);

/// "31% (23 of 74), 95% interval 22% to 42%".
std::string share_in_words(Share share);

/// A table that scrolls by itself where the screen is narrow.
html::Html wide_table(const html::govuk::Table& table);

html::Html paragraph(const html::Content& words);

/// "27 February 2020" that machines can read too.
html::Html day(Date date);

}  // namespace sightline::site
