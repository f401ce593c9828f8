// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/govuk_navigation.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_content.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

Html navigation_item(const NavigationItem& item) {
  const bool is_marked = item.is_current || item.is_active;
  const std::string_view current = item.is_current ? "page" : item.is_active ? "true" : "";
  // Strong, so that a reader who overrides colours still sees which one it is.
  const Html text =
      is_marked ? strong({class_("govuk-service-navigation__active-fallback")}, item.text) : Html(item.text);
  const Html link =
      item.href ? a({class_("govuk-service-navigation__link"), optional_("aria-current", current),
                     all_(item.attributes)},
                    *item.href, text)
                : span({class_("govuk-service-navigation__text"), optional_("aria-current", current)}, text);
  return li({classes_({"govuk-service-navigation__item",
                       is_marked ? "govuk-service-navigation__item--active" : ""})},
            link);
}

Html navigation_list(const ServiceNavigation& options) {
  if (options.items.empty()) return {};
  const Html toggle = when(options.collapses_on_mobile.value_or(options.items.size() > 1), [&] {
    return html::button(
        {type_("button"), class_("govuk-service-navigation__toggle govuk-js-service-navigation-toggle"),
         aria_("controls", options.id), flag_("hidden"), aria_("hidden", "true")},
        "Menu");
  });
  return nav(
      {aria_("label", options.label),
       classes_({"govuk-service-navigation__wrapper", options.navigation_classes})},
      toggle,
      ul({class_("govuk-service-navigation__list"), id_(options.id)}, each(options.items, navigation_item)));
}

Html service_name(const ServiceNavigation& options) {
  if (options.service_name.empty()) return {};
  return span({class_("govuk-service-navigation__service-name")},
              options.service_url
                  ? a({class_("govuk-service-navigation__link")}, *options.service_url, options.service_name)
                  : span({class_("govuk-service-navigation__text")}, options.service_name));
}

}  // namespace

Html generic_header(const GenericHeader& options) {
  return div({classes_({"govuk-generic-header", options.classes}), all_(options.attributes)},
             div({classes_({"govuk-generic-header__container", options.container_classes})},
                 div({class_("govuk-generic-header__logo")},
                     a({class_("govuk-generic-header__homepage-link")}, options.url, options.logo))));
}

Html service_navigation(const ServiceNavigation& options) {
  const Html content = div(
      {classes_({"govuk-width-container",
                 options.end_is_inline ? "govuk-service-navigation__inlining-container" : ""})},
      options.start,
      div({class_("govuk-service-navigation__container")}, service_name(options), navigation_list(options)),
      options.end);
  const Attributes common{classes_({"govuk-service-navigation", options.classes}),
                          data_("module", "govuk-service-navigation"), all_(options.attributes)};
  const bool is_landmark = !options.service_name.empty() || !options.start.empty() || !options.end.empty();
  return is_landmark ? section({aria_("label", options.aria_label), all_(common)}, content)
                     : div({all_(common)}, content);
}

Html footer(const Footer& options) {
  const Html links = when(!options.links.empty(), [&] {
    return fragment(h2({class_("govuk-visually-hidden")}, "Support links"),
                    ul({class_("govuk-footer__inline-list")}, each(options.links, [](const FooterLink& link) {
                         return li({class_("govuk-footer__inline-list-item")},
                                   a({class_("govuk-footer__link")}, link.href, link.text));
                       })));
  });
  return div({class_("govuk-footer")},
             div({class_("govuk-width-container")},
                 div({class_("govuk-footer__meta")},
                     div({class_("govuk-footer__meta-item govuk-footer__meta-item--grow")}, links,
                         when(!options.text.empty(),
                              [&] { return div({class_("govuk-footer__meta-custom")}, options.text); })))));
}

Html skip_link(const SkipLink& options) {
  return a({classes_({"govuk-skip-link", options.classes}), all_(options.attributes),
            data_("module", "govuk-skip-link")},
           options.href, options.text);
}

Html breadcrumbs(const Breadcrumbs& options) {
  const Html list = each(options.items, [](const Breadcrumb& item) {
    if (!item.href) return li({class_("govuk-breadcrumbs__list-item"), aria_("current", "page")}, item.text);
    return li({class_("govuk-breadcrumbs__list-item")},
              a({class_("govuk-breadcrumbs__link"), all_(item.attributes)}, *item.href, item.text));
  });
  return nav({classes_({"govuk-breadcrumbs", options.classes,
                        options.collapses_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""}),
              all_(options.attributes), aria_("label", options.label)},
             ol({class_("govuk-breadcrumbs__list")}, list));
}

Html back_link(const BackLink& options) {
  return a({classes_({"govuk-back-link", options.classes}), all_(options.attributes)}, options.href,
           options.text);
}

Html phase_banner(const PhaseBanner& options) {
  return div(
      {classes_({"govuk-phase-banner govuk-width-container", options.classes}), all_(options.attributes)},
      p({class_("govuk-phase-banner__content")},
        tag({.text = options.tag,
             .classes = words({"govuk-phase-banner__content__tag", options.tag_classes})}),
        span({class_("govuk-phase-banner__text")}, options.text)));
}

}  // namespace sightline::html::govuk
