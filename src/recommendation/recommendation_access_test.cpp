// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with recommendations: every role, every question and command, for
// those of the whole programme and those made in one inspection. The tables are the
// expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "people/conflict_service.h"
#include "recommendation/recommendation_room_test.h"

using namespace sightline;
using namespace sightline::recommendation;
using namespace sightline::recommendation::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// see a draft, see a settled one | draft, revise, address, stop, rest, stop | settle, reopen
// +  done    -  not permitted, and said so    0  answered as if there were no such recommendation
struct Expected {
  const char* role;
  const char* programme_wide;
  const char* made_where_concerned;
  const char* made_elsewhere;
};

// Handbook §2, §8.29: only roles held everywhere reach what the whole programme recommends.
constexpr Expected kExpected[] = {
    {"administrator", "00-0000000", "0000000000", "0000000000"},
    {"programme-manager", "00-0000000", "00-0000000", "00-0000000"},
    {"methodologist", "00-0000000", "00-0000000", "00-0000000"},
    {"moderator", "++------++", "++------++", "++------++"},
    {"analyst", "++++++++--", "++++++++--", "++++++++--"},
    {"editor", "0+-000000-", "0+-000000-", "0+-000000-"},
    {"press-officer", "00-0000000", "00-0000000", "00-0000000"},
    {"disclosure-reviewer", "00-0000000", "00-0000000", "00-0000000"},
    {"evaluator", "00-0000000", "00-0000000", "00-0000000"},
    {"home-office-official", "00-0000000", "00-0000000", "00-0000000"},
    {"panel-member", "00-0000000", "0000000000", "0000000000"},
    {"lead-inspector", "00-0000000", "++++++++--", "0000000000"},
    {"inspector", "00-0000000", "++++++++--", "0000000000"},
    {"partner-inspector", "00-0000000", "0000000000", "0000000000"},
    {"hm-inspector", "00-0000000", "++------++", "0000000000"},
    {"liaison-officer", "00-0000000", "00-0000000", "0000000000"},
    {"body-auditor", "00-0000000", "00-0000000", "0000000000"},
    {"chief-officer", "00-0000000", "00-0000000", "0000000000"},
    {"local-partner", "00-0000000", "00-0000000", "0000000000"},
    {"policing-body-officer", "00-0000000", "0000000000", "0000000000"},
    {"nobody", "00-0000000", "0000000000", "0000000000"},
};

/// Recommendations made in one way, at any point of their life.
struct Ready {
  RecommendationRoom& room;
  std::optional<std::string> made_in;
  int finding;  ///< An agreed one.

  Recommendation drafted() const {
    return *room.journal.perform(room.the_operator, DraftRecommendation{"invented", room.asking(), made_in});
  }
  Recommendation ready() const {
    const auto addressed =
        *room.journal.perform(room.the_operator, AddressTo{room.on(drafted()), room.force});
    return *room.journal.perform(room.the_operator, RestOn{room.on(addressed), room.planned.key, finding});
  }
  Recommendation settled() const {
    return *room.journal.perform(room.the_operator, SettleRecommendation{room.on(ready())});
  }
};

/// What each question and command answers this person, in the order of the tables.
std::string marks(const Ready& at, const people::Actor& actor) {
  RecommendationRoom& room = at.room;
  journal::Journal& journal = room.journal;
  std::string row;
  row += mark_of(room.view(actor, at.drafted()));
  row += mark_of(room.view(actor, at.settled()));
  row += mark_of(journal, actor, DraftRecommendation{"invented", room.asking(), at.made_in});
  row += mark_of(journal, actor, ReviseRecommendation{room.on(at.drafted()), room.asking("Other.")});
  row += mark_of(journal, actor, AddressTo{room.on(at.drafted()), room.force});
  row += mark_of(journal, actor, StopAddressing{room.on(at.ready()), room.force});
  row += mark_of(journal, actor, RestOn{room.on(at.drafted()), room.planned.key, at.finding});
  row += mark_of(journal, actor, StopRestingOn{room.on(at.ready()), room.planned.key, at.finding});
  row += mark_of(journal, actor, SettleRecommendation{room.on(at.ready())});
  row += mark_of(journal, actor, ReopenRecommendation{room.on(at.settled()), "Too vague."});
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with recommendations") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with a recommendation exactly what the tables say; the rest is refused") {
  in_each_recommendation_room([](RecommendationRoom& room) {  // Handbook §2, §8.29
    const int finding = room.agreed().number;
    const Ready everywhere{room, std::nullopt, finding}, here{room, room.planned.key, finding};
    const people::OrganisationId other = room.organisation("other-force");
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor concerned = holder(room, expected.role, room.force, room.planned.id);
      CHECK(marks(everywhere, concerned) == expected.programme_wide);
      CHECK(marks(here, concerned) == expected.made_where_concerned);
      CHECK(marks(here, holder(room, expected.role, other, std::nullopt)) == expected.made_elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from what is recommended in an inspection of that body") {
  in_each_recommendation_room([](RecommendationRoom& room) {  // Handbook §2.12
    const Ready here{room, room.planned.key, room.agreed().number};
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, room.planned.id);
      REQUIRE(room.journal.perform(actor,
                                   people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
      CHECK(marks(here, actor) == "0000000000");
    }
  });
}
