// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/people_cli.h"

#include "people/conflict_service.h"
#include "people/office_test.h"
#include "people/sign_in_service.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;

namespace {

NewUser editor() {
  return {.name = "Ada Example",
          .email = "ada@example.org",
          .role = RoleWords{"editor", std::nullopt},
          .password = {}};
}

bool opens(Office& office, const std::string& email, const std::string& password) {
  return static_cast<bool>(
      sign_in(office.journal, office.hasher, {.email = email, .password = password, .address = ""}));
}

}  // namespace

TEST_CASE("the operator adds an account whose random password is printed once and opens it") {
  in_each_office([](Office& office) {
    const Result<terminal::Answer> added = add_user(office.journal, office.hasher, editor());
    REQUIRE(added);
    const std::string password = *added->object.find("password")->get_if<std::string>();
    CHECK(added->words.find(password) != std::string::npos);
    CHECK(opens(office, "ada@example.org", password));
  });
}

TEST_CASE("a password that was given is not printed") {
  in_each_office([](Office& office) {
    NewUser user = editor();
    user.password = kPassword;
    const Result<terminal::Answer> added = add_user(office.journal, office.hasher, user);
    REQUIRE(added);
    CHECK(added->words.find(kPassword) == std::string::npos);
    CHECK_FALSE(added->object.find("password"));
    CHECK(opens(office, "ada@example.org", kPassword));
  });
}

TEST_CASE("no account is added with a role that cannot be given or a password that is too short") {
  in_each_office([](Office& office) {
    NewUser user = editor();
    user.role = RoleWords{"king", std::nullopt};
    CHECK_FALSE(add_user(office.journal, office.hasher, user));
    user.role = RoleWords{"liaison-officer", "nowhere"};
    CHECK_FALSE(add_user(office.journal, office.hasher, user));
    user.role = RoleWords{"liaison-officer", std::nullopt};
    CHECK_FALSE(add_user(office.journal, office.hasher, user));
    user = editor();
    user.password = "short";
    CHECK_FALSE(add_user(office.journal, office.hasher, user));
    CHECK(list_users(office.journal)->words.empty());
  });
}

TEST_CASE("the operator closes an account, gives and ends roles, and sets a password") {
  in_each_office([](Office& office) {
    office.organisation("north-vale");
    REQUIRE(add_user(office.journal, office.hasher, editor()));
    const RoleWords liaison{"liaison-officer", "north-vale"};
    REQUIRE(give_role(office.journal, "ada@example.org", liaison));
    CHECK_FALSE(give_role(office.journal, "ada@example.org", liaison));
    REQUIRE(end_role(office.journal, "ada@example.org", liaison));
    CHECK_FALSE(end_role(office.journal, "ada@example.org", liaison));
    REQUIRE(set_user_password(office.journal, office.hasher, "ada@example.org", kPassword));
    CHECK(opens(office, "ada@example.org", kPassword));
    REQUIRE(close_user(office.journal, "ada@example.org"));
    CHECK_FALSE(opens(office, "ada@example.org", kPassword));
    CHECK(list_users(office.journal)->words == "ada@example.org  Ada Example  closed");
    CHECK_FALSE(close_user(office.journal, "nobody@example.org"));
  });
}

TEST_CASE("the operator as well cannot make one person administrator and moderator") {  // Handbook §2.11
  in_each_office([](Office& office) {
    NewUser user = editor();
    user.role = RoleWords{"administrator", std::nullopt};
    REQUIRE(add_user(office.journal, office.hasher, user));
    const auto given = give_role(office.journal, "ada@example.org", RoleWords{"moderator", std::nullopt});
    REQUIRE_FALSE(given);
    CHECK(given.refusal().message.starts_with("This person is administrator already"));
  });
}

TEST_CASE("the operator ends a conflict of interest by its number") {
  in_each_office([](Office& office) {
    const OrganisationId force = office.organisation("north-vale");
    const Actor inspector = office.person("inspector");
    const ConflictId declared = *office.journal.perform(
        inspector,
        DeclareConflict{.organisation = force, .reason = "Served there.", .first_day = Date(2024, 3, 1)});
    CHECK(list_conflicts(office.journal, "inspector@example.org")->words ==
          std::to_string(declared.value()) + "  Organisation north-vale  since 2024-03-01");
    CHECK_FALSE(end_conflict(office.journal, declared.value(), ""));
    CHECK(end_conflict(office.journal, declared.value(), "Over."));
  });
}

TEST_CASE("the operator records what an organisation has become, and is refused for one that is not there") {
  in_each_office([](Office& office) {
    const OrganisationId body = office.organisation("north-vale-body", OrganisationKind::LocalPolicingBody);
    const OrganisationForm mayor{"2024-06", "Mayor", "invented"};
    CHECK(record_organisation_form(office.journal, "north-vale-body", mayor));
    sql::Snapshot snapshot = office.journal.snapshot();
    REQUIRE(forms_of(snapshot, body).size() == 1);
    CHECK(forms_of(snapshot, body).front().form == "Mayor");
    CHECK(is_refused(record_organisation_form(office.journal, "nowhere", mayor), Refusal::Kind::NotFound));
  });
}
