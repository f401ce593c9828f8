// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// CaseRoom: an office with one invented inspection, its team and two cases, for
// the tests of this feature and of those that use it.

#pragma once

#include "assessment/assessment_service.h"
#include "inspection/inspection_service.h"
#include "people/office_test.h"
#include "programme/programme_service.h"

namespace sightline::assessment::testing {

using people::Grant;
using people::Role;
using people::testing::is_refused;
using people::testing::is_refused_for;

inline programme::Framework small_framework() {
  return {.key = "journey",
          .version = 1,
          .name = "The journey",
          .valid_from = *PartialDate::from_iso("2014"),
          .scale =
              programme::Scale{
                  "three", "Three grades", {"Inadequate", "Requires improvement", "Good"}, "invented"},
          .areas = {{"initial-contact", "Initial contact", "", programme::AreaKind::OneArea},
                    {"overall", "The case as a whole", "", programme::AreaKind::Overall}},
          .case_kinds = {{"missing", "Missing child"}},
          .self_assessment = programme::BodySelfAssessment::Yes,
          .case_audit = programme::BodyCaseAudit::Yes,
          .source = "invented",
          .note = ""};
}

/// Drawn by hand from a list that nobody counted.
inline SampleDetails by_hand(const std::string& name, ChosenBy chosen_by) {
  return {.name = name, .chosen_by = chosen_by, .drawing = {.list = "An invented list"}};
}

struct CaseRoom : people::testing::Office {
  /// The inspection is announced and has its team.
  explicit CaseRoom(sql::Database& opened) : Office(opened) {}

  void move(inspection::StageAction action) {
    REQUIRE(journal.perform(the_operator, inspection::MoveStage{planned.id, action, "It was asked for."}));
  }

  /// From where it is to a later stage.
  void bring_to(inspection::Stage wanted) {
    using enum inspection::StageAction;
    for (const auto action : {BeginModeration, BeginReporting, Publish, Close}) {
      if (inspection().stage == wanted) return;
      move(action);
    }
    REQUIRE(inspection().stage == wanted);
  }

  inspection::Inspection inspection() {
    sql::Snapshot snapshot = journal.snapshot();
    return inspection::find_inspection(snapshot, the_operator, planned.id).value();
  }

  Case add_case(SampleId sample) { return *journal.perform(lead, AddCase{planned.id, sample, "missing"}); }

  OnScreen at(const Case& subject, int revision, AssessorType by = AssessorType::Inspectors) const {
    return {planned.key, subject.number, by, revision};
  }

  static std::vector<Judgement> judged(int rank, std::string reason = "The file shows it.") {
    return {{"initial-contact", Grade{rank}, reason}, {"overall", Grade{rank}, std::move(reason)}};
  }

  /// Saves and submits; the assessment then stands at revision 2.
  Assessment submitted(const Case& subject, const people::Actor& by,
                       AssessorType side = AssessorType::Inspectors, int rank = 3) {
    REQUIRE(journal.perform(by, SaveAssessment{at(subject, 0, side), judged(rank)}));
    return *journal.perform(by, SubmitAssessment{at(subject, 1, side)});
  }

  std::optional<CaseView> view(const people::Actor& actor, const Case& subject) {
    sql::Snapshot snapshot = journal.snapshot();
    return case_view(snapshot, actor, planned.key, subject.number);
  }

  const people::Actor the_operator = people::the_operator();
  const people::OrganisationId force = organisation("invented-force");
  const programme::ProgrammeId programme =
      *journal.perform(the_operator, programme::AddProgramme{{.key = "invented",
                                                              .name = "Invented",
                                                              .reality = people::Reality::Invented,
                                                              .source = "invented"}});
  const programme::FrameworkVersionId framework =
      journal.perform(the_operator, programme::AdoptFramework{small_framework()})->id;
  const people::Actor lead = person("lead"), ana = person("ana"), ben = person("ben");
  const people::Actor moderator = person("moderator", {{.role = Role::Moderator, .organisation = {}}});
  const people::Actor analyst = person("analyst", {{.role = Role::Analyst, .organisation = {}}});
  const people::Actor auditor = person("auditor", {{.role = Role::BodyAuditor, .organisation = force}});
  const people::Actor stranger = person("stranger");
  const inspection::Planned planned = announced();
  const SampleId chosen_by_body =
      *journal.perform(the_operator, DrawSample{planned.id, by_hand("Chosen by the force", ChosenBy::Body)});
  const SampleId chosen_by_inspectors = *journal.perform(
      the_operator, DrawSample{planned.id, by_hand("Added by inspectors", ChosenBy::Inspectors)});

 private:
  /// With its team and its dates.
  inspection::Planned announced() {
    const inspection::Planned made = *journal.perform(
        the_operator, inspection::PlanInspection{{.programme = programme,
                                                  .kind = inspection::Kind::ChildProtectionInspection,
                                                  .body = force,
                                                  .title = "Invented inspection",
                                                  .framework = framework}});
    for (const auto& [member, role] : {std::pair{lead, inspection::TeamRole::LeadInspector},
                                       {ana, inspection::TeamRole::Inspector},
                                       {ben, inspection::TeamRole::Inspector}})
      REQUIRE(journal.perform(the_operator, inspection::AssignMember{made.id, *member.person, role}));
    const inspection::Dates dates{.fieldwork = inspection::Fieldwork{*Period::from_iso("2026-11")},
                                  .report = PartialDate::from_iso("2027-03")};
    REQUIRE(journal.perform(the_operator, inspection::SetDates{made.id, 1, dates}));
    REQUIRE(journal.perform(the_operator, inspection::MoveStage{made.id, inspection::StageAction::Announce}));
    return made;
  }
};

inline void in_each_announced_room(const std::function<void(CaseRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    CaseRoom room(database);
    body(room);
  });
}

/// The same with fieldwork begun.
inline void in_each_room(const std::function<void(CaseRoom&)>& body) {
  in_each_announced_room([&](CaseRoom& room) {
    room.move(inspection::StageAction::BeginFieldwork);
    body(room);
  });
}

}  // namespace sightline::assessment::testing
