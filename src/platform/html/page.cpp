// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// See the header. The order follows GOV.UK Frontend's page template; there is
// no inline script, because the content policy refuses it: sightline.js sets
// the classes that GOV.UK Frontend expects on the body.

#include "platform/html/page.h"

#include "platform/html/elements.h"
#include "platform/html/trusted_markup.h"

namespace sightline::html {
namespace {

constexpr Element kHtml{"html"}, kHead{"head"}, kBody{"body"}, kTitle{"title"}, kMain{"main"};

std::string full_title(const Layout& layout) {
  std::string title = layout.problems.empty() ? "" : "Error: ";
  title += layout.title;
  if (!layout.title.empty()) title += " \u2013 ";
  return title.append(kProductName);
}

Url asset_url(const Layout& layout, std::string_view name) {
  static const Assets kUnbuilt;
  if (!layout.relative_assets.empty()) return Url::relative(layout.relative_assets + std::string(name));
  return (layout.assets ? *layout.assets : kUnbuilt).url(name);
}

Html document_head(const Layout& layout) {
  return kHead(
      {},
      {meta.inside({attribute_("charset", "utf-8")}), kTitle.inside({}, {full_title(layout)}),
       meta.inside({name_("viewport"),
                    attribute_("content", "width=device-width, initial-scale=1, viewport-fit=cover")}),
       meta.inside({name_("theme-color"), attribute_("content", "#143c47")}),
       when(!layout.description.empty(),
            [&] {
              return meta({name_("description"), attribute_("content", layout.description)});
            }),
       link.inside({attribute_("rel", "stylesheet"), href_(asset_url(layout, "sightline.css"))}),
       link.inside({attribute_("rel", "icon"), type_("image/svg+xml"), href_(asset_url(layout, "icon.svg"))}),
       when(layout.canonical.has_value(),
            [&] {
              return link({attribute_("rel", "canonical"), href_(*layout.canonical)});
            }),
       script_module(asset_url(layout, "sightline.js")), each(layout.scripts, [&](const std::string& name) {
         return script_module(asset_url(layout, name));
       })});
}

Html page_header(const Layout& layout) {
  const Html navigation = when(!layout.navigation.empty() || !layout.account.empty(), [&] {
    return govuk::service_navigation(
        {.items = layout.navigation, .end = layout.account, .end_is_inline = true});
  });
  return header({class_("govuk-template__header")},
                govuk::generic_header({.logo = kProductName, .url = layout.home}), navigation,
                when(layout.phase.has_value(), [&] { return govuk::phase_banner(*layout.phase); }));
}

Html before_main(const Layout& layout) {
  if (layout.back) return govuk::back_link({.href = *layout.back});
  if (layout.breadcrumbs.empty()) return {};
  return govuk::breadcrumbs({.items = layout.breadcrumbs, .collapses_on_mobile = true});
}

}  // namespace

Html page(const Layout& layout, const Html& main) {
  const std::string body_classes =
      layout.body_classes.empty() ? "" : "govuk-template__body " + layout.body_classes;
  const Html banner = when(!layout.banner.empty(), [&] {
    return aside({class_("app-banner"), aria_("label", "About this page")},
                 div({class_("govuk-width-container")}, layout.banner));
  });
  return Writer::parts(
      {trusted_markup("<!DOCTYPE html>\n"),
       kHtml.inside(
           {lang_("en-GB"), class_("govuk-template")},
           {document_head(layout),
            kBody.inside({class_(body_classes.empty() ? "govuk-template__body" : body_classes)},
                         {govuk::skip_link(), page_header(layout), banner,
                          div.inside({class_("govuk-width-container")},
                                     {before_main(layout),
                                      kMain.inside({class_("govuk-main-wrapper"), id_("main-content")},
                                                   {layout.problems.summary(), main})}),
                          html::footer({class_("govuk-template__footer")},
                                       govuk::footer(
                                           {.links = layout.footer_links, .text = layout.footer_text}))})})});
}

}  // namespace sightline::html
