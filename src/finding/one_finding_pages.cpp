// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include "assessment/case_address_pages.h"
#include "evidence/shared_pages.h"
#include "finding/finding_pages.h"
#include "finding/form_pages.h"
#include "inspection/shared_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/scrolling_table.h"
#include "platform/html/whole_history.h"

namespace sightline::finding {

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

bool may(const FindingView& view, Action action) {
  return std::ranges::find(view.actions, action) != view.actions.end();
}

std::string title_of(const FindingView& view) {
  return "Finding " + std::to_string(view.finding.number);
}

Html revision_input(const Finding& finding) {
  return input({type_("hidden"), name_("revision"), value_(std::to_string(finding.revision))});
}

Url below(const FindingView& view, const char* what) {
  return Url::path("inspections", view.inspection.key, "findings", view.finding.number, what);
}

Html extract_lines(const FindingView& view, const ExtractLine& line) {
  return fragment(
      blockquote({class_("app-extract app-typed")}, line.text),
      p({class_("govuk-body-s govuk-!-margin-bottom-0")}, evidence::name_of(line.id), ", ",
        a({class_("govuk-link")}, Url::path("inspections", view.inspection.key, "evidence", line.document),
          "Document ", line.document, ": ", line.title),
        ", characters ", line.range.begin + 1, " to ", line.range.end));
}

/// The button that takes one thing away from what the finding rests on.
Html withdraw_button(const FindingView& view, const Session& session, const char* field,
                     const std::string& value, const std::string& what) {
  if (!may(view, Action::Withdraw)) return {};
  return form(
      below(view, "support"), people::csrf(session), {}, revision_input(view.finding),
      input({type_("hidden"), name_(field), value_(value)}),
      button({type_("submit"), name_("action"), value_("withdraw"), class_("app-link-button govuk-link")},
             "Withdraw", span({class_("govuk-visually-hidden")}, " ", what)));
}

Html support_item(const FindingView& view, const Session& session, const SupportLine& line) {
  if (const auto* extract = std::get_if<ExtractLine>(&line))
    return li({}, extract_lines(view, *extract),
              withdraw_button(view, session, "extract", std::to_string(extract->id.value()),
                              "the extract of document " + std::to_string(extract->document)));
  const CaseLine& subject = std::get<CaseLine>(line);
  return li({},
            p({class_("govuk-body govuk-!-margin-bottom-0")},
              a({class_("govuk-link")}, assessment::case_url(view.inspection.key, subject.number),
                "Case\u00a0", subject.number),
              ", ", subject.kind),
            withdraw_button(view, session, "case", subject.number, "case " + subject.number));
}

Html support_forms(const FindingView& view, const Content& content, const Session& session) {
  if (!may(view, Action::Support)) return {};
  return fragment(
      p({class_("govuk-body")}, a({class_("govuk-link")}, below(view, "extracts"), "Add an extract")),
      form(below(view, "support"), people::csrf(session), {}, revision_input(view.finding),
           govuk::input({.name = "case",
                         .label = {.text = "Add a case by its number"},
                         .error = content.problems.at("case"),
                         .value = std::string(content.typed.text("case")),
                         .classes = "govuk-input--width-5",
                         .autocomplete = "off",
                         .inputmode = "numeric"}),
           govuk::button({.text = "Add the case",
                          .name = "action",
                          .value = "support",
                          .classes = "govuk-button--secondary"})));
}

Html support(const FindingView& view, const Content& content, const Session& session) {
  const std::int64_t hidden = view.finding.extracts + view.finding.cases - view.support.cut.total;
  return section(
      {}, h2({class_("govuk-heading-m")}, "What it rests on"),
      when(!is_supported(view.finding),
           [] { return p({class_("govuk-body")}, "Nothing yet. It cannot be agreed before."); }),
      when(!view.support.items.empty(),
           [&] {
             return fragment(
                 when(std::holds_alternative<ExtractLine>(view.support.items.front()),  // they come first
                      [] { return evidence::how_to_quote(); }),
                 ul({class_("govuk-list govuk-list--spaced app-support")},
                    each(view.support.items,
                         [&](const SupportLine& line) { return support_item(view, session, line); })),
                 govuk::pages_of_list(finding_url(view.inspection.key, view.finding.number),
                                      view.support.cut));
           }),
      when(hidden > 0,
           [&] {
             return p({class_("govuk-body")}, "It rests on ", view.finding.extracts,
                      view.finding.extracts == 1 ? " extract" : " extracts", " and ", view.finding.cases,
                      view.finding.cases == 1 ? " case" : " cases",
                      ". Your role in this inspection does not show all of them.");
           }),
      support_forms(view, content, session));
}

Html revision_form(const FindingView& view, const Content& content, const Session& session) {
  if (!may(view, Action::Revise)) return {};
  const bool came_back = !content.problems.empty() || content.meanwhile.has_value();
  return govuk::details(
      {.summary = "Change the words",
       .text = form(below(view, "revision"), people::csrf(session), {}, revision_input(view.finding),
                    details_inputs(content.typed, content.problems, view.framework, view.codebook),
                    govuk::button({.text = "Save the draft"})),
       .is_open = came_back});
}

Html moderation(const FindingView& view, const Content& content, const Session& session) {
  const bool returns = may(view, Action::Return);
  if (!returns && !may(view, Action::Reopen)) return {};
  const Action with_reason = returns ? Action::Return : Action::Reopen;
  return section(
      {class_("app-moderation")}, h2({class_("govuk-heading-m")}, "Moderation"),
      when(may(view, Action::Agree),
           [&] {
             return form(below(view, "moderation"), people::csrf(session), {}, revision_input(view.finding),
                         govuk::button({.text = "Agree this finding", .name = "action", .value = "agree"}));
           }),
      form(below(view, "moderation"), people::csrf(session), {}, revision_input(view.finding),
           govuk::textarea({.name = "reason",
                            .label = {.text = returns ? "What the authors should look at again"
                                                      : "Why this agreed finding must be opened again"},
                            .error = content.problems.at("reason"),
                            .value = std::string(content.typed.text("reason")),
                            .rows = 3}),
           govuk::button({.text = returns ? "Return to the authors" : "Reopen",
                          .name = "action",
                          .value = std::string(word(with_reason)),
                          .classes = "govuk-button--secondary"})));
}

std::string did_in_words(const RevisionLine& line) {
  switch (line.action) {
    case Action::Revise:
      return line.revision == 1 ? "Drafted" : "Revised";
    case Action::Support:
      return "Support added";
    case Action::Withdraw:
      return "Support withdrawn";
    case Action::Agree:
      return "Agreed";
    case Action::Return:
      return "Returned";
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
  for (const RevisionLine& line : steps) {
    const bool has_words = line.action == Action::Revise;
    table.rows.push_back({{.text = line.revision},
                          {.text = did_in_words(line)},
                          {.text = line.person},
                          {.text = clock::in_london_words(line.recorded_at)},
                          {.text = has_words ? line.details.statement : line.reason.value_or("")}});
  }
  return scrolling_table(table);
}

Html history(const FindingView& view) {
  if (view.history.empty()) return {};
  return fragment(govuk::details({.summary = "History of this finding", .text = steps_table(view.history)}),
                  link_to_all_steps(below(view, "history"), view.finding.revision, view.history.size()));
}

/// Why the draft came back, above everything else, until somebody has worked on it.
Html returned_notice(const FindingView& view) {
  if (view.history.empty() || view.finding.state != State::Draft) return {};
  const RevisionLine& latest = view.history.front();
  if (latest.action != Action::Return && latest.action != Action::Reopen) return {};
  return govuk::inset_text(
      {.text = fragment(p({class_("govuk-body govuk-!-font-weight-bold")}, latest.person,
                          latest.action == Action::Return ? " returned" : " reopened", " this finding:"),
                        p({class_("govuk-body app-typed")}, latest.reason.value_or("")))});
}

Html conflict_notice(const Content& content) {
  if (!content.meanwhile) return {};
  return govuk::notification_banner(
      {.content = fragment(p({class_("govuk-notification-banner__heading")},
                             "Somebody else changed this finding while you were working on it."),
                           p({class_("govuk-body")},
                             "What they recorded stands below. What you typed is in the form, and is not "
                             "saved yet. Bring the "
                             "two together, then save."),
                           p({class_("govuk-body")}, strong({}, "Recorded meanwhile: "),
                             span({class_("app-typed")}, content.meanwhile->statement)))});
}

Html done_notice(std::string_view done) {
  const char* sentence = done == "draft"      ? "The draft is saved. Now say what it rests on."
                         : done == "revise"   ? "The draft is saved."
                         : done == "support"  ? "Support added."
                         : done == "withdraw" ? "Support withdrawn."
                         : done == "agree"    ? "Agreed."
                         : done == "return"   ? "Returned to the authors."
                         : done == "reopen"   ? "Reopened."
                                              : nullptr;
  return when(sentence != nullptr,
              [&] { return govuk::notification_banner({.text = sentence, .is_success = true}); });
}

Html finding_main(const FindingView& view, const Content& content, const Session& session) {
  return fragment(
      done_notice(content.done), span({class_("govuk-caption-xl")}, view.inspection.title),
      h1({class_("govuk-heading-xl")}, title_of(view)), conflict_notice(content), returned_notice(view),
      p({class_("govuk-body-l app-typed")}, view.finding.details.statement),
      p({class_("govuk-body")}, about_in_words(view.finding.details, view.framework, view.codebook), " ",
        state_tag(view.finding.state)),
      when(view.standstill.has_value(), [&] { return govuk::inset_text({.text = *view.standstill}); }),
      revision_form(view, content, session), support(view, content, session),
      moderation(view, content, session), history(view));
}

/// Shows one finding, and takes what its forms send. All of them answer with the same page.
struct OneFindingPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    const Result<FindingView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    return page(request, session, *view,
                {.typed = fields_of(view->finding.details), .done = std::string(request.query.text("done"))},
                http::Status::Ok);
  }

