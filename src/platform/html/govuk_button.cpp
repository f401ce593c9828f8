// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/govuk_button.h"

#include "platform/html/elements.h"
#include "platform/html/govuk_parts.h"

namespace sightline::html::govuk {
namespace {

Html start_icon() {
  return kSvg({class_("govuk-button__start-icon"), attribute_("xmlns", "http://www.w3.org/2000/svg"),
               attribute_("width", "17.5"), attribute_("height", "19"), attribute_("viewBox", "0 0 33 40"),
               aria_("hidden", "true"), attribute_("focusable", "false")},
              kPath({attribute_("fill", "currentColor"), attribute_("d", "M0 0h13l20 20-20 20H0l20-20z")}));
}

}  // namespace

Html button(const Button& options) {
  const Attributes common{
      classes_({"govuk-button", options.is_start_button ? "govuk-button--start" : "", options.classes}),
      data_("module", "govuk-button"), all_(options.attributes), id_(options.id)};
  const Html content = options.is_start_button ? fragment(options.text, start_icon()) : Html(options.text);
  if (options.href)
    return a({role_("button"), attribute_("draggable", "false"), all_(common)}, *options.href, content);
  return html::button(
      {type_(options.type), optional_("value", options.value), optional_("name", options.name),
       flag_("disabled", options.is_disabled), optional_("aria-disabled", options.is_disabled ? "true" : ""),
       optional_("data-prevent-double-click", options.prevents_double_click ? "true" : ""), all_(common)},
      content);
}

}  // namespace sightline::html::govuk
