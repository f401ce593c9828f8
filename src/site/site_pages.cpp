// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/site_pages.h"

#include <chrono>
#include <fstream>
#include <mutex>
#include <sstream>
#include <stdexcept>

#include "platform/clock/clock.h"
#include "platform/http/static_files.h"
#include "site/after_publication_pages.h"
#include "site/edition_pages.h"
#include "site/force_pages.h"
#include "site/frame_pages.h"
#include "site/landing_pages.h"
#include "site/public_view_service.h"
#include "site/totals_pages.h"

namespace sightline::site {

namespace {

using namespace html;

std::string render_home(const PublicView& view) {
  const Html publications = each(view.publications, [](const PublicationView& published) {
    return li({}, p({class_("govuk-body")},
                    link_to(kHomePage, landing_page(published.publication.key), published.publication.title),
                    br(), "Published on ", day(published.publication.published_on),
                    notice_of(published).empty() ? "" : ". Invented, to show the program."));
  });
  const Html main =
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")},
              h1({class_("govuk-heading-xl")}, "Inspections of child protection"),
              p({class_("govuk-body-l")},
                "What is on the public record about inspections of how the police protect children in "
                "England and Wales."),
              h2({class_("govuk-heading-m")}, "Publications"), ul({class_("govuk-list")}, publications),
              h2({class_("govuk-heading-m")}, "Police forces"),
              p({class_("govuk-body")}, link_to(kHomePage, kForcesPage, "Find a force"),
                " to see its inspections over time and what was published "
                "about graded cases."),
              h2({class_("govuk-heading-m")}, "About the data"),
              p({class_("govuk-body")}, "Some published numbers do not add up. ",
                link_to(kHomePage, kAboutPage, "Read where the facts come from and which numbers to doubt"),
                ".")));
  return document({.path = kHomePage,
                   .title = "Inspections of child protection",
                   .description = "The public record of child protection inspections of the police."},
                  main);
}

Html source_types() {
  const auto row = [](SourceType type, const char* words) {
    return govuk::SummaryRow{.key = type_in_words(type), .value = words};
  };
  return govuk::summary_list(
      {.rows = {
           row(SourceType::Official,
               "An inspectorate, government, Parliament or a council, at its own address."),
           row(SourceType::Commissioner, "A police and crime commissioner or the equivalent."),
           row(SourceType::Press, "A newspaper, broadcaster, trade paper or news service."),
           row(SourceType::Other, "Anyone else, copies of official documents at other addresses included."),
           row(SourceType::Background, "Common knowledge without an address, not checked row by row.")}});
}

std::string render_about(const PublicView& view) {
  const Html main = fragment(
      h1({class_("govuk-heading-xl")}, "About the data"),
      paragraph("Every fact on these pages was published by somebody else and stands beside its source. "
                "Nothing was "
                "corrected and nothing was filled in. Unknown means looked for and not found."),
      h2({class_("govuk-heading-m"), id_("sources")}, "Kinds of source"),
      paragraph("The kind is judged from the address, never from what the source says."), source_types(),
      h2({class_("govuk-heading-m"), id_("sums")}, "Numbers that do not add up"),
      paragraph("A published total adds up when every grade of its scale is known, the total is exact, and "
                "the grades "
                "make the total. The following do not, or cannot be checked. They are shown all the same, "
                "and no share "
                "is worked out from them."),
      named_rows_table(view, kAboutPage), h2({class_("govuk-heading-m"), id_("scales")}, "Scales"),
      paragraph("Cases were graded on three scales over the years. A grade means nothing without its scale, "
                "so totals on "
                "different scales are never added, compared or drawn on one axis."),
      h2({class_("govuk-heading-m"), id_("shares")}, "Shares and intervals"),
      paragraph(
          "A share keeps its parts. Its 95% interval is by Wilson’s score method; the interval of a "
          "difference is "
          "by Newcombe’s hybrid score method. A change between two samples is claimed only when the interval "
          "of the "
          "difference leaves out zero and both samples are alike in scale, assessor and kinds of case."),
      h2({class_("govuk-heading-m"), id_("dates")}, "Dates"),
      paragraph("An inspection has up to three dates: when inspectors were there, when the report was "
                "published, and what "
                "a web page carries. The last is not a date of publication. A date is shown as precisely as "
                "it is known."));
  return document({.path = kAboutPage,
                   .title = "About the data",
                   .description = "Where the facts come from, and which numbers do not add up."},
                  main);
}

}  // namespace

