// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "finding/finding_pages.h"
#include "inspection/shared_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/scrolling_table.h"
#include "platform/html/whole_history.h"
#include "recommendation/form_pages.h"
#include "recommendation/recommendation_pages.h"

namespace sightline::recommendation {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

/// What stands in the forms of the page, and beside them.
struct Content {
  http::Form typed;  ///< As recorded, or as typed when the page comes back.
  Problems problems{};
  std::optional<Details> meanwhile{};  ///< On a conflict: what somebody else recorded.
  std::string done{};                  ///< The word of the step just taken, if any.
};

bool may(const RecommendationView& view, Action action) {
  return std::ranges::find(view.actions, action) != view.actions.end();
}

Html revision_input(const Recommendation& recommendation) {
  return input({type_("hidden"), name_("revision"), value_(std::to_string(recommendation.revision))});
}

Url below(const programme::Programme& programme, const Recommendation& recommendation, const char* what) {
  return Url::path("programmes", programme.details.key, "recommendations", key_of(recommendation.number),
                   what);
}
Url below(const RecommendationView& view, const char* what) {
  return below(view.programme, view.recommendation, what);
}

Html remove_button(const RecommendationView& view, const Session& session, const char* where,
                   const Html& what, std::string_view whom) {
  return form(
      below(view, where), people::csrf(session), {}, revision_input(view.recommendation), what,
      button({type_("submit"), name_("action"), value_("remove"), class_("app-link-button govuk-link")},
             "Remove", span({class_("govuk-visually-hidden")}, " ", whom)));
}

Html addressees(const RecommendationView& view, const Content& content, const Session& session) {
  const bool changes = may(view, Action::Address);
  const auto item = [&](const Addressee& each) {
    const Html which = input({type_("hidden"), name_("addressee"), value_(std::to_string(each.id.value()))});
    return li({}, each.name, ", ", name_of(each.kind),
              when(changes, [&] { return remove_button(view, session, "addressees", which, each.name); }));
  };
  std::vector<govuk::SelectItem> choices{{.value = "", .text = "Choose an organisation"}};
  for (const people::Organisation& each : view.could_address)
    choices.push_back({.value = std::to_string(each.id.value()), .text = each.name});
  return section({}, h2({class_("govuk-heading-m")}, "Addressed to"),
                 view.addressees.empty()
                     ? p({class_("govuk-body")}, "Nobody yet. It cannot be settled before.")
                     : ul({class_("govuk-list govuk-list--bullet app-columns")}, each(view.addressees, item)),
                 when(changes, [&] {
                   return form(below(view, "addressees"), people::csrf(session), {},
                               revision_input(view.recommendation),
                               govuk::select({.name = "addressee",
                                              .label = {.text = "Add an addressee"},
                                              .error = content.problems.at("addressee"),
                                              .items = choices,
                                              .value = std::string(content.typed.text("addressee"))}),
                               govuk::button({.text = "Add the addressee",
                                              .name = "action",
                                              .value = "add",
                                              .classes = "govuk-button--secondary"}));
                 }));
}

Html finding_fields(const FindingLine& line) {
  return fragment(input({type_("hidden"), name_("inspection"), value_(line.inspection_key)}),
                  input({type_("hidden"), name_("finding"), value_(std::to_string(line.number))}));
}

/// The statement as a link, with the inspection that made it.
Html finding_words(const FindingLine& line) {
  return fragment(
      p({class_("govuk-body govuk-!-margin-bottom-1")},
        a({class_("govuk-link")}, finding::finding_url(line.inspection_key, line.number), line.statement)),
      p({class_("govuk-body-s govuk-!-margin-bottom-1")}, finding::name_of(line.direction), " · Finding ",
        line.number, ", ", line.inspection_title, " ", finding::state_tag(line.state)));
}

Html findings(const RecommendationView& view, const Session& session) {
  const bool changes = may(view, Action::Rest);
  const std::int64_t hidden = view.recommendation.findings - view.findings.cut.total;
  const auto item = [&](const FindingLine& line) {
    return li({}, finding_words(line), when(changes, [&] {
                return remove_button(view, session, "findings", finding_fields(line),
                                     "finding " + std::to_string(line.number));
              }));
  };
  return section(
      {}, h2({class_("govuk-heading-m")}, "The findings beneath it"),
      when(view.recommendation.agreed_findings == 0,
           [] { return p({class_("govuk-body")}, "No agreed finding yet. It cannot be settled before."); }),
      ul({class_("govuk-list govuk-list--spaced")}, each(view.findings.items, item)),
      govuk::pages_of_list(recommendation_url(view.programme.details.key, key_of(view.recommendation.number)),
                           view.findings.cut),
      when(hidden > 0,
           [&] {
             return p({class_("govuk-body")}, "It rests on ", view.recommendation.findings,
                      view.recommendation.findings == 1 ? " finding" : " findings",
                      ". Your role does not show all of them.");
           }),
      when(changes, [&] {
        return p({class_("govuk-body")},
                 a({class_("govuk-link")}, below(view, "choose-findings"), "Add a finding"));
      }));
}

Html revision_form(const RecommendationView& view, const Content& content, const Session& session) {
  if (!may(view, Action::Revise)) return {};
  return govuk::details(
      {.summary = "Change the words or the term",
       .text =
           form(below(view, "revision"), people::csrf(session), {}, revision_input(view.recommendation),
                details_inputs(content.typed, content.problems), govuk::button({.text = "Save the draft"})),
       .is_open = !content.problems.empty() || content.meanwhile.has_value()});
}

Html moderation(const RecommendationView& view, const Content& content, const Session& session) {
  return fragment(
      when(may(view, Action::Settle),
           [&] {
             return form(
                 below(view, "moderation"), people::csrf(session), {}, revision_input(view.recommendation),
                 govuk::button({.text = "Settle this recommendation", .name = "action", .value = "settle"}));
           }),
      when(may(view, Action::Reopen), [&] {
        return form(
            below(view, "moderation"), people::csrf(session), {}, revision_input(view.recommendation),
            govuk::textarea({.name = "reason",
                             .label = {.text = "Why this settled recommendation must be opened again"},
                             .error = content.problems.at("reason"),
                             .value = std::string(content.typed.text("reason")),
                             .rows = 3}),
            govuk::button({.text = "Reopen",
                           .name = "action",
                           .value = "reopen",
                           .classes = "govuk-button--secondary"}));
      }));
}

std::string_view did_in_words(const RevisionLine& line) {
  switch (line.action) {
    case Action::Revise:
      return line.revision == 1 ? "Drafted" : "Revised";
    case Action::Address:
      return "Addressees changed";
    case Action::Rest:
      return "Findings changed";
    case Action::Settle:
      return "Settled";
    case Action::Reopen:
      break;
  }
  return "Reopened";
}

Html steps_table(const std::vector<RevisionLine>& steps) {
  govuk::Table table{.caption = "What was done, the latest first",
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Revision"},
                              {.text = "What"},
                              {.text = "Who"},
                              {.text = "When"},
                              {.text = "Words, and why"}},
                     .first_cell_is_header = true};
  for (const RevisionLine& line : steps)
    table.rows.push_back(
        {{.text = line.revision},
         {.text = did_in_words(line)},
         {.text = line.person},
         {.text = clock::in_london_words(line.recorded_at)},
         {.text = line.action == Action::Revise
                      ? line.details.text + " (" + std::string(name_of(line.details.term)) + ")"
                      : line.reason.value_or("")}});
  return scrolling_table(table);
}