  Response revise(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Finding> {
      SIGHTLINE_TRY(const Details details, details_in(typed));
      return web.journal().perform(session.actor, ReviseFinding{on_screen(request, typed), details});
    });
  }

  Response support(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Finding> {
      const OnScreen at = on_screen(request, typed);
      const auto extract = http::positive_number(typed.text("extract"));
      const Support support = extract ? Support(evidence::ExtractId{*extract})
                                      : Support(CaseNumber{std::string(typed.text("case"))});
      if (typed.text("action") == "withdraw")
        return web.journal().perform(session.actor, WithdrawSupport{at, support});
      return web.journal().perform(session.actor, SupportFinding{at, support});
    });
  }

  Response moderate(const Request& request, const Session& session) const {
    return answer(request, session, [&](const http::Form& typed) -> Result<Finding> {
      const OnScreen at = on_screen(request, typed);
      const std::string reason(typed.text("reason"));
      const auto action = from_word<Action>(typed.text("action"));
      if (action == Action::Agree) return web.journal().perform(session.actor, AgreeFinding{at});
      if (action == Action::Return) return web.journal().perform(session.actor, ReturnFinding{at, reason});
      if (action == Action::Reopen) return web.journal().perform(session.actor, ReopenFinding{at, reason});
      return Refusal{Refusal::Kind::Invalid, "Choose one of the buttons of the page.", {}};
    });
  }

  Response show_extracts(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<ExtractChoice> choice =
        extract_choice(snapshot, session.actor, request.parameter("inspection"), number_in(request),
                       http::page_asked_for(request.query));
    if (!choice) return http::problem(choice.refusal());
    return extracts_page(request, session, *choice);
  }

  Response show_history(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<FindingHistory> history =
        finding_history(snapshot, session.actor, request.parameter("inspection"), number_in(request),
                        http::page_asked_for(request.query));
    if (!history) return http::problem(history.refusal());
    return history_page(request, session, *history);
  }

 private:
  static int number_in(const Request& request) {
    const std::int64_t number = http::positive_number(request.parameter("finding")).value_or(0);
    return number <= 1'000'000 ? static_cast<int>(number) : 0;
  }

  static OnScreen on_screen(const Request& request, const http::Form& typed) {
    const std::int64_t revision = http::positive_number(typed.text("revision")).value_or(0);
    return {std::string(request.parameter("inspection")), number_in(request),
            revision <= 1'000'000 ? static_cast<int>(revision) : 0};
  }

  Result<FindingView> read(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return finding_view(snapshot, session.actor, request.parameter("inspection"), number_in(request),
                        http::page_asked_for(request.query));
  }

  /// Back to the page, which says what was done; or the same page with all that was typed.
  template <class Perform>
  Response answer(const Request& request, const Session& session, const Perform& perform) const {
    const Result<http::Form> typed = request.form();
    if (!typed) return http::problem(typed.refusal());
    const Result<Finding> done = perform(*typed);
    if (done) {
      const std::string_view action = typed->has("action") ? typed->text("action") : word(Action::Revise);
      return http::see_other(
          finding_url(request.parameter("inspection"), done->number).with("done", action).text());
    }
    const Result<FindingView> view = read(request, session);
    if (!view) return http::problem(view.refusal());
    Content content{.typed = *typed, .problems = Problems(done.refusal())};
    if (!typed->has("statement"))
      for (const auto& [name, value] : fields_of(view->finding.details)) content.typed.add(name, value);
    if (done.refusal().kind == Refusal::Kind::Conflict) content.meanwhile = view->finding.details;
    return page(request, session, *view, content, http::status_of(done.refusal().kind));
  }

  Response page(const Request& request, const Session& session, const FindingView& view,
                const Content& content, http::Status status) const {
    const std::string& key = view.inspection.key;
    return web.page(request, session,
                    {.title = title_of(view) + ", " + view.inspection.title,
                     .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                                     {.text = view.inspection.title, .href = inspection::address_of(key)},
                                     {.text = "Findings", .href = findings_url(key)},
                                     {.text = title_of(view)}},
                     .problems = content.problems,
                     .banner = inspection::invented_banner(view.inspection.reality)},
                    finding_main(view, content, session), status);
  }

  Response history_page(const Request& request, const Session& session, const FindingHistory& history) const {
    const std::string& key = history.inspection.key;
    const int number = history.finding.number;
    const std::string title = "History of finding " + std::to_string(number);
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, history.inspection.title), h1({class_("govuk-heading-xl")}, title),
        p({class_("govuk-body app-typed")}, history.finding.details.statement),
        steps_table(history.steps.items),
        govuk::pages_of_list(Url::path("inspections", key, "findings", number, "history"),
                             history.steps.cut));
    return web.page(request, session,
                    {.title = title + ", " + history.inspection.title,
                     .back = finding_url(key, number),
                     .banner = inspection::invented_banner(history.inspection.reality)},
                    main);
  }

  Response extracts_page(const Request& request, const Session& session, const ExtractChoice& choice) const {
    const std::string& key = choice.inspection.key;
    const Url finding = finding_url(key, choice.finding.number);
    const Url here = Url::path("inspections", key, "findings", choice.finding.number, "extracts");
    const auto item = [&](const ExtractLine& line) {
      return li(
          {}, blockquote({class_("app-extract app-typed")}, line.text),
          p({class_("govuk-body-s govuk-!-margin-bottom-1")}, "Document ", line.document, ": ", line.title),
          form(Url::path("inspections", key, "findings", choice.finding.number, "support"),
               people::csrf(session), {}, revision_input(choice.finding),
               input({type_("hidden"), name_("extract"), value_(std::to_string(line.id.value()))}),
               govuk::button({.text = "Rest the finding on this extract",
                              .name = "action",
                              .value = "support",
                              .classes = "govuk-button--secondary"})));
    };
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, "Finding ", choice.finding.number),
                 h1({class_("govuk-heading-xl")}, "Add an extract"),
                 p({class_("govuk-body app-typed")}, choice.finding.details.statement),
                 choice.extracts.cut.total == 0
                     ? p({class_("govuk-body")},
                         "There is no further extract in this inspection. Mark one in a document first.")
                     : fragment(ul({class_("govuk-list govuk-list--spaced app-support")},
                                   each(choice.extracts.items, item)),
                                govuk::pages_of_list(here, choice.extracts.cut)));
    return web.page(request, session,
                    {.title = "Add an extract, " + choice.inspection.title,
                     .back = finding,
                     .banner = inspection::invented_banner(choice.inspection.reality)},
                    main);
  }
};

}  // namespace

void add_one_finding_routes(http::Router& router, const people::Web& web) {
  const OneFindingPages pages{web};
  const auto page = [&](auto answer) {
    return web.signed_in([pages, answer](const Request& request, const Session& session) {
      return (pages.*answer)(request, session);
    });
  };
  router.get("/inspections/{inspection}/findings/{finding}", page(&OneFindingPages::show));
  router.get("/inspections/{inspection}/findings/{finding}/extracts", page(&OneFindingPages::show_extracts));
  router.get("/inspections/{inspection}/findings/{finding}/history", page(&OneFindingPages::show_history));
  router.post("/inspections/{inspection}/findings/{finding}/revision", page(&OneFindingPages::revise));
  router.post("/inspections/{inspection}/findings/{finding}/support", page(&OneFindingPages::support));
  router.post("/inspections/{inspection}/findings/{finding}/moderation", page(&OneFindingPages::moderate));
}

}  // namespace sightline::finding
