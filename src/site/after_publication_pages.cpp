// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "site/after_publication_pages.h"

#include <algorithm>

#include "evaluation/evaluation_service.h"
#include "platform/clock/clock.h"
#include "platform/markdown/to_html.h"
#include "recommendation/recommendation.h"
#include "site/frame_pages.h"
#include "site/register_pages.h"

namespace sightline::site {

namespace {

using namespace html;
using evaluation::Evaluation;
using publication::FrozenRecommendation;
using response::ExpectedAnswer;

/// What one body answered, which stands together.
using Answers = std::vector<const ExpectedAnswer*>;

std::vector<Answers> by_body(const PublicationView& view) {
  std::vector<Answers> bodies;
  for (const ExpectedAnswer& answer : view.answers) {
    if (!answer.answer) continue;
    if (bodies.empty() || bodies.back().front()->force_key != answer.force_key) bodies.emplace_back();
    bodies.back().push_back(&answer);
  }
  return bodies;
}

std::string page_of(const PublicationView& view, const Answers& body) {
  return answers_page(view.publication.key, body.front()->force_key);
}

/// About an evaluation: itself where it is Markdown, why it is not there where it was withdrawn.
std::string evaluation_page(const PublicationView& view, const Evaluation& each) {
  return "publications/" + view.publication.key + "/evaluations/" + std::to_string(each.number) +
         "/index.html";
}

/// Where its content stands, or stood; empty for HTML, which gets no place.
std::string evaluation_place(const PublicationView& view, const Evaluation& each) {
  using enum evaluation::Format;
  const std::string page = evaluation_page(view, each);
  const std::string folder = page.substr(0, page.rfind('/') + 1);
  switch (each.format) {
    case Markdown:
      return page;
    case Pdf:
      return folder + "evaluation.pdf";
    case Text:
      return folder + "evaluation.txt";
    case Html:
      break;
  }
  return {};
}

Html answer_of(const PublicationView& view, const ExpectedAnswer& each) {
  const FrozenRecommendation& asked =
      *std::ranges::find(view.recommendations, each.recommendation, &FrozenRecommendation::id);
  return fragment(
      h2({class_("govuk-heading-m"), id_(asked.key)}, "Recommendation ", asked.key),
      p({class_("govuk-body app-typed")}, asked.details.text),
      govuk::summary_list(
          {.rows = {{.key = "Due by",
                     .value = day(recommendation::due(asked.details.term, view.publication.published_on))},
                    {.key = "Answer", .value = response::name_of(each.answer->kind)}}}),
      p({class_("govuk-body app-typed")}, each.answer->text));
}

std::string render_answers(const PublicationView& view, const Answers& answers) {
  const std::string path = page_of(view, answers);
  const std::string title = answers.front()->body_name + ": answers to recommendations";
  return document(
      {.path = path,
       .title = title,
       .description = "The answers of one local policing body to the recommendations of a report.",
       .trail = {{"Publications", kHomePage}, {view.publication.title, landing_page(view.publication.key)}},
       .notice = notice_of(view)},
      div({class_("govuk-grid-row")},
          div({class_("govuk-grid-column-two-thirds")},
              span({class_("govuk-caption-xl")}, view.publication.title),
              h1({class_("govuk-heading-xl")}, title),
              p({class_("govuk-body")}, link_to(path, recommendations_page(view.publication.key),
                                                "See every recommendation and what others answered")),
              each(answers, [&](const ExpectedAnswer* answer) { return answer_of(view, *answer); }))));
}

/// The page of an evaluation, but for what stands below who made it and when.
struct EvaluationFrame {
  PublicPage page;
  Html head;

