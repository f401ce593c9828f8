// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer_pages.h"

#include "platform/clock/clock.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"
#include "platform/html/whole_history.h"
#include "publication/edition.h"
#include "response/response_service.h"

namespace sightline::response {

namespace {

using namespace html;
using http::Request;
using http::Status;
using people::Session;

constexpr std::int64_t kMostRevisions = 1'000'000;

Url duty_url(DutyId duty) {
  return Url::path("responses", duty.value());
}

Url answer_url(DutyId duty, RecommendationId recommendation) {
  return Url::path("responses", duty.value(), "answers", recommendation.value());
}

Url history_url(DutyId duty, RecommendationId recommendation) {
  return Url::path("responses", duty.value(), "answers", recommendation.value(), "history");
}

Html kind_tag(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::ActionTaken:
      return govuk::tag({.text = name_of(kind), .classes = "govuk-tag--green"});
    case AnswerKind::ActionPlanned:
      return govuk::tag({.text = name_of(kind), .classes = "govuk-tag--blue"});
    case AnswerKind::NoAction:
      return govuk::tag({.text = name_of(kind), .classes = "govuk-tag--orange"});
  }
  std::abort();
}

std::string term_in_words(const AnswerLine& line) {
  return recommendation::due_in_words(line.details.term, line.first_published);
}

Html line_card(DutyId duty, const AnswerLine& line, bool may_answer) {
  std::vector<govuk::Action> actions;
  if (may_answer)
    actions.push_back({.href = answer_url(duty, line.recommendation),
                       .text = line.answer ? "Correct the answer" : "Answer",
                       .visually_hidden_text = "to " + line.key});
  return govuk::summary_list(
      {.rows = {{.key = "Recommended", .value = span({class_("app-typed")}, line.details.text)},
                {.key = "Term", .value = term_in_words(line)},
                {.key = "Answer",
                 .value = line.answer ? answer_words(*line.answer) : fragment("Not on record")}},
       .card = {.title = "Recommendation " + line.key, .heading_level = 3, .actions = actions}});
}

}  // namespace

Html answer_words(const Answer& answer) {
  return fragment(p({class_("govuk-body")}, kind_tag(answer.kind)),
                  p({class_("govuk-body app-typed govuk-!-margin-bottom-0")}, answer.text));
}

Html answers_section(DutyId duty, const DutyAnswers& answers) {
  return section({aria_("labelledby", "recommendations")},
                 h2({class_("govuk-heading-m"), id_("recommendations")}, "Answers to recommendations"),
                 p({class_("govuk-body")}, in_words(answers.answered), "."),
                 when(!answers.may_read,
                      [] {
                        return p({class_("govuk-body")},
                                 "Answers are shown here once "
                                 "the response is on record.");
                      }),
                 each(answers.lines.items,
                      [&](const AnswerLine& line) { return line_card(duty, line, answers.may_answer); }),
                 govuk::pages_of_list(duty_url(duty), answers.lines.cut));
}

