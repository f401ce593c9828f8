// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after_service.h"
#include "evaluation/evaluation_pages.h"
#include "evaluation/form_pages.h"
#include "people/invented_pages.h"
#include "platform/html/govuk.h"
#include "publication/edition.h"
#include "response/answer_pages.h"

namespace sightline::evaluation {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html line_item(const std::string& publication_key, const Evaluation& evaluation) {
  return li(
      {},
      a({class_("govuk-link govuk-!-font-weight-bold")},
        Url::path("publications", publication_key, "evaluations", std::to_string(evaluation.number)),
        evaluation.details.title),
      when(evaluation.withdrawn.has_value(),
           [] { return fragment(" ", govuk::tag({.text = "Withdrawn", .classes = "govuk-tag--grey"})); }),
      br(), evaluation.details.evaluator, ", ", evaluation.details.published_on.in_words(), ", ",
      name_of(evaluation.format));
}

/// To the other way in which a programme is judged.
Html programmes_part(const std::vector<programme::Programme>& programmes) {
  if (programmes.empty()) return {};
  return fragment(
      h2({class_("govuk-heading-m")}, "Before and after"),
      p({class_("govuk-body")},
        "What inspectors’ own grades say when a review is laid beside the inspection it follows."),
      ul({class_("govuk-list govuk-list--bullet")},
         each(programmes, [](const programme::Programme& programme) {
           return li(
               {},
               a({class_("govuk-link")}, before_and_after_url(programme.details.key), programme.details.name),
               " ", people::invented_tag(programme.details.reality));
         })));
}

struct EvaluationPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, {}, {}, http::Status::Ok);
  }

  Response attach(const Request& request, const Session& session) const {
    if (auto refusal = people::refuse_unless(session.actor, AttachEvaluation::kNeeds))
      return http::problem(*refusal);
    people::OneFile file(kMostBytes);
    const Result<http::Form> form = request.multipart(file);
    if (!form) return http::problem(form.refusal());
    if (const auto refusal = file.refuse_too_large())
      return page(request, session, *form, Problems(*refusal), http::Status::ContentTooLarge);
    const std::string& key = request.parameter("publication");
    const Result<Evaluation> attached = perform(session, *form, std::move(file), key);
    if (attached)
      return http::see_other(Url::path("publications", key, "evaluations", std::to_string(attached->number))
                                 .with("done", "attached")
                                 .text());
    if (attached.refusal().kind != Refusal::Kind::Invalid) return http::problem(attached.refusal());
    return page(request, session, *form, Problems(attached.refusal()),
                http::status_of(attached.refusal().kind));
  }

 private:
  Result<Evaluation> perform(const Session& session, const http::Form& form, people::OneFile file,
                             const std::string& publication_key) const {
    SIGHTLINE_TRY(const AttachEvaluation command, attachment_in(form, std::move(file), publication_key));
    return web.journal().perform(session.actor, command);
  }

  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto list =
        evaluations_of(snapshot, request.parameter("publication"), http::page_asked_for(request.query));
    if (!list) return http::problem(http::Status::NotFound);
    const publication::Publication& published = list->publication.publication;
    const auto item = [&](const Evaluation& each) { return line_item(published.key, each); };
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, published.title), h1({class_("govuk-heading-xl")}, "Evaluations"),
        p({class_("govuk-body")},
          "What others found who judged the programme. Their words are theirs; nothing in them is edited."),
        list->evaluations.items.empty()
            ? p({class_("govuk-body")}, "No evaluation is attached to this publication.")
            : ul({class_("govuk-list govuk-list--spaced")}, each(list->evaluations.items, item)),
        govuk::pages_of_list(evaluations_url(published.key), list->evaluations.cut),
        when(session.actor.may(AttachEvaluation::kNeeds),
             [&] {
               return fragment(
                   h2({class_("govuk-heading-m")}, "Attach an evaluation"),
                   form(evaluations_url(published.key), people::csrf(session),
                        {attribute_("enctype", "multipart/form-data")}, attachment_inputs(typed, problems),
                        govuk::button({.text = "Attach", .prevents_double_click = true})));
             }),
        programmes_part(programmes_with_before_and_after(snapshot, session.actor)));
    return web.page(request, session,
                    {.title = "Evaluations, " + published.title,
                     .breadcrumbs = {{.text = "Responses", .href = response::board_url(published.key)},
                                     {.text = "Evaluations"}},
                     .problems = problems,
                     .banner = publication::notice(list->publication.reality)},
                    main, status);
  }
};

}  // namespace

Url evaluations_url(std::string_view publication_key) {
  return Url::path("publications", publication_key, "evaluations");
}

Url before_and_after_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "before-and-after");
}

void add_evaluation_routes(http::Router& router, const people::Web& web) {
  const EvaluationPages pages{web};
  router.get("/publications/{publication}/evaluations",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/publications/{publication}/evaluations",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.attach(r, s); }),
              people::upload_of_file(web, kMostBytes));
}

void add_routes(http::Router& router, const people::Web& web) {
  add_evaluation_routes(router, web);
  add_one_evaluation_routes(router, web);
  add_before_and_after_routes(router, web);
}

}  // namespace sightline::evaluation
