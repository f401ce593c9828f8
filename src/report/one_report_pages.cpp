// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/clock/clock.h"
#include "report/draft_pages.h"
#include "report/shared_pages.h"

namespace sightline::report {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

/// Also of an OpenedReport.
Url below(const auto& view, const char* page) {
  return Url::path("programmes", view.programme.details.key, "reports", view.report.key, page);
}

Html move_button(const ReportView& view, const Session& session, const Section& section,
                 Direction direction) {
  const char* words = direction == Direction::Up ? "Move up" : "Move down";
  return form(section_url(view.programme.details.key, view.report.key, section.number, "move"),
              people::csrf(session), {class_("app-inline-form")},
              button({type_("submit"), name_("direction"), value_(word(direction)),
                      class_("app-link-button govuk-link")},
                     words, span({class_("govuk-visually-hidden")}, " “", section.title, "”")));
}

/// What whoever writes may do with a section.
Html ways_on(const ReportView& view, const Session& session, const Section& section) {
  const std::string& programme = view.programme.details.key;
  return fragment(
      when(section.position > 1, [&] { return move_button(view, session, section, Direction::Up); }),
      when(section.position < static_cast<int>(view.report.sections.size()),
           [&] { return move_button(view, session, section, Direction::Down); }),
      a({class_("govuk-link")}, section_url(programme, view.report.key, section.number, "history"), "History",
        span({class_("govuk-visually-hidden")}, " of “", section.title, "”")),
      a({class_("govuk-link")}, section_url(programme, view.report.key, section.number, "remove"), "Remove",
        span({class_("govuk-visually-hidden")}, " “", section.title, "”")));
}

Html section_line(const ReportView& view, const Session& session, const Section& section) {
  const bool may_write = session.actor.may(Permission::WriteReports);
  const std::size_t words = words_in(section.markdown);
  const Html title =
      may_write ? a({class_("govuk-link govuk-!-font-weight-bold")},
                    section_url(view.programme.details.key, view.report.key, section.number), section.title)
                : span({class_("govuk-!-font-weight-bold")}, section.title);
  return li(
      {class_("app-report-section")}, title,
      div({class_("app-report-section__ways app-small")}, span({}, words, words == 1 ? " word" : " words"),
          when(may_write, [&] { return ways_on(view, session, section); })));
}

Html contents(const ReportView& view, const Session& session) {
  const Url add =
      Url::path("programmes", view.programme.details.key, "reports", view.report.key, "sections", "add");
  return section(
      {}, h2({class_("govuk-heading-l")}, "Contents"),
      view.report.sections.empty()
          ? p({class_("govuk-body")}, "There are no sections yet.")
          : ol({class_("govuk-list govuk-list--number govuk-list--spaced")},
               each(view.report.sections,
                    [&](const Section& each) { return section_line(view, session, each); })),
      when(session.actor.may(AddSection::kNeeds), [&] {
        return govuk::button({.text = "Add a section", .classes = "govuk-button--secondary", .href = add});
      }));
}

/// What may be done with the report as a whole.
Html ways_on(const ReportView& view, const Session& session) {
  const auto secondary = [&](const char* words, const char* page) {
    return govuk::button({.text = words, .classes = "govuk-button--secondary", .href = below(view, page)});
  };
  return div({class_("govuk-button-group")}, secondary("Read the draft", "draft"),
             when(session.actor.may(ReviseReport::kNeeds),
                  [&] { return secondary("Change title or summary", "title"); }),
             session.actor.may(Permission::Publish)
                 ? govuk::button({.text = "Publish", .href = below(view, "publish")})
                 : secondary("What would be published", "publish"));
}

Html problems(const ReportView& view, const Session& session) {
  return section({}, h2({class_("govuk-heading-l")}, "Before it can be published"),
                 p({class_("govuk-body")}, in_words(view.draft.problems)),
                 problem_list(view.draft.problems, session, view.programme.details.key, view.report.key));
}

Html removed_list(const Page<RemovedSection>& sections, const std::string& programme,
                  const std::string& report) {
  return fragment(
      ul({class_("govuk-list govuk-list--spaced")},
         each(sections.items,
              [&](const RemovedSection& each) {
                return li({},
                          a({class_("govuk-link")}, section_url(programme, report, each.number, "history"),
                            each.title),
                          br(),
                          span({class_("govuk-hint app-small")}, "Removed by ", by_in_words(each.by), ", ",
                               clock::in_london_words(each.removed_at), ": ", each.reason));
              })),
      govuk::pages_of_list(Url::path("programmes", programme, "reports", report, "removed-sections"),
                           sections.cut));
}

Html removed(const Page<RemovedSection>& sections, const ReportView& view) {
  if (sections.items.empty()) return {};
  return section({}, h2({class_("govuk-heading-m")}, "Removed sections"),
                 removed_list(sections, view.programme.details.key, view.report.key));
}

Html facts(const ReportView& view) {
  std::size_t words = 0;
  for (const Section& each : view.report.sections) words += words_in(each.markdown);
  std::vector<govuk::SummaryRow> rows;
  if (!view.report.subtitle.empty()) rows.push_back({.key = "Subtitle", .value = view.report.subtitle});
  rows.push_back({.key = "Summary", .value = view.report.summary.empty() ? "None yet" : view.report.summary});
  rows.push_back({.key = "Words", .value = words});
  rows.push_back({.key = "Figures", .value = view.draft.composed.figure_keys.size()});
  return govuk::summary_list({.rows = std::move(rows)});
}

struct ReportPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto view =
        report_view(reader, session.actor, request.parameter("programme"), request.parameter("report"));
    if (!view) return http::problem(view.refusal());
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, "Report"), h1({class_("govuk-heading-xl")}, view->report.title),
        facts(*view), ways_on(*view, session), contents(*view, session), problems(*view, session),
        when(session.actor.may(Permission::WriteReports),
             [&] { return removed(removed_sections(reader, view->report, 1), *view); }));
    return web.page(request, session, frame_below_reports(view->programme, &view->report, ""), main);
  }

  Response draft(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto view =
        report_view(reader, session.actor, request.parameter("programme"), request.parameter("report"));
    if (!view) return http::problem(view.refusal());
    return web.page(request, session, frame_below_reports(view->programme, &view->report, "Draft"),
                    draft_html(*view));
  }

  Response removed_ones(const Request& request, const Session& session, sql::Reader& reader) const {
    const std::string &programme = request.parameter("programme"), &key = request.parameter("report");
    const auto opened = report_of(reader, session.actor, programme, key);
    if (!opened) return http::problem(opened.refusal());
    const Page<RemovedSection> sections =
        removed_sections(reader, opened->report, http::page_asked_for(request.query));
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, opened->report.title),
        h1({class_("govuk-heading-xl")}, "Removed sections"),
        sections.items.empty() ? p({class_("govuk-body")}, "None.") : removed_list(sections, programme, key));
    return web.page(request, session,
                    frame_below_reports(opened->programme, &opened->report, "Removed sections"), main);
  }

  Response move(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto direction = from_word<Direction>(form->text("direction"));
    if (!direction)
      return http::problem(http::Status::UnprocessableContent, "Choose where to move the section.");
    const MoveSection command{request.parameter("programme"), request.parameter("report"), number_in(request),
                              *direction};
    const Result<Section> moved = web.journal().perform(session.actor, command);
    if (!moved) return http::problem(moved.refusal());
    return http::see_other(report_url(command.programme_key, command.report_key).text());
  }
};

