// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/conflict_pages.h"

#include <algorithm>

#include "people/conflict_service.h"
#include "people/organisation_service.h"
#include "platform/html/scrolling_table.h"

namespace sightline::people {

namespace {

using namespace html;
using http::Status;

/// More organisations than one list can hold would need a search; the public record has about 200.
constexpr int kMostOrganisations = 1000;

/// The form as typed, whatever it says.
struct TypedConflict {
  std::string organisation;  ///< Its key.
  std::string reason;
  std::string day, month, year;
};

TypedConflict typed_in(const http::Form& form) {
  const auto text = [&](const char* name) { return std::string(form.text(name)); };
  return {.organisation = text("organisation"),
          .reason = text("reason"),
          .day = text("first_day-day"),
          .month = text("first_day-month"),
          .year = text("first_day-year")};
}

TypedConflict from_today(Date today) {
  const auto calendar = today.calendar();
  return {.organisation = "",
          .reason = "",
          .day = std::to_string(static_cast<unsigned>(calendar.day())),
          .month = std::to_string(static_cast<unsigned>(calendar.month())),
          .year = std::to_string(static_cast<int>(calendar.year()))};
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

std::vector<govuk::SelectItem> choices(sql::Reader& reader) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "Choose an organisation"}};
  for (const Organisation& found : list_organisations(reader, std::nullopt, 1, kMostOrganisations).items)
    items.push_back({.value = found.key, .text = found.name});
  return items;
}

Html declaration_form(sql::Reader& reader, const Session& session, const TypedConflict& typed,
                      const Problems& problems) {
  const auto part = [&](const char* name, const std::string& value) {
    return govuk::DateInputItem{.name = name, .value = value, .has_error = !problems.at("first_day").empty()};
  };
  return form(
      Url::local("/account/conflicts"), csrf(session), {},
      govuk::select({.name = "organisation",
                     .label = {.text = "Organisation"},
                     .error = problems.at("organisation"),
                     .items = choices(reader),
                     .value = typed.organisation}),
      govuk::textarea({.name = "reason",
                       .label = {.text = "Reason"},
                       .hint = "For example, that you served there, and until when. Name nobody else.",
                       .error = problems.at("reason"),
                       .value = typed.reason,
                       .rows = 3}),
      govuk::date_input(
          {.id = "first_day",
           .name_prefix = "first_day",
           .fieldset = {.legend = {.text = "First day of the conflict"}},
           .error = problems.at("first_day"),
           .items = {part("day", typed.day), part("month", typed.month), part("year", typed.year)}}),
      govuk::button({.text = "Declare", .prevents_double_click = true}));
}

Html declared(const Page<ConflictOfInterest>& page) {
  if (page.items.empty()) return p({class_("govuk-body")}, "You have declared none.");
  std::vector<std::vector<govuk::Cell>> rows;
  for (const ConflictOfInterest& conflict : page.items)
    rows.push_back({{.text = conflict.organisation_name},
                    {.text = conflict.first_day.in_words()},
                    {.text = conflict.reason},
                    {.text = conflict.ended_at ? "Ended: " + conflict.end_reason.value_or("") : "Lasts"}});
  const auto number = static_cast<int>(page.cut.number), pages = static_cast<int>(page.cut.pages);
  return fragment(
      scrolling_table(
          {.caption = "Declared so far",
           .caption_classes = "govuk-table__caption--m",
           .head = {{.text = "Organisation"}, {.text = "First day"}, {.text = "Reason"}, {.text = "State"}},
           .rows = rows,
           .first_cell_is_header = true}),
      govuk::pages_of_list(Url::local("/account/conflicts"), number, pages));
}

http::Response conflicts_page(const Web& web, const http::Request& request, const Session& session,
                              const TypedConflict& typed, const Problems& problems, Status status) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const std::int64_t wanted = http::positive_number(request.query.text("page")).value_or(1);
  const Html main = fragment(
      when(request.query.has("declared"),
           [] {
             return govuk::notification_banner(
                 {.text = "Declared. From now on you see nothing of that organisation's inspections.",
                  .is_success = true});
           }),
      h1({class_("govuk-heading-l")}, "Your conflicts of interest"),
      p({class_("govuk-body")},
        "While a conflict lasts you see nothing of that organisation's inspections and have no part in them. "
        "Only "
        "somebody else can end it."),
      declared(own_conflicts(snapshot, session.actor, wanted)),
      h2({class_("govuk-heading-m")}, "Declare a conflict"),
      declaration_form(snapshot, session, typed, problems));
  return web.page(
      request, session,
      {.title = "Your conflicts of interest", .back = Url::local("/account"), .problems = problems}, main,
      status);
}

struct ShowConflicts {
  const Web& web;

  http::Response operator()(const http::Request& request, const Session& session) const {
    return conflicts_page(web, request, session, from_today(web.journal().clock().today()), {}, Status::Ok);
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
    return conflicts_page(web, request, session, typed, Problems(refusal), http::status_of(refusal.kind));
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
  router.post("/account/conflicts", web.signed_in(Declare{web}));
}

}  // namespace sightline::people
