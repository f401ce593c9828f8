// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_pages.h"

#include <algorithm>
#include <functional>

#include "assessment/assessment_form_pages.h"
#include "assessment/assessment_service.h"
#include "assessment/case_address_pages.h"
#include "assessment/case_history_pages.h"
#include "assessment/case_preparation_pages.h"
#include "assessment/case_stages.h"
#include "base/made_once.h"
#include "inspection/shared_pages.h"
#include "platform/html/govuk.h"
#include "platform/html/pattern.h"

namespace sightline::assessment {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

/// Why the assessment came back, above the form of whoever has to look at it again.
Html returned_notice(const CaseView& view) {
  const std::optional<RevisionLine>& back = view.came_back;
  if (!back) return {};
  return govuk::inset_text(
      {.text = fragment(p({class_("govuk-body govuk-!-font-weight-bold")}, back->person,
                          back->action == Action::Return ? " returned" : " reopened", " this assessment:"),
                        p({class_("govuk-body app-typed")}, back->reason.value_or("")))});
}

/// What has to do with a case besides its judgements: a row for each of `keys`, each with a hole.
Pattern summary_of(std::initializer_list<const char*> keys) {
  std::vector<govuk::SummaryRow> rows;
  for (const char* key : keys) rows.push_back({.key = key, .value = hole()});
  return Pattern(govuk::summary_list({.rows = std::move(rows), .classes = "govuk-summary-list--no-border"}));
}

Html case_summary(const CaseView& view) {
  static const Pattern summary = summary_of({"Kind of case", "Sample", "Assessment"}),
                       with_audit =
                           summary_of({"Kind of case", "Sample", "Assessment", "The body’s own audit"});
  const std::string kind = kind_in_words(view.subject, view.framework());
  const std::string& sample = view.subject.sample.name;
  const Html state = state_tag(view.assessment ? std::optional(view.assessment->state) : std::nullopt);
  if (view.side != AssessorType::Inspectors || view.subject.sample.chosen_by != ChosenBy::Body)
    return summary.filled({kind, sample, state});
  return with_audit.filled({kind, sample, state,
                            !view.body_has_submitted ? "Not submitted yet"
                            : view.other_side
                                ? "Shown beside the inspectors’ below"
                                : "Submitted. It is shown once your own assessment is submitted."});
}

/// Agree, return or reopen, as far as this person may; or why it is not for them.
Html moderation_form(const CaseView& view, const FormContent& content, const CsrfToken& token) {
  const auto may = [&](Action action) {
    return std::ranges::find(view.actions, action) != view.actions.end();
  };
  const bool waits =
      view.side == AssessorType::Inspectors && view.assessment && view.assessment->state == State::Submitted;
  if (waits && !may(Action::Return) && !refuse_at(view.inspection.stage, CaseWork::Moderate))
    return p({class_("govuk-body")},
             "This assessment waits for a moderator who wrote no part of it to agree or return it.");
  if (!may(Action::Return) && !may(Action::Reopen)) return {};
  const Action with_reason = may(Action::Return) ? Action::Return : Action::Reopen;
  const Url action =
      Url::path("inspections", view.inspection.key, "cases", view.subject.number, "moderation");
  const Html revision =
      html::input({type_("hidden"), name_("revision"), value_(std::to_string(view.assessment->revision))});
  return section(
      {class_("app-moderation")}, h2({class_("govuk-heading-m")}, "Moderation"),
      when(may(Action::Agree),
           [&] {
             return form(action, token, {}, revision,
                         govuk::button({.text = "Agree this assessment",
                                        .name = "action",
                                        .value = std::string(word(Action::Agree))}));
           }),
      form(action, token, {}, revision,
           govuk::textarea({.name = "reason",
                            .label = {.text = with_reason == Action::Return
                                                  ? "What the assessor should look at again"
                                                  : "Why this agreed assessment must be opened again"},
                            .error = content.problems.at("reason"),
                            .value = content.reason,
                            .rows = 3}),
           govuk::button({.text = with_reason == Action::Return ? "Return to the assessor" : "Reopen",
                          .name = "action",
                          .value = std::string(word(with_reason)),
                          .classes = "govuk-button--secondary"})));
}

/// The notice above the form when somebody else was quicker, or when text lies set aside.
Html conflict_notice(const CaseView& view, const FormContent& content) {
  if (content.meanwhile)
    return govuk::notification_banner(
        {.content = fragment(
             p({class_("govuk-notification-banner__heading")},
               "Somebody else changed this assessment while you were writing."),
             p({class_("govuk-body")},
               "What they recorded stands beside each area that differs. What you typed is in the form "
               "below, and is "
               "kept. Bring the two together, then save: your version becomes the next revision."))});
  if (!view.set_aside) return {};
  return govuk::details({.summary = "Text of yours that was set aside, because somebody else had saved first",
                         .text = each(view.set_aside->judgements, [&](const Judgement& judgement) {
                           const programme::Area* area = view.framework().find_area(judgement.area);
                           return fragment(
                               h3({class_("govuk-heading-s")}, area ? area->name : judgement.area),
                               p({class_("govuk-body app-typed")},
                                 in_words(judgement.outcome, view.framework()), ": ", judgement.reason));
                         })});
}

/// What the step just taken did, once, on the page that follows it.
std::string done_in_words(const CaseView& view, std::string_view done) {
  if (done == "assigned") {
    const auto to = std::ranges::find_if(view.team, [&](const inspection::Member& member) {
      return member.person == view.subject.assigned_to;
    });
    return to == view.team.end() ? "Assigned to nobody." : "Assigned to " + to->name + ".";
  }
  const std::optional<Action> action = from_word<Action>(done);
  if (!action) return {};
  switch (*action) {
    case Action::Save:
      return "Your draft is saved.";
    case Action::Submit:
      return view.side == AssessorType::Inspectors
                 ? "Submitted. It waits for a moderator."
                 : "Submitted. The inspectors see it once their own assessment is submitted.";
    case Action::Return:
      return "Returned to the assessor.";
    case Action::Agree:
      return "Agreed.";
    case Action::Reopen:
      return "Reopened.";
  }
  return {};
}

Html done_notice(const CaseView& view, std::string_view done) {
  const std::string sentence = done_in_words(view, done);
  return when(!sentence.empty(),
              [&] { return govuk::notification_banner({.text = sentence, .is_success = true}); });
}

/// Why nothing can be written now, to whoever could at another stage.
Html standstill(const CaseView& view) {
  return when(view.standstill.has_value(), [&] { return govuk::inset_text({.text = *view.standstill}); });
}

/// What was typed and lies nowhere, when there is no form any more to give it back in.
Html unsaved(const CaseView& view, const FormContent& content) {
  std::vector<Judgement> lost(content.judgements.begin(), content.judgements.end());
  std::erase_if(lost, [&](const Judgement& typed) {
    return typed ==
           judgement_of(view.assessment ? view.assessment->judgements : std::vector<Judgement>{}, typed.area);
  });
  if (view.set_aside || lost.empty()) return {};
  return section({class_("app-unsaved")},
                 h2({class_("govuk-heading-m")}, "What you typed could not be saved. Copy what you need"),
                 each(lost, [&](const Judgement& judgement) {
                   const programme::Area* area = view.framework().find_area(judgement.area);
                   return fragment(h3({class_("govuk-heading-s")}, area ? area->name : judgement.area),
                                   p({class_("govuk-body app-typed")},
                                     in_words(judgement.outcome, view.framework()), ": ", judgement.reason));
                 }));
}

Html case_main(const CaseView& view, const FormContent& content, const AreaPatterns& patterns,
               const Session& session) {
  const CsrfToken token = people::csrf(session);
  const bool may_write = std::ranges::find(view.actions, Action::Save) != view.actions.end();
  Html main =
      fragment(done_notice(view, content.done), span({class_("govuk-caption-xl")}, view.inspection.title),
               h1({class_("govuk-heading-xl")}, "Case ", view.subject.number), conflict_notice(view, content),
               case_summary(view), standstill(view), when(!may_write, [&] { return unsaved(view, content); }),
               when(may_write, [&] { return returned_notice(view); }));
  if (may_write)
    add_assessment_form(main, view, content, patterns, session);
  else
    main += judgements_table(view);
  main += fragment(moderation_form(view, content, token), assignment_form(view, token),
                   assessment_history(view), assignment_history(view));
  return main;
}

/// Shows one case, and takes what its forms send. All of them answer with the same page.
struct CasePages {
  const people::Web& web;
  using PatternsByFramework = MadeOnce<programme::FrameworkVersionId, AreaPatterns>;
  std::shared_ptr<PatternsByFramework> patterns = std::make_shared<PatternsByFramework>();

