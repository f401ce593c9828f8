// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The programme board: order, filters and pages.

#include "inspection/board.h"

#include <doctest/doctest.h>

#include "inspection/room_test.h"

using namespace sightline;
using namespace sightline::inspection;
using sightline::inspection::testing::in_each_room;
using sightline::inspection::testing::Room;

namespace {

void record(Room& room, const std::string& key, const char* fieldwork, const char* report) {
  KnownInspection known = room.known_details(key);
  if (const auto when = Period::from_iso(fieldwork)) known.dates.fieldwork = Fieldwork{*when};
  known.dates.report = PartialDate::from_iso(report);
  room.record(known);
}

std::vector<std::string> keys(Room& room, const BoardFilter& filter, std::int64_t page = 1, int size = 25) {
  sql::Snapshot snapshot = room.office.journal.snapshot();
  std::vector<std::string> found;
  for (const BoardLine& line : board(snapshot, room.planner, filter, page, size).items)
    found.push_back(line.key);
  return found;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "inspections are in order of fieldwork, else of the report, and those with neither come last") {  // §6.2
  in_each_room([](Room& room) {
    record(room, "undated", "", "");
    record(room, "of-2014", "2014-08/2014-09", "2019");
    record(room, "reported-in-2016", "", "2016-03");
    record(room, "of-2018", "2018", "");
    CHECK(keys(room, {}) == Keys{"of-2018", "reported-in-2016", "of-2014", "undated"});
  });
}

TEST_CASE("each filter of the board keeps what it names") {
  in_each_room([](Room& room) {
    const InspectionId own = room.planned();
    record(room, "known", "2014", "");
    const auto area = room.organisation("northtown", people::OrganisationKind::LocalAuthorityArea);
    KnownInspection joint = room.known_details("joint");
    joint.kind = Kind::JointTargetedAreaInspection;
    joint.body = area;
    room.record(joint);
    CHECK(keys(room, {.kind = Kind::JointTargetedAreaInspection}) == Keys{"joint"});
    CHECK(keys(room, {.body = area}) == Keys{"joint"});
    CHECK(keys(room, {.stage = Stage::Planned}) == Keys{room.inspection(own).key});
    CHECK(keys(room, {.origin = Origin::PublicRecord}) == Keys{"known", "joint"});
    CHECK(keys(room, {.programme = programme::ProgrammeId{9999}}).empty());
    CHECK(keys(room, {.stage = Stage::Planned, .origin = Origin::PublicRecord}).empty());
  });
}

TEST_CASE("the board is cut into pages and counts exactly") {
  in_each_room([](Room& room) {
    for (const char* key : {"a", "b", "c", "d", "e"}) record(room, key, "", "");
    CHECK(keys(room, {}, 1, 2) == Keys{"a", "b"});
    CHECK(keys(room, {}, 3, 2) == Keys{"e"});
    CHECK(keys(room, {}, 99, 2) == Keys{"e"});
    sql::Snapshot snapshot = room.office.journal.snapshot();
    const Page<BoardLine> page = board(snapshot, room.planner, {}, 2, 2);
    CHECK(page.cut.total == 5);
    CHECK(page.cut.pages == 3);
  });
}
