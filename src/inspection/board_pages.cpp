// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"
#include "inspection/shared_pages.h"
#include "platform/html/scrolling_table.h"

namespace sightline::inspection {

namespace {

using namespace html;

template <class Identity>
std::optional<Identity> chosen_id(const http::Query& query, const char* name) {
  const auto number = http::positive_number(query.text(name));
  if (!number) return std::nullopt;
  return Identity(*number);
}

/// A word that is none of the list filters nothing: an address is not a form to be corrected.
BoardFilter filter_in(const http::Query& query) {
  return {.kind = from_word<Kind>(query.text("kind")),
          .body = chosen_id<people::OrganisationId>(query, "body"),
          .stage = from_word<Stage>(query.text("stage")),
          .origin = from_word<Origin>(query.text("origin"))};
}

Url address_with(const BoardFilter& filter) {
  Url url = Url::local("/programme");
  if (filter.kind) url = url.with("kind", word(*filter.kind));
  if (filter.body) url = url.with("body", filter.body->value());
  if (filter.stage) url = url.with("stage", word(*filter.stage));
  if (filter.origin) url = url.with("origin", word(*filter.origin));
  return url;
}

template <class Enum>
std::string chosen_word(const std::optional<Enum>& chosen) {
  return chosen ? std::string(word(*chosen)) : "";
}

/// Every enumerator by its name, after a line for all of them.
template <class Enum>
std::vector<govuk::SelectItem> items_of(const char* for_all) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = for_all}};
  for (const Word<Enum>& each : kWords<Enum>)
    items.push_back({.value = std::string(each.word), .text = std::string(name_of(each.value))});
  return items;
}

Html filter_form(const BoardFilter& filter, const std::vector<BodyChoice>& bodies) {
  const std::string body = filter.body ? std::to_string(filter.body->value()) : "";
  return search_form(
      Url::local("/programme"), {class_("app-filter")},
      govuk::select({.name = "kind",
                     .label = {.text = "Kind"},
                     .items = items_of<Kind>("All kinds"),
                     .value = chosen_word(filter.kind)}),
      govuk::select({.name = "body",
                     .label = {.text = "Body"},
                     .items = body_items("All bodies", bodies),
                     .value = body}),
      govuk::select({.name = "stage",
                     .label = {.text = "Stage"},
                     .items = items_of<Stage>("All stages"),
                     .value = chosen_word(filter.stage)}),
      govuk::select(
          {.name = "origin",
           .label = {.text = "Known from"},
           .items = {{.value = "", .text = "Anywhere"},
                     {.value = std::string(word(Origin::Own)), .text = "Our own inspections"},
                     {.value = std::string(word(Origin::PublicRecord)), .text = "The public record"}},
           .value = chosen_word(filter.origin)}),
      govuk::button({.text = "Filter", .classes = "govuk-button--secondary"}));
}

std::vector<govuk::Cell> row_of(const BoardLine& line) {
  return {{.text = fragment(a({class_("govuk-link")}, address_of(line.key), line.title), " ",
                            people::invented_tag(line.reality))},
          {.text = name_of(line.kind)},
          {.text = line.body_name},
          {.text = line.stage ? name_of(*line.stage) : "Public record"},
          {.text = in_words(line.dates.fieldwork, line.origin)},
          {.text = in_words(line.dates.report, line.origin)},
          {.text = in_words(line.dates.web, line.origin)}};
}

Html lines(const Page<BoardLine>& page, const BoardFilter& filter) {
  if (page.items.empty())
    return p({class_("govuk-body")}, "There is no inspection here that you may see. ",
             a({class_("govuk-link")}, Url::local("/programme"), "Show all inspections"));
  std::vector<std::vector<govuk::Cell>> rows;
  for (const BoardLine& line : page.items) rows.push_back(row_of(line));
  return fragment(scrolling_table({.caption = counted(page.cut.total, "inspection", "inspections"),
                                   .caption_classes = "govuk-table__caption--m",
                                   .head = {{.text = "Inspection"},
                                            {.text = "Kind"},
                                            {.text = "Body"},
                                            {.text = "Stage"},
                                            {.text = "Fieldwork"},
                                            {.text = "Report"},
                                            {.text = "Web page"}},
                                   .rows = rows,
                                   .first_cell_is_header = true}),
                  govuk::pages_of_list(address_with(filter), page.cut));
}

struct ShowBoard {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const BoardFilter filter = filter_in(request.query);
    const std::int64_t wanted = http::page_asked_for(request.query);
    const Html main = fragment(
        h1({class_("govuk-heading-l")}, "Programme"),
        when(session.actor.may(PlanInspection::kNeeds),
             [] {
               return govuk::button({.text = "Plan an inspection", .href = Url::local("/programme/plan")});
             }),
        filter_form(filter, bodies_on_board(snapshot, session.actor)),
        // Handbook §6.2
        p({class_("govuk-body")},
          "Newest first, by fieldwork; where that is not known, by the date of the report."),
        lines(board(snapshot, session.actor, filter, wanted), filter));
    return web.page(request, session, {.title = "Programme"}, main);
  }
};

}  // namespace

void add_board_routes(http::Router& router, const people::Web& web) {
  router.get("/programme", web.signed_in(ShowBoard{web}));
}

}  // namespace sightline::inspection
