// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"
#include "people/invented_pages.h"
#include "programme/programme_service.h"
#include "report/shared_pages.h"

namespace sightline::report {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html list_of(const Page<ReportLine>& reports, const std::string& programme_key) {
  if (reports.cut.total == 0) return p({class_("govuk-body")}, "There are no reports yet.");
  return fragment(
      ul({class_("govuk-list govuk-list--spaced")},
         each(reports.items,
              [&](const ReportLine& line) {
                return li({},
                          a({class_("govuk-link govuk-!-font-weight-bold")},
                            report_url(programme_key, line.key), line.title),
                          when(!line.subtitle.empty(), [&] { return fragment(br(), line.subtitle); }), br(),
                          span({class_("govuk-hint app-small")}, line.sections,
                               line.sections == 1 ? " section" : " sections"));
              })),
      govuk::pages_of_list(reports_url(programme_key), reports.cut));
}

struct ShowReports {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    if (!session.actor.may_somewhere(Permission::ReadReports)) return http::problem(no_such_report());
    const auto programme = programme::find_programme(reader, request.parameter("programme"));
    if (!programme) return http::problem(no_such_report());
    const std::string& key = programme->details.key;
    const auto reports = reports_of(reader, session.actor, key, http::page_asked_for(request.query));
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, programme->details.name),
                 h1({class_("govuk-heading-xl")}, "Reports"),
                 when(session.actor.may(StartReport::kNeeds),
                      [&] {
                        return govuk::button({.text = "Start a report",
                                              .href = Url::path("programmes", key, "reports", "start")});
                      }),
                 p({class_("govuk-body")},
                   a({class_("govuk-link")}, Url::local("/editions"), "Editions that were published")),
                 list_of(reports, key));
    return web.page(request, session, frame_below_reports(*programme, nullptr, ""), main);
  }
};

/// Leads to the reports, or lets one choose where there are several programmes.
struct ChooseProgramme {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto programmes = programmes_with_reports(reader, session.actor);
    if (programmes.size() == 1) return http::see_other(reports_url(programmes[0].details.key).text());
    const Html list =
        ul({class_("govuk-list govuk-list--spaced")}, each(programmes, [](const programme::Programme& each) {
             return li({}, a({class_("govuk-link")}, reports_url(each.details.key), each.details.name), " ",
                       people::invented_tag(each.details.reality));
           }));
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Reports"),
        programmes.empty() ? p({class_("govuk-body")}, "There is no report that you may read.") : list);
    return web.page(request, session, {.title = "Reports"}, main);
  }
};

struct StartPages {
  const people::Web& web;
  PublicationWithKey publication_with;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, {}, {}, http::Status::Ok);
  }

  Response start(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    StartReport command{request.parameter("programme"),     std::string(trimmed(form->text("key"))),
                        std::string(form->text("title")),   std::string(form->text("subtitle")),
                        std::string(form->text("summary")), publication_with};
    if (command.key.empty()) command.key = slug(command.title);
    const Result<Report> started = web.journal().perform(session.actor, command);
    if (started) return http::see_other(report_url(command.programme_key, started->key).text());
    if (started.refusal().kind != Refusal::Kind::Invalid) return http::problem(started.refusal());
    return page(request, session, *form, Problems(started.refusal()), http::Status::UnprocessableContent);
  }

 private:
  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto programme = programme::find_programme(snapshot, request.parameter("programme"));
    if (!session.actor.may(Permission::WriteReports) || !programme) return http::problem(no_such_report());
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Start a report"),
        form(Url::path("programmes", programme->details.key, "reports", "start"), people::csrf(session), {},
             wording_inputs(typed, problems),
             govuk::input(
                 {.name = "key",
                  .label = {.text = "Key (optional)"},
                  .hint = "Names the report in addresses and editions. Made from the title unless you give "
                          "one; it cannot be changed later.",
                  .error = problems.at("key"),
                  .value = std::string(typed.text("key")),
                  .classes = "govuk-input--width-20",
                  .spellcheck = "false"}),
             govuk::button({.text = "Start", .prevents_double_click = true})));
    return web.page(request, session, frame_below_reports(*programme, nullptr, "Start a report", problems),
                    main, status);
  }
};

}  // namespace

void add_list_routes(http::Router& router, const people::Web& web,
                     const PublicationWithKey& publication_with) {
  const StartPages starting{web, publication_with};
  router.get("/reports", web.signed_in_reading(ChooseProgramme{web}));
  router.get("/programmes/{programme}/reports", web.signed_in_reading(ShowReports{web}));
  router.get("/programmes/{programme}/reports/start",
             web.signed_in([starting](const Request& r, const Session& s) { return starting.show(r, s); }));
  router.post("/programmes/{programme}/reports/start",
              web.signed_in([starting](const Request& r, const Session& s) { return starting.start(r, s); }));
}

}  // namespace sightline::report
