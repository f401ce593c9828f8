// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Assessing a case from first save to agreement, on both engines. Handbook §4.

#include "assessment/assessment_service.h"

#include <doctest/doctest.h>

#include "assessment/assessment_store.h"
#include "assessment/case_room_test.h"
#include "journal/journal_store.h"
#include "people/conflict_service.h"

using namespace sightline;
using namespace sightline::assessment;
using namespace sightline::assessment::testing;

namespace {

constexpr sql::Query kEveryJudgement{"test.every_judgement", R"sql(
select reason from judgement where assessment_id = $assessment order by revision
)sql"};

std::int64_t entries(CaseRoom& room) {
  sql::Snapshot snapshot = room.journal.snapshot();
  return journal::position(snapshot);
}

}  // namespace

TEST_CASE("a case goes from first save by way of moderation to an agreed grade") {  // Handbook §4.18
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    const Assessment submitted = room.submitted(subject, room.ana);
    CHECK(submitted.state == State::Submitted);
    CHECK(submitted.revision == 2);

    const auto returned = room.journal.perform(
        room.moderator, ReturnAssessment{room.at(subject, 2), "Say what happened on the second day."});
    CHECK(returned->state == State::Returned);
    CHECK(
        room.journal.perform(room.ana, SaveAssessment{room.at(subject, 3), CaseRoom::judged(2)})->revision ==
        4);
    CHECK(room.journal.perform(room.ana, SubmitAssessment{room.at(subject, 4)})->state == State::Submitted);
    const auto agreed = room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 5)});
    CHECK(agreed->state == State::Agreed);
    CHECK(agreed->first_submitted == 2);

    const auto reopened =
        room.journal.perform(room.moderator, ReopenAssessment{room.at(subject, 6), "New papers were found."});
    CHECK(reopened->state == State::Reopened);
    CHECK(reopened->judgements == CaseRoom::judged(2));
  });
}

TEST_CASE(
    "every revision is kept word for word, however often the assessment is changed") {  // Handbook §4.25
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    for (int revision = 0; revision < 5; ++revision)
      REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, revision),
                                                            {{"initial-contact", Grade{1 + revision % 3},
                                                              "Version " + std::to_string(revision + 1)}}}));
    const AssessmentId id = room.view(room.ana, subject)->assessment->id;
    sql::Snapshot snapshot = room.journal.snapshot();
    const sql::Rows kept = snapshot.read(kEveryJudgement, {{"assessment", id}});
    REQUIRE(kept.size() == 5);
    for (int revision = 1; revision <= 5; ++revision)
      CHECK(kept[static_cast<std::size_t>(revision - 1)].get<std::string>("reason") ==
            "Version " + std::to_string(revision));
    CHECK(history_of(snapshot, id, 0, 10).size() == 5);
  });
}

TEST_CASE("the history of a case goes back to its first revision, a page at a time") {  // Handbook §4.25
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    const auto history = [&](const people::Actor& actor, std::int64_t page) {
      sql::Snapshot snapshot = room.journal.snapshot();
      return case_history(snapshot, actor, room.planned.key, subject.number, page);
    };
    CHECK(history(room.ana, 1)->steps.cut.total == 0);
    for (int revision = 0; revision < kStepsOnAPage + 2; ++revision)
      REQUIRE(room.journal.perform(
          room.ana, SaveAssessment{room.at(subject, revision),
                                   {{"initial-contact", Grade{1}, "Version " + std::to_string(revision)}}}));
    CHECK(room.view(room.ana, subject)->history.size() == kStepsOnAPage);
    CHECK(history(room.ana, 1)->steps.items.front().revision == kStepsOnAPage + 2);
    const auto earliest = history(room.ana, 9)->steps;
    CHECK(earliest.cut.number == 2);
    REQUIRE(earliest.items.size() == 2);
    CHECK(earliest.items.back().revision == 1);
    CHECK_FALSE(history(room.stranger, 1));
  });
}

TEST_CASE("why an assessment was returned is told however often it is saved since") {  // Handbook §4.20
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    CHECK_FALSE(room.view(room.ana, subject)->came_back);
    REQUIRE(room.journal.perform(room.moderator, ReturnAssessment{room.at(subject, 2), "Name the day."}));
    CHECK(room.view(room.ana, subject)->came_back->reason == "Name the day.");
    for (int revision = 3; revision < kStepsOnAPage + 4; ++revision)
      REQUIRE(room.journal.perform(
          room.ana, SaveAssessment{room.at(subject, revision),
                                   {{"overall", Grade{1}, "Version " + std::to_string(revision)}}}));
    CHECK(room.view(room.ana, subject)->came_back->reason == "Name the day.");
  });
}

