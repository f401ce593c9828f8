// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/whole_history.h"

#include <utility>

#include "platform/html/elements.h"

namespace sightline::html {

Html link_to_all_steps(const Url& history, int steps, std::size_t shown) {
  return when(std::cmp_greater(steps, shown), [&] {
    return p({class_("govuk-body")}, a({class_("govuk-link")}, history, "All ", steps, " steps"));
  });
}

}  // namespace sightline::html
