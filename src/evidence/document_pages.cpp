// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "base/utf8.h"
#include "evidence/shared_pages.h"

namespace sightline::evidence {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

std::int64_t number_in(const Request& request) {
  return http::positive_number(request.parameter("document")).value_or(0);
}

Html corrections(const DocumentView& view) {
  const auto link = [&](int number) {
    return a({class_("govuk-link")}, document_url(view.inspection.key, number), "document ", number);
  };
  Html all;
  if (view.replaced_by)
    all += govuk::inset_text(
        {.text = fragment("This note has been corrected by ", link(*view.replaced_by), ".")});
  if (view.replaces)
    all += govuk::inset_text({.text = fragment("This note corrects ", link(*view.replaces), ".")});
  return all;
}

Html facts(const DocumentView& view) {
  const Document& document = view.document;
  std::vector<govuk::SummaryRow> rows{
      {.key = "Kind", .value = name_of(document.details.kind)},
      {.key = "Date",
       .value = document.details.dated ? document.details.dated->in_words() : std::string("Not known")},
      {.key = "Recorded by", .value = view.recorded_by}};
  if (document.file_name)
    rows.push_back({.key = "Taken from",
                    .value = a({class_("govuk-link")},
                               Url::path("inspections", view.inspection.key, "evidence",
                                         std::to_string(document.number), "file"),
                               *document.file_name)});
  return govuk::summary_list({.rows = std::move(rows)});
}

/// A line break within a paragraph is shown as one.
Html with_breaks(std::string_view text) {
  Html all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    all += fragment(text.substr(0, end));
    if (end < text.size()) all += br({});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

/// The number of a paragraph is a link to it, so that a colleague can be sent there.
Html shown(const Paragraph& paragraph) {
  const std::string number = std::to_string(paragraph.number), id = "paragraph-" + number;
  return li({class_("app-paragraph"), id_(id)},
            a({class_("govuk-link app-paragraph__number"), attribute_("aria-label", "Paragraph " + number)},
              Url::fragment(id), number),
            p({class_("govuk-body app-paragraph__text")}, with_breaks(paragraph.text)));
}

Html passages(const DocumentView& view) {
  if (view.extracts.empty()) return {};
  return fragment(
      h2({class_("govuk-heading-m")}, "Extracts"), how_to_quote(),
      ul({class_("govuk-list govuk-list--spaced")}, each(view.extracts, [&](const Extract& extract) {
           const auto text = utf8::slice(view.text, static_cast<std::size_t>(extract.range.begin),
                                         static_cast<std::size_t>(extract.range.end));
           return li({}, blockquote({class_("app-extract")}, with_breaks(text)),
                     p({class_("govuk-body-s govuk-!-margin-bottom-0")}, name_of(extract.id)));
         })));
}

/// Without a script, a passage is one paragraph or several that follow each other.
Html marking_form(const DocumentView& view, const Session& session, const http::Form& typed,
                  const Problems& problems) {
  if (view.replaced_by || !view.held.may(Permission::CodeEvidence)) return {};
  const auto box = [&](const char* name, const char* label) {
    return govuk::input({.name = name,
                         .label = {.text = label},
                         .error = problems.at(name),
                         .value = std::string(typed.text(name)),
                         .classes = "govuk-input--width-4",
                         .inputmode = "numeric"});
  };
  return form(Url::path("inspections", view.inspection.key, "evidence", std::to_string(view.document.number),
                        "extracts"),
              people::csrf(session), {}, h2({class_("govuk-heading-m")}, "Mark an extract"),
              box("passage", "From paragraph"), box("last", "To paragraph (optional)"),
              govuk::button({.text = "Mark", .classes = "govuk-button--secondary"}));
}

/// The passage between two paragraphs as numbered on the page.
Result<Range> passage_in(const http::Form& form, const std::vector<Paragraph>& paragraphs) {
  const auto refused = [](const char* field) {
    return Refusal{Refusal::Kind::Invalid,
                   "The passage was not marked.",
                   {{field, "Enter the number of a paragraph of this document."}}};
  };
  const auto count = static_cast<std::int64_t>(paragraphs.size());
  const auto first = http::positive_number(form.text("passage"));
  if (!first || *first > count) return refused("passage");
  const auto last = form.text("last").empty() ? first : http::positive_number(form.text("last"));
  if (!last || *last > count || *last < *first) return refused("last");
  return Range{paragraphs[static_cast<std::size_t>(*first - 1)].range.begin,
               paragraphs[static_cast<std::size_t>(*last - 1)].range.end};
}

struct DocumentPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<DocumentView> view =
        document_view(snapshot, session.actor, request.parameter("inspection"), number_in(request));
    if (!view) return http::problem(view.refusal());
    return page(request, session, *view, {}, {}, http::Status::Ok);
  }

