// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/form_pages.h"
#include "people/invented_pages.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::figure {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

/// As readers will see it, or why there is nothing to see.
Html comes_to(const FigureLine& line) {
  if (!line.value) return span({class_("app-muted")}, line.value.refusal().message);
  const Shown as_shown = shown(*line.value, line.figure.details, Policy::RoundedToFive);
  if (as_shown.parts.empty())
    return fragment("A table of ", static_cast<int>(as_shown.table->rows.size()), " rows");
  return fragment(as_shown.text);
}

Html table_of(const FigureList& list) {
  govuk::Table table{.caption = "Figures by key",
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Figure"}, {.text = "Key"}, {.text = "What readers would see now"}},
                     .first_cell_is_header = true};
  for (const FigureLine& line : list.figures.items) {
    const Figure& figure = line.figure;
    table.rows.push_back(
        {{.text = a({class_("govuk-link")}, figure_url(list.programme.details.key, figure.key),
                    figure.details.title)},
         {.text = code({}, figure.key)},
         {.text = comes_to(line)}});
  }
  return scrolling_table(table);
}

struct ShowFigures {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<FigureList> list = figures_of(snapshot, session.actor, request.parameter("programme"),
                                               http::page_asked_for(request.query));
    if (!list) return http::problem(list.refusal());
    const std::string& key = list->programme.details.key;
    const Cut& cut = list->figures.cut;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, list->programme.details.name),
        h1({class_("govuk-heading-xl")}, "Figures"),
        when(session.actor.may(DefineFigure::kNeeds),
             [&] {
               return govuk::button(
                   {.text = "Define a figure", .href = Url::path("programmes", key, "figures", "new")});
             }),
        cut.total == 0 ? p({class_("govuk-body")}, "There are no figures yet.")
                       : fragment(p({class_("govuk-body")}, as_of(list->entry),
                                    " Only published inspections count. Counts of people are rounded as "
                                    "readers will see them."),
                                  table_of(*list), govuk::pages_of_list(figures_url(key), cut)));
    return web.page(request, session, frame_below_figures(list->programme, ""), main);
  }
};

/// Leads to the figures of the programme, or lets one choose where there are several.
struct ChooseProgramme {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto programmes = programmes_with_figures(snapshot, session.actor);
    if (!programmes) return http::problem(programmes.refusal());
    if (programmes->size() == 1) return http::see_other(figures_url(programmes->front().details.key).text());
    const Html list =
        ul({class_("govuk-list govuk-list--spaced")}, each(*programmes, [](const programme::Programme& each) {
             return li({}, a({class_("govuk-link")}, figures_url(each.details.key), each.details.name), " ",
                       people::invented_tag(each.details.reality));
           }));
    const Html main =
        fragment(h1({class_("govuk-heading-xl")}, "Figures"),
                 programmes->empty() ? p({class_("govuk-body")}, "There is no programme yet.") : list);
    return web.page(request, session, {.title = "Figures"}, main);
  }
};

}  // namespace

void add_list_routes(http::Router& router, const people::Web& web) {
  router.get("/figures", web.signed_in(ChooseProgramme{web}));
  router.get("/programmes/{programme}/figures", web.signed_in(ShowFigures{web}));
}

}  // namespace sightline::figure
