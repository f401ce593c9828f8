// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "platform/html/govuk.h"
#include "publication/publication_service.h"
#include "recommendation/recommendation_pages.h"
#include "recommendation/recommendation_service.h"
#include "response/answer_pages.h"

namespace sightline::response {

namespace {

using namespace html;
using http::Request;
using people::Session;
using recommendation::RecommendationView;

Html answer_card(const PublicAnswer& given) {
  return govuk::summary_list({.rows = {{.key = "Publication", .value = given.publication_title},
                                       {.key = "Answer", .value = answer_words(given.answer)}},
                              .card = {.title = given.body_name + ", for " + given.force_name}});
}

/// Where everybody reads the same, one line for each publication of the recommendation.
Html public_registers(sql::Reader& reader, const recommendation::Recommendation& recommendation) {
  Html lines;
  for (const publication::KnownPublication& each : publication::all_publications(reader))
    if (std::ranges::find(recommendation.clocks, each.id, &recommendation::Clock::publication) !=
        recommendation.clocks.end())
      lines += p({class_("govuk-body")},
                 a({class_("govuk-link")},
                   Url::local("/site/publications/" + each.publication.key + "/recommendations/index.html#" +
                              recommendation::key_of(recommendation.number)),
                   "See it on the public site"),
                 ", below “", each.publication.title, "”.");
  return lines;
}

/// Shows what bodies said to one recommendation, to whoever sees it in the register.
struct GivenAnswers {
  const people::Web& web;

  http::Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<RecommendationView> view = recommendation::recommendation_view(
        snapshot, session.actor, request.parameter("programme"), request.parameter("recommendation"), 1);
    if (!view) return http::problem(view.refusal());
    const Page<PublicAnswer> answers =
        answers_to(snapshot, view->recommendation.id, http::page_asked_for(request.query));
    const std::string key = recommendation::key_of(view->recommendation.number);
    const std::string& programme = view->programme.details.key;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, view->programme.details.name),
        h1({class_("govuk-heading-xl")}, "Answers to recommendation ", key),
        govuk::inset_text({.text = span({class_("app-typed")}, view->recommendation.details.text)}),
        public_registers(snapshot, view->recommendation),
        answers.items.empty()
            ? p({class_("govuk-body")}, "No answer is on record. That does not say that nothing was done.")
            : each(answers.items, answer_card),
        govuk::pages_of_list(Url::path("programmes", programme, "recommendations", key, "answers"),
                             answers.cut));
    people::PageFrame frame{
        .title = "Answers to recommendation " + key + ", " + view->programme.details.name,
        .breadcrumbs = {
            {.text = "Recommendations", .href = recommendation::register_url(programme)},
            {.text = "Recommendation " + key, .href = recommendation::recommendation_url(programme, key)},
            {.text = "Answers"}}};
    if (view->programme.details.reality == people::Reality::Invented)
      frame.banner = "Invented: this programme, its recommendations and everybody who answers were made up.";
    return web.page(request, session, frame, main);
  }
};

}  // namespace

void add_given_answers_routes(http::Router& router, const people::Web& web) {
  router.get("/programmes/{programme}/recommendations/{recommendation}/answers",
             web.signed_in(GivenAnswers{web}));
}

}  // namespace sightline::response
