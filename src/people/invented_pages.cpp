// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/invented_pages.h"

#include "platform/html/govuk.h"

namespace sightline::people {

html::Html invented_tag(Reality reality) {
  if (reality == Reality::Real) return {};
  return html::govuk::tag({.text = "Invented", .classes = "govuk-tag--yellow"});
}

std::string marked(std::string name, Reality reality) {
  if (reality == Reality::Invented) name += " (invented)";
  return name;
}

}  // namespace sightline::people
