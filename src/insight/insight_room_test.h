// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// InsightRoom: several inspections of several bodies on two scales, and cases judged,
// agreed and reopened in them, for the tests of this feature.

#pragma once

#include <random>
#include <string>
#include <vector>

#include "assessment/case_room_test.h"
#include "insight/dashboard_service.h"
#include "insight/dashboard_store.h"
#include "insight/index_store.h"
#include "people/conflict_service.h"

namespace sightline::insight::testing {

using assessment::AssessorType;
using assessment::ChosenBy;
using assessment::Judgement;
using assessment::OnScreen;

/// On the older scale, of four grades.
inline programme::Framework older_framework() {
  programme::Framework framework = assessment::testing::small_framework();
  framework.key = "older";
  framework.name = "The older journey";
  framework.scale = programme::Scale{
      "four", "Four grades", {"Inadequate", "Requires improvement", "Adequate", "Good"}, "invented"};
  framework.areas.insert(framework.areas.begin() + 1,
                         {"custody", "Custody", "", programme::AreaKind::OneArea});
  framework.case_kinds.push_back({"online", "Abuse online"});
  return framework;
}

/// An inspection in its fieldwork, with a sample of each kind.
struct Inspected {
  inspection::Planned planned;
  programme::Framework framework;
  assessment::SampleId chosen_by_body;
  assessment::SampleId chosen_by_inspectors;
};

/// A case whose assessment by inspectors stands at `revision`.
struct Judged {
  const Inspected* inspected;
  assessment::Case subject;
  int revision;
};

struct InsightRoom : assessment::testing::CaseRoom {
  explicit InsightRoom(sql::Database& opened) : CaseRoom(opened) {}

  Inspected inspected(const std::string& title, people::OrganisationId body, const programme::Framework& by,
                      programme::FrameworkVersionId version, const std::string& fieldwork = "2014-08",
                      inspection::Kind kind = inspection::Kind::ChildProtectionInspection) {
    const inspection::Planned made = *journal.perform(
        the_operator,
        inspection::PlanInspection{
            {.programme = programme, .kind = kind, .body = body, .title = title, .framework = version}});
    REQUIRE(journal.perform(
        the_operator, inspection::AssignMember{made.id, *lead.person, inspection::TeamRole::LeadInspector}));
    set_fieldwork(made.id, fieldwork);
    for (const auto action : {inspection::StageAction::Announce, inspection::StageAction::BeginFieldwork})
      REQUIRE(journal.perform(the_operator, inspection::MoveStage{made.id, action, "It was asked for."}));
    const auto sample = [&](const char* name, ChosenBy chosen_by) {
      return *journal.perform(the_operator,
                              assessment::DrawSample{made.id, assessment::testing::by_hand(name, chosen_by)});
    };
    return {made, by, sample("The body's", ChosenBy::Body), sample("Ours", ChosenBy::Inspectors)};
  }

  void set_fieldwork(inspection::InspectionId id, const std::string& fieldwork) {
    sql::Snapshot snapshot = journal.snapshot();
    const auto found = inspection::find_inspection(snapshot, the_operator, id).value();
    const inspection::Dates dates{.fieldwork = inspection::Fieldwork{*Period::from_iso(fieldwork)}};
    REQUIRE(journal.perform(the_operator, inspection::SetDates{id, found.dates_revision, dates}));
  }

  OnScreen on(const Inspected& in, const assessment::Case& subject, int revision,
              AssessorType by = AssessorType::Inspectors) const {
    return {in.planned.key, subject.number, by, revision};
  }

  /// Judges, submits and agrees; stands at revision 3 where it began at 0.
  Judged agreed(const Inspected& in, const assessment::Case& subject, std::vector<Judgement> judgements,
                int revision = 0) {
    REQUIRE(journal.perform(the_operator,
                            assessment::SaveAssessment{on(in, subject, revision), std::move(judgements)}));
    REQUIRE(journal.perform(the_operator, assessment::SubmitAssessment{on(in, subject, revision + 1)}));
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{on(in, subject, revision + 2)}));
    return {&in, subject, revision + 3};
  }

  assessment::Case add(const Inspected& in, assessment::SampleId sample,
                       const std::string& kind = "missing") {
    return *journal.perform(the_operator, assessment::AddCase{in.planned.id, sample, kind});
  }

  /// The same grade in every area.
  static std::vector<Judgement> all_areas(const Inspected& in, int rank) {
    std::vector<Judgement> judgements;
    for (const programme::Area& area : in.framework.areas)
      judgements.push_back({area.key, programme::Grade{rank}, "The file shows it."});
    return judgements;
  }

  void bar(const people::Actor& actor, people::OrganisationId body) {
    REQUIRE(journal.perform(actor, people::DeclareConflict{body, "Served there.", Date(2026, 11, 23)}));
  }

  Result<Dashboard> shown(const people::Actor& actor, const Wish& wish = {}, std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return dashboard(snapshot, insight, actor, "invented", wish, page);
  }

  const programme::FrameworkVersionId older =
      journal.perform(the_operator, programme::AdoptFramework{older_framework()})->id;
  const people::OrganisationId other = organisation("other-force");
  Insight insight{journal};
};

inline void in_each_insight_room(const std::function<void(InsightRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    InsightRoom room(database);
    body(room);
  });
}

}  // namespace sightline::insight::testing
