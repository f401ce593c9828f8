// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_pages.h"

#include "base/number.h"
#include "evidence/shared_pages.h"
#include "figure/explanation_pages.h"
#include "people/invented_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/scrolling_table.h"

namespace sightline::publication {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Url edition_url(std::string_view edition_key) {
  return Url::path("editions", edition_key);
}

Url publish_url(std::string_view programme_key, std::string_view report_key) {
  return Url::path("programmes", programme_key, "reports", report_key, "publish");
}

namespace {

Url explain_url(std::string_view edition_key, std::string_view figure_key) {
  return Url::path("editions", edition_key, "figures", figure_key);
}

Url verify_url(std::string_view edition_key) {
  return Url::path("editions", edition_key, "verify");
}

/// Where readers find a file of the edition.
Url public_url(const Edition& edition, std::string_view path) {
  return Url::local("/site/publications/" + edition.publication_key + "/edition-" +
                    std::to_string(edition.number) + "/" + std::string(path));
}

people::PageFrame frame_of(const Edition& edition, const std::string& title) {
  people::PageFrame frame{.title = title,
                          .breadcrumbs = {{.text = "Editions", .href = Url::local("/editions")}},
                          .banner = notice(edition.reality)};
  if (title != edition.key)
    frame.breadcrumbs.push_back({.text = edition.key, .href = edition_url(edition.key)});
  frame.breadcrumbs.push_back({.text = title});
  return frame;
}

Html facts_of(const Edition& edition) {
  std::vector<govuk::SummaryRow> rows{
      {.key = "Published", .value = edition.published_on.in_words()},
      {.key = "Frozen",
       .value = clock::in_london_words(edition.published_at) + ", as of entry " +
                std::to_string(edition.journal_position)},
      {.key = "State",
       .value = edition.is_replaced() ? "Replaced by edition " + std::to_string(edition.newest)
                                      : std::string("The newest edition")}};
  if (!edition.change_note.empty()) rows.push_back({.key = "What it corrects", .value = edition.change_note});
  if (edition.pdf_refusal)
    rows.push_back(
        {.key = "No PDF", .value = *edition.pdf_refusal + " A corrected edition can bring the PDF later."});
  return govuk::summary_list({.rows = rows});
}

Html figures_of(const Edition& edition, const std::vector<PublishedFigure>& figures) {
  if (figures.empty()) return {};
  govuk::Table table{.caption = "Figures",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Figure"}, {.text = "Shown"}, {.text = "What it counts"}},
                     .rows = {},
                     .first_cell_is_header = true};
  for (const PublishedFigure& each : figures)
    table.rows.push_back({{.text = a({class_("govuk-link")}, explain_url(edition.key, each.key), each.title)},
                          {.text = each.text == each.title ? "A table" : each.text},
                          {.text = each.words}});
  return scrolling_table(table);
}

/// Each leads to its document where the reader may see that.
Html quotations_of(const std::vector<PublishedQuotation>& quotations) {
  if (quotations.empty()) return {};
  const auto from = [](const PublishedQuotation& each) -> Html {
    if (!each.evidence) return fragment(". Your role does not show where it comes from.");
    return fragment(", from ",
                    a({class_("govuk-link")},
                      evidence::document_url(each.evidence->inspection_key, each.evidence->document_number),
                      "document ", each.evidence->document_number),
                    ", ", each.evidence->inspection_title);
  };
  return fragment(
      h2({class_("govuk-heading-m")}, "Passages that it quotes"),
      ul({class_("govuk-list govuk-list--spaced")}, each(quotations, [&](const PublishedQuotation& each) {
           return li({}, blockquote({class_("app-extract app-typed")}, each.words),
                     p({class_("govuk-body-s govuk-!-margin-bottom-0")}, evidence::name_of(each.extract),
                       ", in “", each.section, "”", from(each)));
         })));
}

Html files_of(const Edition& edition, const std::vector<FileSize>& files) {
  std::vector<Html> lines;
  for (const FileSize& file : files)
    lines.push_back(li({}, a({class_("govuk-link")}, public_url(edition, file.path), file.path), ", ",
                       size_in_words(file.bytes)));
  return govuk::details(
      {.summary = counted(std::ssize(files), "file", "files"), .text = ul({class_("govuk-list")}, lines)});
}

Response show_editions(const people::Web& web, const Request& request, const Session& session,
                       sql::Reader& reader) {
  if (auto refusal = people::refuse_unless_somewhere(session.actor, people::Permission::ReadReports))
    return http::problem(*refusal);
  constexpr int kOnAPage = 25;
  const std::vector<Edition> all = all_editions(reader);
  const Cut cut =
      cut_of(static_cast<std::int64_t>(all.size()), http::page_asked_for(request.query), kOnAPage);
  std::vector<Html> lines;
  for (auto at = static_cast<std::size_t>(cut.offset);
       at < all.size() && at < static_cast<std::size_t>(cut.offset + cut.size); ++at)
    lines.push_back(li({}, a({class_("govuk-link")}, edition_url(all[at].key), all[at].title), ", edition ",
                       all[at].number, ", ", all[at].published_on.in_words(),
                       all[at].is_replaced() ? " (replaced)" : "", " ",
                       people::invented_tag(all[at].reality)));
  const Html main =
      fragment(h1({class_("govuk-heading-xl")}, "Editions"),
               lines.empty() ? p({class_("govuk-body")}, "Nothing has been published from a report yet.")
                             : ul({class_("govuk-list govuk-list--spaced")}, lines),
               govuk::pages_of_list(Url::local("/editions"), cut));
  return web.page(request, session, {.title = "Editions", .breadcrumbs = {{.text = "Editions"}}}, main);
}

Response show_edition(const people::Web& web, const Request& request, const Session& session,
                      sql::Reader& reader) {
  if (auto refusal = people::refuse_unless_somewhere(session.actor, people::Permission::ReadReports))
    return http::problem(*refusal);
  const auto edition = find_edition(reader, request.parameter("edition"));
  if (!edition) return http::problem(http::Status::NotFound, "There is no such edition.");
  const Html done = when(request.query.text("done") == "published", [] {
    return govuk::notification_banner({.text = "Published. Everybody can read it now.", .is_success = true});
  });
  const Html main = fragment(
      done, span({class_("govuk-caption-xl")}, "Edition ", edition->number),
      h1({class_("govuk-heading-xl")}, edition->title), facts_of(*edition),
      ul({class_("govuk-list")},
         li({}, a({class_("govuk-link")}, public_url(*edition, "index.html"), "Read it as readers do")),
         li({}, a({class_("govuk-link")}, verify_url(edition->key),
                  "Work every figure out again, read every passage again, and compare"))),
      figures_of(*edition, published_figures(reader, edition->id)),
      quotations_of(published_quotations(reader, session.actor, edition->id)),
      files_of(*edition, file_sizes(reader, edition->id)));
  return web.page(request, session, frame_of(*edition, edition->key), main);
}

Response show_verification(const people::Web& web, const Request& request, const Session& session,
                           sql::Reader& reader) {
  const auto verified = verify(reader, session.actor, request.parameter("edition"));
  if (!verified) return http::problem(verified.refusal());
  const auto edition = find_edition(reader, request.parameter("edition"));
  const std::string checked = with_commas(verified->figures) + " figures were worked out again, " +
                              with_commas(verified->passages) + " passages held against the evidence and " +
                              with_commas(verified->files) + " files against their digests.";
  Html found;
  if (verified->mismatches.empty()) {
    found = govuk::notification_banner({.text = "All is as it was published.", .is_success = true});
  } else {
    govuk::Table table{.caption = "What is not as it was published",
                       .caption_classes = "govuk-table__caption--m",
                       .head = {{.text = "What"}, {.text = "Was"}, {.text = "Is"}},
                       .rows = {},
                       .first_cell_is_header = true};
    for (const Mismatch& each : verified->mismatches)
      table.rows.push_back({{.text = each.what}, {.text = each.was}, {.text = each.is}});
    found = fragment(govuk::warning_text({.text = "The edition is not what was published."}),
                     scrolling_table(table));
  }
  const Html main = fragment(span({class_("govuk-caption-xl")}, edition->title),
                             h1({class_("govuk-heading-xl")}, "Is edition ", edition->number, " whole?"),
                             found, p({class_("govuk-body")}, checked));
  return web.page(request, session, frame_of(*edition, "Verify"), main);
}

Html not_as_published(const Edition& edition) {
  return fragment(
      govuk::warning_text({.text = "The records below are not what they were when this was published, so it "
                                   "cannot be told which of them were counted."}),
      p({class_("govuk-body")}, a({class_("govuk-link")}, verify_url(edition.key),
                                  "Work every figure of the edition out again, and compare")));
}

Response show_figure(const people::Web& web, const Request& request, const Session& session,
                     sql::Reader& reader) {
  const auto explained = explain_figure(reader, session.actor, request.parameter("edition"),
                                        request.parameter("figure"), http::page_asked_for(request.query));
  if (!explained) return http::problem(explained.refusal());
  std::vector<govuk::SummaryRow> rows{{.key = "What it counts", .value = explained->figure.words},
                                      {.key = "What readers see", .value = explained->figure.text}};
  if (explained->count)
    rows.push_back({.key = "As counted",
                    .value = with_commas(*explained->count) +
                             (explained->of ? " of " + with_commas(*explained->of) : std::string())});
  rows.push_back({.key = "As of", .value = "entry " + std::to_string(explained->edition.journal_position)});
  const Html main =
      fragment(span({class_("govuk-caption-xl")}, explained->edition.title),
               h1({class_("govuk-heading-xl")}, explained->figure.title), govuk::summary_list({.rows = rows}),
               p({class_("govuk-body")},
                 a({class_("govuk-link")},
                   public_url(explained->edition, "figures/" + explained->figure.key + ".html"),
                   "See what readers are told")),
               when(!explained->is_as_published, [&] { return not_as_published(explained->edition); }),
               figure::records_behind(explained->explanation,
                                      explain_url(explained->edition.key, explained->figure.key)));
  return web.page(request, session, frame_of(explained->edition, explained->figure.title), main);
}

}  // namespace

void add_edition_routes(http::Router& router, const people::Web& web) {
  const auto page = [&web](auto show) {
    return web.signed_in_reading(
        [&web, show](const Request& request, const Session& session, sql::Reader& reader) {
          return show(web, request, session, reader);
        });
  };
  router.get("/editions", page(show_editions));
  router.get("/editions/{edition}", page(show_edition));
  router.get("/editions/{edition}/verify", page(show_verification));
  router.get("/editions/{edition}/figures/{figure}", page(show_figure));
}

void add_routes(http::Router& router, const people::Web& web, const Press& press) {
  add_publish_routes(router, web, press);
  add_edition_routes(router, web);
}

}  // namespace sightline::publication