  std::string around(const Html& content) const {
    return document(
        page, div({class_("govuk-grid-row")}, div({class_("govuk-grid-column-two-thirds")}, head, content)));
  }
};

EvaluationFrame frame_of(const PublicationView& view, const Evaluation& shown) {
  const evaluation::Details& details = shown.details;
  return {.page = {.path = evaluation_page(view, shown),
                   .title = details.title,
                   .description = details.summary,
                   .trail = {{"Publications", kHomePage},
                             {view.publication.title, landing_page(view.publication.key)}},
                   .notice = notice_of(view)},
          .head = fragment(
              span({class_("govuk-caption-xl")}, "Evaluation of ", view.publication.title),
              h1({class_("govuk-heading-xl")}, details.title),
              p({class_("govuk-body")}, "By ", details.evaluator, ", ", day(details.published_on), "."))};
}

/// Handbook §13.4
std::string render_withdrawn(const PublicationView& view, const Evaluation& shown) {
  return frame_of(view, shown)
      .around(govuk::warning_text(
          {.text = fragment("This evaluation was withdrawn on ", day(clock::london_date(shown.withdrawn->at)),
                            ": ", shown.withdrawn->reason)}));
}

FrozenFile frozen_evaluation(const PublicationView& view, const Evaluation& shown) {
  const bool is_page = shown.format == evaluation::Format::Markdown;
  const EvaluationFrame frame = frame_of(view, shown);
  const auto bytes = [key = view.publication.key, number = shown.number, is_page,
                      frame](sql::Reader& reader) {
    evaluation::Content content = evaluation::public_content_of(reader, key, number).value();
    if (!is_page) return std::move(content.bytes);
    return frame.around(markdown::to_html(evaluation::document_of(content), {.heading_shift = 1}));
  };
  return {shown.digest + std::string(frame.head.view()), bytes};
}

Html evaluation_line(const std::string& page, const PublicationView& view, const Evaluation& each) {
  const evaluation::Details& details = each.details;
  if (each.withdrawn)
    return li({}, link_to(page, evaluation_page(view, each), details.title), ", by ", details.evaluator, ", ",
              day(details.published_on), ". Withdrawn on ", day(clock::london_date(each.withdrawn->at)), ".");
  const std::string place = evaluation_place(view, each);
  const Html name =
      place.empty() ? fragment(details.title, " (not shown here)") : link_to(page, place, details.title);
  return li({}, name, ", by ", details.evaluator, ", ", day(details.published_on),
            each.format == evaluation::Format::Markdown
                ? std::string()
                : " (" + std::string(evaluation::name_of(each.format)) + ")",
            ". ", details.summary);
}

Html each_body_that_answered(const std::string& page, const PublicationView& view) {
  const std::vector<Answers> bodies = by_body(view);
  if (bodies.empty()) return {};
  return ul({class_("govuk-list govuk-list--bullet")}, each(bodies, [&](const Answers& body) {
              return li({}, link_to(page, page_of(view, body), body.front()->body_name));
            }));
}

}  // namespace

Html after_publication(const std::string& page, const PublicationView& view) {
  const Html answers = when(!view.recommendations.empty(), [&] {
    return fragment(h2({class_("govuk-heading-m"), id_("answers")}, "Answers to the recommendations"),
                    p({class_("govuk-body")}, link_to(page, recommendations_page(view.publication.key),
                                                      "See every recommendation and what was answered")),
                    each_body_that_answered(page, view));
  });
  const Html evaluations = when(!view.evaluations.empty(), [&] {
    return fragment(
        h2({class_("govuk-heading-m"), id_("evaluations")}, "Evaluations"),
        paragraph("What others found who looked at this work. The words are theirs."),
        ul({class_("govuk-list govuk-list--bullet")},
           each(view.evaluations, [&](const Evaluation& one) { return evaluation_line(page, view, one); })));
  });
  return fragment(answers, evaluations);
}

void add_after_publication(const PublicationView& view, Site& site, FrozenFiles& frozen) {
  for (const Answers& body : by_body(view))
    site.files.insert_or_assign(page_of(view, body), render_answers(view, body));
  if (!view.recommendations.empty())
    site.files.insert_or_assign(recommendations_page(view.publication.key), render_register(view));
  for (const Evaluation& each : view.evaluations) {
    const std::string place = evaluation_place(view, each);
    const std::string page = evaluation_page(view, each);
    if (each.withdrawn) {
      site.files.insert_or_assign(page, render_withdrawn(view, each));
      site.withdrawn.emplace(page, page);
      if (!place.empty()) site.withdrawn.emplace(place, page);
    } else if (!place.empty()) {
      frozen.insert_or_assign(place, frozen_evaluation(view, each));
    }
  }
}

}  // namespace sightline::site