Html history(const RecommendationView& view) {
  if (view.history.empty()) return {};
  return fragment(
      govuk::details({.summary = "History of this recommendation", .text = steps_table(view.history)}),
      link_to_all_steps(below(view, "history"), view.recommendation.revision, view.history.size()));
}

Html facts(const RecommendationView& view) {
  const std::optional<Clock> clock = first_clock(view.recommendation);
  const std::optional<Date> published = clock ? std::optional(clock->starts_on) : std::nullopt;
  std::vector<govuk::SummaryRow> rows{
      {.key = "Term", .value = due_in_words(view.recommendation.details.term, published)},
      {.key = "Published", .value = published ? published->in_words() : "Not yet"},
      {.key = "State", .value = state_tag(view.recommendation.state)}};
  if (published)
    rows.push_back({.key = "Answers",
                    .value = a({class_("govuk-link")}, below(view, "answers"), "What bodies said to it")});
  if (view.made_in)
    rows.push_back(
        {.key = "Made in",
         .value = a({class_("govuk-link")}, inspection::address_of(view.made_in->key), view.made_in->title)});
  return govuk::summary_list({.rows = rows});
}

Html notices(const Content& content) {
  const char* done = content.done == "draft" ? "The draft is saved. Now say to whom, and for which findings."
                     : content.done == "revise" ? "The draft is saved."
                     : content.done == "add"    ? "Added."
                     : content.done == "remove" ? "Taken away."
                     : content.done == "settle" ? "Settled."
                     : content.done == "reopen" ? "Reopened."
                                                : nullptr;
  if (done) return govuk::notification_banner({.text = done, .is_success = true});
  if (!content.meanwhile) return {};
  return govuk::notification_banner(
      {.content = fragment(p({class_("govuk-notification-banner__heading")},
                             "Somebody else changed this recommendation while you were working on it."),
                           p({class_("govuk-body")},
                             "What they recorded stands below. What you typed is in the form, and is not "
                             "saved yet. Bring the "
                             "two together, then save."),
                           p({class_("govuk-body")}, strong({}, "Recorded meanwhile: "),
                             span({class_("app-typed")}, content.meanwhile->text), " (",
                             name_of(content.meanwhile->term), ")"))});
}

