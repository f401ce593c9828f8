// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/inspection_pages.h"

#include "inspection/shared_pages.h"
#include "people/organisation_service.h"
#include "platform/html/scrolling_table.h"
#include "programme/programme_service.h"

namespace sightline::inspection {

namespace {

using namespace html;
using people::Permission;

/// An address as a link, plain words as they are.
Html linked(const std::string& source) {
  const std::optional<Url> url = Url::parse(source);
  return url ? a({class_("govuk-link")}, *url, source) : fragment(source);
}

govuk::SummaryRow row(const char* key, Content value) {
  return {.key = key, .value = std::move(value)};
}

std::string framework_in_words(sql::Reader& reader, const Inspection& inspection) {
  if (!inspection.framework) return unknown_in_words(inspection.origin);
  const auto adopted = programme::find_framework(reader, *inspection.framework);
  return adopted->framework.name + ", version " + std::to_string(adopted->framework.version);
}

std::vector<govuk::SummaryRow> facts(sql::Reader& reader, const Inspection& inspection,
                                     const people::Session& session) {
  std::vector<govuk::SummaryRow> rows{
      row("Kind", name_of(inspection.kind)),
      row("Body", people::find_organisation(reader, inspection.body)->name),
      row("Programme", programme::find_programme(reader, inspection.programme)->details.name),
      row("Framework", framework_in_words(reader, inspection)),
      row("Stage", inspection.stage ? name_of(*inspection.stage) : "Known from the public record")};
  if (inspection.theme) rows.push_back(row("Theme", *inspection.theme));
  if (inspection.record.part) rows.push_back(row("Part", *inspection.record.part));
  for (const Reopening& each : reopenings_of(reader, session.actor, inspection.id))
    rows.push_back(
        row("Reopened", fragment(each.day.in_words(), ": ", span({class_("app-typed")}, each.reason))));
  if (inspection.follows)
    if (const auto earlier = find_inspection(reader, session.actor, *inspection.follows))
      rows.push_back(row("Follows", a({class_("govuk-link")}, address_of(earlier->key), earlier->title)));
  return rows;
}

Html dates(const SeenInspection& found) {
  const Inspection& inspection = found.inspection;
  std::vector<govuk::SummaryRow> rows{
      row("Fieldwork", in_words(inspection.dates.fieldwork, inspection.origin)),
      row("Report", in_words(inspection.dates.report, inspection.origin)),
      row("Web page", in_words(inspection.dates.web, inspection.origin))};
  if (inspection.record.fieldwork_as_reported)
    rows.push_back(row("Fieldwork, as reported", *inspection.record.fieldwork_as_reported));
  const bool may_change = found.permissions.may(SetDates::kNeeds) && !refuse_date_change(inspection);
  return fragment(
      h2({class_("govuk-heading-m")}, "Dates"), govuk::summary_list({.rows = rows}), when(may_change, [&] {
        return p(
            {class_("govuk-body")},
            a({class_("govuk-link")}, Url::path("inspections", inspection.key, "dates"), "Change the dates"));
      }));
}

Html record(const Record& known) {
  if (!known.source) return {};
  std::vector<govuk::SummaryRow> rows{row("Source", linked(known.source->text))};
  if (known.further_source) rows.push_back(row("Further source", linked(*known.further_source)));
  if (known.recommendations) rows.push_back(row("Recommendations", *known.recommendations));
  if (!known.note.empty()) rows.push_back(row("Note", known.note));
  return fragment(h2({class_("govuk-heading-m")}, "Where this is known from"),
                  govuk::summary_list({.rows = rows}));
}

/// The reason of a step, as typed, and what is wrong with it.
struct TypedReason {
  std::string text{};
  Problems problems{};
};

Html step_button(const Inspection& inspection, const OpenStep& step, const TypedReason& reason,
                 const people::Session& session) {
  const std::string name(name_of(step.action));
  if (step.obstacle) return p({class_("govuk-body")}, strong({}, name), ": ", *step.obstacle);
  return form(
      Url::path("inspections", inspection.key, "stage"), csrf(session), {},
      input({type_("hidden"), name_("action"), value_(word(step.action))}),
      when(needs_reason(step.action),
           [&] {
             return govuk::textarea({.name = "reason",
                                     .label = {.text = "Why this inspection must be opened again"},
                                     .hint = "Enter nothing that leads to a child.",
                                     .error = reason.problems.at("reason"),
                                     .value = reason.text,
                                     .rows = 3});
           }),
      govuk::button({.text = name, .classes = "govuk-button--secondary", .prevents_double_click = true}));
}

Html steps(const SeenInspection& found, const std::vector<Member>& team, const TypedReason& reason,
           const people::Session& session) {
  const std::vector<OpenStep> open = open_steps(found.inspection, found.permissions, team);
  if (open.empty()) return {};
  return fragment(h2({class_("govuk-heading-m")}, "Next step"), each(open, [&](const OpenStep& step) {
                    return step_button(found.inspection, step, reason, session);
                  }));
}

Html end_button(const Inspection& inspection, const Member& member, const people::Session& session) {
  if (member.left_at) return {};
  return form(Url::path("inspections", inspection.key, "team", member.id.value(), "end"), csrf(session), {},
              button({type_("submit"), class_("app-link-button govuk-link")}, "Take off the team",
                     span({class_("govuk-visually-hidden")}, ": ", member.name)));
}

Html team_table(const SeenInspection& found, const std::vector<Member>& team,
                const people::Session& session) {
  const Inspection& inspection = found.inspection;
  const bool may_change = found.permissions.may(AssignMember::kNeeds) && !refuse_team_change(inspection);
  std::vector<std::vector<govuk::Cell>> rows;
  for (const Member& member : team) {
    rows.push_back({{.text = member.name},
                    {.text = name_of(member.role)},
                    {.text = member.left_at ? "Has left" : "On the team"}});
    if (may_change) rows.back().push_back({.text = end_button(inspection, member, session)});
  }
  std::vector<govuk::Cell> head{{.text = "Name"}, {.text = "Role"}, {.text = "State"}};
  if (may_change) head.push_back({.text = "Action"});
  const Html list = rows.empty() ? fragment(h2({class_("govuk-heading-m")}, "Team"),
                                            p({class_("govuk-body")}, "Nobody is on the team yet."))
                                 : scrolling_table({.caption = "Team",
                                                    .caption_classes = "govuk-table__caption--m",
                                                    .head = head,
                                                    .rows = rows,
                                                    .first_cell_is_header = true});
  return fragment(list, when(may_change, [&] {
                    return p({class_("govuk-body")},
                             a({class_("govuk-link")}, Url::path("inspections", inspection.key, "team"),
                               "Put somebody on the team"));
                  }));
}

Html cases_link(const SeenInspection& found) {
  const bool may_see =
      found.permissions.may(Permission::SeeCases) || found.permissions.may(Permission::AuditOwnCases);
  return when(may_see, [&] {
    return p({class_("govuk-body")},
             a({class_("govuk-link")}, Url::path("inspections", found.inspection.key, "cases"),
               "Cases of this inspection"));
  });
}

Html evidence_link(const SeenInspection& found) {
  return when(found.permissions.may(Permission::SeeEvidence), [&] {
    return p({class_("govuk-body")},
             a({class_("govuk-link")}, Url::path("inspections", found.inspection.key, "evidence"),
               "Evidence: interviews, observations and documents"));
  });
}

/// What was judged in this inspection and in the others of its programme.
Html insight_link(sql::Reader& reader, const SeenInspection& found) {
  return when(found.permissions.may(Permission::SeeCases), [&] {
    const std::string programme = programme::find_programme(reader, found.inspection.programme)->details.key;
    return p({class_("govuk-body")}, a({class_("govuk-link")}, Url::path("programmes", programme, "insight"),
                                       "Insight: what was judged in the programme"));
  });
}

Html findings_links(sql::Reader& reader, const SeenInspection& found) {
  const std::string programme = programme::find_programme(reader, found.inspection.programme)->details.key;
  return when(found.permissions.may(Permission::SeeFindings), [&] {
    return fragment(p({class_("govuk-body")},
                      a({class_("govuk-link")}, Url::path("inspections", found.inspection.key, "findings"),
                        "Findings of this inspection")),
                    p({class_("govuk-body")},
                      a({class_("govuk-link")}, Url::path("programmes", programme, "recommendations"),
                        "Recommendations of the programme")));
  });
}

Html history(const Inspection& inspection, const Page<HistoryEntry>& entries) {
  if (entries.items.empty()) return {};
  return fragment(h2({class_("govuk-heading-m")}, "What has happened"),
                  ul({class_("govuk-list")}, each(entries.items,
                                                  [](const HistoryEntry& entry) {
                                                    return li({}, entry.person.value_or("The operator"), " ",
                                                              did(entry), ", ", entry.recorded_on.in_words(),
                                                              " (entry ", entry.number, ")");
                                                  })),
                  govuk::pages_of_list(address_of(inspection.key), entries.cut));
}

http::Response inspection_page(const people::Web& web, const http::Request& request,
                               const people::Session& session, const TypedReason& reason,
                               http::Status status) {
  sql::Snapshot snapshot = web.journal().snapshot();
  const std::optional<SeenInspection> found = found_in(snapshot, request, session);
  if (!found) return no_such_inspection();
  const Inspection& inspection = found->inspection;
  const bool is_own = inspection.origin == Origin::Own;
  const std::vector<Member> team = team_of(snapshot, session.actor, inspection.id);
  const Html main = fragment(
      h1({class_("govuk-heading-l")}, inspection.title, " ", people::invented_tag(inspection.reality)),
      govuk::summary_list({.rows = facts(snapshot, inspection, session)}),
      when(is_own,
           [&] {
             return fragment(cases_link(*found), evidence_link(*found), findings_links(snapshot, *found),
                             insight_link(snapshot, *found));
           }),
      steps(*found, team, reason, session), dates(*found), record(inspection.record),
      when(is_own, [&] { return team_table(*found, team, session); }),
      history(inspection,
              history_of(snapshot, session.actor, inspection.id, http::page_asked_for(request.query))));
  return web.page(
      request, session,
      {.title = inspection.title,
       .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")}, {.text = inspection.title}},
       .problems = reason.problems,
       .banner = invented_banner(inspection.reality)},
      main, status);
}

struct ShowInspection {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    return inspection_page(web, request, session, {}, http::Status::Ok);
  }
};

struct TakeStep {
  const people::Web& web;

