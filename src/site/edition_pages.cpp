// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/edition_pages.h"

#include <algorithm>

#include "base/number.h"
#include "platform/pdf/worker.h"
#include "publication/edition_links.h"
#include "publication/edition_press_pages.h"
#include "site/after_publication_pages.h"
#include "site/frame_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using publication::Edition;

const EditionFileView* find(const EditionView& view, std::string_view path) {
  const auto found = std::ranges::find(view.files, path, &EditionFileView::path);
  return found == view.files.end() ? nullptr : &*found;
}

/// A link to a file of the edition, as an item of a list; nothing where the edition has no such file.
Html item(const std::string& page, const EditionView& view, const char* file, const std::string& words) {
  const EditionFileView* found = find(view, file);
  if (found == nullptr) return {};
  const bool is_page = found->path.ends_with(".html");
  return li({}, link_to(page, edition_folder(view.edition) + file, words),
            is_page ? std::string() : " (PDF document, " + size_in_words(found->size) + ")");
}

/// Why there is no PDF, without the names of programs and places that the reason on record has. Handbook
/// §8.35
std::string for_readers(std::string_view reason) {
  const std::string none = "There is no PDF document of this edition: ";
  if (reason.starts_with(publication::kFailedCheck))
    return none +
           "the one that was made did not pass the check that people who use a screen reader can read it. " +
           std::string(reason.substr(publication::kFailedCheck.size()));
  if (reason.starts_with(pdf::kCannotBeMadeHere))
    return none + "the computer that published it lacked a program or a font that makes one.";
  return none + "the program that makes one could not set this report.";
}

Html ways_to_read(const std::string& page, const EditionView& view) {
  const Html no_paper = when(view.edition.pdf_refusal.has_value(),
                             [&] { return li({}, for_readers(*view.edition.pdf_refusal)); });
  return ul({class_("govuk-list govuk-list--spaced")},
            item(page, view, publication::kIndexPage, "Read the report online"),
            item(page, view, publication::kPaper, "Download the report"), no_paper,
            item(page, view, publication::kPressReleasePage, "Read the press release"),
            item(page, view, publication::kRecommendationsPage, "See the recommendations"),
            item(page, view, publication::kFiguresPage, "See every figure, with its data"));
}

Html all_editions(const std::string& page, const PublicationView& view) {
  if (view.editions.size() < 2) return {};
  const auto line = [&](const EditionView& each) {
    const Edition& edition = each.edition;
    return li({},
              link_to(page, edition_folder(edition) + publication::kIndexPage,
                      "Edition " + std::to_string(edition.number)),
              ", ", day(edition.published_on), edition.is_replaced() ? ", replaced" : "",
              edition.change_note.empty() ? "" : ". What it corrects: ", edition.change_note);
  };
  return fragment(h2({class_("govuk-heading-m"), id_("editions")}, "Editions"),
                  paragraph("A correction is a new edition. The one before stays readable."),
                  ul({class_("govuk-list govuk-list--bullet")}, each(view.editions, line)));
}

Html responses_of(const std::string& page, const PublicationView& view) {
  const auto answered = std::ranges::count_if(
      view.responses, [](const ResponseView& each) { return each.response.has_value(); });
  return fragment(h2({class_("govuk-heading-m"), id_("responses")}, "Responses of the local policing bodies"),
                  p({class_("govuk-body")}, "A response is on record from ", answered, " of ",
                    view.responses.size(), " bodies. The last day is ", day(view.clock.last_day()), "."),
                  p({class_("govuk-body")}, link_to(page, responses_page(view.publication.key),
                                                    "See all bodies on the response board")));
}

/// What every page of a frozen edition says when it is served.
Html state_of(const PublicationView& view, const Edition& edition, const std::string& page) {
  const std::string landing = landing_page(view.publication.key);
  const auto line = [&](const std::string& to, const char* words) {
    return p({class_("govuk-body-s")}, link_to(page, to, words));
  };
  if (!edition.is_replaced())
    return fragment(line(landing, "About this publication and the responses to it"),
                    when(page.ends_with(publication::kRecommendationsPage), [&] {
                      return line(recommendations_page(view.publication.key),
                                  "What was answered to each of these recommendations");
                    }));
  const Edition& newest = view.editions.front().edition;
  return govuk::notification_banner(
      {.content = fragment(
           p({class_("govuk-notification-banner__heading")}, "This edition was replaced on ",
             day(newest.published_on), "."),
           when(!newest.change_note.empty(),
                [&] { return p({class_("govuk-body")}, "What was corrected: ", newest.change_note); }),
           p({class_("govuk-body")}, link_to(page, edition_folder(newest) + publication::kIndexPage,
                                             "Read edition " + std::to_string(newest.number))))});
}

}  // namespace

std::string edition_folder(const Edition& edition) {
  return "publications/" + edition.publication_key + "/edition-" + std::to_string(edition.number) + "/";
}

std::string render_own_landing(const PublicationView& view) {
  const std::string path = landing_page(view.publication.key);
  const EditionView& newest = view.editions.front();
  const publication::Part* publisher = view.publication.find(publication::PartKind::Publisher);
  const publication::Part* reason = view.publication.find(publication::PartKind::ResponsesReason);
  const Html main = div(
      {class_("govuk-grid-row")},
      div({class_("govuk-grid-column-two-thirds")}, h1({class_("govuk-heading-xl")}, newest.edition.title),
          when(!newest.edition.subtitle.empty(),
               [&] { return p({class_("govuk-body-l")}, newest.edition.subtitle); }),
          govuk::summary_list(
              {.rows = {{.key = "Published on", .value = day(view.publication.published_on)},
                        {.key = "Published by",
                         .value = publisher ? publisher->text : std::string("not on record")}}}),
          when(!newest.edition.summary.empty(), [&] { return paragraph(newest.edition.summary); }),
          h2({class_("govuk-heading-m"), id_("read")}, "Read the report"), ways_to_read(path, newest),
          all_editions(path, view), responses_of(path, view), after_publication(path, view),
          when(reason != nullptr, [&] {
            return fragment(h2({class_("govuk-heading-m"), id_("why")}, reason->label),
                            paragraph(reason->text));
          })));
  return document({.path = path,
                   .title = newest.edition.title,
                   .description = newest.edition.summary,
                   .trail = {{"Publications", kHomePage}},
                   .notice = notice_of(view)},
                  main);
}

void add_editions(const PublicationView& view, FrozenFiles& frozen) {
  for (const EditionView& each : view.editions)
    for (const EditionFileView& file : each.files) {
      const std::string place = edition_folder(each.edition) + file.path;
      const Html state = file.path.ends_with(".html") ? state_of(view, each.edition, place) : Html();
      const auto bytes = [edition = each.edition.key, path = file.path, state](sql::Reader& reader) {
        return publication::with_state(publication::edition_file(reader, edition, path)->bytes, state);
      };
      frozen.insert_or_assign(place, FrozenFile{file.digest + std::string(state.view()), bytes});
    }
}

}  // namespace sightline::site