namespace {

/// What the page shows beside what is on record.
struct Content {
  http::Form typed;
  Problems problems = {};
  std::optional<Answer> meanwhile = {};  ///< On a conflict: what somebody else recorded.
};

/// The duty and the answer that the address names.
struct Named {
  ExpectedResponse expected;
  AnswerView view;
};

Result<Answer> answer_in(const http::Form& form) {
  const auto kind = from_word<AnswerKind>(form.text("kind"));
  if (!kind)
    return Refusal{Refusal::Kind::Invalid,
                   "The answer could not be recorded.",
                   {{"kind", "Say whether action was taken, is planned, or neither."}}};
  return Answer{.kind = *kind, .text = std::string(form.text("text"))};
}

Html answer_form(const Named& named, const Content& content, const Session& session) {
  std::vector<govuk::Choice> kinds;
  for (const Word<AnswerKind>& each : kWords<AnswerKind>)
    kinds.push_back({.value = std::string(each.word), .text = name_of(each.value)});
  return form(
      answer_url(named.expected.line.duty, named.view.line.recommendation), people::csrf(session), {},
      input({type_("hidden"), name_("revision"), value_(std::string(content.typed.text("revision")))}),
      govuk::radios(
          {.name = "kind",
           .fieldset = {.legend = {.text = "What the body says", .classes = "govuk-fieldset__legend--s"}},
           .error = content.problems.at("kind"),
           .items = kinds,
           .value = std::string(content.typed.text("kind")),
           .classes = "govuk-radios--small"}),
      govuk::character_count(
          {.name = "text",
           .label = {.text = "In its own words", .classes = "govuk-label--s"},
           .hint = "What was or will be done, and by when. Without action: why none is planned. Nothing "
                   "is edited, and what it costs or where the body disagrees belongs here too.",
           .error = content.problems.at("text"),
           .value = std::string(content.typed.text("text")),
           .max_length = static_cast<int>(kLongestAnswer),
           .count_type = "characters",
           .threshold = 75,
           .rows = 8}),
      govuk::button({.text = "Record the answer", .prevents_double_click = true}));
}

Html meanwhile_banner(const Content& content) {
  if (!content.meanwhile) return {};
  return govuk::notification_banner(
      {.content = fragment(
           p({class_("govuk-notification-banner__heading")},
             "Somebody else recorded this answer while you were writing."),
           p({class_("govuk-body")},
             "What they recorded stands below. What you typed is in the form, and is not saved yet. Bring "
             "the "
             "two together, then record the answer."),
           p({class_("govuk-body")}, strong({}, "Recorded meanwhile: "), name_of(content.meanwhile->kind),
             ". ", span({class_("app-typed")}, content.meanwhile->text)))});
}

Html revisions_table(const std::vector<AnswerRevision>& revisions) {
  govuk::Table table{
      .caption = "What was recorded, the latest first",
      .caption_classes = "govuk-visually-hidden",
      .head = {{.text = "Revision"}, {.text = "By"}, {.text = "When"}, {.text = "Answer"}, {.text = "Words"}},
      .rows = {},
      .first_cell_is_header = true};
  for (const AnswerRevision& line : revisions)
    table.rows.push_back({{.text = line.revision},
                          {.text = line.person},
                          {.text = clock::in_london_words(line.recorded_at)},
                          {.text = name_of(line.answer.kind)},
                          {.text = span({class_("app-typed")}, line.answer.text)}});
  return scrolling_table(table);
}

Html history(const Named& named) {
  const AnswerView& view = named.view;
  if (view.history.empty()) return {};
  return fragment(
      govuk::details({.summary = "History of this answer", .text = revisions_table(view.history)}),
      link_to_all_steps(history_url(named.expected.line.duty, view.line.recommendation), view.line.revision,
                        view.history.size()));
}

Html answer_main(const Named& named, const Content& content, const Session& session) {
  const AnswerView& view = named.view;
  return fragment(
      meanwhile_banner(content), span({class_("govuk-caption-l")}, named.expected.line.body_name),
      h1({class_("govuk-heading-l")}, "Answer to recommendation ", view.line.key),
      govuk::inset_text({.text = span({class_("app-typed")}, view.line.details.text)}),
      govuk::summary_list(
          {.rows = {{.key = "Publication", .value = named.expected.publication_title},
                    {.key = "Term", .value = term_in_words(view.line)},
                    {.key = "On record",
                     .value = view.line.answer ? answer_words(*view.line.answer)
                              : view.may_read  ? fragment("Not answered yet")
                                               : fragment("Shown once the response is on record")}}}),
      when(view.may_answer,
           [&] {
             return fragment(h2({class_("govuk-heading-m")},
                                view.line.answer ? "Correct the answer" : "Record the answer"),
                             answer_form(named, content, session));
           }),
      history(named));
}

http::Form fields_of(const AnswerLine& line) {
  http::Form fields{{"revision", std::to_string(line.revision)}};
  if (line.answer) {
    fields.add("kind", std::string(word(line.answer->kind)));
    fields.add("text", line.answer->text);
  }
  return fields;
}

http::Form with_revision(const http::Form& typed, int revision) {
  return {{"revision", std::to_string(revision)},
          {"kind", std::string(typed.text("kind"))},
          {"text", std::string(typed.text("text"))}};
}

struct AnswerPages {
  const people::Web& web;

  http::Response show(const Request& request, const Session& session) const {
    const auto named = named_in(request, session);
    if (!named) return http::problem(Status::NotFound);
    return page(request, session, *named, {.typed = fields_of(named->view.line)}, Status::Ok);
  }

