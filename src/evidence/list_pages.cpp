// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "base/number.h"
#include "evidence/shared_pages.h"
#include "platform/html/scrolling_table.h"

namespace sightline::evidence {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html title_of(const DocumentLine& line, std::string_view inspection_key) {
  return fragment(a({class_("govuk-link")}, document_url(inspection_key, line.number), line.details.title),
                  when(line.replaced_by.has_value(), [&] {
                    return fragment(" ", govuk::tag({.text = "Corrected", .classes = "govuk-tag--grey"}));
                  }));
}

Html table_of(const DocumentList& list) {
  govuk::Table table{.caption = "Documents by number",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Number"},
                              {.text = "Title"},
                              {.text = "Kind"},
                              {.text = "Date"},
                              {.text = "From"},
                              govuk::numeric("Extracts"),
                              {.text = "Recorded by"}}};
  for (const DocumentLine& line : list.documents.items)
    table.rows.push_back(
        {{.text = std::to_string(line.number)},
         {.text = title_of(line, list.inspection.key)},
         {.text = name_of(line.details.kind)},
         {.text = line.details.dated ? line.details.dated->in_words() : std::string("Not known")},
         {.text = name_of(line.format)},
         govuk::numeric(with_commas(line.extracts)),
         {.text = line.recorded_by.value_or("The operator")}});
  return scrolling_table(table);
}

Html ways_to_record(const DocumentList& list) {
  if (!list.held.may(Permission::RecordEvidence)) return {};
  return div({class_("govuk-button-group")},
             govuk::button({.text = "Record a note",
                            .href = Url::path("inspections", list.inspection.key, "evidence", "note")}),
             govuk::button({.text = "Bring in a document",
                            .classes = "govuk-button--secondary",
                            .href = Url::path("inspections", list.inspection.key, "evidence", "document")}));
}

struct ShowEvidence {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<DocumentList> list = documents_of(snapshot, session.actor, request.parameter("inspection"),
                                                   http::page_asked_for(request.query));
    if (!list) return http::problem(list.refusal());
    const Cut& cut = list->documents.cut;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, list->inspection.title),
        h1({class_("govuk-heading-xl")}, "Evidence"),
        p({class_("govuk-body")},
          "Interviews, focus groups, observations and documents. What is recorded here never changes; a note "
          "that was wrong is corrected by another."),
        ways_to_record(*list),
        cut.total == 0
            ? p({class_("govuk-body")}, "No evidence has been recorded yet.")
            : fragment(table_of(*list), govuk::pages_of_list(evidence_url(list->inspection.key), cut)));
    return web.page(request, session,
                    {.title = "Evidence, " + list->inspection.title,
                     .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                                     {.text = list->inspection.title,
                                      .href = inspection::address_of(list->inspection.key)},
                                     {.text = "Evidence"}},
                     .banner = inspection::invented_banner(list->inspection.reality)},
                    main);
  }
};

}  // namespace

void add_list_routes(http::Router& router, const people::Web& web) {
  router.get("/inspections/{inspection}/evidence", web.signed_in(ShowEvidence{web}));
}

}  // namespace sightline::evidence
