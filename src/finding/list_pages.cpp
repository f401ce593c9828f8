// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"
#include "finding/finding_pages.h"
#include "finding/form_pages.h"
#include "inspection/shared_pages.h"
#include "platform/html/scrolling_table.h"

namespace sightline::finding {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

std::string rests_on_in_words(const FindingLine& line) {
  if (line.extracts + line.cases == 0) return "Nothing yet";
  if (line.cases == 0) return counted(line.extracts, "extract", "extracts");
  if (line.extracts == 0) return counted(line.cases, "case", "cases");
  return counted(line.extracts, "extract", "extracts") + ", " + counted(line.cases, "case", "cases");
}

Html findings_table(const FindingList& list) {
  govuk::Table table{
      .caption = "Findings by number",
      .caption_classes = "govuk-visually-hidden",
      .head = {{.text = "Finding"}, {.text = "About"}, {.text = "Rests on"}, {.text = "State"}},
      .first_cell_is_header = true};
  for (const FindingLine& line : list.findings.items)
    table.rows.push_back({{.text = a({class_("govuk-link")}, finding_url(list.inspection.key, line.number),
                                     line.number, ". ", line.details.statement)},
                          {.text = about_in_words(line.details, list.framework, list.codebook)},
                          {.text = rests_on_in_words(line)},
                          {.text = state_tag(line.state)}});
  return fragment(scrolling_table(table),
                  govuk::pages_of_list(findings_url(list.inspection.key), list.findings.cut));
}

people::PageFrame frame_of(const FindingList& list, const std::string& title, Problems problems = {}) {
  const std::string& key = list.inspection.key;
  const bool is_list = title == "Findings";
  people::PageFrame frame{
      .title = title + ", " + list.inspection.title,
      .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                      {.text = list.inspection.title, .href = inspection::address_of(key)}},
      .problems = std::move(problems),
      .banner = inspection::invented_banner(list.inspection.reality)};
  if (!is_list) frame.breadcrumbs.push_back({.text = "Findings", .href = findings_url(key)});
  frame.breadcrumbs.push_back({.text = title});
  return frame;
}

struct ListPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const Result<FindingList> list = read(request, session, http::page_asked_for(request.query));
    if (!list) return http::problem(list.refusal());
    const bool may_write = list->held.may(DraftFinding::kNeeds) && !list->standstill;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, list->inspection.title),
        h1({class_("govuk-heading-xl")}, "Findings"),
        p({class_("govuk-body")},
          "A finding is one statement that this inspection makes, and rests on extracts and cases. Only "
          "agreed "
          "findings count."),
        when(list->standstill.has_value(), [&] { return govuk::inset_text({.text = *list->standstill}); }),
        when(may_write,
             [&] {
               return p({class_("govuk-body")},
                        a({class_("govuk-link")},
                          Url::path("inspections", list->inspection.key, "new-finding"), "Write a finding"));
             }),
        list->findings.cut.total == 0
            ? p({class_("govuk-body")}, "No finding that you may see has been written yet.")
            : findings_table(*list));
    return web.page(request, session, frame_of(*list, "Findings"), main);
  }

  Response show_form(const Request& request, const Session& session) const {
    return form_page(request, session, {}, {}, http::Status::Ok);
  }

  Response draft(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::string key(request.parameter("inspection"));
    const Result<Details> details = details_in(*form);
    if (!details)
      return form_page(request, session, *form, Problems(details.refusal()),
                       http::Status::UnprocessableContent);
    const Result<Finding> drafted = web.journal().perform(session.actor, DraftFinding{key, *details});
    if (!drafted)
      return form_page(request, session, *form, Problems(drafted.refusal()),
                       http::status_of(drafted.refusal().kind));
    return http::see_other(finding_url(key, drafted->number).with("done", "draft").text());
  }

 private:
  Result<FindingList> read(const Request& request, const Session& session, std::int64_t page) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return findings_of(snapshot, session.actor, request.parameter("inspection"), page);
  }

  /// For whoever writes findings here; nobody else has any use for the form.
  Response form_page(const Request& request, const Session& session, const http::Form& typed,
                     const Problems& problems, http::Status status) const {
    const Result<FindingList> list = read(request, session, 1);
    if (!list) return http::problem(list.refusal());
    if (!list->held.may(DraftFinding::kNeeds))
      return http::problem(
          Refusal{Refusal::Kind::NotPermitted, "Your role in this inspection does not allow this.", {}});
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, list->inspection.title),
        h1({class_("govuk-heading-xl")}, "Write a finding"),
        when(list->standstill.has_value(), [&] { return govuk::inset_text({.text = *list->standstill}); }),
        form(findings_url(list->inspection.key), people::csrf(session), {},
             details_inputs(typed, problems, list->framework, list->codebook),
             govuk::button({.text = "Save the draft", .prevents_double_click = true})));
    return web.page(request, session, frame_of(*list, "Write a finding", problems), main, status);
  }
};

}  // namespace

void add_list_routes(http::Router& router, const people::Web& web) {
  const ListPages pages{web};
  const auto page = [&](auto answer) {
    return web.signed_in([pages, answer](const Request& request, const Session& session) {
      return (pages.*answer)(request, session);
    });
  };
  router.get("/inspections/{inspection}/findings", page(&ListPages::show));
  router.post("/inspections/{inspection}/findings", page(&ListPages::draft));
  router.get("/inspections/{inspection}/new-finding", page(&ListPages::show_form));
}

}  // namespace sightline::finding
