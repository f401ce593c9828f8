// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/conflict_service.h"

#include "people/conflict_store.h"
#include "people/office_test.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;
using Kind = Refusal::Kind;

namespace {

DeclareConflict with(OrganisationId organisation) {
  return {.organisation = organisation, .reason = "Served there until 2024.", .first_day = Date(2024, 3, 1)};
}

}  // namespace

TEST_CASE("every query about conflicts of interest is understood by both engines") {
  sql::testing::check_queries(conflicts::queries());
}

TEST_CASE(
    "anybody declares their own conflict of interest, and it is kept when it has ended") {  // Handbook §2.14
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor inspector = office.person("inspector");
    const Actor administrator = office.person("administrator", {{Role::Administrator, std::nullopt}});
    const Result<ConflictId> declared = office.journal.perform(inspector, with(force));
    REQUIRE(declared);
    {
      sql::Snapshot snapshot = office.journal.snapshot();
      CHECK(has_conflict(snapshot, *inspector.person, force));
    }
    REQUIRE(office.journal.perform(administrator, EndConflict{*declared, "Retired from the matter."}));
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK_FALSE(has_conflict(snapshot, *inspector.person, force));
    const Page<ConflictOfInterest> own = own_conflicts(snapshot, inspector, 1);
    REQUIRE(own.items.size() == 1);
    CHECK(own.items[0].reason == "Served there until 2024.");
    CHECK(own.items[0].first_day == Date(2024, 3, 1));
    CHECK(own.items[0].end_reason == "Retired from the matter.");
  });
}

TEST_CASE("declaring a conflict is refused to nobody, without a reason, for a day to come, and twice") {
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor inspector = office.person("inspector");
    CHECK(is_refused(office.journal.perform(the_operator(), with(force)), Kind::NotPermitted));
    CHECK(is_refused(office.journal.perform(inspector, with(OrganisationId{99999})), Kind::NotFound));
    DeclareConflict wrong = with(force);
    wrong.reason = " \n";
    CHECK(is_refused_for(office.journal.perform(inspector, wrong), "reason"));
    wrong = with(force);
    wrong.first_day = Date(2026, 11, 24);
    CHECK(is_refused_for(office.journal.perform(inspector, wrong), "first_day"));
    REQUIRE(office.journal.perform(inspector, with(force)));
    CHECK(is_refused(office.journal.perform(inspector, with(force)), Kind::WrongState));
  });
}

TEST_CASE(
    "ending a conflict is refused to the person themselves, without a reason, and twice") {  // Handbook §2.14
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor administrator = office.person("administrator", {{Role::Administrator, std::nullopt}});
    const ConflictId own = *office.journal.perform(administrator, with(force));
    CHECK(is_refused(office.journal.perform(administrator, EndConflict{own, "Over."}), Kind::NotPermitted));
    const Actor inspector = office.person("inspector");
    const ConflictId declared = *office.journal.perform(inspector, with(force));
    CHECK(is_refused(office.journal.perform(inspector, EndConflict{declared, "Over."}), Kind::NotPermitted));
    CHECK(is_refused_for(office.journal.perform(administrator, EndConflict{declared, ""}), "reason"));
    CHECK(is_refused(office.journal.perform(administrator, EndConflict{ConflictId{99999}, "Over."}),
                     Kind::NotFound));
    REQUIRE(office.journal.perform(administrator, EndConflict{declared, "Over."}));
    CHECK(
        is_refused(office.journal.perform(administrator, EndConflict{declared, "Over."}), Kind::WrongState));
  });
}

TEST_CASE("somebody else's conflicts are seen by whoever manages people and by nobody else") {
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor inspector = office.person("inspector");
    const Actor other = office.person("other");
    const Actor administrator = office.person("administrator", {{Role::Administrator, std::nullopt}});
    REQUIRE(office.journal.perform(inspector, with(force)));
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(conflicts_of(snapshot, administrator, *inspector.person, 1).items.size() == 1);
    CHECK(conflicts_of(snapshot, other, *inspector.person, 1).items.empty());
  });
}
