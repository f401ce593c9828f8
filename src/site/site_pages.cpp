// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/site_pages.h"

#include <chrono>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "platform/clock/clock.h"
#include "platform/http/static_files.h"
#include "site/after_publication_pages.h"
#include "site/edition_pages.h"
#include "site/force_pages.h"
#include "site/frame_pages.h"
#include "site/frozen_pages.h"
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
      named_rows_table(view, kAboutPage), several_forces_section(view),
      h2({class_("govuk-heading-m"), id_("scales")}, "Scales"),
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

namespace {

struct Rendered {
  Site site;  ///< Without what is frozen.
  FrozenFiles frozen;
};

Rendered rendered(const PublicView& view, const BuiltFiles& built) {
  Rendered made;
  Site& site = made.site;
  for (const auto& [name, content] : built) site.files.emplace("assets/" + name, content);
  site.files.emplace(kHomePage, render_home(view));
  site.files.emplace(kAboutPage, render_about(view));
  site.files.emplace(kForcesPage, render_forces(view));
  for (const ForceView& force : view.forces)
    site.files.emplace(force_page(force.force.key), render_force(view, force));
  for (const PublicationView& published : view.publications) {
    site.files.emplace(landing_page(published.publication.key), render_landing(published));
    site.files.emplace(responses_page(published.publication.key), render_responses(published));
    add_editions(published, made.frozen);
    add_after_publication(published, site, made.frozen);
  }
  return made;
}

}  // namespace

Site render(sql::Reader& reader, Date today, const BuiltFiles& built) {
  Rendered made = rendered(read_public_view(reader, today), built);
  for (const auto& [place, file] : made.frozen) made.site.files.insert_or_assign(place, file.bytes(reader));
  return std::move(made.site);
}

Site render_from(journal::Journal& journal, const BuiltFiles& built) {
  sql::Snapshot snapshot = journal.snapshot();
  return render(snapshot, journal.clock().today(), built);
}

namespace {

/// A file that is ready to be sent, and by what it is known to be the same.
struct Kept {
  std::string identity;
  std::shared_ptr<const http::Asset> asset;
};

/// The site as it was at one position of the journal, ready to be sent.
struct Ready {
  std::int64_t position;
  Date day;  ///< A clock may run out overnight without anything being recorded.
  std::map<std::string, Kept> files = {};
  std::map<std::string, std::string> withdrawn = {};
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
    const auto instead = ready->withdrawn.find(path);
    const bool is_withdrawn = instead != ready->withdrawn.end();
    const auto file = ready->files.find(is_withdrawn ? instead->second : path);
    if (file == ready->files.end()) return http::problem(http::Status::NotFound);
    http::Response response = http::serve(request, *file->second.asset);
    if (is_withdrawn && response.status == http::Status::Ok) response.status = http::Status::NotFound;
    return response;
  }

 private:
  struct Look {
    std::shared_ptr<const Ready> found;
    Timestamp at;
  };

  std::shared_ptr<const Ready> current() {
    const Timestamp now = journal_.clock().now();
    const std::optional<Look> last = last_look();
    if (last && now < last->at + kLookEvery) return last->found;
    std::unique_lock looking(looking_, std::try_to_lock);
    if (!looking && last) return last->found;  // Somebody is at it.
    if (!looking) looking.lock();
    return brought_up_to(now);
  }

  /// Rendered only where the journal has moved. REQUIRES: looking_ is held.
  std::shared_ptr<const Ready> brought_up_to(Timestamp now) {
    sql::Snapshot snapshot = journal_.snapshot();
    const std::int64_t position = journal::position(snapshot);
    const Date today = clock::london_date(now);
    const std::optional<Look> last = last_look();
    std::shared_ptr<const Ready> ready = last ? last->found : nullptr;
    if (!ready || ready->position != position || ready->day != today)
      ready = made(snapshot, position, today, ready.get());
    const std::lock_guard lock(mutex_);
    last_look_ = Look{ready, now};
    return ready;
  }

  std::shared_ptr<const Ready> made(sql::Reader& reader, std::int64_t position, Date today,
                                    const Ready* before) const {
    Rendered now = rendered(read_public_view(reader, today), built_);
    auto ready = std::make_shared<Ready>(Ready{.position = position, .day = today});
    ready->withdrawn = std::move(now.site.withdrawn);
    for (auto& page : now.site.files)
      ready->files.emplace(page.first, kept(before, page.first, http::content_hash(page.second),
                                            [&] { return std::move(page.second); }));
    for (const auto& file : now.frozen)
      ready->files.insert_or_assign(file.first, kept(before, file.first, file.second.identity,
                                                     [&] { return file.second.bytes(reader); }));
    return ready;
  }

  /// What was made of the same content before: it is neither read nor compressed anew.
  template <class Content>
  static Kept kept(const Ready* before, const std::string& path, const std::string& identity,
                   Content content) {
    if (before != nullptr)
      if (const auto known = before->files.find(path);
          known != before->files.end() && known->second.identity == identity)
        return known->second;
    return {identity, http::make_asset(content(), http::media_type_of(path), "public, max-age=60")};
  }

  std::optional<Look> last_look() const {
    const std::lock_guard lock(mutex_);
    return last_look_;
  }

  journal::Journal& journal_;
  const BuiltFiles built_;
  std::mutex looking_;        ///< Held by the one who looks whether the journal has moved.
  mutable std::mutex mutex_;  ///< Of last_look_ alone, and never for long.
  std::optional<Look> last_look_;
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
