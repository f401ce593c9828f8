// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_inspections.h"

#include <algorithm>

#include "programme/programme_service.h"

namespace sightline::demo {

namespace {

using inspection::StageAction;

constexpr const char* kFramework = "child-protection-2014";

/// The older scale was in use until the end of 2014.
int framework_version(const ProgrammeInspection& of) {
  return of.fieldwork.earliest() < Date(2015, 1, 1) ? 1 : 2;
}

std::vector<Date> workdays_of(const Period& period) {
  std::vector<Date> days;
  for (Date day = period.earliest(); day <= period.latest(); day = day + std::chrono::days(1))
    if (workday(day) == day) days.push_back(day);
  return days;
}

/// What a joint inspection is about: what follows the colon in its title.
std::string theme_of(const ProgrammeInspection& of) {
  const std::size_t colon = of.title.find(": ");
  return of.is_joint() && colon != of.title.npos ? of.title.substr(colon + 2) : std::string();
}

}  // namespace

std::vector<std::string> people_with(const ProgrammeFiles& files, people::Role role) {
  std::vector<std::string> found;
  for (const InventedPerson& person : files.people)
    if (person.role == role) found.push_back(person.email);
  return found;
}

Team team_for(const ProgrammeFiles& files, const ProgrammeInspection& of, std::size_t place) {
  const auto turn = [&](people::Role role, std::size_t at) {
    const std::vector<std::string> all = people_with(files, role);
    return all.at(at % all.size());
  };
  Team team{.lead = turn(people::Role::LeadInspector, place),
            .inspectors = {},
            .moderator = turn(people::Role::Moderator, place),
            .analyst = turn(people::Role::Analyst, place),
            .auditor = {}};
  const std::size_t members = of.kind == inspection::Kind::ChildProtectionInspection ? 3 : 2;
  for (std::size_t member = 0; member < members; ++member)
    team.inspectors.push_back(turn(people::Role::Inspector, 3 * place + member));
  const bool audits =
      of.kind == inspection::Kind::ChildProtectionInspection || of.kind == inspection::Kind::ReInspection;
  for (const InventedPerson& person : files.people)
    if (audits && person.role == people::Role::BodyAuditor && person.organisation == of.body)
      team.auditor = person.email;
  return team;
}

InspectionPlay::InspectionPlay(Setting& setting, const ProgrammeInspection& of, Team team,
                               const InspectionPlay* followed)
    : setting_(setting),
      underway_{.of = of, .chance = Chance(of.key), .team = std::move(team)},
      followed_(followed),
      cases_(setting_, underway_),
      evidence_(setting_, underway_),
      findings_(setting_, underway_) {}

void InspectionPlay::put_on(Agenda& agenda) {
  const std::string manager = people_with(setting_.files, people::Role::ProgrammeManager).front();
  const std::string editor = people_with(setting_.files, people::Role::Editor).front();
  const Date first = underway_.of.fieldwork.earliest();
  const Date report = underway_.of.report_date;
  agenda.add(at(workday_after(first, -70), 9), [this] { return plan(); });
  agenda.add(at(workday_after(first, -42), 10),
             [this, manager] { return move(manager, StageAction::Announce); });
  put_fieldwork_on(agenda);
  put_moderation_on(agenda);
  agenda.add(at(workday_after(report, -7), 11), [this] { return set_report_date(); });
  agenda.add(at(report, 9, 30), [this, editor] {
    count();
    return move(editor, StageAction::Publish);
  });
  agenda.add(at(workday_after(report, 28), 15),
             [this, manager] { return move(manager, StageAction::Close); });
}

void InspectionPlay::put_fieldwork_on(Agenda& agenda) {
  const ProgrammeInspection& of = underway_.of;
  const Date first = of.fieldwork.earliest();
  if (!of.is_joint()) {
    agenda.add(at(workday_after(first, -21), 10), [this] { return cases_.draw(); });
    if (underway_.team.auditor)
      agenda.add(at(workday_after(first, -14), 10), [this] { return cases_.audit(); });
  }
  agenda.add(at(first, 8, 30), [this] {
    evidence_.plan();
    return move(underway_.team.lead, StageAction::BeginFieldwork);
  });
  const std::vector<Date> days = workdays_of(of.fieldwork);
  for (std::size_t day = 0; day < days.size(); ++day) {
    agenda.add(at(days[day], 11),
               [this, day, days] { return evidence_.record(day, days.size(), days[day]); });
    if (!of.is_joint())
      agenda.add(at(days[day], 14), [this, day, days] { return cases_.assess(day, days.size()); });
    agenda.add(at(days[day], 17, 30), [this] { return evidence_.code(); });
  }
}

void InspectionPlay::put_moderation_on(Agenda& agenda) {
  const Date last = underway_.of.fieldwork.latest();
  agenda.add(at(workday_after(last, 3), 9),
             [this] { return move(underway_.team.lead, StageAction::BeginModeration); });
  agenda.add(at(workday_after(last, 5), 13), [this] { return evidence_.code_again(); });
  if (!underway_.of.is_joint()) {
    agenda.add(at(workday_after(last, 7), 9), [this] { return cases_.moderate(); });
    agenda.add(at(workday_after(last, 10), 10), [this] { return cases_.look_again(); });
    agenda.add(at(workday_after(last, 14), 9), [this] { return cases_.agree_returned(); });
  }
  agenda.add(at(workday_after(last, 12), 14), [this] { return findings_.draft(); });
  agenda.add(at(workday_after(last, 19), 9), [this] { return findings_.moderate(); });
  agenda.add(at(workday_after(last, 21), 11), [this] { return findings_.support_returned(); });
  agenda.add(at(workday_after(last, 24), 9), [this] { return findings_.agree_returned(); });
  agenda.add(at(workday_after(last, 28), 9),
             [this] { return move(underway_.team.moderator, StageAction::BeginReporting); });
}

Problem InspectionPlay::plan() {
  const ProgrammeInspection& of = underway_.of;
  if (!of.is_joint()) {
    sql::Snapshot snapshot = setting_.office.journal().snapshot();
    underway_.framework = programme::find_framework(snapshot, kFramework, framework_version(of));
    if (!underway_.framework) return of.row.refuse("fieldwork", "no framework is adopted for its year");
  }
  inspection::Plan plan{.programme = setting_.programme,
                        .kind = of.kind,
                        .body = setting_.cast.organisations.at(of.body),
                        .title = of.title,
                        .theme = theme_of(of)};
  if (underway_.framework) plan.framework = underway_.framework->id;
  if (followed_) plan.follows = followed_->underway_.planned->id;
  const people::Actor& manager =
      setting_.actor(people_with(setting_.files, people::Role::ProgrammeManager).front());
  const auto planned = setting_.office.perform(manager, inspection::PlanInspection{std::move(plan)});
  if (!planned) return of.row.refuse("key", planned.refusal().message);
  underway_.planned = *planned;
  const auto dated = setting_.office.perform(
      manager, inspection::SetDates{.inspection = planned->id,
                                    .based_on = 1,
                                    .dates = {.fieldwork = inspection::Fieldwork{of.fieldwork}}});
  if (!dated) return of.row.refuse("fieldwork", dated.refusal().message);
  return assemble_team();
}

Problem InspectionPlay::assemble_team() {
  const people::Actor& manager =
      setting_.actor(people_with(setting_.files, people::Role::ProgrammeManager).front());
  const auto assign = [&](const std::string& email, inspection::TeamRole role) {
    return problem_in(setting_.office.perform(
        manager, inspection::AssignMember{underway_.planned->id, *setting_.actor(email).person, role}));
  };
  if (Problem problem = assign(underway_.team.lead, inspection::TeamRole::LeadInspector)) return problem;
  for (const std::string& member : underway_.team.inspectors)
    if (Problem problem = assign(member, inspection::TeamRole::Inspector)) return problem;
  return std::nullopt;
}

Problem InspectionPlay::move(const std::string& by, StageAction action) {
  const auto moved =
      setting_.office.perform(setting_.actor(by), inspection::MoveStage{underway_.planned->id, action});
  return moved ? std::nullopt : Problem(underway_.of.row.refuse("key", moved.refusal().message));
}

Problem InspectionPlay::set_report_date() {
  return problem_in(setting_.office.perform(
      setting_.actor(underway_.team.lead),
      inspection::SetDates{.inspection = underway_.planned->id,
                           .based_on = 2,
                           .dates = {.fieldwork = inspection::Fieldwork{underway_.of.fieldwork},
                                     .report = PartialDate(underway_.of.report_date)}}));
}

void InspectionPlay::count() {
  switch (underway_.of.kind) {
    case inspection::Kind::ChildProtectionInspection:
      ++setting_.tally.child_protection_inspections;
      break;
    case inspection::Kind::JointTargetedAreaInspection:
      ++setting_.tally.joint_inspections;
      break;
    default:
      ++setting_.tally.reviews;
  }
}

}  // namespace sightline::demo
