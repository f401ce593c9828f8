// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evidence/shared_pages.h"
#include "inspection/shared_pages.h"
#include "theme/shared_pages.h"

namespace sightline::theme {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

std::int64_t number_in(const Request& request) {
  return http::positive_number(request.parameter("document")).value_or(0);
}

CodingId coding_in(const Request& request) {
  return CodingId{http::positive_number(request.parameter("coding")).value_or(0)};
}

/// Back to the document and what was shown of it, at a place in it.
Response back_to(const Request& request, const std::string& place) {
  const Url document = coding_url(request.parameter("inspection"), number_in(request));
  return http::see_other(std::string(with_shown(document, shown_in(request.query)).text()) + place);
}

people::PageFrame frame_of(const evidence::DocumentView& document, const Problems& problems) {
  people::PageFrame frame =
      evidence::frame_below_evidence(document.inspection, document.document.details.title, problems);
  frame.title = "Coding of document " + std::to_string(document.document.number) + ", " + frame.title;
  frame.breadcrumbs.back().href = evidence::document_url(document.inspection.key, document.document.number);
  frame.breadcrumbs.push_back({.text = "Coding"});
  return frame;
}

Html correction(const evidence::DocumentView& document) {
  if (!document.replaced_by) return {};
  return govuk::inset_text(
      {.text = fragment("This note has been corrected. What is coded here stays; code anew in ",
                        a({class_("govuk-link")}, coding_url(document.inspection.key, *document.replaced_by),
                          "document ", *document.replaced_by),
                        ".")});
}

struct CodingPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const Result<CodingView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    return page(request, session, *view, {}, http::Status::Ok);
  }

  Response code(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const Result<CodingView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    const Result<Coded> coded = coded_in(*form, *view, session);
    if (coded) return back_to(request, "#passage-" + std::to_string(coded->extract.value()));
    if (coded.refusal().kind != Refusal::Kind::Invalid) return http::problem(coded.refusal());
    return page(request, session, *view, {.typed = *form, .problems = Problems(coded.refusal())},
                http::Status::UnprocessableContent);
  }

  Response remove(const Request& request, const Session& session) const {
    const Result<CodingId> removed = web.journal().perform(
        session.actor, RemoveCoding{request.parameter("inspection"), number_in(request), coding_in(request)});
    if (!removed) return http::problem(removed.refusal());
    return back_to(request, "#coded-passages");
  }

  Response write_memo(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const WriteMemo command{request.parameter("inspection"), number_in(request), coding_in(request),
                            std::string(form->text("memo"))};
    const Result<CodingId> written = web.journal().perform(session.actor, command);
    if (written) return back_to(request, "#coded-passages");
    if (written.refusal().kind != Refusal::Kind::Invalid) return http::problem(written.refusal());
    const Result<CodingView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    return page(request, session, *view, {.refused = refused(command, written.refusal())},
                http::Status::UnprocessableContent);
  }

 private:
  /// What comes back with the page: the form that codes, or the memo of one coding.
  struct Content {
    http::Form typed = {};
    Problems problems = {};
    std::optional<RefusedMemo> refused = {};
  };

  /// There are many memos on the page: the problem is named by the field of this one.
  static RefusedMemo refused(const WriteMemo& command, Refusal refusal) {
    for (FieldProblem& problem : refusal.fields)
      problem.field = "memo-" + std::to_string(command.coding.value());
    return {command.coding, command.memo, Problems(refusal)};
  }

  Result<CodingView> read(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return coding_view(snapshot, session.actor, request.parameter("inspection"), number_in(request),
                       shown_in(request.query).coder);
  }

  Result<Coded> coded_in(const http::Form& form, const CodingView& view, const Session& session) const {
    SIGHTLINE_TRY(const Range range, passage_in(form, view.document.paragraphs));
    CodePassage command{
        view.document.inspection.key,  view.document.document.number, range.begin, range.end, {},
        std::string(form.text("memo"))};
    for (const std::string_view key : form.all("themes")) command.theme_keys.emplace_back(key);
    return web.journal().perform(session.actor, command);
  }

  Response page(const Request& request, const Session& session, const CodingView& view,
                const Content& content, http::Status status) const {
    const evidence::DocumentView& document = view.document;
    const Shown shown = shown_in(request.query);
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, "Coding of document ", document.document.number, ", ",
             document.inspection.title),
        h1({class_("govuk-heading-l")}, document.document.details.title), correction(document),
        div({class_("app-coding")}, coded_text(view, shown),
            div({class_("app-coding__beside")}, coding_form(view, session, content.typed, content.problems),
                passage_list(view, session, shown, content.refused))));
    return web.page(request, session,
                    frame_of(document, content.refused ? content.refused->problems : content.problems), main,
                    status);
  }
};

}  // namespace

void add_coding_routes(http::Router& router, const people::Web& web) {
  const CodingPages pages{web};
  const auto add = [&](auto handle) {
    return web.signed_in(
        [pages, handle](const Request& r, const Session& s) { return (pages.*handle)(r, s); });
  };
  router.get("/inspections/{inspection}/evidence/{document}/coding", add(&CodingPages::show));
  router.post("/inspections/{inspection}/evidence/{document}/codings", add(&CodingPages::code));
  router.post("/inspections/{inspection}/evidence/{document}/codings/{coding}/remove",
              add(&CodingPages::remove));
  router.post("/inspections/{inspection}/evidence/{document}/codings/{coding}/memo",
              add(&CodingPages::write_memo));
}

}  // namespace sightline::theme
