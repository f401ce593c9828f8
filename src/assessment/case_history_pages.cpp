// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_history_pages.h"

#include "assessment/case_address_pages.h"
#include "inspection/shared_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/govuk.h"
#include "platform/html/pattern.h"
#include "platform/html/scrolling_table.h"
#include "platform/html/whole_history.h"

namespace sightline::assessment {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

std::string_view did_in_words(Action action) {
  switch (action) {
    case Action::Save:
      return "Saved";
    case Action::Submit:
      return "Submitted";
    case Action::Return:
      return "Returned";
    case Action::Agree:
      return "Agreed";
    case Action::Reopen:
      return "Reopened";
  }
  return "";
}

/// The table around its lines, which go into its hole, as it is and folded up; and one line.
struct HistoryPatterns {
  govuk::Table table{
      .caption = "What was done, the latest first",
      .caption_classes = "govuk-visually-hidden",
      .head = {{.text = "Revision"}, {.text = "What"}, {.text = "Who"}, {.text = "When"}, {.text = "Why"}},
      .first_cell_is_header = true,
      .further_rows = hole()};
  Pattern open{scrolling_table(table)};
  Pattern folded{govuk::details({.summary = "History of this assessment", .text = scrolling_table(table)})};
  Pattern line{scrolling_row(
      table, {{.text = hole()}, {.text = hole()}, {.text = hole()}, {.text = hole()}, {.text = hole()}})};
};

const HistoryPatterns& patterns() {
  static const HistoryPatterns made;
  return made;
}

Html lines_of(const std::vector<RevisionLine>& steps) {
  Html lines;
  for (const RevisionLine& step : steps)
    patterns().line.add_filled(lines, {step.revision, did_in_words(step.action), step.person,
                                       clock::in_london_words(step.recorded_at), step.reason.value_or("")});
  return lines;
}

Url history_url(std::string_view inspection_key, std::string_view number) {
  return Url::path("inspections", inspection_key, "cases", number, "history");
}

struct ShowCaseHistory {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto history = case_history(reader, session.actor, request.parameter("inspection"),
                                      request.parameter("case"), http::page_asked_for(request.query));
    if (!history) return http::problem(no_such_case());
    const std::string &key = history->inspection.key, &number = history->subject.number;
    const Cut& cut = history->steps.cut;
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, history->inspection.title),
                 h1({class_("govuk-heading-xl")}, "History of case ", number),
                 cut.total == 0 ? p({class_("govuk-body")}, "Nothing has been recorded about this case yet.")
                                : patterns().open.filled({lines_of(history->steps.items)}),
                 govuk::pages_of_list(history_url(key, number), cut));
    return web.page(
        request, session,
        {.title = "History of case " + number + ", " + history->inspection.title,
         .breadcrumbs = {{.text = history->inspection.title, .href = Url::path("inspections", key)},
                         {.text = "Cases", .href = cases_url(key)},
                         {.text = "Case " + number, .href = case_url(key, number)},
                         {.text = "History"}},
         .banner = inspection::invented_banner(history->inspection.reality)},
        main);
  }
};

}  // namespace

Html assessment_history(const CaseView& view) {
  if (view.history.empty()) return {};
  return fragment(patterns().folded.filled({lines_of(view.history)}),
                  link_to_all_steps(history_url(view.inspection.key, view.subject.number),
                                    view.assessment->revision, view.history.size()));
}

void add_case_history_routes(http::Router& router, const people::Web& web) {
  router.get("/inspections/{inspection}/cases/{case}/history", web.signed_in_reading(ShowCaseHistory{web}));
}

}  // namespace sightline::assessment