BuiltFiles read_built_files(const std::filesystem::path& folder) {
  BuiltFiles built;
  for (const char* name : {"sightline.css", "sightline.js", "icon.svg"}) {
    std::ifstream stream(folder / name, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream)
      throw std::runtime_error("there is no " + (folder / name).string() + ": build the pages first");
    built.emplace(name, std::move(content).str());
  }
  return built;
}

Site render(const PublicView& view, const BuiltFiles& built) {
  Site site;
  for (const auto& [name, content] : built) site.files.emplace("assets/" + name, content);
  site.files.emplace(kHomePage, render_home(view));
  site.files.emplace(kAboutPage, render_about(view));
  site.files.emplace(kForcesPage, render_forces(view));
  for (const ForceView& force : view.forces)
    site.files.emplace(force_page(force.force.key), render_force(view, force));
  for (const PublicationView& published : view.publications) {
    site.files.emplace(landing_page(published.publication.key), render_landing(published));
    site.files.emplace(responses_page(published.publication.key), render_responses(published));
    add_editions(published, site);
    add_after_publication(published, site);
  }
  return site;
}

Site render_from(journal::Journal& journal, const BuiltFiles& built) {
  sql::Snapshot snapshot = journal.snapshot();
  return render(read_public_view(snapshot, journal.clock().today()), built);
}

namespace {

/// The site as it was at one position of the journal, ready to be sent.
struct Ready {
  std::int64_t position;
  Date day;  ///< A clock may run out overnight without anything being recorded.
  Timestamp looked_at;
  http::Assets assets;
  std::map<std::string, std::string> hashes;  ///< Of the content of each asset.
};

/// For so long the site is served without asking whether the journal has moved: rendering costs far more
/// than serving, and everything that anybody types moves the journal.
constexpr std::chrono::seconds kLookEvery{5};

class ServedSite {
 public:
  ServedSite(journal::Journal& journal, BuiltFiles built) : journal_(journal), built_(std::move(built)) {}

  http::Response serve(const http::Request& request, std::string path) {
    if (path.empty()) path = kHomePage;
    const std::shared_ptr<const Ready> ready = current();
    const auto asset = ready->assets.find(path);
    if (asset == ready->assets.end()) return http::problem(http::Status::NotFound);
    return http::serve(request, *asset->second);
  }

 private:
  /// Rendered by whoever finds that the journal has moved; the others wait for it.
  std::shared_ptr<const Ready> current() {
    const Timestamp now = journal_.clock().now();
    const std::lock_guard lock(mutex_);
    if (ready_ && now < ready_->looked_at + kLookEvery) return ready_;

    sql::Snapshot snapshot = journal_.snapshot();
    const std::int64_t position = journal::position(snapshot);
    const Date today = clock::london_date(now);
    if (ready_ && ready_->position == position && ready_->day == today) {
      ready_->looked_at = now;
      return ready_;
    }
    const Site site = render(read_public_view(snapshot, today), built_);
    auto ready = std::make_shared<Ready>(
        Ready{.position = position, .day = today, .looked_at = now, .assets = {}, .hashes = {}});
    for (const auto& [path, content] : site.files) {
      const std::string hash = http::content_hash(content);
      ready->assets.emplace(path, kept(path, hash, content));
      ready->hashes.emplace(path, hash);
    }
    ready_ = std::move(ready);
    return ready_;
  }

  /// What was made for the same content before, so that frozen files are not compressed anew each time.
  std::shared_ptr<const http::Asset> kept(const std::string& path, const std::string& hash,
                                          const std::string& content) const {
    if (ready_)
      if (const auto known = ready_->hashes.find(path);
          known != ready_->hashes.end() && known->second == hash)
        return ready_->assets.at(path);
    return http::make_asset(content, http::media_type_of(path), "public, max-age=60");
  }

  journal::Journal& journal_;
  const BuiltFiles built_;
  std::mutex mutex_;
  std::shared_ptr<Ready> ready_;  // its looked_at is touched under the mutex only
};

}  // namespace

void add_routes(http::Router& router, journal::Journal& journal, BuiltFiles built) {
  const auto site = std::make_shared<ServedSite>(journal, std::move(built));
  router.get("/site", [](const http::Request&) { return http::see_other("/site/index.html"); });
  router.get("/site/{path...}", [site](const http::Request& request) {
    return site->serve(request, request.parameter("path"));
  });
}

}  // namespace sightline::site
