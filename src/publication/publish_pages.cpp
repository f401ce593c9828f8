// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Publishing a report: what stands in its way, what will happen, and the form; without the
// form, what would be published, for whoever reads it before that.

#include <algorithm>

#include "base/number.h"
#include "inspection/shared_pages.h"
#include "platform/clock/clock.h"
#include "programme/programme_service.h"
#include "publication/edition_pages.h"
#include "report/report_service.h"
#include "report/shared_pages.h"

namespace sightline::publication {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

Html forces_without_body(const EditionContent& content) {
  std::string names;
  for (const InspectedForce& force : content.forces)
    if (!force.body) names += (names.empty() ? "" : ", ") + force.force_name;
  if (names.empty()) return {};
  return govuk::warning_text(
      {.text = "No local policing body is on record for " + names + ": nobody will be asked to respond."});
}

/// What publishing would do, before anybody does it.
Html consequences(const Composition& composition) {
  const EditionContent& content = composition.content;
  const auto bodies = std::ranges::count_if(
      content.forces, [](const InspectedForce& force) { return force.body.has_value(); });
  std::string parts = counted(std::ssize(content.sections), "chapter", "chapters");
  const auto add_if_any = [&](std::ptrdiff_t count, const char* one, const char* several) {
    if (count > 0) parts += ", " + counted(count, one, several);
  };
  add_if_any(std::ssize(content.figures), "figure", "figures");
  add_if_any(std::ssize(content.recommendations), "recommendation", "recommendations");
  std::vector<Html> lines{
      li({}, "Everybody can read ", parts, " and the press release at once."),
      li({},
         "Text, figures and files are frozen and never change. What is recorded later changes nothing in "
         "them.")};
  if (content.number == 1) {
    if (!content.recommendations.empty())
      lines.push_back(li({}, "The time of every recommendation begins with the day of publication."));
    lines.push_back(bodies == 0 ? li({}, "No local policing body is asked for a response.")
                                : li({}, "A response is expected from ",
                                     counted(bodies, "local policing body", "local policing bodies"),
                                     " within 56 days."));
  } else {
    lines.push_back(li({}, "Edition ", content.number - 1,
                       " stays readable and says that it was replaced. No clock begins again."));
  }
  return section({}, h2({class_("govuk-heading-m")}, "What will happen"),
                 ul({class_("govuk-list govuk-list--bullet")}, lines), forces_without_body(content));
}

/// The words as readers would read them, each in its section.
Html passages(const EditionContent& content) {
  if (content.quotations.empty()) return {};
  const auto title_of = [&](const FrozenQuotation& quotation) {
    return std::ranges::find(content.sections, quotation.section, &FrozenSection::section)->title;
  };
  return fragment(
      h2({class_("govuk-heading-m")}, "Passages that will be quoted"),
      p({class_("govuk-body")},
        "Read each one: it is public as soon as the edition is, and cannot be taken back. Look for names, "
        "and "
        "for age, place and time together."),
      ul({class_("govuk-list govuk-list--spaced")},
         each(content.quotations, [&](const FrozenQuotation& each) {
           return li({}, blockquote({class_("app-extract app-typed")}, each.words),
                     p({class_("govuk-body-s govuk-!-margin-bottom-0")}, evidence::name_of(each.extract),
                       ", in “", title_of(each), "”"));
         })));
}

/// That somebody has read them. Handbook §8.44
Html passages_read(const EditionContent& content, const http::Form& typed, const Problems& problems) {
  if (content.quotations.empty()) return {};
  const std::string digest = digest_of_passages(content);
  return govuk::checkboxes(
      {.name = "passages-read",
       .fieldset = {.legend = {.text = "Have you read them?", .classes = "govuk-fieldset__legend--s"}},
       .error = problems.at("passages-read"),
       .items = {{.value = digest,
                  .text = "I have read every passage: no child, no victim and nobody who spoke to "
                          "inspectors can be found in any of them",
                  .is_checked = typed.text("passages-read") == digest}}});
}

Html date_fields(const http::Form& typed, const Problems& problems) {
  return inspection::partial_date_input(
      "published-on", "Day of publication",
      "The clocks begin on this day. Not in the future: what is published is public at once.",
      inspection::typed_date(typed, "published-on"), problems);
}

struct PublishPages {
  const people::Web& web;
  Press press;

  Response show(const Request& request, const Session& session) const {
    const Date today = web.journal().clock().today();
    http::Form typed;
    const inspection::TypedDate day = inspection::as_typed(PartialDate::from_iso(today.iso()));
    typed.add("published-on-day", day.day);
    typed.add("published-on-month", day.month);
    typed.add("published-on-year", day.year);
    return page(request, session, typed, {}, http::Status::Ok);
  }

  Response publish(const Request& request, const Session& session) const {
    const Result<http::Form> typed = request.form();
    if (!typed) return http::problem(typed.refusal());
    const Result<Edition> edition = perform(request, session, *typed);
    if (edition) return http::see_other(edition_url(edition->key).with("done", "published").text());
    const Refusal& refusal = edition.refusal();
    const bool can_be_put_right =
        refusal.kind == Refusal::Kind::Invalid || refusal.kind == Refusal::Kind::Conflict;
    if (!can_be_put_right) return http::problem(refusal);
    return page(request, session, *typed, Problems(refusal), http::status_of(refusal.kind));
  }