/// Title, subtitle and summary. Somebody else was quicker: what they say now stands above what was typed.
struct TitlePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, std::nullopt, {}, http::Status::Ok);
  }

  Response revise(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto based_on = http::positive_number(form->text("based-on")).value_or(0);
    const ReviseReport command{request.parameter("programme"),
                               request.parameter("report"),
                               based_on <= INT32_MAX ? static_cast<int>(based_on) : 0,
                               std::string(form->text("title")),
                               std::string(form->text("subtitle")),
                               std::string(form->text("summary"))};
    const Result<Report> revised = web.journal().perform(session.actor, command);
    if (revised) return http::see_other(report_url(command.programme_key, command.report_key).text());
    const Refusal& refusal = revised.refusal();
    if (refusal.kind != Refusal::Kind::Invalid && refusal.kind != Refusal::Kind::Conflict)
      return http::problem(refusal);
    return page(request, session, *form, Problems(refusal), http::status_of(refusal.kind));
  }

 private:
  Response page(const Request& request, const Session& session, std::optional<http::Form> typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto view =
        report_of(snapshot, session.actor, request.parameter("programme"), request.parameter("report"));
    if (!view) return http::problem(view.refusal());
    const Report& report = view->report;
    const bool is_overtaken = status == http::Status::Conflict;
    if (!typed)
      typed = http::Form{{"based-on", std::to_string(report.revision)},
                         {"title", report.title},
                         {"subtitle", report.subtitle},
                         {"summary", report.summary}};
    const std::string based_on =
        is_overtaken ? std::to_string(report.revision) : std::string(typed->text("based-on"));
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Title and summary"),
        when(is_overtaken,
             [&] {
               return govuk::inset_text(
                   {.text = fragment("It now says: ", strong({}, report.title), ". ", report.subtitle, " ",
                                     report.summary, " What you typed is below; sending it replaces this.")});
             }),
        form(below(*view, "title"), people::csrf(session), {},
             input({type_("hidden"), name_("based-on"), value_(based_on)}), wording_inputs(*typed, problems),
             div({class_("govuk-button-group")},
                 govuk::button({.text = "Save", .prevents_double_click = true}),
                 a({class_("govuk-link")}, report_url(view->programme.details.key, report.key), "Cancel"))));
    return web.page(request, session,
                    frame_below_reports(view->programme, &report, "Title and summary", problems), main,
                    status);
  }
};

