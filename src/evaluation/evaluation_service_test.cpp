// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/evaluation_service.h"

#include <doctest/doctest.h>

#include "evaluation/evaluation_room_test.h"
#include "evaluation/evaluation_store.h"

namespace sightline::evaluation {
namespace {

using namespace testing;

std::vector<int> numbers(const Page<Evaluation>& page) {
  std::vector<int> all;
  for (const Evaluation& each : page.items) all.push_back(each.number);
  return all;
}

TEST_CASE("an evaluation is attached and read back byte for byte, by everybody") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    AttachEvaluation command = room.attachment();
    const std::string pdf = std::string("%PDF-1.7\n\0\xFF\n%%EOF", 17);
    command.content = *content_of_file("evaluation.pdf", pdf);
    const auto attached = room.journal.perform(room.editor, command);
    REQUIRE(attached);
    CHECK(attached->number == 1);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto view = evaluation_view(snapshot, room.stranger, "a-report", 1);
    REQUIRE(view);
    CHECK(view->evaluation.details == command.details);
    CHECK(view->evaluation.size == 17);
    REQUIRE(view->content);
    CHECK(view->content->bytes == pdf);
    CHECK(view->content->file_name == "evaluation.pdf");
    CHECK(public_content_of(snapshot, "a-report", 1)->bytes == pdf);
  });
}

TEST_CASE("evaluations come the newest first, a page at a time, and their numbers are never given twice") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    for (const int day : {3, 1, 2}) {
      AttachEvaluation command = room.attachment("Words of day " + std::to_string(day));
      command.details.published_on = Date(2026, 11, static_cast<unsigned>(day));
      REQUIRE(room.journal.perform(room.editor, command));
    }
    REQUIRE(room.journal.perform(room.editor, WithdrawEvaluation{"a-report", 1, "Wrong file."}));
    CHECK(room.journal.perform(room.editor, room.attachment())->number == 4);
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(numbers(evaluations_of(snapshot, "a-report", 1)->evaluations) == std::vector{1, 4, 3, 2});
    CHECK(numbers(evaluations_of(snapshot, "a-report", 2, 3)->evaluations) == std::vector{2});
    CHECK_FALSE(evaluations_of(snapshot, "another", 1));
  });
}

TEST_CASE("a withdrawn evaluation stays with its reason, its content for those alone who publish") {
  in_each_evaluation_room([](EvaluationRoom& room) {  // Handbook §13.4
    REQUIRE(room.journal.perform(room.editor, room.attachment()));
    const auto withdrawn =
        room.journal.perform(room.editor, WithdrawEvaluation{"a-report", 1, " The evaluator asked for it. "});
    REQUIRE(withdrawn);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto stranger = evaluation_view(snapshot, room.stranger, "a-report", 1);
    REQUIRE(stranger);
    REQUIRE(stranger->evaluation.withdrawn);
    CHECK(stranger->evaluation.withdrawn->reason == "The evaluator asked for it.");
    CHECK_FALSE(stranger->content);
    CHECK(evaluation_view(snapshot, room.editor, "a-report", 1)->content);
    CHECK_FALSE(public_content_of(snapshot, "a-report", 1));
    CHECK(evaluations_of(snapshot, "a-report", 1)->evaluations.items.front().withdrawn);
  });
}

TEST_CASE("attaching is refused twice for the same content, for no publication and for a day to come") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.attachment()));
    CHECK(is_refused_for(room.journal.perform(room.editor, room.attachment()), "text"));
    AttachEvaluation command = room.attachment("Other words.");
    command.publication_key = "another";
    CHECK(is_refused(room.journal.perform(room.editor, command), Refusal::Kind::NotFound));
    command = room.attachment("Other words.");
    command.details.published_on = Date(2026, 11, 24);
    CHECK(is_refused_for(room.journal.perform(room.editor, command), "published-on"));
    REQUIRE(room.journal.perform(room.editor, WithdrawEvaluation{"a-report", 1, "Wrong title."}));
    CHECK(room.journal.perform(room.editor, room.attachment()));
  });
}

TEST_CASE("withdrawing is refused without a reason, a second time and where there is nothing") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    REQUIRE(room.journal.perform(room.editor, room.attachment()));
    const auto withdraw = [&](std::int64_t number, const char* reason) {
      return room.journal.perform(room.editor, WithdrawEvaluation{"a-report", number, reason});
    };
    CHECK(is_refused_for(withdraw(1, " "), "reason"));
    CHECK(is_refused(withdraw(2, "Gone."), Refusal::Kind::NotFound));
    REQUIRE(withdraw(1, "Gone."));
    CHECK(is_refused(withdraw(1, "Gone."), Refusal::Kind::WrongState));
  });
}

TEST_CASE("every query about evaluations is understood by both engines") {
  sql::testing::check_queries(evaluations::queries());
}

}  // namespace
}  // namespace sightline::evaluation
