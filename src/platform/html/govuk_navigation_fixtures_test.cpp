// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Our navigation gives the same document as GOV.UK Frontend's, for every test
// case of theirs, except those named here with the reason. The footer is not
// compared at all: GOV.UK's always shows marks that are not ours to show.

#include <doctest/doctest.h>

#include "platform/html/fixture_options_test.h"
#include "platform/html/govuk_navigation.h"

namespace sightline::html {
namespace {

using Options = FixtureOptions;

std::optional<govuk::PageLink> read_link(const Options& o) {
  const auto href = o.url("href");
  if (!href) return std::nullopt;
  return govuk::PageLink{
      .href = *href, .text = o.content(), .label = o.text("labelText"), .attributes = o.attributes()};
}

govuk::PageNumber read_number(const Options& o) {
  return {.number = o.text("number"),
          .href = o.url("href"),
          .is_current = o.flag("current"),
          .is_ellipsis = o.flag("ellipsis"),
          .visually_hidden_text = o.text("visuallyHiddenText"),
          .attributes = o.attributes()};
}

govuk::NavigationItem read_item(const Options& o) {
  return {.text = o.content(),
          .href = o.url("href"),
          .is_current = o.flag("current"),
          .is_active = o.flag("active"),
          .attributes = o.attributes()};
}

}  // namespace

TEST_CASE("header and service navigation are those of GOV.UK Frontend") {
  FixtureSuite::compare("generic-header", {}, [](const Options& o) {
    return govuk::generic_header({.logo = o.content("logoText", "logoHtml"),
                                  .url = o.url("url").value_or(Url::local("/")),
                                  .classes = o.text("classes"),
                                  .container_classes = o.text("containerClasses", "govuk-width-container"),
                                  .attributes = o.attributes()});
  });
  FixtureSuite::compare("service-navigation",
                        {{"The button on small screens always says Menu.",
                          {"with custom navigation toggle text", "with custom navigation toggle label",
                           "with identical navigation toggle text and label",
                           "with custom navigation toggle text and navigation label"}},
                         {"The list holds only its items.", {"with slotted content"}}},
                        [](const Options& o) {
                          govuk::ServiceNavigation options{
                              .items = o.list_of<govuk::NavigationItem>("navigation", read_item),
                              .service_name = o.text("serviceName"),
                              .service_url = o.url("serviceUrl"),
                              .label = o.text("navigationLabel", "Menu"),
                              .id = o.text("navigationId", "navigation"),
                              .start = trusted_markup(o.at("slots").text("start")),
                              .aria_label = o.text("ariaLabel", "Service information"),
                              .classes = o.text("classes"),
                              .navigation_classes = o.text("navigationClasses"),
                              .attributes = o.attributes()};
                          if (o.has("collapseNavigationOnMobile"))
                            options.collapses_on_mobile = o.flag("collapseNavigationOnMobile");
                          const Options end = o.at("slots").at("end");
                          options.end_is_inline = end.text("align") == "inline";
                          const std::string markup = end.text("html");
                          options.end = trusted_markup(markup.empty() ? o.at("slots").text("end") : markup);
                          return govuk::service_navigation(options);
                        });
}

TEST_CASE("skip link, breadcrumbs, back link and phase banner are those of GOV.UK Frontend") {
  FixtureSuite::compare("skip-link", {}, [](const Options& o) {
    return govuk::skip_link({.text = o.content(),
                             .href = o.url("href").value_or(Url::fragment("content")),
                             .classes = o.text("classes"),
                             .attributes = o.attributes()});
  });
  FixtureSuite::compare("breadcrumbs", {}, [](const Options& o) {
    return govuk::breadcrumbs({.items = o.list_of<govuk::Breadcrumb>("items",
                                                                     [](const Options& item) {
                                                                       return govuk::Breadcrumb{
                                                                           .text = item.content(),
                                                                           .href = item.url("href"),
                                                                           .attributes = item.attributes()};
                                                                     }),
                               .collapses_on_mobile = o.flag("collapseOnMobile"),
                               .label = o.text("labelText", "Breadcrumb"),
                               .classes = o.text("classes"),
                               .attributes = o.attributes()});
  });
  FixtureSuite::compare("back-link", {}, [](const Options& o) {
    govuk::BackLink options{.href = o.url("href").value_or(Url::fragment("")),
                            .classes = o.text("classes"),
                            .attributes = o.attributes()};
    if (const Content text = o.content(); !text.empty()) options.text = text;
    return govuk::back_link(options);
  });
  FixtureSuite::compare("phase-banner", {}, [](const Options& o) {
    return govuk::phase_banner({.tag = o.at("tag").content(),
                                .text = o.content(),
                                .tag_classes = o.at("tag").text("classes"),
                                .classes = o.text("classes"),
                                .attributes = o.attributes()});
  });
}

TEST_CASE("pagination is that of GOV.UK Frontend") {
  FixtureSuite::compare(
      "pagination", {{"A vector has no items that are empty.", {"with empty items"}}}, [](const Options& o) {
        return govuk::pagination({.previous = read_link(o.at("previous")),
                                  .next = read_link(o.at("next")),
                                  .items = o.list_of<govuk::PageNumber>("items", read_number),
                                  .label = o.text("landmarkLabel", "Pagination"),
                                  .classes = o.text("classes"),
                                  .attributes = o.attributes()});
      });
}

}  // namespace sightline::html
