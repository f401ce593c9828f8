// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/person_service.h"

#include <algorithm>

#include "people/office_test.h"
#include "people/person_store.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;
using Kind = Refusal::Kind;

namespace {

constexpr Grant kAdministrator{Role::Administrator, std::nullopt};
constexpr Grant kEditor{Role::Editor, std::nullopt};

}  // namespace

TEST_CASE("every query about persons is understood by both engines") {
  sql::testing::check_queries(persons::queries());
}

TEST_CASE("the database and the program give every role the same permissions") {
  std::vector<std::string> in_code;
  for (const RoleDescription& role : roles())
    for (const auto& [permission, permission_word] : kWords<Permission>)
      if (role.permissions.may(permission))
        in_code.push_back(std::string(word(role.role)) + " " + std::string(permission_word));
  std::ranges::sort(in_code);
  in_each_office([&](Office& office) {
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(persons::permissions_on_record(snapshot) == in_code);
  });
}

TEST_CASE("an account acts with the roles it holds, and no longer with one that has ended") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {kEditor});
    CHECK(editor.may(Permission::Publish));
    sql::Snapshot before = office.journal.snapshot();
    const std::vector<HeldRole> held = roles_held(before, the_operator(), *editor.person);
    REQUIRE(held.size() == 1);
    REQUIRE(office.journal.perform(the_operator(), EndRole{held[0].id}));
    CHECK_FALSE(office.actor(*editor.person).may(Permission::Publish));
  });
}

TEST_CASE("adding an account is refused without permission and for an address that has one") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {kEditor});
    const AddPerson command{.details = {.name = "Ada", .email = "EDITOR@example.org"},
                            .password_hash = "hash"};
    CHECK(is_refused(office.journal.perform(editor, command), Kind::NotPermitted));
    CHECK(is_refused_for(office.journal.perform(the_operator(), command), "email"));
  });
}

TEST_CASE("closing an account is refused without permission, for the own one, and twice") {
  in_each_office([](Office& office) {
    const Actor administrator = office.person("administrator", {kAdministrator});
    const Actor editor = office.person("editor", {kEditor});
    CHECK(
        is_refused(office.journal.perform(editor, DisablePerson{*administrator.person}), Kind::NotPermitted));
    CHECK(is_refused(office.journal.perform(administrator, DisablePerson{*administrator.person}),
                     Kind::WrongState));
    CHECK(is_refused(office.journal.perform(administrator, DisablePerson{PersonId{99999}}), Kind::NotFound));
    REQUIRE(office.journal.perform(administrator, DisablePerson{*editor.person}));
    CHECK(is_refused(office.journal.perform(administrator, DisablePerson{*editor.person}), Kind::WrongState));
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK_FALSE(actor_named(snapshot, *editor.person));
    CHECK(find_person(snapshot, administrator, *editor.person)->is_disabled);
  });
}

TEST_CASE("a password is set by its owner or by whoever manages people, and refused to everybody else") {
  in_each_office([](Office& office) {
    const Actor administrator = office.person("administrator", {kAdministrator});
    const Actor editor = office.person("editor", {kEditor});
    const SetPassword command{.person = *editor.person, .password_hash = "hash"};
    CHECK(office.journal.perform(editor, command));
    CHECK(office.journal.perform(administrator, command));
    const Actor other = office.person("other", {kEditor});
    CHECK(is_refused(office.journal.perform(other, command), Kind::NotFound));
    REQUIRE(office.journal.perform(administrator, DisablePerson{*editor.person}));
    CHECK(is_refused(office.journal.perform(administrator, command), Kind::WrongState));
  });
}

TEST_CASE("giving a role is refused without permission, beyond its reach, and twice") {
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor editor = office.person("editor", {kEditor});
    const GrantRole command{.person = *editor.person, .grant = {Role::LiaisonOfficer, force}};
    CHECK(is_refused(office.journal.perform(editor, command), Kind::NotPermitted));
    REQUIRE(office.journal.perform(the_operator(), command));
    CHECK(is_refused(office.journal.perform(the_operator(), command), Kind::WrongState));
    const auto give = [&](Role role, std::optional<OrganisationId> organisation) {
      return office.journal.perform(the_operator(),
                                    GrantRole{.person = *editor.person, .grant = {role, organisation}});
    };
    CHECK(is_refused_for(give(Role::LiaisonOfficer, std::nullopt), "organisation"));
    CHECK(is_refused_for(give(Role::LiaisonOfficer, OrganisationId{99999}), "organisation"));
    CHECK(is_refused_for(give(Role::Moderator, force), "organisation"));
    CHECK(is_refused_for(give(Role::Inspector, std::nullopt), "role"));
  });
}

TEST_CASE("a role that belongs in other hands is refused, and is given once the other has ended") {
  // Handbook §2.11
  in_each_office([](Office& office) {
    const Actor moderator = office.person("moderator", {{Role::Moderator, std::nullopt}});
    const GrantRole command{.person = *moderator.person, .grant = kAdministrator};
    const auto refused = office.journal.perform(the_operator(), command);
    REQUIRE(is_refused(refused, Kind::WrongState));
    CHECK(refused.refusal().message ==
          "This person is moderator already, and whoever runs the system has no part in cases. Choose "
          "somebody else, or end that first.");
    sql::Snapshot snapshot = office.journal.snapshot();
    REQUIRE(office.journal.perform(
        the_operator(), EndRole{roles_held(snapshot, the_operator(), *moderator.person).at(0).id}));
    CHECK(office.journal.perform(the_operator(), command));
  });
}

TEST_CASE("ending a role is refused without permission, when there is none, and when it has ended") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {kEditor});
    sql::Snapshot snapshot = office.journal.snapshot();
    const EndRole command{roles_held(snapshot, the_operator(), *editor.person).at(0).id};
    CHECK(is_refused(office.journal.perform(editor, command), Kind::NotPermitted));
    CHECK(is_refused(office.journal.perform(the_operator(), EndRole{GrantId{99999}}), Kind::NotFound));
    REQUIRE(office.journal.perform(the_operator(), command));
    CHECK(is_refused(office.journal.perform(the_operator(), command), Kind::WrongState));
  });
}

TEST_CASE("a person sees the own account alone, whoever manages people sees all") {  // Handbook §2.7
  in_each_office([](Office& office) {
    const Actor administrator = office.person("administrator", {kAdministrator});
    const Actor editor = office.person("editor", {kEditor});
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(list_persons(snapshot, administrator, 1).items.size() == 2);
    const Page<Person> own = list_persons(snapshot, editor, 1);
    CHECK(own.cut.total == 1);
    REQUIRE(own.items.size() == 1);
    CHECK(own.items[0].id == editor.person);
    CHECK_FALSE(find_person(snapshot, editor, *administrator.person));
    CHECK(roles_held(snapshot, editor, *administrator.person).empty());
    CHECK_FALSE(find_person_by_email(snapshot, editor, "administrator@example.org"));
    CHECK(find_person_by_email(snapshot, administrator, " Editor@example.org"));
  });
}
