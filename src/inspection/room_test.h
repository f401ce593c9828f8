// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Room: an office with a programme, an invented police force to inspect and somebody
// who plans; for the tests of this feature and of those that use it.

#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "inspection/inspection_service.h"
#include "people/conflict_service.h"
#include "people/office_test.h"
#include "programme/programme_service.h"

namespace sightline::inspection::testing {

struct Room {
  explicit Room(people::testing::Office& opened) : office(opened) {}

  template <class Command>
  auto perform(const people::Actor& actor, const Command& command) {
    return office.journal.perform(actor, command);
  }

  people::Actor person(const std::string& name, std::initializer_list<people::Grant> grants = {}) {
    return office.person(name, grants);
  }
  people::OrganisationId organisation(const std::string& key, people::OrganisationKind kind) {
    return office.organisation(key, kind);
  }
  void declare_conflict(const people::Actor& actor, people::OrganisationId body) {
    REQUIRE(
        perform(actor, people::DeclareConflict{
                           .organisation = body, .reason = "Served there.", .first_day = Date(2020, 1, 1)}));
  }

  Plan plan() {
    return {.programme = programme,
            .kind = Kind::ChildProtectionInspection,
            .body = force,
            .title = "Northshire inspection"};
  }
  InspectionId planned() { return perform(planner, PlanInspection{plan()})->id; }
  people::Actor member_of(InspectionId id, const std::string& name, TeamRole role) {
    const people::Actor actor = person(name);
    REQUIRE(perform(people::the_operator(), AssignMember{id, *actor.person, role}));
    return actor;
  }
  /// REQUIRES: the team has a lead inspector.
  void begin_fieldwork(InspectionId id) {
    const Dates dates{.fieldwork = Fieldwork{*Period::from_iso("2026-03-02/2026-03-13")}};
    REQUIRE(perform(people::the_operator(), SetDates{id, inspection(id).dates_revision, dates}));
    REQUIRE(perform(people::the_operator(), MoveStage{id, StageAction::Announce}));
    REQUIRE(perform(people::the_operator(), MoveStage{id, StageAction::BeginFieldwork}));
  }

  /// From planned to closed. REQUIRES: the team has a lead inspector.
  void close(InspectionId id) {
    begin_fieldwork(id);
    Dates dates = inspection(id).dates;
    dates.report = PartialDate::from_iso("2026-06");
    REQUIRE(perform(people::the_operator(), SetDates{id, inspection(id).dates_revision, dates}));
    for (const StageAction action : {StageAction::BeginModeration, StageAction::BeginReporting,
                                     StageAction::Publish, StageAction::Close})
      REQUIRE(perform(people::the_operator(), MoveStage{id, action}));
  }

  Inspection inspection(InspectionId id) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return find_inspection(snapshot, people::the_operator(), id).value();
  }
  std::vector<Member> team(InspectionId id) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return team_of(snapshot, people::the_operator(), id);
  }
  people::Permissions permissions(const people::Actor& actor, InspectionId id) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return permissions_in(snapshot, actor, id);
  }
  std::int64_t count(std::string_view sql) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return snapshot.read_one({"test.count", sql})->get<std::int64_t>("n");
  }

  KnownInspection known_details(const std::string& key) {
    return {.key = key,
            .programme = programme,
            .kind = Kind::ChildProtectionInspection,
            .body = force,
            .title = "Known inspection",
            .reality = people::Reality::Invented,
            .record = {.source = Source{"A page.", SourceType::Official}}};
  }
  InspectionId known(const std::string& key) { return record(known_details(key)); }
  /// As an import records it.
  InspectionId record(const KnownInspection& details) { return try_to_record(details)->id; }
  Result<Recorded<InspectionId>> try_to_record(const KnownInspection& details) {
    std::optional<Result<Recorded<InspectionId>>> result;
    in_one_step([&](journal::Work& work) { result.emplace(record_known_inspection(work, details)); });
    return *std::move(result);
  }
  /// The field for which the record is refused.
  std::string refused_record(const KnownInspection& details) {
    const auto result = try_to_record(details);
    REQUIRE_FALSE(result);
    return result.refusal().fields.at(0).field;
  }
  /// Past the journal.
  void write(const sql::Query& query) {
    office.database.write([&](sql::Transaction& work) {
      work.write(query, {});
      return sql::Verdict::Keep;
    });
  }
  void police(people::OrganisationId area, people::OrganisationId by_force) {
    in_one_step([&](journal::Work& work) {
      CHECK(record_area_force(work, area, by_force, Source{"A test.", SourceType::Background}).was ==
            OnRecord::New);
    });
  }

  people::testing::Office& office;
  people::OrganisationId force = office.organisation("northshire");
  programme::ProgrammeId programme = *office.journal.perform(
      people::the_operator(), programme::AddProgramme{{.key = "demonstration",
                                                       .name = "Demonstration",
                                                       .reality = people::Reality::Invented,
                                                       .source = "Invented."}});
  people::Actor planner = office.person("planner", {{people::Role::ProgrammeManager, {}}});

 private:
  void in_one_step(const std::function<void(journal::Work&)>& step) {
    office.database.write([&](sql::Transaction& transaction) {
      journal::Work work(transaction, office.clock.now(), office.clock.today());
      step(work);
      return sql::Verdict::Keep;
    });
  }
};

/// The same test in a fresh room on each engine.
inline void in_each_room(const std::function<void(Room&)>& body) {
  people::testing::in_each_office([&](people::testing::Office& office) {
    Room room(office);
    body(room);
  });
}

}  // namespace sightline::inspection::testing