  Response show(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto view = view_of(reader, request, session);
    if (!view) return http::problem(no_such_case());
    return page(request, session, *view,
                {.judgements = recorded(*view), .done = std::string(request.query.text("done"))},
                http::Status::Ok);
  }

  Response record(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    std::optional<CaseView> view = read_view(request, session);
    if (!view) return http::problem(no_such_case());
    const Result<std::vector<Judgement>> typed = parse_judgements(*form, view->framework());
    if (!typed)
      return declined(request, session, typed_judgements(*form, view->framework()), typed.refusal());

    OnScreen at = on_screen(*view, *form);
    const Result<Assessment> saved =
        save_or_set_aside(web.journal(), session.actor, SaveAssessment{at, *typed});
    if (!saved) return declined(request, session, *typed, saved.refusal());
    if (form->text("action") != word(Action::Submit)) return accepted(*view, word(Action::Save));

    at.revision = saved->revision;
    const Result<Assessment> submitted = web.journal().perform(session.actor, SubmitAssessment{at});
    if (!submitted) return declined(request, session, *typed, submitted.refusal());
    return accepted(*view, word(Action::Submit));
  }

  Response moderate(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    std::optional<CaseView> view = read_view(request, session);
    if (!view) return http::problem(no_such_case());
    const OnScreen at = on_screen(*view, *form);
    const std::string reason(form->text("reason"));
    const Result<Assessment> moved = perform(from_word<Action>(form->text("action")), at, reason, session);
    if (!moved) return declined(request, session, recorded(*view), moved.refusal(), reason);
    return accepted(*view, form->text("action"));
  }

