// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// EvaluationRoom: a publication to attach evaluations to, and inspections with graded
// cases that follow one another, for the tests of this feature and of those that use
// it.

#pragma once

#include "evaluation/before_and_after_service.h"
#include "evaluation/evaluation_service.h"
#include "recommendation/recommendation_room_test.h"

namespace sightline::evaluation::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

/// How many cases were graded worst, and how many best.
struct Graded {
  int worst;
  int best;
};

struct EvaluationRoom : recommendation::testing::RecommendationRoom {
  explicit EvaluationRoom(sql::Database& opened) : RecommendationRoom(opened) {}

  AttachEvaluation attachment(std::string text = "# What we found\n\nIt helped.") const {
    return {"a-report",
            {.title = "An independent evaluation",
             .evaluator = "The Invented Institute",
             .published_on = Date(2026, 11, 2),
             .summary = "Whether it helped."},
            *checked_markdown(text)};
  }

  /// With its team, in its fieldwork. The first of a body unless it follows another.
  inspection::Planned begun(const std::string& title, const std::string& fieldwork,
                            std::optional<inspection::InspectionId> follows = {}) {
    const inspection::Planned made = *journal.perform(
        the_operator,
        inspection::PlanInspection{{.programme = programme,
                                    .kind = follows ? inspection::Kind::PostInspectionReview
                                                    : inspection::Kind::ChildProtectionInspection,
                                    .body = force,
                                    .title = title,
                                    .framework = framework,
                                    .follows = follows}});
    for (const auto& [member, role] :
         {std::pair{lead, inspection::TeamRole::LeadInspector}, {ana, inspection::TeamRole::Inspector}})
      REQUIRE(journal.perform(the_operator, inspection::AssignMember{made.id, *member.person, role}));
    const inspection::Dates dates{.fieldwork = inspection::Fieldwork{*Period::from_iso(fieldwork)},
                                  .report = PartialDate::from_iso("2026-11")};
    REQUIRE(journal.perform(the_operator, inspection::SetDates{made.id, 1, dates}));
    take(made.id, {inspection::StageAction::Announce, inspection::StageAction::BeginFieldwork});
    return made;
  }

  /// The same with graded and agreed cases, published.
  inspection::Planned published(const std::string& title, const std::string& fieldwork, Graded graded,
                                std::optional<inspection::InspectionId> follows = {}) {
    const inspection::Planned made = begun(title, fieldwork, follows);
    const auto sample = *journal.perform(
        the_operator, assessment::DrawSample{
                          made.id, assessment::testing::by_hand("Cases", assessment::ChosenBy::Inspectors)});
    for (int each = 0; each < graded.worst + graded.best; ++each)
      agree_case(made, sample, each < graded.worst ? 1 : 3);
    using enum inspection::StageAction;
    take(made.id, {BeginModeration, BeginReporting, Publish});
    return made;
  }

  ProgrammeBeforeAndAfter seen_by(const people::Actor& actor, std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return *before_and_after(snapshot, actor, "invented", page);
  }

  const publication::PublicationId report = publication("a-report");

 private:
  void take(inspection::InspectionId id, std::initializer_list<inspection::StageAction> actions) {
    for (const inspection::StageAction action : actions)
      REQUIRE(journal.perform(the_operator, inspection::MoveStage{id, action}));
  }

  void agree_case(const inspection::Planned& in, assessment::SampleId sample, int rank) {
    const auto subject = *journal.perform(lead, assessment::AddCase{in.id, sample, "missing"});
    const auto at = [&](int revision) {
      return assessment::OnScreen{in.key, subject.number, assessment::AssessorType::Inspectors, revision};
    };
    REQUIRE(journal.perform(ana, assessment::SaveAssessment{at(0), judged(rank)}));
    REQUIRE(journal.perform(ana, assessment::SubmitAssessment{at(1)}));
    REQUIRE(journal.perform(moderator, assessment::AgreeAssessment{at(2)}));
  }
};

inline void in_each_evaluation_room(const std::function<void(EvaluationRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    EvaluationRoom room(database);
    body(room);
  });
}

}  // namespace sightline::evaluation::testing
