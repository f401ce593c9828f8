// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// How a reader finds the way: header, navigation, breadcrumbs, pages of a list.
// The header is GOV.UK Frontend's generic one: Sightline is not GOV.UK and shows
// none of its marks.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "platform/html/builder.h"

namespace sightline::html::govuk {

struct GenericHeader {
  Content logo{};
  Url url = Url::local("/");
  std::string classes{};
  std::string container_classes = "govuk-width-container";
  Attributes attributes{};
};
Html generic_header(const GenericHeader& options);

struct NavigationItem {
  Content text{};
  std::optional<Url> href{};
  bool is_current = false;  ///< This very page.
  bool is_active = false;   ///< A page below it.
  Attributes attributes{};
};
struct ServiceNavigation {
  std::vector<NavigationItem> items{};
  std::string service_name{};
  std::optional<Url> service_url{};
  std::string label = "Menu";
  std::string id = "navigation";
  std::optional<bool> collapses_on_mobile{};  ///< With two items or more unless set.
  Content start{};                            ///< Before the service name, at the very start.
  Content end{};                              ///< After the list, e.g. who is signed in.
  bool end_is_inline = false;
  std::string aria_label = "Service information";
  std::string classes{};
  std::string navigation_classes{};
  Attributes attributes{};
};
Html service_navigation(const ServiceNavigation& options);

struct FooterLink {
  std::string text{};
  Url href;
};
/// Without licence and copyright marks: those are GOV.UK's own.
struct Footer {
  std::vector<FooterLink> links{};
  Content text{};
};
Html footer(const Footer& options);

struct SkipLink {
  Content text = "Skip to main content";
  Url href = Url::fragment("main-content");
  std::string classes{};
  Attributes attributes{};
};
Html skip_link(const SkipLink& options = {});

struct Breadcrumb {
  Content text{};
  std::optional<Url> href{};  ///< None for the page itself.
  Attributes attributes{};
};
struct Breadcrumbs {
  std::vector<Breadcrumb> items{};
  bool collapses_on_mobile = false;
  std::string label = "Breadcrumb";
  std::string classes{};
  Attributes attributes{};
};
Html breadcrumbs(const Breadcrumbs& options);

struct BackLink {
  Url href = Url::fragment("");
  Content text = "Back";
  std::string classes{};
  Attributes attributes{};
};
Html back_link(const BackLink& options);

struct PhaseBanner {
  Content tag{};  ///< One or two words.
  Content text{};
  std::string tag_classes{};
  std::string classes{};
  Attributes attributes{};
};
Html phase_banner(const PhaseBanner& options);

struct PageLink {
  Url href;
  Content text{};  ///< "Previous page" or "Next page" unless set.
  std::string label{};
  Attributes attributes{};
};
struct PageNumber {
  std::string number{};
  std::optional<Url> href{};
  bool is_current = false;
  bool is_ellipsis = false;
  std::string visually_hidden_text{};  ///< "Page 7" unless set.
  Attributes attributes{};
};
struct Pagination {
  std::optional<PageLink> previous{};
  std::optional<PageLink> next{};
  std::vector<PageNumber> items{};
  std::string label = "Pagination";
  std::string classes{};
  Attributes attributes{};
};
Html pagination(const Pagination& options);

/// The way to the other pages of a list, of which `cut` is shown. Links carry the parameter "page". Nothing
/// when there is only one page.
Html pages_of_list(const Url& list, const Cut& cut);

}  // namespace sightline::html::govuk
