// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "response/answer_service.h"

#include <doctest/doctest.h>

#include "response/answer_room_test.h"
#include "response/answer_store.h"

namespace sightline::response {
namespace {

using namespace testing;

TEST_CASE("a duty is about the recommendations of its publication to the body and to its force") {
  in_each_answer_room([](AnswerRoom& room) {  // Handbook §8.40
    const DutyAnswers answers = room.answers(room.editor);
    REQUIRE(answers.lines.items.size() == 3);
    for (std::size_t which = 0; which < 3; ++which)
      CHECK(answers.lines.items[which].recommendation == room.started[which]);
    const AnswerLine& first = answers.lines.items.front();
    CHECK(recommendation::due(first.details.term, first.first_published) == Date(2027, 4, 30));
    CHECK(answers.answered == Answered{0, 3});
    CHECK_FALSE(room.view(room.editor, 3));
    CHECK(is_refused(room.journal.perform(room.editor, room.answer(0, room.planned_action(), 3)),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("an answer is recorded, corrected, and every revision is kept with who recorded it") {
  in_each_answer_room([](AnswerRoom& room) {
    CHECK(*room.journal.perform(room.officer, room.answer()) == 1);
    const Answer none{AnswerKind::NoAction, "It would cost more than it helps."};
    CHECK(*room.journal.perform(room.editor, room.answer(1, none)) == 2);
    const auto view = room.view(room.editor);
    REQUIRE(view);
    CHECK(view->line.revision == 2);
    CHECK(view->line.answer == none);
    REQUIRE(view->history.size() == 2);
    CHECK(view->history.back().answer == room.planned_action());
    CHECK(view->history.back().person == "officer");
    CHECK(view->history.front().person == "editor");
    CHECK(room.answers(room.editor).answered == Answered{1, 3});
  });
}

TEST_CASE("the history of an answer goes back to the first, a page at a time, for whoever may answer") {
  in_each_answer_room([](AnswerRoom& room) {
    for (int revision = 0; revision <= kAnswerRevisionsOnAPage; ++revision)
      REQUIRE(room.journal.perform(
          room.officer,
          room.answer(revision, room.planned_action("Version " + std::to_string(revision + 1)))));
    CHECK(room.view(room.officer)->history.size() == kAnswerRevisionsOnAPage);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto earliest = answer_history(snapshot, room.officer, room.duty, room.started.front(), 2);
    REQUIRE(earliest->items.size() == 1);
    CHECK(earliest->items.front().answer.text == "Version 1");
    CHECK_FALSE(answer_history(snapshot, room.other_officer, room.duty, room.started.front(), 1));
    CHECK_FALSE(answer_history(snapshot, room.officer, room.other_duty, room.started.front(), 1));
  });
}

TEST_CASE("the same answer again changes nothing and is not entered in the journal") {
  in_each_answer_room([](AnswerRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.answer()));
    const auto position = [&] {
      sql::Snapshot snapshot = room.journal.snapshot();
      return journal::position(snapshot);
    };
    const std::int64_t before = position();
    CHECK(*room.journal.perform(room.editor, room.answer(1)) == 1);
    CHECK(position() == before);
  });
}

TEST_CASE("an answer is refused that somebody else gave meanwhile, that is empty, or that nobody expects") {
  in_each_answer_room([](AnswerRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.answer()));
    const Answer other{AnswerKind::ActionTaken, "Done."};
    CHECK(is_refused(room.journal.perform(room.officer, room.answer(0, other)), Refusal::Kind::Conflict));
    CHECK(is_refused_for(room.journal.perform(room.editor, room.answer(1, {AnswerKind::NoAction, ""})),
                         "text"));
    AnswerRecommendation nobody = room.answer();
    nobody.duty = DutyId{999};
    CHECK(is_refused(room.journal.perform(room.editor, nobody), Refusal::Kind::NotFound));
  });
}

TEST_CASE("until a response is on record its answers are read only by those who may write them") {
  in_each_answer_room([](AnswerRoom& room) {  // §8.43
    REQUIRE(room.journal.perform(room.officer, room.answer()));
    const auto reads = [&](const people::Actor& actor) {
      return room.answers(actor).lines.items.front().answer.has_value() &&
             room.view(actor)->line.answer.has_value();
    };
    const auto is_public = [&] {
      sql::Snapshot snapshot = room.journal.snapshot();
      const auto to = answers_to(snapshot, room.started.front(), 1).items.size();
      CHECK(answers_about(snapshot, "a-report", 1).items.front().answer.has_value() == (to == 1));
      CHECK(answers_about(snapshot, "another", 1).items.empty());
      return to == 1;
    };
    CHECK(reads(room.officer));
    CHECK(reads(room.editor));
    CHECK_FALSE(reads(room.other_officer));
    CHECK_FALSE(reads(room.analyst));
    CHECK_FALSE(is_public());
    room.respond();
    CHECK(reads(room.other_officer));
    CHECK(reads(room.analyst));
    CHECK(room.view(room.analyst)->history.empty());
    CHECK(is_public());
  });
}

TEST_CASE("public answers say whose they are, to what, and only the revision that holds") {
  in_each_answer_room([](AnswerRoom& room) {
    room.respond();
    REQUIRE(room.journal.perform(room.editor, room.answer()));
    REQUIRE(room.journal.perform(room.editor, room.answer(1, {AnswerKind::ActionTaken, "Done."})));
    REQUIRE(room.journal.perform(room.editor, room.answer(0, {AnswerKind::NoAction, "No money."}, 2)));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto to = answers_to(snapshot, room.started[0], 1);
    REQUIRE(to.items.size() == 1);
    CHECK(to.items.front().answer == Answer{AnswerKind::ActionTaken, "Done."});
    CHECK(to.items.front().body_name == "Commissioner " + std::to_string(room.body.value()));
    CHECK(to.items.front().publication_title == "a-report");
    CHECK(answers_to(snapshot, room.started[2], 1).items.size() == 1);
    CHECK(answers_to(snapshot, room.started[1], 1).items.empty());
  });
}

TEST_CASE("of every body it is told which recommendations it is to answer, and what it answered if it did") {
  in_each_answer_room([](AnswerRoom& room) {
    room.respond();
    REQUIRE(room.journal.perform(room.editor, room.answer()));
    REQUIRE(room.journal.perform(room.editor, room.answer(1, {AnswerKind::ActionTaken, "Done."})));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto about = answers_about(snapshot, "a-report", 1);
    REQUIRE(about.items.size() == 4);
    for (std::size_t which = 0; which < 4; ++which)
      CHECK(about.items[which].recommendation == room.started[which]);
    CHECK(about.items[0].force_key == "invented-force");
    CHECK(about.items[0].body_name == "Commissioner " + std::to_string(room.body.value()));
    CHECK(about.items[0].answer == Answer{AnswerKind::ActionTaken, "Done."});
    CHECK_FALSE(about.items[1].answer);
    CHECK(about.items[3].force_key == "other-force");
    CHECK_FALSE(about.items[3].answer);
    CHECK(answers_about(snapshot, "a-report", 2, 3).items.front().recommendation == room.started[3]);
  });
}

TEST_CASE("the board says how many recommendations are answered, and its states stay those of responses") {
  in_each_answer_room([](AnswerRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.answer()));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto board = board_of(snapshot, "a-report", Date(2027, 2, 1), {}, 1, 50);
    REQUIRE(board);
    REQUIRE(board->lines.items.size() == 2);
    CHECK(board->lines.items[0].answered == Answered{1, 3});
    CHECK(board->lines.items[0].state == BoardState::Due);
    CHECK(board->lines.items[1].answered == Answered{0, 1});
    CHECK(find_expected(snapshot, room.duty, Date(2027, 2, 1))->line.answered == Answered{1, 3});
  });
}

TEST_CASE("every query about answers is understood by both engines") {
  sql::testing::check_queries(answers::queries());
}

}  // namespace
}  // namespace sightline::response
