// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Messages and small pieces. Lists and tables are in govuk_lists.cpp.

#include "platform/html/govuk_content.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {

Html tag(const Tag& options) {
  return strong({classes_({"govuk-tag", options.classes}), all_(options.attributes)}, options.text);
}

Html inset_text(const InsetText& options) {
  return div({id_(options.id), classes_({"govuk-inset-text", options.classes}), all_(options.attributes)},
             options.text);
}

Html warning_text(const WarningText& options) {
  return div({classes_({"govuk-warning-text", options.classes}), all_(options.attributes)},
             span({class_("govuk-warning-text__icon"), aria_("hidden", "true")}, "!"),
             strong({class_("govuk-warning-text__text")},
                    span({class_("govuk-visually-hidden")}, options.icon_fallback_text), " ", options.text));
}

Html details(const Details& options) {
  return html::details({id_(options.id), classes_({"govuk-details", options.classes}),
                        all_(options.attributes), flag_("open", options.is_open)},
                       summary({class_("govuk-details__summary")},
                               span({class_("govuk-details__summary-text")}, options.summary)),
                       div({class_("govuk-details__text")}, options.text));
}

Html panel(const Panel& options) {
  const bool is_interruption = options.classes.find("govuk-panel--interruption") != std::string::npos;
  return div({classes_({"govuk-panel", is_interruption ? "" : "govuk-panel--confirmation", options.classes}),
              all_(options.attributes)},
             heading(options.heading_level, {class_("govuk-panel__title")}, options.title),
             when(!options.text.empty(), [&] { return div({class_("govuk-panel__body")}, options.text); }));
}

Html notification_banner(const NotificationBanner& options) {
  const std::string role = !options.role.empty() ? options.role : options.is_success ? "alert" : "region";
  const Content title =
      !options.title.empty() ? options.title : Content(options.is_success ? "Success" : "Important");
  return div(
      {classes_({"govuk-notification-banner", options.is_success ? "govuk-notification-banner--success" : "",
                 options.classes}),
       role_(role), aria_("labelledby", options.title_id), data_("module", "govuk-notification-banner"),
       optional_("data-disable-auto-focus", options.disables_auto_focus ? "true" : ""),
       all_(options.attributes)},
      div({class_("govuk-notification-banner__header")},
          heading(options.title_heading_level,
                  {class_("govuk-notification-banner__title"), id_(options.title_id)}, title)),
      div({class_("govuk-notification-banner__content")},
          !options.content.empty() || options.text.empty()
              ? Html(options.content)
              : p({class_("govuk-notification-banner__heading")}, options.text)));
}

Html error_summary(const ErrorSummary& options) {
  const Html list = each(options.errors, [](const ErrorItem& item) {
    return li({}, item.href ? a({all_(item.attributes)}, *item.href, item.text) : Html(item.text));
  });
  return div({classes_({"govuk-error-summary", options.classes}),
              optional_("data-disable-auto-focus", options.disables_auto_focus ? "true" : ""),
              all_(options.attributes), data_("module", "govuk-error-summary")},
             div({role_("alert")}, h2({class_("govuk-error-summary__title")}, options.title),
                 div({class_("govuk-error-summary__body")},
                     when(!options.description.empty(), [&] { return p({}, options.description); }),
                     when(!list.empty(),
                          [&] { return ul({class_("govuk-list govuk-error-summary__list")}, list); }))));
}

Html tabs(const Tabs& options) {
  int number = 0;
  Html list, panels;
  for (const TabItem& item : options.items) {
    ++number;
    const std::string id = item.id.empty() ? options.id_prefix + "-" + std::to_string(number) : item.id;
    list += li({classes_({"govuk-tabs__list-item", number == 1 ? "govuk-tabs__list-item--selected" : ""})},
               a({class_("govuk-tabs__tab"), all_(item.attributes)}, Url::fragment(id), item.label));
    panels += div({classes_({"govuk-tabs__panel", number == 1 ? "" : "govuk-tabs__panel--hidden"}), id_(id),
                   all_(item.panel_attributes)},
                  item.content, when(item.content.empty() && !item.text.empty(), [&] {
                    return p({class_("govuk-body")}, item.text);
                  }));
  }
  return div({id_(options.id), classes_({"govuk-tabs", options.classes}), all_(options.attributes),
              data_("module", "govuk-tabs")},
             h2({class_("govuk-tabs__title")}, options.title),
             when(!list.empty(), [&] { return ul({class_("govuk-tabs__list")}, list); }), panels);
}

}  // namespace sightline::html::govuk
