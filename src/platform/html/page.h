// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The whole document around the content of a page: title, skip link, header,
// navigation, breadcrumbs, main, footer. Every page of Sightline goes through
// here, so what must be on every page cannot be missing on one.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/html/assets.h"
#include "platform/html/builder.h"
#include "platform/html/govuk_navigation.h"
#include "platform/html/pattern.h"
#include "platform/html/problems.h"

namespace sightline::html {

inline constexpr std::string_view kProductName = "Sightline";

struct Layout {
  std::string title{};                              ///< Of this page; the product's name is added.
  std::string description{};                        ///< For search engines; public pages only.
  std::vector<govuk::NavigationItem> navigation{};  ///< With the current one marked.
  Content account{};                                ///< Who is signed in, and the way out.
  std::optional<govuk::PhaseBanner> phase{};
  Content banner{};  ///< Across the page, e.g. "invented demonstration".
  std::vector<govuk::Breadcrumb> breadcrumbs{};
  std::optional<Url> back{};  ///< Instead of breadcrumbs.
  Problems problems{};        ///< Summed up above the content; the title says "Error: ".
  std::vector<govuk::FooterLink> footer_links{};
  Content footer_text{};
  std::optional<Url> canonical{};      ///< The permanent address of a publication.
  std::vector<std::string> scripts{};  ///< Modules this page needs, e.g. "capture.js".
  Url home = Url::local("/");
  std::string body_classes{};
  const Assets* assets = nullptr;  ///< Lives as long as the program; none in tests.
  /// Where the built files lie as seen from this page, "../../assets/": for pages read from a disk too.
  std::string relative_assets{};
};

/// The document, from <!DOCTYPE html> to </html>. `main` goes into the main
/// landmark, below the summary of problems.
Html page(const Layout& layout, const Html& main);

/// The part of a document that many pages have in common, written once: the navigation with its current
/// item, phase, footer, home, body classes, and where the built files lie.
class Frame {
 public:
  /// Of `layout`, the rest is not looked at.
  explicit Frame(const Layout& layout);

  /// The same document as page() would write. Of `layout`, what the frame was made with is not looked at.
  /// REQUIRES: somebody is signed in (`account` is not empty).
  Html around(const Layout& layout, const Html& main) const;

 private:
  Pattern pattern_;
};

}  // namespace sightline::html
