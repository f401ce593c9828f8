// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/conflict_pages.h"

#include <algorithm>

#include "base/text.h"
#include "people/conflict_service.h"
#include "people/invented_pages.h"
#include "people/organisation_service.h"
#include "platform/html/scrolling_table.h"
#include "platform/html/search_and_choose.h"

namespace sightline::people {

namespace {

using namespace html;
using http::Status;

constexpr std::string_view kConflicts = "/account/conflicts";
constexpr std::string_view kDeclare = "/account/conflicts/declare";

/// The form as typed, whatever it says.
struct TypedConflict {
  std::string organisation;  ///< Its key.
  std::string reason;
  std::string day, month, year;
  std::string name;  ///< What was searched for.
  std::string page;  ///< Of what was found.
};

TypedConflict typed_in(const http::Fields& fields) {
  const auto text = [&](const char* name) { return std::string(fields.text(name)); };
  return {.organisation = text("organisation"),
          .reason = text("reason"),
          .day = text("first_day-day"),
          .month = text("first_day-month"),
          .year = text("first_day-year"),
          .name = std::string(trimmed(fields.text("name"))),
          .page = text("page")};
}

/// What an address says; the day is today.
TypedConflict asked_for(const http::Query& query, Date today) {
  const auto calendar = today.calendar();
  return {.organisation = std::string(query.text("organisation")),
          .reason = "",
          .day = std::to_string(static_cast<unsigned>(calendar.day())),
          .month = std::to_string(static_cast<unsigned>(calendar.month())),
          .year = std::to_string(static_cast<int>(calendar.year())),
          .name = std::string(trimmed(query.text("name"))),
          .page = std::string(query.text("page"))};
}

std::optional<Date> date_typed(const TypedConflict& typed) {
  const auto padded = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
  return Date::from_iso(typed.year + "-" + padded(typed.month) + "-" + padded(typed.day));
}

/// The command, or every field that cannot be read.
Result<DeclareConflict> parse(sql::Reader& reader, const TypedConflict& typed) {
  const std::optional<Organisation> organisation = find_organisation(reader, typed.organisation);
  const std::optional<Date> first_day = date_typed(typed);
  std::vector<FieldProblem> problems;
  if (!organisation) problems.push_back({"organisation", "Choose an organisation."});
  if (!first_day) problems.push_back({"first_day", "Enter a day that exists, such as 1 3 2024."});
  const Result<std::string> reason = checked_reason(typed.reason, "reason");
  if (!reason) std::ranges::copy(reason.refusal().fields, std::back_inserter(problems));
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The conflict of interest was not declared.", std::move(problems)};
  return DeclareConflict{.organisation = organisation->id, .reason = *reason, .first_day = *first_day};
}

std::string kind_and_place(const Organisation& organisation) {
  std::string words(name_of(organisation.kind));
  if (organisation.region) words += ", " + *organisation.region;
  return marked(std::move(words), organisation.reality);
}

Html search_for_organisation(sql::Reader& reader, const TypedConflict& typed) {
  const Page<Organisation> found =
      organisations_named(reader, typed.name, http::positive_number(typed.page).value_or(1));
  SearchAndChoose search{
      .address = Url::local(kDeclare),
      .field = "organisation",
      .label = "Name of the organisation",
      .hint = "A part of it is enough.",
      .typed = typed.name,
      .counted = {"organisation", "organisations"},
      .nothing_found = typed.name.empty() ? "There is no organisation on record yet."
                                          : "Check the spelling, or search for fewer letters of the name.",
      .found = {.items = {}, .cut = found.cut}};
  for (const Organisation& organisation : found.items)
    search.found.items.push_back(
        {.name = organisation.name, .detail = kind_and_place(organisation), .value = organisation.key});
  return search_and_choose(search);
}

Url address_of_search(const TypedConflict& typed) {
  return html::address_of_search(Url::local(kDeclare), typed.name,
                                 http::positive_number(typed.page).value_or(1));
}

Html chosen_organisation(const std::optional<Organisation>& chosen, const TypedConflict& typed,
                         const Problems& problems) {
  const Content none =
      fragment(p({class_("govuk-error-message")}, problems.at("organisation")), "None chosen");
  const Content who = chosen
                          ? fragment(chosen->name, br(), span({class_("app-muted")}, kind_and_place(*chosen)))
                          : Html(none);
  return div({id_("organisation"), attribute_("tabindex", -1)},
             govuk::summary_list({.rows = {{.key = "Organisation",
                                            .value = who,
                                            .actions = {{.href = address_of_search(typed),
                                                         .text = chosen ? "Change" : "Choose",
                                                         .visually_hidden_text = "organisation"}}}}}));
}

Html declaration_form(const Session& session, const TypedConflict& typed, const Problems& problems) {
  const auto part = [&](const char* name, const std::string& value) {
    return govuk::DateInputItem{.name = name, .value = value, .has_error = !problems.at("first_day").empty()};
  };
  const auto kept = [](const char* name, const std::string& value) {
    return input({type_("hidden"), name_(name), value_(value)});
  };
  return form(
      Url::local(kConflicts), csrf(session), {}, kept("organisation", typed.organisation),
      kept("name", typed.name), kept("page", typed.page),
      govuk::textarea({.name = "reason",
                       .label = {.text = "Reason", .classes = "govuk-label--s"},
                       .hint = "For example, that you served there, and until when. Name nobody else.",
                       .error = problems.at("reason"),
                       .value = typed.reason,
                       .rows = 3}),
      govuk::date_input(
          {.id = "first_day",
           .name_prefix = "first_day",
           .fieldset = {.legend = {.text = "First day of the conflict",
                                   .classes = "govuk-fieldset__legend--s"}},
           .error = problems.at("first_day"),
           .items = {part("day", typed.day), part("month", typed.month), part("year", typed.year)}}),
      govuk::button({.text = "Declare", .prevents_double_click = true}));
}

/// Until an organisation is chosen, the search; then, and for whatever came back, the form.
http::Response declaration_page(const Web& web, const http::Request& request, const Session& session,
                                const TypedConflict& typed, const Problems& problems, Status status) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const std::optional<Organisation> chosen = find_organisation(snapshot, typed.organisation);
  const bool is_search = !chosen && problems.empty();
  const Html main = fragment(h1({class_("govuk-heading-l")}, "Declare a conflict of interest"),
                             is_search ? search_for_organisation(snapshot, typed)
                                       : fragment(chosen_organisation(chosen, typed, problems),
                                                  declaration_form(session, typed, problems)));
  return web.page(
      request, session,
      {.title = chosen ? "Declare a conflict with " + chosen->name : "Declare a conflict of interest",
       .back = is_search ? Url::local(kConflicts) : address_of_search(typed),
       .problems = problems},
      main, status);
}

Html declared(sql::Reader& reader, const Page<ConflictOfInterest>& page) {
  if (page.items.empty()) return p({class_("govuk-body")}, "You have declared none.");
  std::vector<std::vector<govuk::Cell>> rows;
  for (const ConflictOfInterest& conflict : page.items)
    rows.push_back({{.text = marked(conflict.organisation_name,
                                    find_organisation(reader, conflict.organisation)->reality)},
                    {.text = conflict.first_day.in_words()},
                    {.text = conflict.reason},
                    {.text = conflict.ended_at ? "Ended: " + conflict.end_reason.value_or("") : "Lasts"}});
  return fragment(
      scrolling_table(
          {.caption = "Declared so far",
           .caption_classes = "govuk-table__caption--m",
           .head = {{.text = "Organisation"}, {.text = "First day"}, {.text = "Reason"}, {.text = "State"}},
           .rows = rows,
           .first_cell_is_header = true}),
      govuk::pages_of_list(Url::local(kConflicts), page.cut));
}

struct ShowConflicts {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const std::int64_t wanted = http::page_asked_for(request.query);
    const Html main = fragment(
        when(request.query.has("declared"),
             [] {
               return govuk::notification_banner(
                   {.text = "Declared. From now on you see nothing of that organisation's inspections.",
                    .is_success = true});
             }),
        h1({class_("govuk-heading-l")}, "Your conflicts of interest"),
        p({class_("govuk-body")},
          "While a conflict lasts you see nothing of that organisation's inspections and have no part in "
          "them. Only somebody else can end it."),
        declared(snapshot, own_conflicts(snapshot, session.actor, wanted)),
        govuk::button({.text = "Declare a conflict", .href = Url::local(kDeclare)}));
    return web.page(request, session, {.title = "Your conflicts of interest", .back = Url::local("/account")},
                    main);
  }
};

struct ShowDeclaration {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    const TypedConflict asked = asked_for(request.query, web.journal().clock().today());
    return declaration_page(web, request, session, asked, {}, Status::Ok);
  }
};

struct Declare {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const TypedConflict typed = typed_in(*form);
    const Result<ConflictId> declared_now = declare(session, typed);
    if (declared_now) return http::see_other("/account/conflicts?declared");
    const Refusal& refusal = declared_now.refusal();
    return declaration_page(web, request, session, typed, Problems(refusal), http::status_of(refusal.kind));
  }

  Result<ConflictId> declare(const Session& session, const TypedConflict& typed) const {
    const Result<DeclareConflict> command = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return parse(snapshot, typed);
    }();
    if (!command) return command.refusal();
    return web.journal().perform(session.actor, *command);
  }
};

}  // namespace

void add_conflict_routes(http::Router& router, const Web& web) {
  router.get("/account/conflicts", web.signed_in(ShowConflicts{web}));
  router.get("/account/conflicts/declare", web.signed_in(ShowDeclaration{web}));
  router.post("/account/conflicts", web.signed_in(Declare{web}));
}

}  // namespace sightline::people