  http::Response record(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto named = named_in(request, session);
    if (!named) return http::problem(Status::NotFound);
    const DutyId duty = named->expected.line.duty;
    const Result<int> recorded = perform(session, duty, named->view.line.recommendation, *form);
    if (recorded) return http::see_other(duty_url(duty).with("answered", named->view.line.key).text());
    const Refusal& refusal = recorded.refusal();
    if (refusal.kind == Refusal::Kind::NotPermitted) return http::problem(refusal);
    if (refusal.kind == Refusal::Kind::Conflict) return both_texts(request, session, *form, refusal);
    return page(request, session, *named, {.typed = *form, .problems = Problems(refusal)},
                http::status_of(refusal.kind));
  }

  http::Response show_history(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto named = named_in(snapshot, request, session);
    if (!named) return http::problem(Status::NotFound);
    const DutyId duty = named->expected.line.duty;
    const RecommendationId recommendation = named->view.line.recommendation;
    const auto revisions =
        answer_history(snapshot, session.actor, duty, recommendation, http::page_asked_for(request.query));
    if (!revisions) return http::problem(Status::NotFound);
    const std::string title = "History of the answer to recommendation " + named->view.line.key;
    const Html main =
        fragment(span({class_("govuk-caption-l")}, named->expected.line.body_name),
                 h1({class_("govuk-heading-l")}, title),
                 revisions->items.empty() ? p({class_("govuk-body")}, "Nothing has been recorded yet.")
                                          : revisions_table(revisions->items),
                 govuk::pages_of_list(history_url(duty, recommendation), revisions->cut));
    return web.page(request, session,
                    {.title = title + ", " + named->expected.line.force_name,
                     .back = answer_url(duty, recommendation),
                     .banner = publication::notice(named->expected.reality)},
                    main);
  }

 private:
  std::optional<Named> named_in(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return named_in(snapshot, request, session);
  }

  std::optional<Named> named_in(sql::Reader& reader, const Request& request, const Session& session) const {
    const auto duty = http::positive_number(request.parameter("duty"));
    const auto recommendation = http::positive_number(request.parameter("recommendation"));
    if (!duty || !recommendation) return std::nullopt;
    auto expected = find_expected(reader, DutyId{*duty}, web.journal().clock().today());
    auto view = answer_view(reader, session.actor, DutyId{*duty}, RecommendationId{*recommendation});
    if (!expected || !view) return std::nullopt;
    return Named{*std::move(expected), *std::move(view)};
  }

  Result<int> perform(const Session& session, DutyId duty, RecommendationId recommendation,
                      const http::Form& form) const {
    SIGHTLINE_TRY(Answer answer, answer_in(form));
    const auto revision = form.text("revision") == "0"
                              ? std::int64_t{0}
                              : http::positive_number(form.text("revision")).value_or(-1);
    if (revision < 0 || revision > kMostRevisions)
      return Refusal{Refusal::Kind::Invalid, "Load the page again; the form is not whole.", {}};
    return web.journal().perform(
        session.actor,
        AnswerRecommendation{duty, recommendation, static_cast<int>(revision), std::move(answer)});
  }

  /// What is on record now stands above the form, which keeps what was typed and corrects that revision.
  http::Response both_texts(const Request& request, const Session& session, const http::Form& typed,
                            const Refusal& refusal) const {
    const auto now = named_in(request, session);
    if (!now) return http::problem(Status::NotFound);
    return page(request, session, *now,
                {.typed = with_revision(typed, now->view.line.revision),
                 .problems = Problems(refusal),
                 .meanwhile = now->view.line.answer},
                http::status_of(refusal.kind));
  }

  http::Response page(const Request& request, const Session& session, const Named& named,
                      const Content& content, Status status) const {
    const BoardLine& line = named.expected.line;
    const std::string title = "Answer to recommendation " + named.view.line.key;
    return web.page(request, session,
                    {.title = title + ", " + line.force_name,
                     .breadcrumbs = {{.text = "Responses", .href = board_url(named.expected.publication_key)},
                                     {.text = "Response for " + line.force_name, .href = duty_url(line.duty)},
                                     {.text = title}},
                     .problems = content.problems,
                     .banner = publication::notice(named.expected.reality)},
                    answer_main(named, content, session), status);
  }
};

}  // namespace

Url board_url(std::string_view publication_key) {
  return Url::local("/responses").with("publication", publication_key);
}

void add_answer_routes(http::Router& router, const people::Web& web) {
  const AnswerPages pages{web};
  router.get("/responses/{duty}/answers/{recommendation}",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.get("/responses/{duty}/answers/{recommendation}/history",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show_history(r, s); }));
  router.post("/responses/{duty}/answers/{recommendation}",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.record(r, s); }));
}

}  // namespace sightline::response
