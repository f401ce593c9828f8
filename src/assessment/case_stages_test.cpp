// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What may be done to cases at which stage: the table of Handbook §4.28 held against
// the rule, against the commands, and against what pages and lists offer.

#include "assessment/case_stages.h"

#include <doctest/doctest.h>

#include "assessment/case_room_test.h"

using namespace sightline;
using namespace sightline::assessment;
using namespace sightline::assessment::testing;
using inspection::Stage;
using inspection::StageAction;

namespace {

/// + goes on, - stands still: prepare, assign, audit own, assess, moderate.
struct Row {
  Stage stage;
  std::string_view open;
};

constexpr Row kTable[] = {
    {Stage::Planned, "-----"},    {Stage::Announced, "+++--"}, {Stage::Fieldwork, "+++++"},
    {Stage::Moderation, "-+-++"}, {Stage::Reporting, "-+-++"}, {Stage::Published, "-----"},
    {Stage::Closed, "-----"},
};

char mark_of(const std::optional<Refusal>& refusal) {
  if (!refusal) return '+';
  return refusal->kind == Refusal::Kind::WrongState ? '-' : '?';
}

template <class T>
char mark_of(const Result<T>& result) {
  return mark_of(result ? std::nullopt : std::optional(result.refusal()));
}

/// Cases at which each of the works could go on, were it the stage.
struct Cases {
  explicit Cases(CaseRoom& room)
      : untouched(room.add_case(room.chosen_by_body)), submitted(room.add_case(room.chosen_by_inspectors)) {
    room.submitted(submitted, room.ana);
  }
  Case untouched;
  Case submitted;
};

/// What the commands answer those whose work it is: the row of the table.
std::string marks(CaseRoom& room, const Cases& cases) {
  const auto did = [&](const people::Actor& actor, const auto& command) {
    return mark_of(room.journal.perform(actor, command));
  };
  const people::Actor by = room.the_operator;
  std::string row;
  row += did(by, AddCase{room.planned.id, room.chosen_by_inspectors, "missing"});
  row += did(by, AssignCase{room.planned.key, cases.untouched.number,
                            room.inspection().stage == Stage::Closed ? std::nullopt : room.ben.person});
  row +=
      did(room.auditor, SaveAssessment{room.at(cases.untouched, 0, AssessorType::Body), CaseRoom::judged(2)});
  row += did(by, SaveAssessment{room.at(cases.untouched, 0), CaseRoom::judged(2)});
  row += did(room.moderator, AgreeAssessment{room.at(cases.submitted, 2)});
  return row;
}

}  // namespace

TEST_CASE("the rule of work and stages is the handbook's table") {  // Handbook §4.28
  for (const Row& row : kTable) {
    CAPTURE(word(row.stage));
    std::string open;
    for (const CaseWork work :
         {CaseWork::Prepare, CaseWork::Assign, CaseWork::AuditOwn, CaseWork::Assess, CaseWork::Moderate})
      open += mark_of(refuse_at(row.stage, work));
    CHECK(open == row.open);
  }
  CHECK(refuse_at(std::nullopt, CaseWork::Prepare));
}

TEST_CASE("at every stage from fieldwork on, commands about cases do what the table says") {
  for (const Row& row : kTable) {
    if (row.stage < Stage::Fieldwork) continue;
    CAPTURE(word(row.stage));
    in_each_room([&](CaseRoom& room) {
      const Cases cases(room);
      room.bring_to(row.stage);
      CHECK(marks(room, cases) == row.open);
    });
  }
}

