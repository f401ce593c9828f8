// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/scrolling_table.h"

#include "platform/html/elements.h"

namespace sightline::html {

Html scrolling_table(const govuk::Table& content) {
  return div(
      {class_("app-scroll"), role_("region"), aria_("label", content.caption), attribute_("tabindex", 0)},
      govuk::table(content));
}

}  // namespace sightline::html
