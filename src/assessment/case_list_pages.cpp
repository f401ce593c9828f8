// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_list_pages.h"

#include <algorithm>

#include "assessment/assessment_form_pages.h"
#include "assessment/case_address_pages.h"
#include "assessment/case_service.h"
#include "assessment/case_stages.h"
#include "inspection/inspection_service.h"
#include "inspection/shared_pages.h"
#include "people/invented_pages.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::assessment {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

/// A list of cases as a table, with the columns that this list needs.
enum class Column { Inspection, Kind, Sample, Assignee, State };

Html cases_table(const Page<CaseLine>& page, std::string caption, std::initializer_list<Column> columns) {
  govuk::Table table{.caption = std::move(caption),
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Case"}},
                     .first_cell_is_header = true};
  for (const Column column : columns) switch (column) {
      case Column::Inspection:
        table.head.push_back({.text = "Inspection"});
        break;
      case Column::Kind:
        table.head.push_back({.text = "Kind of case"});
        break;
      case Column::Sample:
        table.head.push_back({.text = "Sample"});
        break;
      case Column::Assignee:
        table.head.push_back({.text = "Assigned to"});
        break;
      case Column::State:
        table.head.push_back({.text = "Assessment"});
        break;
    }
  for (const CaseLine& line : page.items) {
    std::vector<govuk::Cell> row{
        {.text = a({class_("govuk-link")}, case_url(line.inspection_key, line.number), "Case\u00a0",
                   line.number)}};
    for (const Column column : columns) switch (column) {
        case Column::Inspection:
          row.push_back({.text = fragment(line.inspection_title, " ", people::invented_tag(line.reality))});
          break;
        case Column::Kind:
          row.push_back({.text = line.kind});
          break;
        case Column::Sample:
          row.push_back({.text = line.sample});
          break;
        case Column::Assignee:
          row.push_back({.text = line.assigned_to.value_or("Nobody yet")});
          break;
        case Column::State:
          row.push_back({.text = state_tag(line.state)});
          break;
      }
    table.rows.push_back(std::move(row));
  }
  return scrolling_table(table);
}

Html list_of_cases(const Page<CaseLine>& page, std::string caption, std::initializer_list<Column> columns,
                   const Url& address, std::string_view when_empty) {
  if (page.cut.total == 0) return p({class_("govuk-body")}, when_empty);
  return fragment(cases_table(page, std::move(caption), columns), govuk::pages_of_list(address, page.cut));
}

/// My work: what waits for the person who is signed in.
struct ShowMyWork {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    // Of two lists the address says which one its page is of; the other is at its first.
    const auto page_of_list = [&](std::string_view list) {
      return request.query.text("list") == list ? http::page_asked_for(request.query) : 1;
    };
    const auto address_of_list = [](std::string_view list) { return Url::local("/work").with("list", list); };
    sql::Snapshot snapshot = web.journal().snapshot();
    const Page<CaseLine> assigned = assigned_cases(snapshot, session.actor, page_of_list("assigned"));
    const Page<CaseLine> own = own_cases(snapshot, session.actor, page_of_list("own-audit"));
    const Page<CaseLine> waiting = waiting_for_moderation(snapshot, session.actor, 1);

    Html main = h1({class_("govuk-heading-xl")}, "My work");
    if (waiting.cut.total > 0)
      main += p({class_("govuk-body")},
                a({class_("govuk-link")}, Url::local("/moderation"), waiting.cut.total,
                  waiting.cut.total == 1 ? " assessment waits" : " assessments wait", " for moderation"));
    if (own.cut.total > 0)
      main +=
          list_of_cases(own, "Cases for your own audit", {Column::Inspection, Column::Kind, Column::State},
                        address_of_list("own-audit"), "");
    if (assigned.cut.total > 0 || own.cut.total == 0)
      main += list_of_cases(
          assigned, "Cases assigned to you", {Column::Inspection, Column::Kind, Column::State},
          address_of_list("assigned"),
          "No case is assigned to you. A lead inspector assigns cases from the inspection’s page.");
    return web.page(request, session, {.title = "My work"}, main);
  }
};

/// The cases of one inspection.
struct ShowCases {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<CaseList> list = cases_of(snapshot, session.actor, request.parameter("inspection"),
                                           http::page_asked_for(request.query));
    if (!list) return http::problem(list.refusal());
    const inspection::Inspection& inspection = list->inspection;
    const people::Permissions held = list->held;
    const Page<CaseLine>& page = list->cases;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, inspection.title), h1({class_("govuk-heading-xl")}, "Cases"),
        p({class_("govuk-body")}, page.cut.total, page.cut.total == 1 ? " case" : " cases",
          ". A case is known by a number drawn at random; whose case it is stays with the inspected body."),
        when(held.may(Permission::PrepareCases) && !refuse_at(inspection.stage, CaseWork::Prepare),
             [&] {
               return p({class_("govuk-body")},
                        a({class_("govuk-link")}, Url::path("inspections", inspection.key, "prepare-cases"),
                          "Prepare cases: samples and new cases"));
             }),
        list_of_cases(page, "Cases by number",
                      {Column::Kind, Column::Sample, Column::Assignee, Column::State},
                      cases_url(inspection.key), "No case that you may see has been added yet."));
    return web.page(
        request, session,
        {.title = "Cases, " + inspection.title,
         .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                         {.text = inspection.title, .href = Url::path("inspections", inspection.key)},
                         {.text = "Cases"}},
         .banner = inspection::invented_banner(inspection.reality)},
        main);
  }
};

/// Submitted assessments, longest waiting first.
struct ShowModeration {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Page<CaseLine> waiting =
        waiting_for_moderation(snapshot, session.actor, http::page_asked_for(request.query));
    const Html main =
        fragment(h1({class_("govuk-heading-xl")}, "Moderation"),
                 list_of_cases(waiting, "Waiting for a second person, the longest first",
                               {Column::Inspection, Column::Kind, Column::Sample, Column::Assignee},
                               Url::local("/moderation"), "No assessment that you may moderate is waiting."));
    return web.page(request, session, {.title = "Moderation"}, main);
  }
};

}  // namespace

void add_case_list_routes(http::Router& router, const people::Web& web) {
  router.get("/work", web.signed_in(ShowMyWork{web}));
  router.get("/moderation", web.signed_in(ShowModeration{web}));
  router.get("/inspections/{inspection}/cases", web.signed_in(ShowCases{web}));
}

}  // namespace sightline::assessment