struct RemovePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, {}, {}, http::Status::Ok);
  }

  Response remove(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const RemoveSection command{request.parameter("programme"), request.parameter("report"),
                                number_in(request), std::string(form->text("reason"))};
    const Result<Section> removed = web.journal().perform(session.actor, command);
    if (removed) return http::see_other(report_url(command.programme_key, command.report_key).text());
    if (removed.refusal().kind != Refusal::Kind::Invalid) return http::problem(removed.refusal());
    return page(request, session, *form, Problems(removed.refusal()), http::Status::UnprocessableContent);
  }

 private:
  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto view =
        report_of(snapshot, session.actor, request.parameter("programme"), request.parameter("report"));
    if (!view) return http::problem(view.refusal());
    const Section* section = find(view->report, number_in(request));
    if (section == nullptr) return http::problem(no_such_section());
    const std::string& programme = view->programme.details.key;
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Remove “", section->title, "”"),
        p({class_("govuk-body")}, "It leaves the report. Every revision of its text stays readable."),
        form(section_url(programme, view->report.key, section->number, "remove"), people::csrf(session), {},
             govuk::textarea({.name = "reason",
                              .label = {.text = "Why is it removed?"},
                              .error = problems.at("reason"),
                              .value = std::string(typed.text("reason")),
                              .rows = 3}),
             div({class_("govuk-button-group")},
                 govuk::button(
                     {.text = "Remove", .classes = "govuk-button--warning", .prevents_double_click = true}),
                 a({class_("govuk-link")}, report_url(programme, view->report.key), "Cancel"))));
    return web.page(
        request, session,
        frame_below_reports(view->programme, &view->report, "Remove “" + section->title + "”", problems),
        main, status);
  }
};

}  // namespace

Html wording_inputs(const http::Form& typed, const Problems& problems) {
  const auto line = [&](const char* name, const char* label, html::Content hint) {
    return govuk::input({.name = name,
                         .label = {.text = label},
                         .hint = std::move(hint),
                         .error = problems.at(name),
                         .value = std::string(typed.text(name))});
  };
  return fragment(line("title", "Title", {}), line("subtitle", "Subtitle (optional)", {}),
                  line("summary", "Summary (optional)",
                       "One sentence of at most 160 characters, as search engines and lists show it."));
}

void add_one_report_routes(http::Router& router, const people::Web& web) {
  const ReportPages reports{web};
  const TitlePages titles{web};
  const RemovePages removing{web};
  router.get("/programmes/{programme}/reports/{report}",
             web.signed_in_reading([reports](const Request& r, const Session& s, sql::Reader& reader) {
               return reports.show(r, s, reader);
             }));
  router.get("/programmes/{programme}/reports/{report}/draft",
             web.signed_in_reading([reports](const Request& r, const Session& s, sql::Reader& reader) {
               return reports.draft(r, s, reader);
             }));
  router.get("/programmes/{programme}/reports/{report}/removed-sections",
             web.signed_in_reading([reports](const Request& r, const Session& s, sql::Reader& reader) {
               return reports.removed_ones(r, s, reader);
             }));
  router.get("/programmes/{programme}/reports/{report}/title",
             web.signed_in([titles](const Request& r, const Session& s) { return titles.show(r, s); }));
  router.post("/programmes/{programme}/reports/{report}/title",
              web.signed_in([titles](const Request& r, const Session& s) { return titles.revise(r, s); }));
  router.post("/programmes/{programme}/reports/{report}/sections/{section}/move",
              web.signed_in([reports](const Request& r, const Session& s) { return reports.move(r, s); }));
  router.get("/programmes/{programme}/reports/{report}/sections/{section}/remove",
             web.signed_in([removing](const Request& r, const Session& s) { return removing.show(r, s); }));
  router.post(
      "/programmes/{programme}/reports/{report}/sections/{section}/remove",
      web.signed_in([removing](const Request& r, const Session& s) { return removing.remove(r, s); }));
}

}  // namespace sightline::report
