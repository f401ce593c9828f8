// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/frame_pages.h"

#include "base/number.h"
#include "platform/html/scrolling_table.h"
#include "publication/edition_links.h"
#include "site/site.h"

namespace sightline::site {

using namespace html;
using publication::way_within;

namespace {

constexpr const char* kNotGovernment = "A demonstration of Sightline, not a government website.";
constexpr const char* kFactsOfOthers = " It shows facts that others published, each with its source.";

std::vector<govuk::NavigationItem> navigation(const std::string& path) {
  std::vector<govuk::NavigationItem> items;
  const auto add = [&](const char* words, const std::string& to, bool is_within) {
    items.push_back({.text = words,
                     .href = Url::relative(way_within(path, to)),
                     .is_current = path == to,
                     .is_active = path != to && is_within});
  };
  add("Publications", kHomePage, path.starts_with("publications/"));
  add("Police forces", kForcesPage, path.starts_with("forces/"));
  add("About the data", kAboutPage, false);
  return items;
}

std::string host_of(std::string_view address) {
  const std::size_t start = address.find("://") + 3;
  std::string_view host = address.substr(start, address.find_first_of("/?#", start) - start);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace

std::string force_page(const std::string& force_key) {
  return "forces/" + force_key + "/index.html";
}
std::string landing_page(const std::string& publication_key) {
  return "publications/" + publication_key + "/index.html";
}
std::string responses_page(const std::string& publication_key) {
  return "publications/" + publication_key + "/responses/index.html";
}
std::string answers_page(const std::string& publication_key, const std::string& force_key) {
  return "publications/" + publication_key + "/responses/" + force_key + "/index.html";
}
std::string recommendations_page(const std::string& publication_key) {
  return "publications/" + publication_key + "/recommendations/index.html";
}

std::string notice_of(const PublicationView& view) {
  return view.editions.empty() ? std::string() : publication::notice(view.editions.front().edition.reality);
}

Html link_to(const std::string& from, const std::string& to, const std::string& words) {
  return a({class_("govuk-link")}, Url::relative(way_within(from, to)), words);
}

std::string document(const PublicPage& page, const Html& main) {
  std::vector<govuk::Breadcrumb> trail;
  for (const auto& [words, path] : page.trail)
    trail.push_back({.text = words, .href = Url::relative(way_within(page.path, path))});
  if (!trail.empty()) trail.push_back({.text = page.title});
  const std::string what_this_is = std::string(kNotGovernment) + (page.notice.empty() ? kFactsOfOthers : "");
  const Layout layout{.title = page.title,
                      .description = page.description,
                      .navigation = navigation(page.path),
                      .phase = govuk::PhaseBanner{.tag = "Demonstration", .text = what_this_is},
                      .banner = page.notice.empty() ? Content() : Content(p({}, page.notice)),
                      .breadcrumbs = trail,
                      .footer_links = {{"About the data", Url::relative(way_within(page.path, kAboutPage))}},
                      .footer_text = what_this_is,
                      .home = Url::relative(way_within(page.path, kHomePage)),
                      .relative_assets = way_within(page.path, "assets/")};
  return html::page(layout, main).release();
}

std::string_view type_in_words(SourceType type) {
  switch (type) {
    case SourceType::Official:
      return "official source";
    case SourceType::Commissioner:
      return "local policing body";
    case SourceType::Press:
      return "press report";
    case SourceType::Other:
      return "another source";
    case SourceType::Background:
      return "not checked";
  }
  std::abort();
}

Html source_link(const std::string& address) {
  const std::optional<Url> url = Url::parse(address);
  if (!url || url->is_local()) return fragment(address);
  return a({class_("govuk-link"), attribute_("rel", "external")}, *url, host_of(address),
           span({class_("govuk-visually-hidden")}, " (external link)"));
}

Html source_link(const Source& source) {
  if (source.type == SourceType::Background) return fragment(source.text);
  return fragment(source_link(source.text), ", ", type_in_words(source.type));
}

std::string share_in_words(Share share) {
  const Interval interval = wilson_interval(share);
  return percent(share.proportion()) + " (" + with_commas(share.part()) + " of " +
         with_commas(share.whole()) + "), 95% interval " + percent(interval.low) + " to " +
         percent(interval.high);
}

Html wide_table(const govuk::Table& table) {
  return scrolling_table(table);
}

Html paragraph(const Content& words) {
  return p({class_("govuk-body")}, words);
}

Html day(Date date) {
  return time({attribute_("datetime", date.iso())}, date.in_words());
}

}  // namespace sightline::site