 private:
  std::optional<CaseView> view_of(sql::Reader& reader, const Request& request, const Session& session) const {
    return case_view(reader, session.actor, request.parameter("inspection"), request.parameter("case"));
  }

  std::optional<CaseView> read_view(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return view_of(snapshot, request, session);
  }

  static std::span<const Judgement> recorded(const CaseView& view) {
    return view.assessment ? view.assessment->judgements : std::span<const Judgement>{};
  }

  static OnScreen on_screen(const CaseView& view, const http::Form& form) {
    return {.inspection_key = view.inspection.key,
            .number = view.subject.number,
            .by = view.side,
            .revision = static_cast<int>(http::positive_number(form.text("revision")).value_or(0))};
  }

  Result<Assessment> perform(std::optional<Action> action, const OnScreen& at, const std::string& reason,
                             const Session& session) const {
    if (action == Action::Return) return web.journal().perform(session.actor, ReturnAssessment{at, reason});
    if (action == Action::Agree) return web.journal().perform(session.actor, AgreeAssessment{at});
    if (action == Action::Reopen) return web.journal().perform(session.actor, ReopenAssessment{at, reason});
    return Refusal{Refusal::Kind::Invalid, "Choose one of the buttons of the page.", {}};
  }

  /// Back to the page, which says what was done.
  static Response accepted(const CaseView& view, std::string_view done) {
    return http::see_other(case_url(view.inspection.key, view.subject.number).with("done", done).text());
  }

  /// The same page again, with all that was typed, each problem beside its field.
  Response declined(const Request& request, const Session& session, std::span<const Judgement> typed,
                    const Refusal& refusal, std::string reason = {}) const {
    const std::optional<CaseView> view = read_view(request, session);
    if (!view) return http::problem(no_such_case());
    FormContent content{.judgements = typed, .problems = Problems(refusal), .reason = std::move(reason)};
    if (refusal.kind == Refusal::Kind::Conflict)
      content.meanwhile.emplace(recorded(*view).begin(), recorded(*view).end());
    return page(request, session, *view, content, http::status_of(refusal.kind));
  }

  Response page(const Request& request, const Session& session, const CaseView& view,
                const FormContent& content, http::Status status) const {
    const std::string title = "Case " + view.subject.number;
    return web.page(
        request, session,
        {.title = title + ", " + view.inspection.title,
         .breadcrumbs = {{.text = view.inspection.title,
                          .href = Url::path("inspections", view.inspection.key)},
                         {.text = "Cases", .href = cases_url(view.inspection.key)},
                         {.text = title}},
         .problems = content.problems,
         .banner = inspection::invented_banner(view.inspection.reality)},
        case_main(view, content,
                  *patterns->of(view.adopted->id, [&] { return AreaPatterns(view.framework()); }), session),
        status);
  }
};

}  // namespace

void add_case_routes(http::Router& router, const people::Web& web) {
  const CasePages pages{web};
  const auto command = [&](auto answer) { return web.signed_in(std::bind_front(answer, pages)); };
  router.get("/inspections/{inspection}/cases/{case}",
             web.signed_in_reading(std::bind_front(&CasePages::show, pages)));
  router.post("/inspections/{inspection}/cases/{case}/assessment", command(&CasePages::record));
  router.post("/inspections/{inspection}/cases/{case}/moderation", command(&CasePages::moderate));
}

}  // namespace sightline::assessment