  http::Response operator()(const http::Request& request, const people::Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    const auto action = from_word<StageAction>(form->text("action"));
    if (!action) return http::problem(http::Status::UnprocessableContent, "There is no such step.");
    const std::optional<Inspection> inspection = [&] {
      sql::Snapshot snapshot = web.journal().snapshot();
      return find_inspection(snapshot, session.actor, request.parameter("key"));
    }();
    if (!inspection) return no_such_inspection();
    const std::string reason(form->text("reason"));
    const auto moved = web.journal().perform(session.actor, MoveStage{inspection->id, *action, reason});
    if (!moved && moved.refusal().kind == Refusal::Kind::Invalid)
      return inspection_page(web, request, session, {reason, Problems(moved.refusal())},
                             http::Status::UnprocessableContent);
    if (!moved) return http::problem(moved.refusal());
    return http::see_other(still_seen(*inspection, session) ? address_of(inspection->key).text()
                                                            : "/programme");
  }

 private:
  /// Closing takes the inspection from its team's sight, and whoever closed it may be of the team.
  bool still_seen(const Inspection& inspection, const people::Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    return find_inspection(snapshot, session.actor, inspection.id).has_value();
  }
};

}  // namespace

void add_routes(http::Router& router, const people::Web& web) {
  add_board_routes(router, web);
  add_plan_routes(router, web);
  add_dates_routes(router, web);
  add_team_routes(router, web);
  router.get("/inspections/{key}", web.signed_in(ShowInspection{web}));
  router.post("/inspections/{key}/stage", web.signed_in(TakeStep{web}));
}

}  // namespace sightline::inspection
