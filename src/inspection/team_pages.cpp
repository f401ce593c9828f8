// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/shared_pages.h"

namespace sightline::inspection {

namespace {

using namespace html;
using http::Status;

/// The form as typed, whatever it says.
struct TypedMember {
  std::string person;
  std::string role;
};

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

std::vector<govuk::SelectItem> choices(const std::vector<Candidate>& candidates) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "Choose a person"}};
  for (const Candidate& candidate : candidates)
    items.push_back({.value = std::to_string(candidate.person.value()), .text = candidate.name});
  return items;
}

http::Response team_page(const people::Web& web, const http::Request& request, const people::Session& session,
                         const TypedMember& typed, const Problems& problems, Status status) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const std::optional<Found> found = found_in(snapshot, request, session);
  if (!found) return no_such_inspection();
  if (!found->permissions.may(AssignMember::kNeeds)) return http::problem(Status::Forbidden);
  const Inspection& inspection = found->inspection;
  const Html main = fragment(
      h1({class_("govuk-heading-l")}, "Put somebody on the team of ", inspection.title),
      form(Url::path("inspections", inspection.key, "team"), csrf(session), {},
           govuk::select(
               {.name = "person",
                .label = {.text = "Person"},
                .hint = "Whoever has a conflict of interest with the body, or works for it, is not listed.",
                .error = problems.at("person"),
                .items = choices(candidates_for(snapshot, inspection)),
                .value = typed.person}),
           govuk::radios(
               {.name = "role",
                .fieldset = {.legend = {.text = "Role", .classes = "govuk-fieldset__legend--s"}},
                .error = problems.at("role"),
                .items = {{.value = std::string(word(TeamRole::LeadInspector)), .text = "Lead inspector"},
                          {.value = std::string(word(TeamRole::Inspector)), .text = "Inspector"}},
                .value = typed.role}),
           govuk::button({.text = "Put on the team", .prevents_double_click = true})));
  return web.page(request, session, frame_below(inspection, "Team", problems), main, status);
}

struct ShowTeamForm {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    return team_page(web, request, session, {}, {}, Status::Ok);
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
    const TypedMember typed{std::string(form->text("person")), std::string(form->text("role"))};
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
