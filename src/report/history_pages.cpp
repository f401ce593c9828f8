// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/clock/clock.h"
#include "report/shared_pages.h"

namespace sightline::report {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

Html removal(const SectionHistory& history) {
  if (!history.removed) return {};
  return govuk::inset_text(
      {.text = fragment("Removed by ", by_in_words(history.removed->by), ", ",
                        clock::in_london_words(history.removed->removed_at), ": ", history.removed->reason)});
}

Html revision_line(const SectionHistory& history, const RevisionLine& line) {
  const Url there = Url::path("programmes", history.programme.details.key, "reports", history.report.key,
                              "sections", history.number, "history", line.revision);
  return li({}, a({class_("govuk-link")}, there, "Revision ", line.revision), ": ", line.title, br(),
            span({class_("govuk-hint app-small")}, line.length, " characters, by ", by_in_words(line.by),
                 ", ", clock::in_london_words(line.recorded_at)));
}

Html set_aside(const SectionHistory& history) {
  const Cut& cut = history.set_aside.cut;
  return fragment(
      p({class_("govuk-body")}, "Typed while somebody else recorded another revision."),
      each(history.set_aside.items,
           [](const SetAside& each) {
             return govuk::details(
                 {.summary = fragment("By ", by_in_words(each.by), ", ",
                                      clock::in_london_words(each.recorded_at), ", based on revision ",
                                      each.based_on, " when revision ", each.overtaken_by, " held"),
                  .text = fragment(p({class_("govuk-body govuk-!-font-weight-bold")}, each.text.title),
                                   typed_markdown(each.text.markdown))});
           }),
      govuk::pages_of_list(
          section_url(history.programme.details.key, history.report.key, history.number, "set-aside"), cut));
}

struct ShowHistory {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const auto history =
        section_history(reader, session.actor, request.parameter("programme"), request.parameter("report"),
                        number_in(request), http::page_asked_for(request.query));
    if (!history) return http::problem(history.refusal());
    const Cut& cut = history->revisions.cut;
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, history->report.title),
        h1({class_("govuk-heading-xl")}, "History of “", history->title, "”"), removal(*history),
        h2({class_("govuk-heading-m")}, "Revisions"),
        ul({class_("govuk-list govuk-list--spaced")},
           each(history->revisions.items,
                [&](const RevisionLine& line) { return revision_line(*history, line); })),
        govuk::pages_of_list(
            section_url(history->programme.details.key, history->report.key, history->number, "history"),
            cut),
        when(!history->set_aside.items.empty(), [&] {
          return section({}, h2({class_("govuk-heading-m")}, "Texts set aside"), set_aside(*history));
        }));
    return web.page(
        request, session,
        frame_below_reports(history->programme, &history->report, "History of “" + history->title + "”"),
        main);
  }
};

/// Those that stand below the history, a page at a time.
struct ShowSetAside {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const std::string &programme = request.parameter("programme"), &key = request.parameter("report");
    const auto history = section_history(reader, session.actor, programme, key, number_in(request), 1,
                                         http::page_asked_for(request.query));
    if (!history) return http::problem(history.refusal());
    const std::string title = "Texts set aside of “" + history->title + "”";
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, history->report.title), h1({class_("govuk-heading-xl")}, title),
        history->set_aside.items.empty() ? p({class_("govuk-body")}, "None.") : set_aside(*history));
    people::PageFrame frame = frame_below_reports(history->programme, &history->report, title);
    frame.breadcrumbs.insert(
        frame.breadcrumbs.end() - 1,
        {.text = "History", .href = section_url(programme, key, number_in(request), "history")});
    return web.page(request, session, frame, main);
  }
};

struct ShowRevision {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const std::string &programme = request.parameter("programme"), &key = request.parameter("report");
    const auto opened = report_of(reader, session.actor, programme, key);
    if (!opened) return http::problem(opened.refusal());
    const auto asked = http::positive_number(request.parameter("revision")).value_or(0);
    const auto revision = section_revision(reader, session.actor, programme, key, number_in(request),
                                           asked <= INT32_MAX ? static_cast<int>(asked) : 0);
    if (!revision) return http::problem(revision.refusal());
    const std::string title =
        "Revision " + std::to_string(revision->revision) + " of “" + revision->text.title + "”";
    const Html main = fragment(span({class_("govuk-caption-xl")}, "Revision ", revision->revision),
                               h1({class_("govuk-heading-xl")}, revision->text.title),
                               p({class_("govuk-body")}, "By ", by_in_words(revision->by), ", ",
                                 clock::in_london_words(revision->recorded_at), "."),
                               typed_markdown(revision->text.markdown));
    people::PageFrame frame = frame_below_reports(opened->programme, &opened->report, title);
    frame.breadcrumbs.insert(
        frame.breadcrumbs.end() - 1,
        {.text = "History", .href = section_url(programme, key, number_in(request), "history")});
    return web.page(request, session, frame, main);
  }
};

}  // namespace

void add_history_routes(http::Router& router, const people::Web& web) {
  router.get("/programmes/{programme}/reports/{report}/sections/{section}/history",
             web.signed_in_reading(ShowHistory{web}));
  router.get("/programmes/{programme}/reports/{report}/sections/{section}/history/{revision}",
             web.signed_in_reading(ShowRevision{web}));
  router.get("/programmes/{programme}/reports/{report}/sections/{section}/set-aside",
             web.signed_in_reading(ShowSetAside{web}));
}

}  // namespace sightline::report
