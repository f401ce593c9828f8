// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"
#include "evaluation/evaluation_pages.h"
#include "evaluation/form_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/govuk.h"
#include "platform/markdown/to_html.h"
#include "publication/edition.h"

namespace sightline::evaluation {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

constexpr std::int64_t kNone = 0;  // No evaluation has this number.

Url one_url(const EvaluationView& view) {
  return Url::path("publications", view.publication.publication.key, "evaluations",
                   std::to_string(view.evaluation.number));
}

Url below(const EvaluationView& view, const char* what) {
  return Url::path("publications", view.publication.publication.key, "evaluations",
                   std::to_string(view.evaluation.number), what);
}

Html content_part(const EvaluationView& view) {
  if (!view.content)
    return p({class_("govuk-body")}, "It was withdrawn, so its content is shown only to those who publish.");
  const Html download =
      p({class_("govuk-body")}, a({class_("govuk-link")}, below(view, "file"), "Download the evaluation"),
        " (", name_of(view.evaluation.format), ", ", size_in_words(view.evaluation.size), ")");
  if (view.content->format != Format::Markdown) return download;
  return fragment(download, section({class_("app-report-text")},
                                    markdown::to_html(document_of(*view.content),
                                                      {.id_prefix = "evaluation-", .heading_shift = 1})));
}

Html withdrawal_part(const EvaluationView& view) {
  const auto& withdrawn = view.evaluation.withdrawn;
  if (!withdrawn) return {};
  return govuk::warning_text(
      {.text = "Withdrawn on " + clock::london_date(withdrawn->at).in_words() + ": " + withdrawn->reason});
}

/// What was typed into the form that withdraws.
struct Withdrawing {
  std::string reason = {};
  Problems problems = {};
};

Html withdrawal_form(const EvaluationView& view, const Withdrawing& typed, const Session& session) {
  if (view.evaluation.withdrawn || !session.actor.may(WithdrawEvaluation::kNeeds)) return {};
  return govuk::details(
      {.summary = "Withdraw this evaluation",
       .text = form(below(view, "withdraw"), people::csrf(session), {},
                    govuk::textarea({.name = "reason",
                                     .label = {.text = "Why is it withdrawn?"},
                                     .hint = "Everybody who could read the evaluation reads this instead.",
                                     .error = typed.problems.at("reason"),
                                     .value = typed.reason,
                                     .rows = 3}),
                    govuk::button({.text = "Withdraw", .classes = "govuk-button--warning"})),
       .is_open = !typed.problems.empty()});
}

Html evaluation_main(const Request& request, const EvaluationView& view, const Withdrawing& typed,
                     const Session& session) {
  const Details& details = view.evaluation.details;
  const std::string_view done = request.query.text("done");
  return fragment(
      when(done == "attached",
           [] { return govuk::notification_banner({.text = "Attached.", .is_success = true}); }),
      when(done == "withdrawn",
           [] { return govuk::notification_banner({.text = "Withdrawn.", .is_success = true}); }),
      span({class_("govuk-caption-xl")}, "Evaluation of ", view.publication.publication.title),
      h1({class_("govuk-heading-xl")}, details.title), withdrawal_part(view),
      govuk::summary_list({.rows = {{.key = "Evaluator", .value = details.evaluator},
                                    {.key = "Published on", .value = details.published_on.in_words()}}}),
      p({class_("govuk-body-l app-typed")}, details.summary), content_part(view),
      withdrawal_form(view, typed, session));
}

/// Any content of others is saved and not opened: no browser is to take it for a page of ours.
Response file_response(const EvaluationView& view) {
  Response response;
  response.headers.set("Content-Type", media_type_of(view.content->format));
  response.headers.set(
      "Content-Disposition",
      http::content_disposition(
          http::Disposition::Attachment,
          view.content->file_name.value_or("evaluation-" + std::to_string(view.evaluation.number) + ".md")));
  response.content = view.content->bytes;
  return response;
}

struct OneEvaluationPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const Result<EvaluationView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    return page(request, session, *view, {}, http::Status::Ok);
  }

  Response send(const Request& request, const Session& session) const {
    const Result<EvaluationView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    if (!view->content) return page(request, session, *view, {}, http::Status::NotFound);
    return file_response(*view);
  }

  Response withdraw(const Request& request, const Session& session) const {
    const Result<http::Form> typed = request.form();
    if (!typed) return http::problem(typed.refusal());
    const std::string reason(typed->text("reason"));
    const Result<Evaluation> withdrawn = web.journal().perform(
        session.actor, WithdrawEvaluation{request.parameter("publication"), number_in(request), reason});
    const Result<EvaluationView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    if (withdrawn) return http::see_other(one_url(*view).with("done", "withdrawn").text());
    if (withdrawn.refusal().kind != Refusal::Kind::Invalid) return http::problem(withdrawn.refusal());
    return page(request, session, *view, {reason, Problems(withdrawn.refusal())},
                http::status_of(withdrawn.refusal().kind));
  }

 private:
  static std::int64_t number_in(const Request& request) {
    return http::positive_number(request.parameter("evaluation")).value_or(kNone);
  }

  Result<EvaluationView> read(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return evaluation_view(snapshot, session.actor, request.parameter("publication"), number_in(request));
  }

  Response page(const Request& request, const Session& session, const EvaluationView& view,
                const Withdrawing& typed, http::Status status) const {
    return web.page(
        request, session,
        {.title = view.evaluation.details.title + ", evaluation of " + view.publication.publication.title,
         .breadcrumbs = {{.text = "Evaluations", .href = evaluations_url(view.publication.publication.key)},
                         {.text = view.evaluation.details.title}},
         .problems = typed.problems,
         .banner = publication::notice(view.publication.reality)},
        evaluation_main(request, view, typed, session), status);
  }
};

}  // namespace

void add_one_evaluation_routes(http::Router& router, const people::Web& web) {
  const OneEvaluationPages pages{web};
  router.get("/publications/{publication}/evaluations/{evaluation}",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.get("/publications/{publication}/evaluations/{evaluation}/file",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.send(r, s); }));
  router.post("/publications/{publication}/evaluations/{evaluation}/withdraw",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.withdraw(r, s); }));
}

}  // namespace sightline::evaluation
