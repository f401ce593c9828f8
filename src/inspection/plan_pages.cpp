// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/text.h"
#include "inspection/shared_pages.h"
#include "programme/programme_service.h"

namespace sightline::inspection {

namespace {

using namespace html;
using http::Status;

/// The form as typed, whatever it says.
struct TypedPlan {
  std::string title, kind, body, programme, framework, follows, theme;
};

TypedPlan plan_typed_in(const http::Form& form) {
  const auto text = [&](const char* name) { return std::string(form.text(name)); };
  return {.title = text("title"),
          .kind = text("kind"),
          .body = text("body"),
          .programme = text("programme"),
          .framework = text("framework"),
          .follows = std::string(trimmed(form.text("follows"))),
          .theme = text("theme")};
}

/// The command, or every field that cannot be read.
Result<PlanInspection> parse(sql::Reader& reader, const people::Session& session, const TypedPlan& typed) {
  const auto kind = from_word<Kind>(typed.kind);
  const auto body = http::positive_number(typed.body);
  const auto programme = http::positive_number(typed.programme);
  const auto framework = http::positive_number(typed.framework);
  const auto followed = find_inspection(reader, session.actor, typed.follows);
  std::vector<FieldProblem> problems;
  if (trimmed(typed.title).empty()) problems.push_back({"title", "Enter a name for the inspection."});
  if (!kind) problems.push_back({"kind", "Choose a kind of inspection."});
  if (!body) problems.push_back({"body", "Choose the body that is inspected."});
  if (!programme) problems.push_back({"programme", "Choose a programme."});
  if (!typed.framework.empty() && !framework)
    problems.push_back({"framework", "Choose a framework from the list."});
  if (!typed.follows.empty() && !followed)
    problems.push_back({"follows", "There is no inspection that ends its address this way."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The inspection was not added.", std::move(problems)};
  Plan plan{.programme = programme::ProgrammeId{*programme},
            .kind = *kind,
            .body = people::OrganisationId{*body},
            .title = typed.title,
            .theme = typed.theme};
  if (framework) plan.framework = programme::FrameworkVersionId{*framework};
  if (followed) plan.follows = followed->id;
  return PlanInspection{std::move(plan)};
}

std::vector<govuk::Choice> kinds() {
  std::vector<govuk::Choice> items;
  for (const Word<Kind>& each : kWords<Kind>)
    items.push_back({.value = std::string(each.word), .text = name_of(each.value)});
  return items;
}

std::vector<govuk::SelectItem> programmes_to_choose(sql::Reader& reader) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "Choose a programme"}};
  for (const programme::Programme& each : programme::programmes(reader))
    items.push_back({.value = std::to_string(each.id.value()),
                     .text = people::marked(each.details.name, each.details.reality)});
  return items;
}

std::vector<govuk::SelectItem> frameworks_to_choose(sql::Reader& reader) {
  std::vector<govuk::SelectItem> items{{.value = "", .text = "None: cases are not assessed"}};
  for (const programme::AdoptedFramework& each : programme::frameworks(reader))
    items.push_back({.value = std::to_string(each.id.value()),
                     .text = each.framework.name + ", version " + std::to_string(each.framework.version)});
  return items;
}

Html plan_form(sql::Reader& reader, const people::Session& session, const TypedPlan& typed,
               const Problems& problems) {
  return form(
      Url::local("/programme/plan"), csrf(session), {},
      govuk::input({.name = "title",
                    .label = {.text = "Name", .classes = "govuk-label--s"},
                    .hint = "For example: Northshire child protection inspection, spring 2027.",
                    .error = problems.at("title"),
                    .value = typed.title}),
      govuk::radios({.name = "kind",
                     .fieldset = {.legend = {.text = "Kind", .classes = "govuk-fieldset__legend--s"}},
                     .error = problems.at("kind"),
                     .items = kinds(),
                     .value = typed.kind}),
      govuk::select({.name = "body",
                     .label = {.text = "Body", .classes = "govuk-label--s"},
                     .hint = "Joint inspections are of areas, all others of police forces.",
                     .error = problems.at("body"),
                     .items = body_items("Choose a body", inspectable_bodies(reader, session.actor)),
                     .value = typed.body}),
      govuk::select({.name = "programme",
                     .label = {.text = "Programme", .classes = "govuk-label--s"},
                     .error = problems.at("programme"),
                     .items = programmes_to_choose(reader),
                     .value = typed.programme}),
      govuk::select({.name = "framework",
                     .label = {.text = "Framework", .classes = "govuk-label--s"},
                     .hint = "It stays the same until the inspection ends.",
                     .error = problems.at("framework"),
                     .items = frameworks_to_choose(reader),
                     .value = typed.framework}),
      govuk::input({.name = "follows",
                    .label = {.text = "Inspection that this one looks back at (optional)",
                              .classes = "govuk-label--s"},
                    .hint = "The end of its address, such as northshire-inspection.",
                    .error = problems.at("follows"),
                    .value = typed.follows}),
      govuk::input({.name = "theme",
                    .label = {.text = "Theme of a joint inspection (optional)", .classes = "govuk-label--s"},
                    .error = problems.at("theme"),
                    .value = typed.theme}),
      govuk::button({.text = "Plan the inspection", .prevents_double_click = true}));
}

http::Response plan_page(const people::Web& web, const http::Request& request, const people::Session& session,
                         const TypedPlan& typed, const Problems& problems, Status status) {
  if (!session.actor.may(PlanInspection::kNeeds)) return http::problem(Status::Forbidden);
  sql::Snapshot snapshot = web.journal().snapshot();
  const Html main = fragment(h1({class_("govuk-heading-l")}, "Plan an inspection"),
                             plan_form(snapshot, session, typed, problems));
  return web.page(request, session,
                  {.title = "Plan an inspection", .back = Url::local("/programme"), .problems = problems},
                  main, status);
}

struct ShowPlanForm {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    return plan_page(web, request, session, {}, {}, Status::Ok);
  }
};

struct PlanIt {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const TypedPlan typed = plan_typed_in(*form);
    const Result<Planned> planned = plan(session, typed);
    if (planned) return http::see_other(address_of(planned->key).text());
    const Refusal& refusal = planned.refusal();
    if (refusal.kind != Refusal::Kind::Invalid) return http::problem(refusal);
    return plan_page(web, request, session, typed, Problems(refusal), Status::UnprocessableContent);
  }

  Result<Planned> plan(const people::Session& session, const TypedPlan& typed) const {
    const Result<PlanInspection> command = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return parse(snapshot, session, typed);
    }();
    if (!command) return command.refusal();
    return web.journal().perform(session.actor, *command);
  }
};

}  // namespace

void add_plan_routes(http::Router& router, const people::Web& web) {
  router.get("/programme/plan", web.signed_in(ShowPlanForm{web}));
  router.post("/programme/plan", web.signed_in(PlanIt{web}));
}

}  // namespace sightline::inspection