Html recommendation_main(const RecommendationView& view, const Content& content, const Session& session) {
  return fragment(notices(content), span({class_("govuk-caption-xl")}, view.programme.details.name),
                  h1({class_("govuk-heading-xl")}, "Recommendation ", key_of(view.recommendation.number)),
                  p({class_("govuk-body-l app-typed")}, view.recommendation.details.text), facts(view),
                  revision_form(view, content, session), addressees(view, content, session),
                  findings(view, session), moderation(view, content, session), history(view));
}

/// Shows one recommendation, and takes what its forms send. All of them answer with the same page.
struct OneRecommendationPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const Result<RecommendationView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    return page(
        request, session, *view,
        {.typed = fields_of(view->recommendation.details), .done = std::string(request.query.text("done"))},
        http::Status::Ok);
  }

  Response revise(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Recommendation> {
      SIGHTLINE_TRY(const Details details, details_in(typed));
      return web.journal().perform(session.actor, ReviseRecommendation{on_screen(request, typed), details});
    });
  }

  Response address(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Recommendation> {
      const OnScreen at = on_screen(request, typed);
      const OrganisationId whom{http::positive_number(typed.text("addressee")).value_or(0)};
      if (typed.text("action") == "remove")
        return web.journal().perform(session.actor, StopAddressing{at, whom});
      return web.journal().perform(session.actor, AddressTo{at, whom});
    });
  }

  Response rest(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Recommendation> {
      const OnScreen at = on_screen(request, typed);
      const std::string inspection(typed.text("inspection"));
      const int number = small_number(typed.text("finding"));
      if (typed.text("action") == "remove")
        return web.journal().perform(session.actor, StopRestingOn{at, inspection, number});
      return web.journal().perform(session.actor, RestOn{at, inspection, number});
    });
  }

  Response moderate(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Recommendation> {
      const OnScreen at = on_screen(request, typed);
      if (typed.text("action") == word(Action::Settle))
        return web.journal().perform(session.actor, SettleRecommendation{at});
      if (typed.text("action") == word(Action::Reopen))
        return web.journal().perform(session.actor,
                                     ReopenRecommendation{at, std::string(typed.text("reason"))});
      return Refusal{Refusal::Kind::Invalid, "Choose one of the buttons of the page.", {}};
    });
  }

  Response choose_findings(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<FindingChoice> choice =
        finding_choice(snapshot, session.actor, request.parameter("programme"),
                       request.parameter("recommendation"), http::page_asked_for(request.query));
    if (!choice) return http::problem(choice.refusal());
    return choice_page(request, session, *choice);
  }

  Response show_history(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<RecommendationHistory> history =
        recommendation_history(snapshot, session.actor, request.parameter("programme"),
                               request.parameter("recommendation"), http::page_asked_for(request.query));
    if (!history) return http::problem(history.refusal());
    return history_page(request, session, *history);
  }

 private:
  static int small_number(std::string_view text) {
    const std::int64_t number = http::positive_number(text).value_or(0);
    return number <= 1'000'000 ? static_cast<int>(number) : 0;
  }

  static OnScreen on_screen(const Request& request, const http::Form& typed) {
    return {std::string(request.parameter("programme")), std::string(request.parameter("recommendation")),
            small_number(typed.text("revision"))};
  }

  Result<RecommendationView> read(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return recommendation_view(snapshot, session.actor, request.parameter("programme"),
                               request.parameter("recommendation"), http::page_asked_for(request.query));
  }

  /// Back to the page, which says what was done; or the same page with all that was typed.
  template <class Perform>
  Response answer(const Request& request, const Session& session, const Perform& perform) const {
    const Result<http::Form> typed = request.form();
    if (!typed) return http::problem(typed.refusal());
    const Result<Recommendation> done = perform(*typed);
    if (done) {
      const std::string_view action = typed->has("action") ? typed->text("action") : word(Action::Revise);
      return http::see_other(recommendation_url(request.parameter("programme"), key_of(done->number))
                                 .with("done", action)
                                 .text());
    }
    const Result<RecommendationView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    Content content{.typed = *typed, .problems = Problems(done.refusal())};
    if (!typed->has("text"))
      for (const auto& [name, value] : fields_of(view->recommendation.details))
        content.typed.add(name, value);
    if (done.refusal().kind == Refusal::Kind::Conflict) content.meanwhile = view->recommendation.details;
    return page(request, session, *view, content, http::status_of(done.refusal().kind));
  }

  Response page(const Request& request, const Session& session, const RecommendationView& view,
                const Content& content, http::Status status) const {
    const std::string title = "Recommendation " + key_of(view.recommendation.number);
    return web.page(
        request, session,
        {.title = title + ", " + view.programme.details.name,
         .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                         {.text = "Recommendations", .href = register_url(view.programme.details.key)},
                         {.text = title}},
         .problems = content.problems,
         .banner = invented_banner(view.programme)},
        recommendation_main(view, content, session), status);
  }

  Response history_page(const Request& request, const Session& session,
                        const RecommendationHistory& history) const {
    const std::string key = key_of(history.recommendation.number);
    const std::string title = "History of recommendation " + key;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, history.programme.details.name),
        h1({class_("govuk-heading-xl")}, title),
        p({class_("govuk-body app-typed")}, history.recommendation.details.text),
        steps_table(history.steps.items),
        govuk::pages_of_list(below(history.programme, history.recommendation, "history"), history.steps.cut));
    return web.page(request, session,
                    {.title = title + ", " + history.programme.details.name,
                     .back = recommendation_url(history.programme.details.key, key),
                     .banner = invented_banner(history.programme)},
                    main);
  }

  Response choice_page(const Request& request, const Session& session, const FindingChoice& choice) const {
    const auto item = [&](const FindingLine& line) {
      return li({}, finding_words(line),
                form(below(choice.programme, choice.recommendation, "findings"), people::csrf(session), {},
                     revision_input(choice.recommendation), finding_fields(line),
                     govuk::button({.text = "Rest the recommendation on this finding",
                                    .name = "action",
                                    .value = "add",
                                    .classes = "govuk-button--secondary"})));
    };
    const std::string key = key_of(choice.recommendation.number);
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, "Recommendation ", key),
        h1({class_("govuk-heading-xl")}, "Add a finding"),
        p({class_("govuk-body app-typed")}, choice.recommendation.details.text),
        choice.findings.cut.total == 0
            ? p({class_("govuk-body")}, "There is no further finding that you may see in this programme.")
            : fragment(ul({class_("govuk-list govuk-list--spaced")}, each(choice.findings.items, item)),
                       govuk::pages_of_list(below(choice.programme, choice.recommendation, "choose-findings"),
                                            choice.findings.cut)));
    return web.page(request, session,
                    {.title = "Add a finding, recommendation " + key,
                     .back = recommendation_url(choice.programme.details.key, key),
                     .banner = invented_banner(choice.programme)},
                    main);
  }
};

}  // namespace

void add_one_recommendation_routes(http::Router& router, const people::Web& web) {
  const OneRecommendationPages pages{web};
  const auto page = [&](auto answer) {
    return web.signed_in([pages, answer](const Request& request, const Session& session) {
      return (pages.*answer)(request, session);
    });
  };
  router.get("/programmes/{programme}/recommendations/{recommendation}", page(&OneRecommendationPages::show));
  router.get("/programmes/{programme}/recommendations/{recommendation}/choose-findings",
             page(&OneRecommendationPages::choose_findings));
  router.get("/programmes/{programme}/recommendations/{recommendation}/history",
             page(&OneRecommendationPages::show_history));
  router.post("/programmes/{programme}/recommendations/{recommendation}/revision",
              page(&OneRecommendationPages::revise));
  router.post("/programmes/{programme}/recommendations/{recommendation}/addressees",
              page(&OneRecommendationPages::address));
  router.post("/programmes/{programme}/recommendations/{recommendation}/findings",
              page(&OneRecommendationPages::rest));
  router.post("/programmes/{programme}/recommendations/{recommendation}/moderation",
              page(&OneRecommendationPages::moderate));
}

}  // namespace sightline::recommendation
