// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Whose cases are counted for whom: every role, where it has to do with a body, where
// it has to do with another, and with a conflict of interest. The table is the
// expectation.

#include <doctest/doctest.h>

#include <string>

#include "insight/insight_room_test.h"
#include "inspection/holder_test.h"

using namespace sightline;
using namespace sightline::insight;
using namespace sightline::insight::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;

namespace {

// One case is agreed at the force and two at the other body. How many somebody counts; no: answered as if
// there were no such programme.
struct Expected {
  const char* role;
  const char* concerned_with_the_force;
  const char* concerned_with_the_other;
  const char* with_conflict_at_the_force;
};

// Handbook §2.8, §2.12
constexpr Expected kExpected[] = {
    {"administrator", "no", "no", "no"}, {"programme-manager", "no", "no", "no"},
    {"methodologist", "no", "no", "no"}, {"moderator", "3", "3", "2"},
    {"analyst", "3", "3", "2"},          {"editor", "no", "no", "no"},
    {"press-officer", "no", "no", "no"}, {"disclosure-reviewer", "no", "no", "no"},
    {"evaluator", "no", "no", "no"},     {"home-office-official", "no", "no", "no"},
    {"panel-member", "no", "no", "no"},  {"lead-inspector", "1", "2", "no"},
    {"inspector", "1", "2", "no"},       {"partner-inspector", "no", "no", "no"},
    {"hm-inspector", "1", "2", "no"},    {"liaison-officer", "no", "no", "no"},
    {"body-auditor", "no", "no", "no"},  {"chief-officer", "no", "no", "no"},
    {"local-partner", "no", "no", "no"}, {"policing-body-officer", "no", "no", "no"},
    {"nobody", "no", "no", "no"},
};

struct Both {
  InsightRoom& room;
  Inspected force =
      room.inspected("Of the force", room.force, assessment::testing::small_framework(), room.framework);
  Inspected other =
      room.inspected("Of the other", room.other, assessment::testing::small_framework(), room.framework);

  explicit Both(InsightRoom& given) : room(given) {
    for (const Inspected* in : {&force, &other, &other})
      room.agreed(*in, room.add(*in, in->chosen_by_inspectors), InsightRoom::all_areas(*in, 1));
  }

  std::string counted(const people::Actor& actor) {
    const auto shown = room.shown(actor);
    if (!shown) {
      CHECK(shown.refusal().kind == Refusal::Kind::NotFound);
      return "no";
    }
    REQUIRE(shown->counted);
    return std::to_string(shown->counted->areas.at(0).counts.all());
  }
};

}  // namespace

TEST_CASE("every role is in the table of whose cases are counted for whom") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role counts exactly the cases it may see; to the rest there is no such programme") {
  in_each_insight_room([](InsightRoom& room) {
    Both both(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor here = holder(room, expected.role, room.force, both.force.planned.id);
      CHECK(both.counted(here) == expected.concerned_with_the_force);
      CHECK(both.counted(holder(room, expected.role, room.other, both.other.planned.id)) ==
            expected.concerned_with_the_other);
      room.bar(here, room.force);  // Handbook §2.12: from this moment on, whatever is in memory
      CHECK(both.counted(here) == expected.with_conflict_at_the_force);
    }
  });
}

TEST_CASE("a body whose cases one may not see cannot be chosen, and its name is not told") {
  in_each_insight_room([](InsightRoom& room) {
    Both both(room);
    const people::Actor member = holder(room, "inspector", room.force, both.force.planned.id);
    const auto shown = room.shown(member, {.body = room.other});
    REQUIRE(shown);
    CHECK_FALSE(shown->wish.body);
    CHECK_FALSE(shown->body_name);
    const auto& bodies = std::get<Page<BodyLine>>(shown->counted->lines).items;
    REQUIRE(bodies.size() == 1);
    CHECK(bodies[0].id == room.force);
  });
}
