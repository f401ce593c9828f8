// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with accounts, roles and conflicts of interest, somebody else's and
// their own, and with organisations, programmes and frameworks: every role and every
// command. The table is the expectation. It stands here because two of the roles are
// held on the team of an inspection.

#include <doctest/doctest.h>

#include <string>

#include "inspection/area_service.h"
#include "inspection/holder_test.h"
#include "inspection/room_test.h"
#include "people/session_service.h"
#include "people/sign_in_service.h"

namespace sightline::inspection {
namespace {

using namespace people;
using people::testing::check_names_every_role;
using people::testing::kPassword;
using people::testing::mark_of;
using testing::holder;
using testing::in_each_room;
using testing::Room;

// somebody else: add an account, set the password, give a role, end one, end a conflict, end a session, close
// the account
// oneself: set the password, give a role, end one, declare a conflict, declare it again, end it, end a
// session, close the account
// shared: add an organisation, record its form, record the force of an area, add a programme, adopt a
// framework
// +  done    -  not permitted, and said so    0  answered as if it were not there
// x  refused to anybody: twice the same, and closing one's own account
struct OfficeMarks {
  const char* role;
  const char* somebody_else;
  const char* oneself;
  const char* shared;
};

constexpr const char* kOthersAccount = "-0---0-";
constexpr const char* kOwnAccount = "+--+x-+-";
constexpr OfficeMarks kOfficeMarks[] = {
    {"administrator", "+++++0+", "+-++x-+x", "+++--"},  // Handbook §2.11, §2.14
    {"programme-manager", kOthersAccount, kOwnAccount, "---+-"},
    {"methodologist", kOthersAccount, kOwnAccount, "----+"},
    {"moderator", kOthersAccount, kOwnAccount, "-----"},
    {"analyst", kOthersAccount, kOwnAccount, "-----"},
    {"editor", kOthersAccount, kOwnAccount, "-----"},
    {"press-officer", kOthersAccount, kOwnAccount, "-----"},
    {"disclosure-reviewer", kOthersAccount, kOwnAccount, "-----"},
    {"evaluator", kOthersAccount, kOwnAccount, "-----"},
    {"home-office-official", kOthersAccount, kOwnAccount, "-----"},
    {"panel-member", kOthersAccount, kOwnAccount, "-----"},
    {"lead-inspector", kOthersAccount, kOwnAccount, "-----"},
    {"inspector", kOthersAccount, kOwnAccount, "-----"},
    {"partner-inspector", kOthersAccount, kOwnAccount, "-----"},
    {"hm-inspector", kOthersAccount, kOwnAccount, "-----"},
    {"liaison-officer", kOthersAccount, kOwnAccount, "-----"},
    {"body-auditor", kOthersAccount, kOwnAccount, "-----"},
    {"chief-officer", kOthersAccount, kOwnAccount, "-----"},
    {"local-partner", kOthersAccount, kOwnAccount, "-----"},
    {"policing-body-officer", kOthersAccount, kOwnAccount, "-----"},
    {"nobody", kOthersAccount, kOwnAccount, "-----"},
};

/// A name that nothing has yet.
std::string fresh(const std::string& kind) {
  static int given = 0;
  return kind + "-" + std::to_string(++given);
}

SessionId signed_in(Room& room, const Actor& who) {
  const auto token =
      sign_in(room.office.journal, room.office.hasher, {who.name + "@example.org", kPassword, ""});
  REQUIRE(token);
  sql::Snapshot snapshot = room.office.journal.snapshot();
  return session_of(snapshot, *token, room.office.clock.now())->id;
}

/// The first role that somebody holds; for a place on a team, which is none of these, a role of nobody.
GrantId role_of(Room& room, const Actor& who) {
  sql::Snapshot snapshot = room.office.journal.snapshot();
  const auto held = roles_held(snapshot, the_operator(), *who.person);
  return held.empty() ? GrantId{999'999} : held.front().id;
}

std::string marks_on_somebody_else(Room& room, const Actor& actor) {
  journal::Journal& journal = room.office.journal;
  const Actor other = room.person(fresh("other"), {{Role::Editor, {}}});
  const SessionId session = signed_in(room, other);
  const ConflictId conflict = *room.perform(other, DeclareConflict{room.force, "Served.", Date(2020, 1, 1)});
  const std::string added = fresh("added"), hash = room.office.hasher.hash(kPassword);
  std::string row;
  row += mark_of(journal, actor, AddPerson{{added, added + "@example.org"}, hash});
  row += mark_of(journal, actor, SetPassword{*other.person, hash, session});
  row += mark_of(journal, actor, GrantRole{*other.person, {Role::PressOfficer, {}}});
  row += mark_of(journal, actor, EndRole{role_of(room, other)});
  row += mark_of(journal, actor, EndConflict{conflict, "Long ago."});
  row += mark_of(journal, actor, EndSession{session});
  row += mark_of(journal, actor, DisablePerson{*other.person});
  return row;
}

std::string marks_on_oneself(Room& room, const Actor& actor) {
  journal::Journal& journal = room.office.journal;
  const SessionId session = signed_in(room, actor);
  const DeclareConflict conflict{room.force, "Served.", Date(2020, 1, 1)};
  std::string row;
  row += mark_of(journal, actor, SetPassword{*actor.person, room.office.hasher.hash(kPassword), session});
  row += mark_of(journal, actor, GrantRole{*actor.person, {Role::PressOfficer, {}}});
  row += mark_of(journal, actor, EndRole{role_of(room, actor)});
  row += mark_of(journal, actor, DeclareConflict(conflict));
  row += mark_of(journal, actor, DeclareConflict(conflict));
  {
    sql::Snapshot snapshot = journal.snapshot();
    const ConflictId declared = own_conflicts(snapshot, actor, 1).items.front().id;
    row += mark_of(journal, actor, EndConflict{declared, "Long ago."});
  }
  row += mark_of(journal, actor, EndSession{session});
  row += mark_of(journal, actor, DisablePerson{*actor.person});
  return row;
}

programme::Framework framework() {
  return {.key = fresh("framework"),
          .version = 1,
          .name = "A small framework",
          .valid_from = *PartialDate::from_iso("2020"),
          .scale = programme::Scale{"two", "Two", {"Bad", "Good"}, "A test."},
          .areas = {{"first", "First", "The start.", programme::AreaKind::OneArea},
                    {"sum", "Sum", "", programme::AreaKind::Overall}},
          .case_kinds = {{"missing-child", "Missing child"}},
          .self_assessment = programme::BodySelfAssessment::Yes,
          .case_audit = programme::BodyCaseAudit::No,
          .source = "A test.",
          .note = ""};
}

std::string marks_on_what_is_shared(Room& room, const Actor& actor) {
  journal::Journal& journal = room.office.journal;
  const std::string area = fresh("area"), added = fresh("added");
  const OrganisationId organisation = room.organisation(area, OrganisationKind::LocalAuthorityArea);
  std::string row;
  row += mark_of(
      journal, actor,
      AddOrganisation{
          {.key = added, .name = added, .kind = OrganisationKind::Other, .reality = Reality::Invented}});
  row += mark_of(journal, actor, RecordOrganisationForm{organisation, {"2020-02", "Council", "A test."}});
  row += mark_of(journal, actor, RecordForceOfArea{area, "northshire", {"A test.", SourceType::Background}});
  row += mark_of(journal, actor, programme::AddProgramme{{added, added, Reality::Invented, "A test."}});
  row += mark_of(journal, actor, programme::AdoptFramework{framework()});
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with accounts, organisations and programmes") {
  check_names_every_role(kOfficeMarks);
}

TEST_CASE("each role may do with accounts, organisations and programmes exactly what the table says") {
  in_each_room([](Room& room) {  // Handbook §2.8, §2.14
    const InspectionId id = room.planned();
    for (const OfficeMarks& expected : kOfficeMarks) {
      CAPTURE(expected.role);
      const Actor actor = holder(room.office, expected.role, room.force, id);
      CHECK(marks_on_somebody_else(room, actor) == expected.somebody_else);
      CHECK(marks_on_what_is_shared(room, actor) == expected.shared);
      CHECK(marks_on_oneself(room, actor) == expected.oneself);
    }
  });
}

}  // namespace sightline::inspection