 private:
  Result<Edition> perform(const Request& request, const Session& session, const http::Form& typed) const {
    const auto date = inspection::date_in(inspection::typed_date(typed, "published-on"));
    const auto day = date ? Date::from_iso(date->iso()) : std::nullopt;
    if (!day)
      return Refusal{Refusal::Kind::Invalid,
                     "The edition cannot be published like this.",
                     {{"published-on", "Give day, month and year of publication."}}};
    const EditionDraft draft{.programme_key = std::string(request.parameter("programme")),
                             .report_key = std::string(request.parameter("report")),
                             .published_on = *day,
                             .press_release = std::string(typed.text("press-release")),
                             .change_note = std::string(typed.text("change-note"))};
    SIGHTLINE_TRY(PreparedEdition prepared, prepared_from(session, draft));
    return web.journal().perform(
        session.actor, PublishEdition{std::move(prepared), std::string(typed.text("passages-read"))});
  }

  /// The snapshot is given back before anything is written.
  Result<PreparedEdition> prepared_from(const Session& session, const EditionDraft& draft) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return prepare(snapshot, session.actor, draft, press);
  }

  static Html fields(const Composition& composition, const http::Form& typed, const Problems& problems) {
    const Html note = when(composition.content.number > 1, [&] {
      return govuk::textarea({.name = "change-note",
                              .label = {.text = "What is corrected, and why", .classes = "govuk-label--s"},
                              .hint = "Stands on every page that tells readers of the correction.",
                              .error = problems.at("change-note"),
                              .value = std::string(typed.text("change-note")),
                              .rows = 3});
    });
    return fragment(
        passages(composition.content), passages_read(composition.content, typed, problems),
        date_fields(typed, problems), note,
        govuk::textarea({.name = "press-release",
                         .label = {.text = "Press release", .classes = "govuk-label--s"},
                         .hint =
                             "Markdown. The first line is the title, behind “# ”. Figures are written as in "
                             "the report: {figure:KEY}. It quotes only what the report quotes.",
                         .error = problems.at("press-release"),
                         .value = std::string(typed.text("press-release")),
                         .rows = 15}),
        govuk::button({.text = "Publish edition " + std::to_string(composition.content.number),
                       .prevents_double_click = true}));
  }

  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto composition = preview_edition(snapshot, session.actor, request.parameter("programme"),
                                             request.parameter("report"), web.journal().clock().today());
    if (!composition) return http::problem(composition.refusal());
    const auto report = report::find_report(snapshot, people::the_operator(), request.parameter("programme"),
                                            request.parameter("report"));
    const auto programme = programme::find_programme(snapshot, request.parameter("programme"));
    const EditionContent& content = composition->content;
    const Html to_put_right = when(!composition->problems.empty(), [&] {
      return section(
          {}, h2({class_("govuk-heading-m")}, "Before it can be published"),
          p({class_("govuk-body")}, report::in_words(composition->problems)),
          report::problem_list(composition->problems, session, content.programme_key, content.report_key));
    });
    if (!session.actor.may(PublishEdition::kNeeds))
      return reading_page(request, session, *composition,
                          report::frame_below_reports(*programme, &*report, "What would be published"),
                          to_put_right);
    // What somebody has typed stays before them, whatever a colleague has done to the report meanwhile.
    const bool was_typed = !typed.text("press-release").empty();
    const Html form_or_nothing = when(composition->problems.empty() || was_typed, [&] {
      return fragment(consequences(*composition),
                      form(publish_url(content.programme_key, content.report_key), people::csrf(session), {},
                           fields(*composition, typed, problems)));
    });
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, content.title),
                 h1({class_("govuk-heading-xl")},
                    content.number == 1 ? "Publish this report" : "Publish a corrected edition"),
                 to_put_right, form_or_nothing);
    return web.page(request, session, report::frame_below_reports(*programme, &*report, "Publish", problems),
                    main, status);
  }

  /// For whoever reads and does not publish.
  Response reading_page(const Request& request, const Session& session, const Composition& composition,
                        const people::PageFrame& frame, const Html& to_put_right) const {
    const EditionContent& content = composition.content;
    const Url draft = Url::path("programmes", content.programme_key, "reports", content.report_key, "draft");
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, content.title),
        h1({class_("govuk-heading-xl")}, "What would be published"),
        govuk::warning_text(
            {.text = "Nothing of this is public yet. Tell nobody who does not need to know."}),
        p({class_("govuk-body")}, "As it stands today, as edition ", content.number, ". ",
          a({class_("govuk-link")}, draft, "Read the draft"),
          ". The press release is written on this page by whoever publishes, and is not kept before that."),
        to_put_right, consequences(composition), passages(content));
    return web.page(request, session, frame, main);
  }
};

}  // namespace

void add_publish_routes(http::Router& router, const people::Web& web, const Press& press) {
  const PublishPages pages{web, press};
  router.get("/programmes/{programme}/reports/{report}/publish",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/programmes/{programme}/reports/{report}/publish",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.publish(r, s); }));
}

}  // namespace sightline::publication
