// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/before_and_after_service.h"

#include <doctest/doctest.h>

#include "evaluation/before_and_after_store.h"
#include "evaluation/evaluation_room_test.h"
#include "people/conflict_service.h"

namespace sightline::evaluation {
namespace {

using namespace testing;

TEST_CASE("a review is laid beside the inspection it follows, with the agreed grades of both") {
  in_each_evaluation_room([](EvaluationRoom& room) {  // Handbook §13.6
    const auto first = room.published("First inspection", "2026-01", {8, 2});
    room.published("Review", "2026-08", {1, 9}, first.id);
    const ProgrammeBeforeAndAfter found = room.seen_by(room.analyst);
    REQUIRE(found.bodies.items.size() == 1);
    CHECK(found.bodies.items[0].name == "Organisation invented-force");
    REQUIRE(found.bodies.items[0].pairs.size() == 1);
    const BeforeAndAfter& pair = found.bodies.items[0].pairs[0];
    CHECK(pair.earlier_title == "First inspection");
    CHECK(pair.later_title == "Review");
    CHECK_FALSE(pair.obstacle);
    REQUIRE(pair.areas.size() == 2);
    CHECK(pair.areas[0].earlier->text == "8 of 10 (80%)");
    CHECK(pair.areas[0].later->text == "1 of 10 (10%)");
    CHECK(pair.areas[0].change == Change::Fall);
    CHECK(found.comparisons.made == 2);
  });
}

TEST_CASE("what is public of it is rounded, and says nothing where counts are small") {
  in_each_evaluation_room([](EvaluationRoom& room) {  // §9.13
    const auto first = room.published("First inspection", "2026-01", {8, 2});
    room.published("Review", "2026-08", {1, 9}, first.id);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto found = public_before_and_after(snapshot, "invented", 1);
    REQUIRE(found);
    const AreaLine& line = found->bodies.items.at(0).pairs.at(0).areas.at(0);
    CHECK(line.earlier->text == "10 of 10");
    CHECK(line.later->text == "fewer than 5 of 10");
    CHECK_FALSE(line.change);
    CHECK(found->comparisons.made == 0);
    CHECK(is_refused(public_before_and_after(snapshot, "another", 1), Refusal::Kind::NotFound));
  });
}

TEST_CASE("counts as they are, are for those who may read the cases; an editor sees what readers will see") {
  in_each_evaluation_room([](EvaluationRoom& room) {  // §9.20
    const auto first = room.published("First inspection", "2026-01", {8, 2});
    room.published("Review", "2026-08", {1, 9}, first.id);
    const auto later = [&](const people::Actor& actor) {
      return room.seen_by(actor).bodies.items.at(0).pairs.at(0).areas.at(0).later->text;
    };
    for (const people::Actor& reads_cases : {room.analyst, room.moderator, room.ana, room.the_operator})
      CHECK(later(reads_cases) == "1 of 10 (10%)");
    CHECK(later(room.editor) == "fewer than 5 of 10");
  });
}

TEST_CASE("an inspection that is not published, or that nothing follows, is not in it") {
  in_each_evaluation_room([](EvaluationRoom& room) {
    const auto first = room.published("First inspection", "2026-01", {2, 2});
    CHECK(room.seen_by(room.analyst).bodies.items.empty());
    room.begun("Review", "2026-08", first.id);
    CHECK(room.seen_by(room.analyst).bodies.items.empty());
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(public_before_and_after(snapshot, "invented", 1)->bodies.items.empty());
  });
}

TEST_CASE("only those see it who see the cases of both inspections or read reports about both") {
  in_each_evaluation_room([](EvaluationRoom& room) {  // §13.11, §9.2
    const auto first = room.published("First inspection", "2026-01", {1, 1});
    room.published("Review", "2026-08", {1, 1}, first.id);
    const auto sees = [&](const people::Actor& actor) {
      sql::Snapshot snapshot = room.journal.snapshot();
      const bool is_named = !programmes_with_before_and_after(snapshot, actor).empty();
      const auto found = before_and_after(snapshot, actor, "invented", 1);
      CHECK(is_named == bool(found));
      CHECK((found || is_refused(found, Refusal::Kind::NotFound)));
      return found && !found->bodies.items.empty();
    };
    for (const people::RoleDescription& role : people::roles()) {
      if (role.reach == people::Reach::OneInspection) continue;
      CAPTURE(word(role.role));
      const std::optional<people::OrganisationId> organisation =
          role.reach == people::Reach::Everywhere ? std::nullopt : std::optional(room.force);
      const people::Actor actor = room.person(std::string(word(role.role)) + "-x",
                                              {{.role = role.role, .organisation = organisation}});
      CHECK(sees(actor) == (role.permissions.may(people::Permission::SeeCases) ||
                            role.permissions.may(people::Permission::ReadReports)));
    }
    CHECK(sees(room.ana));        // On both teams.
    CHECK_FALSE(sees(room.ben));  // On neither.
    REQUIRE(room.journal.perform(room.analyst,
                                 people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
    CHECK_FALSE(sees(room.analyst));
  });
}

TEST_CASE("every query about what came before and after is understood by both engines") {
  sql::testing::check_queries(followed::queries());
}

}  // namespace
}  // namespace sightline::evaluation
