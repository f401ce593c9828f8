// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/people.h"

#include <doctest/doctest.h>

#include "people/sign_in.h"

using namespace sightline;
using namespace sightline::people;

TEST_CASE("a role held everywhere gives its permissions, a role for one organisation gives none by itself") {
  const Actor everywhere{.person = PersonId{1}, .name = "A", .grants = {{Role::Editor, std::nullopt}}};
  CHECK(everywhere.may(Permission::Publish));
  CHECK_FALSE(everywhere.may(Permission::SeeCases));
  const Actor at_one{.person = PersonId{2}, .name = "B", .grants = {{Role::BodyAuditor, OrganisationId{7}}}};
  CHECK_FALSE(at_one.may(Permission::AuditOwnCases));
}

TEST_CASE("the operator may do everything and is nobody") {
  CHECK(the_operator().may(Permission::ManagePeople));
  CHECK_FALSE(the_operator().person);
}

TEST_CASE("an administrator never sees a case, and a programme manager neither") {  // Handbook §2.8, §2.11
  for (const Role role : {Role::Administrator, Role::ProgrammeManager}) {
    CHECK_FALSE(describe(role).permissions.may(Permission::SeeCases));
    CHECK_FALSE(describe(role).permissions.may(Permission::AssessCases));
  }
}

TEST_CASE("a role can be given only as far as it reaches") {
  CHECK_FALSE(refuse_reach({Role::Moderator, std::nullopt}));
  CHECK(refuse_reach({Role::Moderator, OrganisationId{1}}));
  CHECK_FALSE(refuse_reach({Role::LiaisonOfficer, OrganisationId{1}}));
  CHECK(refuse_reach({Role::LiaisonOfficer, std::nullopt}));
  CHECK(refuse_reach({Role::Inspector, std::nullopt}));
}

TEST_CASE("whoever runs the system has no role that reaches a case, in whichever order the two are given") {
  // Handbook §2.11
  const Grant runs{Role::Administrator, std::nullopt};
  for (const RoleDescription& role : roles()) {
    CAPTURE(role.name);
    using enum Permission;
    bool reaches_cases = false;
    for (const Permission permission : {SeeCases, PrepareCases, AssessCases, AuditOwnCases, ModerateCases})
      reaches_cases = reaches_cases || role.permissions.may(permission);
    const Grant other{role.role, std::nullopt};
    CHECK(refuse_together(runs, other).has_value() == reaches_cases);
    CHECK(refuse_together(other, runs).has_value() == reaches_cases);
  }
}

TEST_CASE("nobody sees the cases of the body they work for, in whichever order the two roles are given") {
  // Handbook §2.13
  const Grant liaison{Role::LiaisonOfficer, OrganisationId{7}};
  for (const Grant& inspecting : {Grant{Role::Moderator, std::nullopt}, Grant{Role::Analyst, std::nullopt},
                                  Grant{Role::Inspector, OrganisationId{7}}}) {
    CHECK(refuse_together(inspecting, liaison));
    CHECK(refuse_together(liaison, inspecting));
  }
  CHECK_FALSE(refuse_together(liaison, {Role::Inspector, OrganisationId{8}}));
  CHECK_FALSE(refuse_together(liaison, {Role::Editor, std::nullopt}));
  CHECK_FALSE(refuse_together(liaison, {Role::ChiefOfficer, OrganisationId{7}}));
}

TEST_CASE("an account needs a name and an e-mail address, which is kept in lower case") {
  const Result<PersonDetails> fine = checked(PersonDetails{" Ada Example ", " Ada@Example.ORG "});
  REQUIRE(fine);
  CHECK(fine->name == "Ada Example");
  CHECK(fine->email == "ada@example.org");
  for (const char* wrong :
       {"", "ada", "@example.org", "ada@", "a b@example.org", "a@b@c", "a@\xff", "a@b\x1b[2J.org"}) {
    CAPTURE(wrong);
    CHECK_FALSE(checked(PersonDetails{"Ada", wrong}));
  }
  CHECK_FALSE(checked(PersonDetails{"  ", "ada@example.org"}));
}

TEST_CASE("a password has at least twelve characters, counted as a reader counts them") {
  CHECK(problem_with_password("elevenchars"));
  CHECK_FALSE(problem_with_password("twelve chars"));
  CHECK(problem_with_password("ééééééééééé"));
  CHECK_FALSE(problem_with_password("éééééééééééé"));
  CHECK(problem_with_password(std::string(201, 'x')));
}

TEST_CASE("a real organisation says where its facts come from, an invented one need not") {
  OrganisationDetails details{.key = "north-vale",
                              .name = "North Vale Police",
                              .kind = OrganisationKind::PoliceForce,
                              .reality = Reality::Real};
  CHECK_FALSE(checked(details));
  details.reality = Reality::Invented;
  CHECK(checked(details));
  details.key = "North Vale";
  CHECK_FALSE(checked(details));
}

TEST_CASE(
    "a session dies after an hour without a word, and after twelve hours in any case") {  // Handbook §9.9
  const Timestamp start = *Timestamp::from_iso("2026-11-23T08:00:00.000Z");
  using std::chrono::milliseconds, std::chrono::hours;
  CHECK(is_alive(start, start, start + hours(1) - milliseconds(1)));
  CHECK_FALSE(is_alive(start, start, start + hours(1)));
  CHECK(is_alive(start, start + hours(11), start + hours(12) - milliseconds(1)));
  CHECK_FALSE(is_alive(start, start + hours(11), start + hours(12)));
}

TEST_CASE("the wait ends when the oldest failure that counts is as old as the limit") {
  const Timestamp now = *Timestamp::from_iso("2026-11-23T08:00:00.000Z");
  using std::chrono::minutes;
  const AttemptLimit limit{3, minutes(15)};
  const std::vector<Timestamp> two{now - minutes(1), now - minutes(2)};
  CHECK_FALSE(locked_until(two, limit, now));
  const std::vector<Timestamp> three{now - minutes(1), now - minutes(2), now - minutes(10)};
  CHECK(locked_until(three, limit, now) == now + minutes(5));
  CHECK_FALSE(locked_until(three, limit, now + minutes(5)));
}

TEST_CASE("whoever has to wait is told how long, in one sentence") {
  const Timestamp now = *Timestamp::from_iso("2026-11-23T08:00:00.000Z");
  CHECK(too_many_attempts(now + std::chrono::seconds(61), now).message ==
        "There were too many attempts to sign in. Try again in 2 minutes.");
  CHECK(too_many_attempts(now + std::chrono::seconds(1), now).message ==
        "There were too many attempts to sign in. Try again in 1 minute.");
}
