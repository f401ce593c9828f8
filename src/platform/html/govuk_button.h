// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The button of GOV.UK Frontend: a button, or a link that looks like one.

#pragma once

#include <optional>
#include <string>

#include "platform/html/builder.h"

namespace sightline::html::govuk {

struct Button {
  Content text{};
  std::string type = "submit";
  std::string name{};
  std::string value{};
  std::string id{};
  std::string classes{};      ///< E.g. "govuk-button--secondary", "govuk-button--warning".
  std::optional<Url> href{};  ///< Makes it a link.
  bool is_disabled = false;
  bool is_start_button = false;
  bool prevents_double_click = false;
  Attributes attributes{};
};
Html button(const Button& options);

}  // namespace sightline::html::govuk
