// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/area_service.h"

#include <doctest/doctest.h>

#include "inspection/area_cli.h"
#include "inspection/room_test.h"

namespace sightline::inspection {
namespace {

using namespace testing;
using people::testing::is_refused;
using people::testing::is_refused_for;

const Source kMap{"The council's own page", SourceType::Official};

struct AreaRoom : Room {
  using Room::Room;

  std::vector<people::OrganisationId> forces() {
    sql::Snapshot snapshot = office.journal.snapshot();
    return forces_of_area(snapshot, area);
  }
  std::int64_t entries() {
    sql::Snapshot snapshot = office.journal.snapshot();
    return journal::position(snapshot);
  }

  people::OrganisationId area =
      office.organisation("northdale", people::OrganisationKind::LocalAuthorityArea);
  people::Actor administrator = person("administrator", {{people::Role::Administrator, {}}});
};

void in_each_area_room(const std::function<void(AreaRoom&)>& body) {
  people::testing::in_each_office([&](people::testing::Office& office) {
    AreaRoom room(office);
    body(room);
  });
}

TEST_CASE("who runs the accounts records which force polices an area, once for each pair") {
  in_each_area_room([](AreaRoom& room) {  // Handbook §2.4
    REQUIRE(room.perform(room.administrator, RecordForceOfArea{"northdale", "northshire", kMap}));
    CHECK(room.forces() == std::vector{room.force});
    const std::int64_t entries = room.entries();
    REQUIRE(room.perform(room.administrator, RecordForceOfArea{"northdale", "northshire", kMap}));
    CHECK(room.entries() == entries);
    const auto other = room.office.organisation("southshire");
    REQUIRE(record_force_of_area(room.office.journal, "southshire", "northdale", kMap));
    CHECK(room.forces() == std::vector{room.force, other});
  });
}

TEST_CASE("a force of an area is refused to others, for what is no area or no force, and without a source") {
  in_each_area_room([](AreaRoom& room) {
    const auto record = [&](const std::string& area, const std::string& force, const Source& source) {
      return room.perform(room.administrator, RecordForceOfArea{area, force, source});
    };
    CHECK(is_refused(room.perform(room.planner, RecordForceOfArea{"northdale", "northshire", kMap}),
                     Refusal::Kind::NotPermitted));
    CHECK(is_refused_for(record("northshire", "northshire", kMap), "area"));
    CHECK(is_refused_for(record("nowhere", "northshire", kMap), "area"));
    CHECK(is_refused_for(record("northdale", "northdale", kMap), "force"));
    CHECK(is_refused_for(record("northdale", "northshire", {" ", SourceType::Official}), "source"));
    CHECK(is_refused_for(record_force_of_area(room.office.journal, "nowhere", "northdale", kMap), "force"));
    CHECK(room.forces().empty());
  });
}

}  // namespace
}  // namespace sightline::inspection