TEST_CASE("an inspection announced but not begun is prepared and audited by the body, and judged by nobody") {
  in_each_announced_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_body);
    CHECK(room.journal.perform(room.lead, AssignCase{room.planned.key, subject.number, room.ana.person}));
    CHECK(room.journal.perform(room.auditor,
                               SaveAssessment{room.at(subject, 0, AssessorType::Body), CaseRoom::judged(2)}));
    const auto early =
        room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(2)});
    REQUIRE(is_refused(early, Refusal::Kind::WrongState));
    CHECK(early.refusal().message.starts_with(
        "The fieldwork of this inspection has not begun. Begin it first"));

    room.move(StageAction::Postpone);
    CHECK(
        is_refused(room.journal.perform(room.lead, AddCase{room.planned.id, room.chosen_by_body, "missing"}),
                   Refusal::Kind::WrongState));
    CHECK(is_refused(
        room.journal.perform(room.auditor, SubmitAssessment{room.at(subject, 1, AssessorType::Body)}),
        Refusal::Kind::WrongState));
  });
}

TEST_CASE("whoever may not do it at any stage is told that, and not to wait for another stage") {
  in_each_announced_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_body);
    CHECK(is_refused(
        room.journal.perform(room.analyst, SaveAssessment{room.at(subject, 0), CaseRoom::judged(2)}),
        Refusal::Kind::NotPermitted));
    room.move(StageAction::Postpone);
    CHECK(is_refused(
        room.journal.perform(room.ana, DrawSample{room.planned.id, by_hand("Mine", ChosenBy::Inspectors)}),
        Refusal::Kind::NotPermitted));
  });
}

TEST_CASE("a case offers what its stage allows, and says why it offers no more") {
  in_each_room([](CaseRoom& room) {
    const Cases cases(room);
    CHECK_FALSE(room.view(room.ana, cases.untouched)->standstill);
    CHECK_FALSE(room.view(room.lead, cases.untouched)->team.empty());
    room.bring_to(Stage::Published);
    const auto writers = room.view(room.ana, cases.untouched);
    CHECK(writers->actions.empty());
    CHECK(writers->standstill->starts_with("This inspection has been published."));
    CHECK(room.view(room.moderator, cases.submitted)->actions.empty());
    CHECK(room.view(room.lead, cases.untouched)->team.empty());
    CHECK_FALSE(room.view(room.analyst, cases.submitted)->standstill);
  });
}

TEST_CASE("lists of work hold nothing that would be refused at the stage of its inspection") {
  for (const Row& row : kTable) {
    if (row.stage < Stage::Fieldwork) continue;
    CAPTURE(word(row.stage));
    in_each_room([&](CaseRoom& room) {
      const Cases cases(room);
      REQUIRE(room.journal.perform(room.lead,
                                   AssignCase{room.planned.key, cases.untouched.number, room.ana.person}));
      room.bring_to(row.stage);
      sql::Snapshot snapshot = room.journal.snapshot();
      const auto listed = [](std::int64_t total) { return total > 0 ? '+' : '-'; };
      CHECK(listed(own_cases(snapshot, room.auditor, 1).cut.total) == row.open[2]);
      CHECK(listed(assigned_cases(snapshot, room.ana, 1).cut.total) == row.open[3]);
      CHECK(listed(waiting_for_moderation(snapshot, room.moderator, 1).cut.total) == row.open[4]);
    });
  }
}

TEST_CASE("what one types while the inspection is published is kept, and can be saved once it is reopened") {
  // Handbook §4.29
  in_each_room([](CaseRoom& room) {
    const Case subject = room.add_case(room.chosen_by_inspectors);
    REQUIRE(room.journal.perform(room.ana, SaveAssessment{room.at(subject, 0), CaseRoom::judged(3)}));
    room.bring_to(Stage::Published);
    const auto late = save_or_set_aside(room.journal, room.ana,
                                        {room.at(subject, 1), CaseRoom::judged(1, "Typed too late.")});
    CHECK(is_refused(late, Refusal::Kind::WrongState));
    const auto view = room.view(room.ana, subject);
    REQUIRE(view->set_aside);
    CHECK(judgement_of(view->set_aside->judgements, "overall").reason == "Typed too late.");
    room.move(StageAction::Reopen);
    CHECK(room.journal.perform(room.ana,
                               SaveAssessment{room.at(subject, 1), CaseRoom::judged(1, "Typed too late.")}));
  });
}