  Response mark(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const Result<DocumentView> view = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return document_view(snapshot, session.actor, request.parameter("inspection"), number_in(request));
    }();
    if (!view) return http::problem(view.refusal());
    const auto marked = marked_in(*form, *view, session);
    if (marked) return http::see_other(document_url(view->inspection.key, view->document.number).text());
    if (marked.refusal().kind != Refusal::Kind::Invalid) return http::problem(marked.refusal());
    return page(request, session, *view, *form, Problems(marked.refusal()),
                http::Status::UnprocessableContent);
  }

 private:
  Result<Recorded<ExtractId>> marked_in(const http::Form& form, const DocumentView& view,
                                        const Session& session) const {
    SIGHTLINE_TRY(const Range range, passage_in(form, view.paragraphs));
    return web.journal().perform(session.actor,
                                 MarkExtract{view.inspection.key, view.document.number, range});
  }

  Response page(const Request& request, const Session& session, const DocumentView& view,
                const http::Form& typed, const Problems& problems, http::Status status) const {
    const bool may_correct = view.document.format == Format::Note && !view.replaced_by &&
                             view.held.may(Permission::RecordEvidence);
    const std::string& title = view.document.details.title;
    const int document_number = view.document.number;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, "Document ", view.document.number, ", ", view.inspection.title),
        h1({class_("govuk-heading-xl")}, title), corrections(view), facts(view),
        h2({class_("govuk-heading-m")}, "Text"),
        ol({class_("govuk-list app-paragraphs")}, each(view.paragraphs, shown)),
        when(may_correct,
             [&] {
               return p({class_("govuk-body")},
                        a({class_("govuk-link")},
                          Url::path("inspections", view.inspection.key, "evidence", "note")
                              .with("corrects", view.document.number),
                          "Correct this note"));
             }),
        p({class_("govuk-body")},
          a({class_("govuk-link")},
            Url::path("inspections", view.inspection.key, "evidence", document_number, "coding"),
            "Themes coded in this document")),
        passages(view), marking_form(view, session, typed, problems));
    return web.page(request, session, frame_below_evidence(view.inspection, title, problems), main, status);
  }
};

/// The file as it came. Nobody has said that it is harmless, so no browser is to open it by itself.
struct SendFile {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    Result<OriginalFile> file =
        original_file(snapshot, session.actor, request.parameter("inspection"), number_in(request));
    if (!file) return http::problem(file.refusal());
    Response response;
    response.headers.set("Content-Type", "application/octet-stream");
    response.headers.set("Content-Disposition",
                         http::content_disposition(http::Disposition::Attachment, file->name));
    response.content = std::move(*std::move(file)).content;
    return response;
  }
};

}  // namespace

void add_document_routes(http::Router& router, const people::Web& web) {
  const DocumentPages pages{web};
  router.get("/inspections/{inspection}/evidence/{document}",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/inspections/{inspection}/evidence/{document}/extracts",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.mark(r, s); }));
  router.get("/inspections/{inspection}/evidence/{document}/file", web.signed_in(SendFile{web}));
}

}  // namespace sightline::evidence