TEST_CASE("the history of a case is that of one side, and none to a body that did not choose it") {
  in_each_room([](CaseRoom& room) {  // Handbook §4.15
    const Case theirs = room.add_case(room.chosen_by_body), ours = room.add_case(room.chosen_by_inspectors);
    for (const Case& each : {theirs, ours}) room.submitted(each, room.ana);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto seen = case_history(snapshot, room.auditor, room.planned.key, theirs.number, 1);
    CHECK(seen->steps.cut.total == 0);
    CHECK_FALSE(case_history(snapshot, room.auditor, room.planned.key, ours.number, 1));
  });
}

TEST_CASE("saving one area leaves what was recorded about the others as it was") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(
        room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(3, "First.")}));
    const auto saved = room.journal.perform(
        room.ana, SaveAssessment{room.at(subject, 1), {{"overall", Grade{1}, "Second."}}});
    CHECK(judgement_of(saved->judgements, "initial-contact").reason == "First.");
    CHECK(judgement_of(room.view(room.ana, subject)->assessment->judgements, "overall").reason == "Second.");
  });
}

TEST_CASE("saving what is recorded already makes no revision and no journal entry") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(3)}));
    const std::int64_t before = entries(room);
    CHECK(
        room.journal.perform(room.ana, SaveAssessment{room.at(subject, 1), CaseRoom::judged(3)})->revision ==
        1);
    CHECK(entries(room) == before);
  });
}

TEST_CASE("two people save at once: the second is told, and both texts are kept") {  // Handbook §4.26
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(
        room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(3, "Ana wrote this.")}));
    const auto second = save_or_set_aside(room.journal, room.ben,
                                          {room.at(subject, 0), CaseRoom::judged(1, "Ben wrote this.")});
    CHECK(is_refused(second, Refusal::Kind::Conflict));

    const auto view = room.view(room.ben, subject);
    CHECK(judgement_of(view->assessment->judgements, "overall").reason == "Ana wrote this.");
    REQUIRE(view->set_aside);
    CHECK(judgement_of(view->set_aside->judgements, "overall").reason == "Ben wrote this.");
    CHECK(view->set_aside->base_revision == 0);
    CHECK(view->set_aside->over_revision == 1);
    CHECK_FALSE(room.view(room.ana, subject)->set_aside);

    REQUIRE(room.journal.perform(room.ben,
                                 SaveAssessment{room.at(subject, 1), CaseRoom::judged(2, "Both agree.")}));
    CHECK_FALSE(room.view(room.ben, subject)->set_aside);
  });
}

TEST_CASE("what one types while a colleague submits is kept, though it can no longer be saved") {  // §4.26
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    const auto late = save_or_set_aside(room.journal, room.ben,
                                        {room.at(subject, 1), CaseRoom::judged(1, "Ben wrote this.")});
    CHECK(is_refused(late, Refusal::Kind::WrongState));
    const auto view = room.view(room.ben, subject);
    REQUIRE(view->set_aside);
    CHECK(judgement_of(view->set_aside->judgements, "overall").reason == "Ben wrote this.");

    const auto idle =
        save_or_set_aside(room.journal, room.ana, {room.at(subject, 2), CaseRoom::judged(1, "Too late.")});
    CHECK(is_refused(idle, Refusal::Kind::WrongState));
    CHECK_FALSE(room.view(room.ana, subject)->set_aside);
  });
}

TEST_CASE("text set aside where nobody was quicker is refused: it belongs in the assessment") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(3)}));
    CHECK(is_refused(room.journal.perform(room.ana, SetTextAside{room.at(subject, 1), CaseRoom::judged(1)}),
                     Refusal::Kind::WrongState));
    CHECK(is_refused(
        room.journal.perform(room.stranger, SetTextAside{room.at(subject, 0), CaseRoom::judged(1)}),
        Refusal::Kind::NotFound));
  });
}

TEST_CASE(
    "submitting an incomplete assessment is refused, area by area, and the draft stays") {  // Handbook §4.19
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(
        room.ana, SaveAssessment{room.at(subject, 0), {{"initial-contact", Grade{2}, "Only this so far."}}}));
    const auto refused = room.journal.perform(room.ana, SubmitAssessment{room.at(subject, 1)});
    CHECK(is_refused_for(refused, "outcome-overall"));
    CHECK(is_refused_for(refused, "reason-overall"));
    CHECK(room.view(room.ana, subject)->assessment->state == State::Draft);
  });
}

TEST_CASE("an assessment that cannot be saved or submitted is refused to whoever may not see the case") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    for (const people::Actor& actor : {room.stranger, room.auditor}) {
      CHECK(is_refused(room.journal.perform(actor, SaveAssessment{room.at(subject, 0), CaseRoom::judged(1)}),
                       Refusal::Kind::NotFound));
      CHECK(is_refused(room.journal.perform(actor, SubmitAssessment{room.at(subject, 0)}),
                       Refusal::Kind::NotFound));
      CHECK_FALSE(room.view(actor, subject));
    }
    CHECK(is_refused(
        room.journal.perform(room.analyst, SaveAssessment{room.at(subject, 0), CaseRoom::judged(1)}),
        Refusal::Kind::NotPermitted));
  });
}

