// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/after_publication_pages.h"

#include "platform/markdown/to_html.h"
#include "recommendation/recommendation.h"
#include "site/frame_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using response::PublicAnswer;

/// The answers of one body, which stand together.
using Answers = std::vector<const PublicAnswer*>;

std::vector<Answers> by_body(const PublicationView& view) {
  std::vector<Answers> bodies;
  for (const PublicAnswer& answer : view.answers) {
    if (bodies.empty() || bodies.back().front()->force_key != answer.force_key) bodies.emplace_back();
    bodies.back().push_back(&answer);
  }
  return bodies;
}

std::string answers_page(const PublicationView& view, const PublicAnswer& of) {
  return "publications/" + view.publication.key + "/responses/" + of.force_key + "/index.html";
}

std::string evaluation_place(const PublicationView& view, const EvaluationView& each) {
  using enum evaluation::Format;
  const std::string folder =
      "publications/" + view.publication.key + "/evaluations/" + std::to_string(each.evaluation.number) + "/";
  switch (each.content.format) {
    case Markdown:
      return folder + "index.html";
    case Pdf:
      return folder + "evaluation.pdf";
    case Text:
      return folder + "evaluation.txt";
    case Html:
      break;
  }
  return {};
}

Html answer_of(const PublicAnswer& each) {
  return fragment(h2({class_("govuk-heading-m"), id_(each.recommendation_key)}, "Recommendation ",
                     each.recommendation_key),
                  p({class_("govuk-body app-typed")}, each.recommendation.text),
                  govuk::summary_list({.rows = {{.key = "Due by", .value = day(each.due)},
                                                {.key = "Answer", .value = name_of(each.answer.kind)}}}),
                  p({class_("govuk-body app-typed")}, each.answer.text));
}

std::string render_answers(const PublicationView& view, const Answers& answers) {
  const PublicAnswer& first = *answers.front();
  const std::string title = first.body_name + ": answers to recommendations";
  return document(
      {.path = answers_page(view, first),
       .title = title,
       .description = "The answers of one local policing body to the recommendations of a report.",
       .trail = {{"Publications", kHomePage}, {view.publication.title, landing_page(view.publication.key)}},
       .notice = notice_of(view)},
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")},
              span({class_("govuk-caption-xl")}, view.publication.title),
              h1({class_("govuk-heading-xl")}, title),
              each(answers, [](const PublicAnswer* answer) { return answer_of(*answer); }))));
}

std::string render_evaluation(const PublicationView& view, const EvaluationView& shown) {
  const evaluation::Details& details = shown.evaluation.details;
  const markdown::Document text = evaluation::document_of(shown.content);
  return document(
      {.path = evaluation_place(view, shown),
       .title = details.title,
       .description = details.summary,
       .trail = {{"Publications", kHomePage}, {view.publication.title, landing_page(view.publication.key)}},
       .notice = notice_of(view)},
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")},
              span({class_("govuk-caption-xl")}, "Evaluation of ", view.publication.title),
              h1({class_("govuk-heading-xl")}, details.title),
              p({class_("govuk-body")}, "By ", details.evaluator, ", ", day(details.published_on), "."),
              markdown::to_html(text, {.heading_shift = 1}))));
}

Html evaluation_line(const std::string& page, const PublicationView& view, const EvaluationView& each) {
  const evaluation::Details& details = each.evaluation.details;
  const std::string place = evaluation_place(view, each);
  const Html name =
      place.empty() ? fragment(details.title, " (not shown here)") : link_to(page, place, details.title);
  return li({}, name, ", by ", details.evaluator, ", ", day(details.published_on),
            each.content.format == evaluation::Format::Markdown
                ? std::string()
                : " (" + std::string(evaluation::name_of(each.content.format)) + ")",
            ". ", details.summary);
}

}  // namespace

Html after_publication(const std::string& page, const PublicationView& view) {
  const Html answers = when(!view.answers.empty(), [&] {
    return fragment(
        h2({class_("govuk-heading-m"), id_("answers")}, "Answers to the recommendations"),
        ul({class_("govuk-list govuk-list--bullet")}, each(by_body(view), [&](const Answers& body) {
             return li({}, link_to(page, answers_page(view, *body.front()), body.front()->body_name));
           })));
  });
  const Html evaluations = when(!view.evaluations.empty(), [&] {
    return fragment(
        h2({class_("govuk-heading-m"), id_("evaluations")}, "Evaluations"),
        paragraph("What others found who looked at this work. The words are theirs."),
        ul({class_("govuk-list govuk-list--bullet")}, each(view.evaluations, [&](const EvaluationView& one) {
             return evaluation_line(page, view, one);
           })));
  });
  return fragment(answers, evaluations);
}

void add_after_publication(const PublicationView& view, Site& site) {
  for (const Answers& body : by_body(view))
    site.files.insert_or_assign(answers_page(view, *body.front()), render_answers(view, body));
  for (const EvaluationView& each : view.evaluations) {
    const std::string place = evaluation_place(view, each);
    if (place.empty()) continue;
    site.files.insert_or_assign(place, each.content.format == evaluation::Format::Markdown
                                           ? render_evaluation(view, each)
                                           : each.content.bytes);
  }
}

}  // namespace sightline::site
