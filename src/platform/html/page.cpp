// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// See the header. The order follows GOV.UK Frontend's page template; there is
// no inline script, because the content policy refuses it: sightline.js sets
// the classes that GOV.UK Frontend expects on the body.

#include "platform/html/page.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_parts.h"
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

/// What one page says in the document, each where it stands there.
struct Own {
  Html title;
  Html description;
  Html canonical;
  Html scripts;
  Html account;
  Html banner;
  Html way_back;
  Html problems;
};

Html way_back(const Layout& layout) {
  if (layout.back) return govuk::back_link({.href = *layout.back});
  if (layout.breadcrumbs.empty()) return {};
  return govuk::breadcrumbs({.items = layout.breadcrumbs, .collapses_on_mobile = true});
}

Own own_parts(const Layout& layout) {
  return {
      .title = Writer::text(full_title(layout)),
      .description = when(!layout.description.empty(),
                          [&] {
                            return meta({name_("description"), attribute_("content", layout.description)});
                          }),
      .canonical = when(layout.canonical.has_value(),
                        [&] {
                          return link({attribute_("rel", "canonical"), href_(*layout.canonical)});
                        }),
      .scripts = each(layout.scripts,
                      [&](const std::string& name) { return script_module(asset_url(layout, name)); }),
      .account = layout.account,
      .banner = when(!layout.banner.empty(),
                     [&] {
                       return aside({class_("app-banner"), aria_("label", "About this page")},
                                    div({class_("govuk-width-container")}, layout.banner));
                     }),
      .way_back = way_back(layout),
      .problems = layout.problems.summary()};
}

Html document_head(const Layout& layout, const Own& own) {
  return kHead(
      {},
      {meta.inside({attribute_("charset", "utf-8")}), kTitle.inside({}, {own.title}),
       meta.inside({name_("viewport"),
                    attribute_("content", "width=device-width, initial-scale=1, viewport-fit=cover")}),
       meta.inside({name_("theme-color"), attribute_("content", "#143c47")}), own.description,
       link.inside({attribute_("rel", "stylesheet"), href_(asset_url(layout, "sightline.css"))}),
       link.inside({attribute_("rel", "icon"), type_("image/svg+xml"), href_(asset_url(layout, "icon.svg"))}),
       own.canonical, script_module(asset_url(layout, "sightline.js")), own.scripts});
}

Html page_header(const Layout& layout, const Html& account) {
  const Html navigation = when(!layout.navigation.empty() || !account.empty(), [&] {
    return govuk::service_navigation({.items = layout.navigation, .end = account, .end_is_inline = true});
  });
  return header({class_("govuk-template__header")},
                govuk::generic_header({.logo = kProductName, .url = layout.home}), navigation,
                when(layout.phase.has_value(), [&] { return govuk::phase_banner(*layout.phase); }));
}

Html document(const Layout& layout, const Own& own, const Html& main) {
  const std::string body_classes = govuk::words({"govuk-template__body", layout.body_classes});
  return Writer::parts(
      {trusted_markup("<!DOCTYPE html>\n"),
       kHtml.inside(
           {lang_("en-GB"), class_("govuk-template")},
           {document_head(layout, own),
            kBody.inside(
                {class_(body_classes)},
                {govuk::skip_link(), page_header(layout, own.account), own.banner,
                 div.inside({class_("govuk-width-container")},
                            {own.way_back, kMain.inside({class_("govuk-main-wrapper"), id_("main-content")},
                                                        {own.problems, main})}),
                 html::footer(
                     {class_("govuk-template__footer")},
                     govuk::footer({.links = layout.footer_links, .text = layout.footer_text}))})})});
}

Own holes() {
  return {hole(), hole(), hole(), hole(), hole(), hole(), hole(), hole()};
}

}  // namespace

Html page(const Layout& layout, const Html& main) {
  return document(layout, own_parts(layout), main);
}

Frame::Frame(const Layout& layout) : pattern_(document(layout, holes(), hole())) {}

Html Frame::around(const Layout& layout, const Html& main) const {
  const Own own = own_parts(layout);
  return pattern_.filled({own.title, own.description, own.canonical, own.scripts, own.account, own.banner,
                          own.way_back, own.problems, main});
}

}  // namespace sightline::html