TEST_CASE("the author of an assessment is refused to agree it, also when made a moderator later") {
  // Handbook §4.21
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    REQUIRE(room.journal.perform(
        room.the_operator,
        people::GrantRole{*room.ana.person, {.role = Role::Moderator, .organisation = {}}}));
    const people::Actor promoted = room.actor(*room.ana.person);
    CHECK(is_refused(room.journal.perform(promoted, AgreeAssessment{room.at(subject, 2)}),
                     Refusal::Kind::NotPermitted));
    const auto view = room.view(promoted, subject);
    CHECK(std::ranges::find(view->actions, Action::Agree) == view->actions.end());
    CHECK(room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 2)}));
  });
}

TEST_CASE("inspectors are refused to return, agree or reopen an assessment") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    CHECK(is_refused(room.journal.perform(room.ben, ReturnAssessment{room.at(subject, 2), "Why?"}),
                     Refusal::Kind::NotPermitted));
    CHECK(is_refused(room.journal.perform(room.ben, AgreeAssessment{room.at(subject, 2)}),
                     Refusal::Kind::NotPermitted));
    REQUIRE(room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 2)}));
    CHECK(is_refused(room.journal.perform(room.ben, ReopenAssessment{room.at(subject, 3), "Why?"}),
                     Refusal::Kind::NotPermitted));
    CHECK(is_refused_for(room.journal.perform(room.moderator, ReopenAssessment{room.at(subject, 3), " "}),
                         "reason"));
  });
}

TEST_CASE(
    "a moderator agrees the revision on the screen, and is refused when it has moved on") {  // Handbook §4.22
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    CHECK(is_refused(room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 1)}),
                     Refusal::Kind::Conflict));
  });
}

TEST_CASE("the body's own grade is hidden from inspectors until their own judgement is submitted") {
  // §4.11, §4.12
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_body);
    room.submitted(subject, room.auditor, AssessorType::Body, 3);

    CHECK(room.view(room.ana, subject)->body_has_submitted);
    CHECK_FALSE(room.view(room.ana, subject)->other_side);
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(1)}));
    CHECK_FALSE(room.view(room.ana, subject)->other_side);
    CHECK_FALSE(room.view(room.moderator, subject)->other_side);

    REQUIRE(room.journal.perform(room.ana, SubmitAssessment{room.at(subject, 1)}));
    for (const people::Actor& actor : {room.ana, room.ben, room.moderator}) {
      const auto view = room.view(actor, subject);
      REQUIRE(view->other_side);
      CHECK(judgement_of(view->other_side->judgements, "overall").outcome == Outcome{Grade{3}});
    }
  });
}

TEST_CASE(
    "the body's draft is never shown to inspectors, and the inspectors' judgement never to the body") {  // §4.15
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_body);
    REQUIRE(room.journal.perform(room.auditor, SaveAssessment{room.at(subject, 0, AssessorType::Body),
                                                              CaseRoom::judged(3, "Own draft.")}));
    room.submitted(subject, room.ana);
    CHECK_FALSE(room.view(room.ana, subject)->other_side);
    CHECK_FALSE(room.view(room.ana, subject)->body_has_submitted);

    const auto own = room.view(room.auditor, subject);
    REQUIRE(own);
    CHECK(own->side == AssessorType::Body);
    CHECK(judgement_of(own->assessment->judgements, "overall").reason == "Own draft.");
    CHECK_FALSE(own->other_side);
    CHECK(is_refused(
        room.journal.perform(room.auditor, SaveAssessment{room.at(subject, 2), CaseRoom::judged(3)}),
        Refusal::Kind::NotFound));
  });
}

TEST_CASE("the body audits only the cases it chose; the others it cannot see") {
  in_each_room([](CaseRoom& room) {
    const Case theirs = room.add_case(room.chosen_by_body);
    const Case ours = room.add_case(room.chosen_by_inspectors);
    CHECK(room.view(room.auditor, theirs));
    CHECK_FALSE(room.view(room.auditor, ours));
  });
}

TEST_CASE(
    "whoever declares a conflict of interest loses every case of that body at once") {  // Handbook §2.12
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.view(room.ana, subject));
    REQUIRE(room.journal.perform(room.ana,
                                 people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
    CHECK_FALSE(room.view(room.ana, subject));
    CHECK(is_refused(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(1)}),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("the journal tells of every step of a case, and verifies") {
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    room.submitted(subject, room.ana);
    REQUIRE(room.journal.perform(room.moderator, AgreeAssessment{room.at(subject, 2)}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto about = journal::entries_about(snapshot, {"case", subject.id.value()}, 10);
    REQUIRE(about.size() == 4);
    CHECK(about[0].command == "assessment.agree");
    CHECK(about[0].person == room.moderator.person);
    CHECK(about[0].before == about[1].after);
    CHECK_FALSE(room.journal.verify().first_broken);
  });
}

TEST_CASE("every query about assessments is understood by both engines") {
  sql::testing::check_queries(assessment::queries());
}
