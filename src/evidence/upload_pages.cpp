// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "people/upload_pages.h"
#include "evidence/shared_pages.h"

namespace sightline::evidence {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::OneFile;
using people::Session;

Url upload_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "evidence", "document");
}

struct UploadPages {
  const people::Web& web;
  const extract::Extractor& extractor;

  Response show(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto inspection = where_recording(snapshot, request, session);
    if (!inspection) return no_such_inspection_page();
    return page(request, session, *inspection, {}, {}, http::Status::Ok);
  }

  Response bring_in(const Request& request, const Session& session) const {
    const auto inspection = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();  // Not kept while the document is read.
      return where_recording(snapshot, request, session);
    }();
    if (!inspection) return no_such_inspection_page();
    OneFile file(extract::kMostFileBytes);
    const Result<http::Form> form = request.multipart(file);
    if (!form) return http::problem(form.refusal());
    if (const auto refusal = file.refuse_too_large())
      return page(request, session, *inspection, *form, Problems(*refusal), http::Status::ContentTooLarge);
    const Result<Document> imported = imported_document(*form, std::move(file), *inspection, session);
    if (imported) return http::see_other(document_url(inspection->key, imported->number).text());
    return page(request, session, *inspection, *form, Problems(imported.refusal()),
                http::status_of(imported.refusal().kind));
  }

 private:
  Result<Document> imported_document(const http::Form& form, OneFile file,
                                     const inspection::Inspection& inspection, const Session& session) const {
    SIGHTLINE_TRY(Details details, details_in(form));
    if (!file.is_chosen())
      return Refusal{
          Refusal::Kind::Invalid, "The document was not brought in.", {{"file", "Choose a file."}}};
    SIGHTLINE_TRY(ReadFile read, read_file(extractor, std::move(file.name), std::move(file.content)));
    return web.journal().perform(session.actor,
                                 ImportDocument{inspection.key, std::move(details), std::move(read)});
  }

  Response page(const Request& request, const Session& session, const inspection::Inspection& inspection,
                const http::Form& typed, const Problems& problems, http::Status status) const {
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, inspection.title),
                 h1({class_("govuk-heading-xl")}, "Bring in a document"),
                 form(upload_url(inspection.key), people::csrf(session),
                      {attribute_("enctype", "multipart/form-data")},
                      people::file_input(
                          {.label = {.text = "File"},
                           .hint = "PDF, Word (DOCX), HTML or plain text in UTF-8, of 25 MB or less, without "
                                   "a password. Its text is taken out and kept beside the file.",
                           .error = problems.at("file")},
                          extract::kMostFileBytes),
                      details_inputs(typed, problems, Kind::Document),
                      govuk::button({.text = "Bring in", .prevents_double_click = true})));
    return web.page(request, session, frame_below_evidence(inspection, "Bring in a document", problems), main,
                    status);
  }
};

}  // namespace

void add_upload_routes(http::Router& router, const people::Web& web, const extract::Extractor& extractor) {
  const UploadPages pages{web, extractor};
  router.get("/inspections/{inspection}/evidence/document",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/inspections/{inspection}/evidence/document",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.bring_in(r, s); }),
              people::upload_of_file(web, extract::kMostFileBytes));
}

}  // namespace sightline::evidence
