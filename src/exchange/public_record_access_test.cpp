// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may import the public record: every role. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "exchange/public_record_service.h"
#include "inspection/holder_test.h"
#include "inspection/room_test.h"

namespace sightline::exchange {
namespace {

using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

// +  done    -  not permitted, and said so
struct Expected {
  const char* role;
  char mark;
};

constexpr Expected kExpected[] = {
    {"administrator", '-'}, {"programme-manager", '-'},
    {"methodologist", '-'}, {"moderator", '-'},
    {"analyst", '-'},       {"editor", '+'},
    {"press-officer", '-'}, {"disclosure-reviewer", '-'},
    {"evaluator", '-'},     {"home-office-official", '-'},
    {"panel-member", '-'},  {"lead-inspector", '-'},
    {"inspector", '-'},     {"partner-inspector", '-'},
    {"hm-inspector", '-'},  {"liaison-officer", '-'},
    {"body-auditor", '-'},  {"chief-officer", '-'},
    {"local-partner", '-'}, {"policing-body-officer", '-'},
    {"nobody", '-'},
};

/// Of one force that is on no other record.
PublicRecord record() {
  static int forces = 0;
  PublicRecord record;
  record.forces.push_back({.name = "Force " + std::to_string(++forces),
                           .region = "East",
                           .nation = "England",
                           .in_february_2020 = {publication::BodyKind::Commissioner, {}},
                           .in_june_2024 = {publication::BodyKind::Commissioner, {}},
                           .source = {"A test.", SourceType::Background}});
  return record;
}

}  // namespace

TEST_CASE("every role is in the table of who may import the public record") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may import the public record exactly where the table says; the rest is refused") {
  inspection::testing::in_each_room([](inspection::testing::Room& room) {
    const inspection::InspectionId id = room.planned();
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room.office, expected.role, room.force, id);
      CHECK(mark_of(room.office.journal, actor, ImportPublicRecord{record()}) == expected.mark);
    }
  });
}

}  // namespace sightline::exchange
