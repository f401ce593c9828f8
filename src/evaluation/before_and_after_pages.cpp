// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after_service.h"
#include "evaluation/evaluation_pages.h"
#include "evaluation/form_pages.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::evaluation {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html share_cell(const std::optional<figure::ShownShare>& share) {
  if (!share) return fragment("None graded");
  if (!share->interval) return fragment(share->text);
  return fragment(share->text, br(),
                  span({class_("govuk-!-font-size-16")}, "95% interval ", *share->interval));
}

Html sentence_cell(const AreaLine& line) {
  if (!line.change || line.change == Change::NotShown) return fragment(line.sentence);
  return strong({}, line.sentence);
}

Html areas_table(const BeforeAndAfter& pair) {
  const std::string caption =
      "Cases graded " + pair.graded + ": " + pair.later_title + " after " + pair.earlier_title;
  govuk::Table table{.caption = caption,
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Area"}, {.text = pair.earlier_title}, {.text = pair.later_title}},
                     .rows = {},
                     .first_cell_is_header = true};
  if (!pair.obstacle) {
    table.head.push_back({.text = "Difference, 95% interval"});
    table.head.push_back({.text = "What may be said"});
  }
  for (const AreaLine& line : pair.areas) {
    std::vector<govuk::Cell> row{
        {.text = line.name}, {.text = share_cell(line.earlier)}, {.text = share_cell(line.later)}};
    if (!pair.obstacle) {
      row.push_back({.text = line.difference.empty() ? "–" : line.difference});
      row.push_back({.text = sentence_cell(line)});
    }
    table.rows.push_back(std::move(row));
  }
  return scrolling_table(table);
}

Html pair_section(const BeforeAndAfter& pair) {
  return fragment(
      h3({class_("govuk-heading-m")}, pair.later_title, " after ", pair.earlier_title),
      p({class_("govuk-body")}, "Cases graded ", pair.graded, ", by area."),
      when(pair.obstacle.has_value(),
           [&] { return govuk::inset_text({.text = "These two are not compared. " + *pair.obstacle}); }),
      areas_table(pair));
}

Html body_section(const BodyBeforeAndAfter& body) {
  return section({}, h2({class_("govuk-heading-l")}, body.name), each(body.pairs, pair_section));
}

/// What all the tables of the page come to. Handbook §7.20
Html in_short(const Comparisons& comparisons) {
  if (comparisons.made == 0)
    return p({class_("govuk-body")}, "No two inspections on this page are compared: each pair says why.");
  if (comparisons.made == 1) return {};
  const auto number = [](int count) { return count == 0 ? "none" : std::to_string(count); };
  const int changes = comparisons.falls + comparisons.rises;
  const std::string came_to =
      changes == 0 ? "None shows a change."
                   : "The share graded below the best grade was smaller in the second sample in " +
                         number(comparisons.falls) + " and larger in " + number(comparisons.rises) + "; " +
                         number(comparisons.made - changes) + " do not show a change.";
  return p({class_("govuk-body")}, comparisons.made, " comparisons were made on this page. ", came_to,
           " Where there is no change, about one in twenty would seem to show one.");
}

Html introduction(const ProgrammeBeforeAndAfter& found) {
  return fragment(
      p({class_("govuk-body-l")},
        "Grades from a review or a re-inspection, laid beside those from the inspection it follows."),
      when(!found.bodies.items.empty(), [&] { return in_short(found.comparisons); }),
      p({class_("govuk-body")},
        "Counted are cases that inspectors graded below the best grade of the scale, in assessments that "
        "were "
        "agreed, of inspections that were published. A change is claimed only where the two samples show "
        "one. An "
        "interval says how far a share could be off by the luck of which cases were drawn, and no more: "
        "those of "
        "a review may have been chosen differently, so it is the least doubt there is."));
}

struct BeforeAndAfterPage {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto found = before_and_after(snapshot, session.actor, request.parameter("programme"),
                                        http::page_asked_for(request.query));
    if (!found) return http::problem(found.refusal());
    const programme::ProgrammeDetails& details = found->programme.details;
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, details.name),
                 h1({class_("govuk-heading-xl")}, "Before and after"), introduction(*found),
                 found->bodies.items.empty()
                     ? p({class_("govuk-body")},
                         "There is no review or re-inspection that you may see with what it follows.")
                     : each(found->bodies.items, body_section),
                 govuk::pages_of_list(before_and_after_url(details.key), found->bodies.cut));
    people::PageFrame frame{.title = "Before and after, " + details.name,
                            .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                                            {.text = "Before and after"}}};
    if (details.reality == people::Reality::Invented)
      frame.banner = "Invented: this programme, its bodies and every case behind these numbers were made up.";
    return web.page(request, session, frame, main);
  }
};

}  // namespace

void add_before_and_after_routes(http::Router& router, const people::Web& web) {
  router.get("/programmes/{programme}/before-and-after", web.signed_in(BeforeAndAfterPage{web}));
}

}  // namespace sightline::evaluation
