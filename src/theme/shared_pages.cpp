// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/shared_pages.h"

#include "theme/theme_pages.h"

namespace sightline::theme {

using namespace html;

Url codebook_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "codebook");
}

Url theme_url(std::string_view programme_key, std::string_view theme_key) {
  return Url::path("programmes", programme_key, "codebook", "themes", theme_key);
}

Url coding_url(std::string_view inspection_key, std::int64_t document_number) {
  return Url::path("inspections", inspection_key, "evidence", document_number, "coding");
}

people::PageFrame frame_below_codebook(const programme::Programme& programme, const std::string& title,
                                       Problems problems) {
  const bool is_codebook = title.empty();
  people::PageFrame frame{.title = (is_codebook ? "Codebook" : title) + ", " + programme.details.name,
                          .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")}},
                          .problems = std::move(problems)};
  if (is_codebook)
    frame.breadcrumbs.push_back({.text = "Codebook"});
  else {
    frame.breadcrumbs.push_back({.text = "Codebook", .href = codebook_url(programme.details.key)});
    frame.breadcrumbs.push_back({.text = title});
  }
  if (programme.details.reality == people::Reality::Invented)
    frame.banner = "Invented: this programme and everything about it were made up.";
  return frame;
}

std::string coder_in_words(const CodingLine& coding) {
  return coding.coder.value_or("The operator");
}

Html typed_text(std::string_view text) {
  return span({class_("app-typed")}, text);
}

Html retired_tag(Use use) {
  if (use == Use::InUse) return {};
  return fragment(" ", govuk::tag({.text = "Retired", .classes = "govuk-tag--grey"}));
}

void add_routes(http::Router& router, const people::Web& web) {
  add_codebook_routes(router, web);
  add_theme_form_routes(router, web);
  add_passage_routes(router, web);
  add_coding_routes(router, web);
}

}  // namespace sightline::theme
