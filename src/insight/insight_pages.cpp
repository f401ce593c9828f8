// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/insight_pages.h"

#include "base/number.h"
#include "insight/dashboard_pages.h"
#include "insight/dashboard_service.h"
#include "people/invented_pages.h"

namespace sightline::insight {

namespace {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

people::PageFrame frame_of(const programme::Programme& programme) {
  people::PageFrame frame{
      .title = "Insight, " + programme.details.name,
      .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")}, {.text = "Insight"}}};
  if (programme.details.reality == people::Reality::Invented)
    frame.banner = "Invented: this programme and everything about it were made up.";
  return frame;
}

std::string as_of(const Dashboard& dashboard) {
  const std::string entry = "As of entry " + std::to_string(dashboard.entry) + " of the journal";
  if (dashboard.behind == 0) return entry + ".";
  return entry + ", " + with_commas(dashboard.behind) +
         (dashboard.behind == 1 ? " entry behind" : " entries behind") +
         ": what came since is being read. Ask again in a moment.";
}

Html what_is_counted() {
  return govuk::details(
      {.summary = "What these numbers count",
       .text = fragment(
           p({},
             "A case counts in an area once a second person has agreed what inspectors judged. Cases that "
             "are "
             "not applicable, or of insufficient evidence, enter no share."),
           p({},
             "Only inspections whose cases you may see are counted, so a colleague may read other numbers. "
             "Nothing is rounded and nothing is left out because it is small: these numbers are for work "
             "inside. A number is published as a figure, never from this page."),
           p({},
             "The interval says how much a share could have differed by the luck of which cases were drawn. "
             "That is the least doubt there is."))});
}

Html chosen_body(const Dashboard& dashboard) {
  if (!dashboard.body_name) return {};
  Wish wish = dashboard.wish;
  wish.body.reset();
  return p({class_("govuk-body")}, "Only ", strong({}, *dashboard.body_name), ". ",
           a({class_("govuk-link")}, insight_url(dashboard.programme.details.key, wish), "Show all bodies"));
}

/// Everything that was wished for, on each of the scales that are left.
Html scales_to_choose(const Dashboard& dashboard) {
  const auto item = [&](const programme::Scale& scale) {
    Wish wish = dashboard.wish;
    wish.scale = scale.key;
    return li({}, a({class_("govuk-link")}, insight_url(dashboard.programme.details.key, wish), scale.name));
  };
  return section({}, h2({class_("govuk-heading-m")}, "Choose a scale"),
                 p({class_("govuk-body")}, "These cases were graded on ", std::ssize(dashboard.scales_left),
                   " scales, which are never counted together."),
                 ul({class_("govuk-list govuk-list--bullet")}, each(dashboard.scales_left, item)));
}

Html content_of(const Dashboard& dashboard) {
  if (dashboard.counted)
    return fragment(areas_figure(dashboard), agreement_table(dashboard), lines_table(dashboard));
  if (dashboard.scales_left.size() > 1) return scales_to_choose(dashboard);
  return p({class_("govuk-body")}, dashboard.choices.scales.empty()
                                       ? "No judgement that you may see has been agreed yet."
                                       : "Nothing that you may see meets these choices.");
}

struct ShowInsight {
  const people::Web& web;
  std::shared_ptr<Insight> insight;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const Result<Dashboard> shown = dashboard(reader, *insight, session.actor, request.parameter("programme"),
                                              wish_in(request.query), http::page_asked_for(request.query));
    if (!shown) return http::problem(shown.refusal());
    const Html main =
        fragment(span({class_("govuk-caption-xl")}, shown->programme.details.name),
                 h1({class_("govuk-heading-xl")}, "Insight"),
                 p({class_("govuk-body-l")}, "What inspectors have judged, once it was agreed."),
                 p({class_("govuk-body app-muted")}, as_of(*shown)),
                 when(!shown->choices.scales.empty(), [&] { return filter_form(*shown); }),
                 chosen_body(*shown), content_of(*shown), what_is_counted());
    return web.page(request, session, frame_of(shown->programme), main);
  }
};

/// Leads to the dashboard, or lets one choose where there are several.
struct ChooseProgramme {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session, sql::Reader& reader) const {
    const std::vector<programme::Programme> programmes = programmes_with_insight(reader, session.actor);
    if (programmes.size() == 1) return http::see_other(insight_url(programmes[0].details.key).text());
    const Html list =
        ul({class_("govuk-list govuk-list--spaced")}, each(programmes, [](const programme::Programme& each) {
             return li({}, a({class_("govuk-link")}, insight_url(each.details.key), each.details.name), " ",
                       people::invented_tag(each.details.reality));
           }));
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Insight"),
        programmes.empty() ? p({class_("govuk-body")}, "There is no programme whose cases you may see.")
                           : list);
    return web.page(request, session, {.title = "Insight"}, main);
  }
};

}  // namespace

void add_routes(http::Router& router, const people::Web& web) {
  const auto insight = std::make_shared<Insight>(web.journal());
  router.get("/insight", web.signed_in_reading(ChooseProgramme{web}));
  router.get("/programmes/{programme}/insight", web.signed_in_reading(ShowInsight{web, insight}));
}

}  // namespace sightline::insight
