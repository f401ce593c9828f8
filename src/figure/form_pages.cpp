// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Defining a figure, and changing one.

#include "figure/form_pages.h"

#include "base/text.h"
#include "platform/html/govuk.h"

namespace sightline::figure {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

Html key_input(const http::Form& typed, const Problems& problems) {
  return govuk::input(
      {.name = "key",
       .label = {.text = "Key (optional)"},
       .hint = "Names the figure in reports and addresses. Made from the title unless you give one; it "
               "cannot be changed later.",
       .error = problems.at("key"),
       .value = std::string(typed.text("key")),
       .classes = "govuk-input--width-20",
       .autocapitalize = "none",
       .spellcheck = "false"});
}

struct DefinePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, {}, {}, http::Status::Ok);
  }

  Response define(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::string programme(request.parameter("programme"));
    Result<FigureDetails> details = details_in(*form);
    if (!details && session.actor.may(people::Permission::WriteReports))
      return page(request, session, *form, Problems(details.refusal()), http::Status::UnprocessableContent);
    DefineFigure command{programme, std::string(trimmed(form->text("key"))), {}};
    if (details) command.details = *std::move(details);
    if (command.key.empty()) command.key = slug(command.details.title).substr(0, kLongestKey);
    while (command.key.ends_with('-')) command.key.pop_back();
    const Result<Figure> defined = web.journal().perform(session.actor, command);
    if (defined) return http::see_other(figure_url(programme, defined->key).text());
    if (defined.refusal().kind != Refusal::Kind::Invalid) return http::problem(defined.refusal());
    return page(request, session, *form, Problems(defined.refusal()), http::Status::UnprocessableContent);
  }

 private:
  Response page(const Request& request, const Session& session, const http::Form& typed,
                const Problems& problems, http::Status status) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<Choices> choices = choices_for(snapshot, session.actor, request.parameter("programme"));
    if (!choices) return http::problem(choices.refusal());
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Define a figure"),
        form(Url::path("programmes", choices->programme.details.key, "figures", "new"), people::csrf(session),
             {}, details_inputs(typed, problems, choices->names), key_input(typed, problems),
             govuk::button({.text = "Define", .prevents_double_click = true})));
    return web.page(request, session, frame_below_figures(choices->programme, "Define a figure", problems),
                    main, status);
  }
};

struct RevisePages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    return page(request, session, std::nullopt, {}, http::Status::Ok);
  }

  Response revise(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::string programme(request.parameter("programme")), key(request.parameter("figure"));
    Result<FigureDetails> details = details_in(*form);
    if (!details)
      return page(request, session, *form, Problems(details.refusal()), http::Status::UnprocessableContent);
    const auto based_on = http::positive_number(form->text("based-on"));
    const ReviseFigure command{programme, key,
                               based_on && *based_on <= INT32_MAX ? static_cast<int>(*based_on) : 0,
                               *std::move(details)};
    const Result<Figure> revised = web.journal().perform(session.actor, command);
    if (revised) return http::see_other(figure_url(programme, key).text());
    const Refusal& refusal = revised.refusal();
    if (refusal.kind != Refusal::Kind::Invalid && refusal.kind != Refusal::Kind::Conflict)
      return http::problem(refusal);
    return page(request, session, *form, Problems(refusal), http::status_of(refusal.kind));
  }

 private:
  /// Somebody else was quicker: what the figure counts now stands above what was typed, and the next try
  /// builds on it.
  Response page(const Request& request, const Session& session, std::optional<http::Form> typed,
                const Problems& problems, http::Status status) const {
    if (auto refusal = people::refuse_unless(session.actor, ReviseFigure::kNeeds))
      return http::problem(*refusal);
    sql::Snapshot snapshot = web.journal().snapshot();
    const Result<FigureView> view =
        find_figure(snapshot, session.actor, request.parameter("programme"), request.parameter("figure"));
    if (!view) return http::problem(view.refusal());
    const Figure& figure = view->figure;
    const bool is_overtaken = status == http::Status::Conflict;
    if (!typed) {
      typed = fields_of(figure.details);
      typed->add("based-on", std::to_string(figure.revision));
    }
    const std::string based_on =
        is_overtaken ? std::to_string(figure.revision) : std::string(typed->text("based-on"));
    const std::string& programme = view->programme.details.key;
    const Html main = fragment(
        h1({class_("govuk-heading-xl")}, "Change a figure"),
        p({class_("govuk-body")},
          "Editions that were published keep the figure as it was. What it counted before stays on record."),
        when(is_overtaken,
             [&] {
               return govuk::inset_text(
                   {.text = fragment("It now counts: ", strong({}, figure.details.title), ". ",
                                     in_words(figure.details.definition, view->names),
                                     " What you typed is below; sending it replaces this.")});
             }),
        form(Url::path("programmes", programme, "figures", figure.key, "revise"), people::csrf(session), {},
             input({type_("hidden"), name_("based-on"), value_(based_on)}),
             details_inputs(*typed, problems, view->names),
             div({class_("govuk-button-group")},
                 govuk::button({.text = "Change", .prevents_double_click = true}),
                 a({class_("govuk-link")}, figure_url(programme, figure.key), "Cancel"))));
    people::PageFrame frame = frame_below_figures(view->programme, "Change", problems);
    frame.title = "Change " + figure.details.title + ", " + view->programme.details.name;
    frame.breadcrumbs.insert(frame.breadcrumbs.end() - 1,
                             {.text = figure.details.title, .href = figure_url(programme, figure.key)});
    return web.page(request, session, frame, main, status);
  }
};

}  // namespace

void add_form_routes(http::Router& router, const people::Web& web) {
  const DefinePages defining{web};
  const RevisePages revising{web};
  router.get("/programmes/{programme}/figures/new",
             web.signed_in([defining](const Request& r, const Session& s) { return defining.show(r, s); }));
  router.post(
      "/programmes/{programme}/figures/new",
      web.signed_in([defining](const Request& r, const Session& s) { return defining.define(r, s); }));
  router.get("/programmes/{programme}/figures/{figure}/revise",
             web.signed_in([revising](const Request& r, const Session& s) { return revising.show(r, s); }));
  router.post(
      "/programmes/{programme}/figures/{figure}/revise",
      web.signed_in([revising](const Request& r, const Session& s) { return revising.revise(r, s); }));
}

}  // namespace sightline::figure
