// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure_pages.h"
#include "figure/form_pages.h"

namespace sightline::figure {

using namespace html;

Url figures_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "figures");
}

Url figure_url(std::string_view programme_key, std::string_view key) {
  return Url::path("programmes", programme_key, "figures", key);
}

people::PageFrame frame_below_figures(const programme::Programme& programme, const std::string& title,
                                      Problems problems) {
  const bool is_list = title.empty();
  people::PageFrame frame{.title = (is_list ? "Figures" : title) + ", " + programme.details.name,
                          .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")}},
                          .problems = std::move(problems)};
  if (is_list)
    frame.breadcrumbs.push_back({.text = "Figures"});
  else {
    frame.breadcrumbs.push_back({.text = "Figures", .href = figures_url(programme.details.key)});
    frame.breadcrumbs.push_back({.text = title});
  }
  if (programme.details.reality == people::Reality::Invented)
    frame.banner = "Invented: this programme and everything about it were made up.";
  return frame;
}

std::string as_of(std::int64_t entry) {
  return "As of entry " + std::to_string(entry) + " of the journal.";
}

void add_routes(http::Router& router, const people::Web& web) {
  add_list_routes(router, web);
  add_form_routes(router, web);
  add_one_figure_routes(router, web);
}

}  // namespace sightline::figure
