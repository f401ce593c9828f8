// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"
#include "inspection/shared_pages.h"
#include "platform/html/search_and_choose.h"

namespace sightline::inspection {

namespace {

using namespace html;
using http::Status;

/// Who is looked for and who is chosen, as typed or asked for, whatever it says.
struct TypedMember {
  std::string person;
  std::string role;
  std::string name;  ///< What was searched for.
  std::string page;  ///< Of what was found.
};

TypedMember member_typed_in(const http::Fields& fields) {
  const auto text = [&](const char* name) { return std::string(fields.text(name)); };
  return {.person = text("person"),
          .role = text("role"),
          .name = std::string(trimmed(fields.text("name"))),
          .page = text("page")};
}

Result<AssignMember> parse(const TypedMember& typed, InspectionId id) {
  const auto person = http::positive_number(typed.person);
  const auto role = from_word<TeamRole>(typed.role);
  std::vector<FieldProblem> problems;
  if (!person) problems.push_back({"person", "Choose a person."});
  if (!role) problems.push_back({"role", "Choose a role."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "Nobody was put on the team.", std::move(problems)};
  return AssignMember{id, people::PersonId{*person}, *role};
}

Url address_of_team(const Inspection& inspection) {
  return Url::path("inspections", inspection.key, "team");
}

Url address_of_search(const Inspection& inspection, const TypedMember& typed) {
  const Url search = html::address_of_search(address_of_team(inspection), typed.name,
                                             http::positive_number(typed.page).value_or(1));
  return from_word<TeamRole>(typed.role) ? search.with("role", typed.role) : search;
}

Html search_for_person(sql::Reader& reader, const Inspection& inspection, const TypedMember& typed,
                       const Problems& problems) {
  const Page<Candidate> found =
      candidates_for(reader, inspection, typed.name, http::positive_number(typed.page).value_or(1));
  SearchAndChoose search{
      .address = address_of_team(inspection),
      .field = "person",
      .label = "Name",
      .hint =
          "A part of it is enough. Whoever has a conflict of interest with the body, works for it or runs "
          "the system is not listed. Somebody else has to put you on a team.",
      .error = problems.at("person"),
      .typed = typed.name,
      .counted = {"person", "people"},
      .nothing_found = typed.name.empty() ? "There is nobody who could be put on the team."
                                          : "Check the spelling, or search for fewer letters of the name.",
      .found = {.items = {}, .cut = found.cut}};
  if (from_word<TeamRole>(typed.role)) search.kept = {{"role", typed.role}};
  for (const Candidate& candidate : found.items)
    search.found.items.push_back({.name = candidate.name,
                                  .detail = candidate.email,
                                  .value = std::to_string(candidate.person.value())});
  return search_and_choose(search);
}

Html role_form(const Inspection& inspection, const people::Session& session, const Candidate& chosen,
               const TypedMember& typed, const Problems& problems) {
  const auto kept = [](const char* name, const std::string& value) {
    return input({type_("hidden"), name_(name), value_(value)});
  };
  govuk::Radios roles{.name = "role",
                      .fieldset = {.legend = {.text = "Role", .classes = "govuk-fieldset__legend--s"}},
                      .error = problems.at("role"),
                      .items = {},
                      .value = typed.role};
  for (const TeamRole role : roles_on_team(inspection.kind))
    roles.items.push_back({.value = std::string(word(role)), .text = std::string(name_of(role))});
  const Content who = fragment(chosen.name, br(), span({class_("app-muted")}, chosen.email));
  return fragment(
      div({id_("person")},
          govuk::summary_list({.rows = {{.key = "Person",
                                         .value = who,
                                         .actions = {{.href = address_of_search(inspection, typed),
                                                      .text = "Change",
                                                      .visually_hidden_text = "person"}}}}})),
      form(address_of_team(inspection), csrf(session), {}, kept("person", typed.person),
           kept("name", typed.name), kept("page", typed.page), govuk::radios(roles),
           govuk::button({.text = "Put on the team", .prevents_double_click = true})));
}

/// Without a person who could be chosen, the search; with one, the form.
http::Response team_page(const people::Web& web, const http::Request& request, const people::Session& session,
                         const TypedMember& typed, const Problems& problems, Status status) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const std::optional<SeenInspection> found = found_in(snapshot, request, session);
  if (!found) return no_such_inspection();
  if (!found->permissions.may(AssignMember::kNeeds)) return http::problem(Status::Forbidden);
  const Inspection& inspection = found->inspection;
  const auto person = http::positive_number(typed.person);
  const std::optional<Candidate> chosen =
      person ? candidate_for(snapshot, inspection, people::PersonId{*person}) : std::nullopt;
  people::PageFrame frame =
      frame_below(inspection, chosen ? "Role of " + chosen->name : "Find somebody for the team", problems);
  if (chosen) frame.back = address_of_search(inspection, typed);
  const Html main =
      fragment(h1({class_("govuk-heading-l")}, "Put somebody on the team of ", inspection.title),
               chosen ? role_form(inspection, session, *chosen, typed, problems)
                      : search_for_person(snapshot, inspection, typed, problems));
  return web.page(request, session, frame, main, status);
}

struct ShowTeamForm {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    return team_page(web, request, session, member_typed_in(request.query), {}, Status::Ok);
  }
};

struct Assign {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const std::optional<Inspection> inspection = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return find_inspection(snapshot, session.actor, request.parameter("key"));
    }();
    if (!inspection) return no_such_inspection();
    const TypedMember typed = member_typed_in(*form);
    const Result<MembershipId> assigned = assign(session, parse(typed, inspection->id));
    if (assigned) return http::see_other(address_of(inspection->key).text());
    const Refusal& refusal = assigned.refusal();
    if (refusal.kind != Refusal::Kind::Invalid) return http::problem(refusal);
    return team_page(web, request, session, typed, Problems(refusal), Status::UnprocessableContent);
  }

  Result<MembershipId> assign(const people::Session& session, const Result<AssignMember>& command) const {
    if (!command) return command.refusal();
    return web.journal().perform(session.actor, *command);
  }
};

struct End {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    const std::optional<Inspection> inspection = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return find_inspection(snapshot, session.actor, request.parameter("key"));
    }();
    const auto membership = http::positive_number(request.parameter("membership"));
    if (!inspection || !membership) return no_such_inspection();
    const auto ended =
        web.journal().perform(session.actor, EndMembership{inspection->id, MembershipId{*membership}});
    if (!ended) return http::problem(ended.refusal());
    return http::see_other(address_of(inspection->key).text());
  }
};

}  // namespace

void add_team_routes(http::Router& router, const people::Web& web) {
  router.get("/inspections/{key}/team", web.signed_in(ShowTeamForm{web}));
  router.post("/inspections/{key}/team", web.signed_in(Assign{web}));
  router.post("/inspections/{key}/team/{membership}/end", web.signed_in(End{web}));
}

}  // namespace sightline::inspection
