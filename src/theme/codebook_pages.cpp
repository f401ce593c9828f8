// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/invented_pages.h"
#include "platform/html/scrolling_table.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

/// A theme of the lower level is set in, and says below which it stands.
Html name_of(const CountedTheme& line, std::string_view programme_key) {
  const Html link =
      fragment(a({class_("govuk-link")}, theme_url(programme_key, line.theme.key), line.theme.wording.name),
               retired_tag(line.theme.use()));
  if (!line.parent_name) return strong({}, link);
  return span({class_("app-codebook__below")},
              span({class_("govuk-visually-hidden")}, *line.parent_name, ": "), link);
}

Html table_of(const CodebookView& view) {
  govuk::Table table{.caption = "Themes, and where evidence speaks of them",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Theme"},
                              {.text = "What it means"},
                              govuk::numeric("Inspections"),
                              govuk::numeric("Forces")},
                     .first_cell_is_header = true,
                     .classes = "app-codebook"};
  for (const CountedTheme& line : view.themes.items)
    table.rows.push_back({{.text = name_of(line, view.programme.details.key)},
                          {.text = typed_text(line.theme.wording.definition)},
                          govuk::numeric(line.occurrence.inspections),
                          govuk::numeric(line.occurrence.forces)});
  return scrolling_table(table);
}

Html what_is_counted() {
  return govuk::details({.summary = "What these numbers count",
                         .text = "An inspection or a force counts once for a theme, however many passages "
                                 "speak of it. A theme counts what "
                                 "the themes below it count. An inspection of an area counts for the forces "
                                 "that police it. Only evidence "
                                 "that you may see is counted, so a colleague may read other numbers."});
}

struct ShowCodebook {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<CodebookView> view = codebook_view(snapshot, session.actor, request.parameter("programme"),
                                                    http::page_asked_for(request.query));
    if (!view) return http::problem(view.refusal());
    const std::string& key = view->programme.details.key;
    const Cut& cut = view->themes.cut;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, view->programme.details.name),
        h1({class_("govuk-heading-xl")}, "Codebook"),
        when(view->may_manage == MayManage::Yes,
             [&] {
               return govuk::button(
                   {.text = "Add a theme", .href = Url::path("programmes", key, "codebook", "add")});
             }),
        cut.total == 0
            ? p({class_("govuk-body")}, "There are no themes yet.")
            : fragment(what_is_counted(), table_of(*view), govuk::pages_of_list(codebook_url(key), cut)));
    return web.page(request, session, frame_below_codebook(view->programme, ""), main);
  }
};

/// Leads to the codebook, or lets one choose where there are several.
struct ChooseCodebook {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::vector<programme::Programme> programmes = programmes_with_codebook(snapshot, session.actor);
    if (programmes.size() == 1) return http::see_other(codebook_url(programmes[0].details.key).text());
    const Html list =
        ul({class_("govuk-list govuk-list--spaced")}, each(programmes, [](const programme::Programme& each) {
             return li({}, a({class_("govuk-link")}, codebook_url(each.details.key), each.details.name), " ",
                       people::invented_tag(each.details.reality));
           }));
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Codebooks"),
        programmes.empty() ? p({class_("govuk-body")}, "There is no programme whose evidence you may see.")
                           : list);
    return web.page(request, session, {.title = "Codebooks"}, main);
  }
};

}  // namespace

void add_codebook_routes(http::Router& router, const people::Web& web) {
  router.get("/codebook", web.signed_in(ChooseCodebook{web}));
  router.get("/programmes/{programme}/codebook", web.signed_in(ShowCodebook{web}));
}

}  // namespace sightline::theme
