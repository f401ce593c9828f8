// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One figure: what it counts, what it comes to as counted and as readers see it, and
// the records it rests on.

#include "figure/block_pages.h"
#include "figure/explanation_pages.h"
#include "figure/form_pages.h"
#include "platform/html/govuk.h"

namespace sightline::figure {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

std::string rule_of(Unit unit) {
  if (unit == Unit::People)
    return "Readers see counts of people to the nearest 5, and 1 to 4 as “fewer than 5”. Percentages and "
           "intervals are "
           "of the counts as they are, and left out where they would tell a count of fewer than 5.";
  return "Organisations and records are shown to readers exactly as they were counted.";
}

Html summary_of(const Shown& counted, const Shown& published) {
  govuk::SummaryList list;
  if (counted.text != published.text) list.rows.push_back({.key = "As counted", .value = counted.text});
  list.rows.push_back({.key = "As readers will see it", .value = published.text});
  const auto add = [&](const char* part, const char* name) {
    if (const auto found = counted.parts.find(part); found != counted.parts.end())
      list.rows.push_back({.key = name, .value = found->second});
  };
  add("count", "Numerator");
  add("of", "Denominator");
  add("share", "Share");
  add("interval", "95% interval (Wilson)");
  return govuk::summary_list(list);
}

/// The same figure twice where the two differ, so that it can be seen what rounding does to it.
Html blocks_of(const FigureDetails& details, const Shown& counted, const Shown& published) {
  if (!counted.table) return {};
  const Html block =
      figure_block(details, published, {.id = "published", .note = "As readers will see it. Provisional."});
  if (counted == published) return block;
  FigureDetails exact = details;
  exact.title += ", as counted";
  return fragment(block, figure_block(exact, counted, {.id = "counted", .note = "Not for readers."}));
}

struct ShowFigure {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::string_view programme = request.parameter("programme"), key = request.parameter("figure");
    const Result<FigureView> view = find_figure(snapshot, session.actor, programme, key);
    if (!view) return http::problem(view.refusal());
    const FigureDetails& details = view->figure.details;
    const Url here = figure_url(programme, key);
    const Html main = fragment(
        span({class_("govuk-caption-xl")}, "Figure ", key), h1({class_("govuk-heading-xl")}, details.title),
        p({class_("govuk-body-l")}, in_words(details.definition, view->names)),
        worked_parts(snapshot, session, *view, here, http::page_asked_for(request.query)),
        h2({class_("govuk-heading-m")}, "Alternative text"),
        p({class_("govuk-body")}, details.alternative_text),
        when(session.actor.may(ReviseFigure::kNeeds), [&] {
          return govuk::button({.text = "Change this figure",
                                .classes = "govuk-button--secondary",
                                .href = Url::path("programmes", programme, "figures", key, "revise")});
        }));
    return web.page(request, session, frame_below_figures(view->programme, details.title), main);
  }

 private:
  static Html worked_parts(sql::Reader& reader, const Session& session, const FigureView& view,
                           const Url& here, std::int64_t page) {
    const Result<Worked> worked =
        work_out(reader, session.actor, view.programme.details.key, view.figure.key);
    if (!worked)
      return govuk::warning_text(
          {.text = "This figure cannot be worked out now. " + worked.refusal().message});
    const FigureDetails& details = view.figure.details;
    // Exact counts of people are for those who may read cases (Handbook §9.20).
    const bool may_read = session.actor.may(people::Permission::SeeCases);
    const Shown counted = shown(worked->value, details, may_read ? Policy::AsCounted : Policy::RoundedToFive);
    const Shown published = shown(worked->value, details, Policy::RoundedToFive);
    const Explanation explanation = explain(reader, session.actor, view.programme.id, worked->value, page);
    return fragment(p({class_("govuk-body")}, as_of(worked->entry), " ", rule_of(worked->value.unit)),
                    when(!counted.parts.empty(), [&] { return summary_of(counted, published); }),
                    blocks_of(details, counted, published), records_behind(explanation, here));
  }
};

}  // namespace

void add_one_figure_routes(http::Router& router, const people::Web& web) {
  router.get("/programmes/{programme}/figures/{figure}", web.signed_in(ShowFigure{web}));
}

}  // namespace sightline::figure
