// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "evidence/shared_pages.h"

namespace sightline::evidence {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Url note_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "evidence", "note");
}

/// An earlier note as if it had just been typed.
http::Form as_typed(const DocumentView& earlier) {
  http::Form typed;
  typed.add("corrects", std::to_string(earlier.document.number));
  typed.add("kind", std::string(word(earlier.document.details.kind)));
  typed.add("title", earlier.document.details.title);
  typed.add("text", earlier.text);
  const inspection::TypedDate dated = inspection::as_typed(earlier.document.details.dated);
  typed.add("dated-day", dated.day);
  typed.add("dated-month", dated.month);
  typed.add("dated-year", dated.year);
  return typed;
}

struct NotePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto inspection = where_recording(snapshot, request, session);
    if (!inspection) return no_such_inspection_page();
    http::Form typed;
    if (const auto number = http::positive_number(request.query.text("corrects"))) {
      const auto earlier = document_view(snapshot, session.actor, inspection->key, *number);
      if (!earlier) return http::problem(earlier.refusal());
      typed = as_typed(*earlier);
    }
    return page(request, session, *inspection, typed, {}, http::Status::Ok);
  }

  Response record(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto inspection = where_recording(snapshot, request, session);
    if (!inspection) return no_such_inspection_page();
    const Result<Document> recorded = recorded_note(*form, *inspection, session);
    if (recorded) return http::see_other(document_url(inspection->key, recorded->number).text());
    return page(request, session, *inspection, *form, Problems(recorded.refusal()),
                http::status_of(recorded.refusal().kind));
  }

 private:
  Result<Document> recorded_note(const http::Form& form, const inspection::Inspection& inspection,
                                 const Session& session) const {
    const Result<Details> details = details_in(form);
    const Result<std::string> text = checked_note(form.text("text"));
    if (!details || !text) {
      Refusal all = details ? text.refusal() : details.refusal();
      if (!details && !text)
        all.fields.insert(all.fields.end(), text.refusal().fields.begin(), text.refusal().fields.end());
      return all;
    }
    RecordNote command{inspection.key, *details, *text};
    if (const auto number = http::positive_number(form.text("corrects")); number && *number <= INT32_MAX)
      command.corrects = static_cast<int>(*number);
    return web.journal().perform(session.actor, command);
  }

  Response page(const Request& request, const Session& session, const inspection::Inspection& inspection,
                const http::Form& typed, const Problems& problems, http::Status status) const {
    const std::string corrects(typed.text("corrects"));
    const char* const title = corrects.empty() ? "Record a note" : "Correct a note";
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, inspection.title), h1({class_("govuk-heading-xl")}, title),
        when(!corrects.empty(),
             [&] {
               return p({class_("govuk-body")}, "Document ", corrects,
                        " stays as it is and says that this one corrects it.");
             }),
        form(note_url(inspection.key), people::csrf(session), {},
             when(!corrects.empty(),
                  [&] {
                    return input({type_("hidden"), name_("corrects"), value_(corrects)});
                  }),
             details_inputs(typed, problems, Kind::Interview),
             govuk::textarea({.name = "text",
                              .label = {.text = "What was said or seen"},
                              .hint = "Leave an empty line between paragraphs. Passages can be marked later.",
                              .error = problems.at("text"),
                              .value = std::string(typed.text("text")),
                              .rows = 16}),
             govuk::button({.text = "Record", .prevents_double_click = true})));
    return web.page(request, session, frame_below_evidence(inspection, title, problems), main, status);
  }
};

}  // namespace

void add_note_routes(http::Router& router, const people::Web& web) {
  const NotePages pages{web};
  router.get("/inspections/{inspection}/evidence/note",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/inspections/{inspection}/evidence/note",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.record(r, s); }));
}

}  // namespace sightline::evidence
