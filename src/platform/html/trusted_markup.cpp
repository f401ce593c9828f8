// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// See the header: nothing outside this folder may call it.

#include "platform/html/trusted_markup.h"

namespace sightline::html {

Html trusted_markup(std::string_view markup) {
  Markup taken;
  taken.put(markup);
  return Html(std::move(taken));
}

}  // namespace sightline::html
