// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/sign_in_service.h"

#include "people/office_test.h"
#include "people/session_service.h"
#include "people/session_store.h"

using namespace sightline;
using namespace sightline::people;
using namespace sightline::people::testing;
using Kind = Refusal::Kind;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Result<std::string> try_to_sign_in(Office& office, const std::string& email, const std::string& password,
                                   const std::string& address = "192.0.2.1") {
  return sign_in(office.journal, office.hasher, {.email = email, .password = password, .address = address});
}

std::optional<Session> session_now(Office& office, const std::string& token) {
  sql::Snapshot snapshot = office.journal.snapshot();
  return session_of(snapshot, token, office.clock.now());
}

std::string sentence_of(const Result<std::string>& result) {
  REQUIRE_FALSE(result);
  return result.refusal().message;
}

}  // namespace

TEST_CASE("every query about sessions is understood by both engines") {
  sql::testing::check_queries(sessions::queries());
}

TEST_CASE("whoever signs in is known by the token, with the roles held, until they sign out") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {{Role::Editor, std::nullopt}});
    const Result<std::string> token = try_to_sign_in(office, " Editor@Example.org", kPassword);
    REQUIRE(token);
    const std::optional<Session> session = session_now(office, *token);
    REQUIRE(session);
    CHECK(session->actor.person == editor.person);
    CHECK(session->actor.may(Permission::Publish));
    REQUIRE(office.journal.perform(session->actor, EndSession{session->id}));
    CHECK_FALSE(session_now(office, *token));
  });
}

TEST_CASE("each sign-in makes a new token, and the database does not hold it") {
  in_each_office([](Office& office) {
    office.person("editor");
    const Result<std::string> first = try_to_sign_in(office, "editor@example.org", kPassword);
    const Result<std::string> second = try_to_sign_in(office, "editor@example.org", kPassword);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first != *second);
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK_FALSE(sessions::find_by_token(snapshot, *first));
    CHECK(session_now(office, *first));
    CHECK_FALSE(session_now(office, *first + "x"));
    CHECK_FALSE(session_now(office, ""));
  });
}

TEST_CASE("a wrong name, a wrong password and a closed account are refused in the same words") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor");
    const Actor gone = office.person("gone");
    REQUIRE(office.journal.perform(the_operator(), DisablePerson{*gone.person}));
    const std::string wrong_password = sentence_of(try_to_sign_in(office, "editor@example.org", "wrong"));
    CHECK(sentence_of(try_to_sign_in(office, "nobody@example.org", kPassword)) == wrong_password);
    CHECK(sentence_of(try_to_sign_in(office, "gone@example.org", kPassword)) == wrong_password);
    CHECK(sentence_of(try_to_sign_in(office, "", "")) == wrong_password);
  });
}

TEST_CASE("an account waits after ten failures in a quarter of an hour, whether or not it exists") {
  in_each_office([](Office& office) {
    office.person("editor");
    for (const char* email : {"editor@example.org", "nobody@example.org"}) {
      for (int i = 0; i < 10; ++i)
        CHECK(sentence_of(try_to_sign_in(office, email, "wrong", "192.0.2." + std::to_string(i))) ==
              wrong_name_or_password().message);
      CHECK(sentence_of(try_to_sign_in(office, email, kPassword)) ==
            "There were too many attempts to sign in. Try again in 15 minutes.");
    }
    office.clock.advance(minutes(15));
    CHECK(try_to_sign_in(office, "editor@example.org", kPassword));
  });
}

TEST_CASE("a network address waits after fifty failures, and other addresses do not") {
  in_each_office([](Office& office) {
    office.person("editor");
    for (int i = 0; i < 50; ++i)
      static_cast<void>(try_to_sign_in(office, "nobody" + std::to_string(i) + "@example.org", "wrong"));
    CHECK_FALSE(try_to_sign_in(office, "editor@example.org", kPassword));
    CHECK(try_to_sign_in(office, "editor@example.org", kPassword, "192.0.2.2"));
  });
}

TEST_CASE("signing in clears the failures of that account") {
  in_each_office([](Office& office) {
    office.person("editor");
    for (int round = 0; round < 3; ++round) {
      for (int i = 0; i < 9; ++i) CHECK_FALSE(try_to_sign_in(office, "editor@example.org", "wrong"));
      CHECK(try_to_sign_in(office, "editor@example.org", kPassword));
    }
  });
}

TEST_CASE("failures are kept as keyed digests, not as the addresses typed") {
  in_each_office([](Office& office) {
    static_cast<void>(try_to_sign_in(office, "nobody@example.org", "wrong"));
    sql::Snapshot snapshot = office.journal.snapshot();
    CHECK(sessions::key(snapshot)->size() == 64);
  });
}

TEST_CASE("a session ends after an hour without a word and is kept alive by being used") {
  in_each_office([](Office& office) {
    office.person("editor");
    const std::string token = *try_to_sign_in(office, "editor@example.org", kPassword);
    for (int i = 0; i < 15; ++i) {
      office.clock.advance(minutes(50));
      const std::optional<Session> session = session_now(office, token);
      CHECK(session.has_value() == (i < 14));
      if (session) keep_alive(office.database, *session, office.clock.now());
    }
    const std::string idle = *try_to_sign_in(office, "editor@example.org", kPassword);
    office.clock.advance(hours(1));
    CHECK_FALSE(session_now(office, idle));
  });
}

TEST_CASE("that a session was seen is written at most every five minutes, and is no journal entry") {
  in_each_office([](Office& office) {
    office.person("editor");
    const std::string token = *try_to_sign_in(office, "editor@example.org", kPassword);
    const Timestamp start = office.clock.now();
    const auto use = [&] {
      keep_alive(office.database, *session_now(office, token), office.clock.now());
      return session_now(office, token)->seen_at;
    };
    const std::int64_t entries = office.journal.verify().entries;
    office.clock.advance(minutes(4));
    CHECK(use() == start);
    office.clock.advance(minutes(1));
    CHECK(use() == start + minutes(5));
    CHECK(office.journal.verify().entries == entries);
  });
}

TEST_CASE("a closed account and an ended role take effect on sessions that are open") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {{Role::Editor, std::nullopt}});
    const std::string token = *try_to_sign_in(office, "editor@example.org", kPassword);
    GrantId role{0};
    {
      sql::Snapshot snapshot = office.journal.snapshot();
      role = roles_held(snapshot, editor, *editor.person).at(0).id;
    }
    REQUIRE(office.journal.perform(the_operator(), EndRole{role}));
    CHECK_FALSE(session_now(office, token)->actor.may(Permission::Publish));
    REQUIRE(office.journal.perform(the_operator(), DisablePerson{*editor.person}));
    CHECK_FALSE(session_now(office, token));
  });
}

TEST_CASE("changing the password ends every other session and opens the account with the new one alone") {
  in_each_office([](Office& office) {
    office.person("editor");
    const std::string here = *try_to_sign_in(office, "editor@example.org", kPassword);
    const std::string elsewhere = *try_to_sign_in(office, "editor@example.org", kPassword);
    const auto change = [&](const char* current, const char* wanted, const char* again) {
      return change_password(office.journal, office.hasher, *session_now(office, here),
                             {.current = current, .wanted = wanted, .wanted_again = again, .address = ""});
    };
    CHECK(is_refused_for(change("wrong", "a new password", "a new password"), "current-password"));
    CHECK(is_refused_for(change(kPassword, "short", "short"), "password"));
    CHECK(is_refused_for(change(kPassword, "a new password", "another password"), "password-again"));
    REQUIRE(change(kPassword, "a new password", "a new password"));
    CHECK(session_now(office, here));
    CHECK_FALSE(session_now(office, elsewhere));
    CHECK_FALSE(try_to_sign_in(office, "editor@example.org", kPassword));
    CHECK(try_to_sign_in(office, "editor@example.org", "a new password"));
  });
}

TEST_CASE("guessing the current password of an open session is counted like guessing at the door") {
  in_each_office([](Office& office) {
    office.person("editor");
    const std::string token = *try_to_sign_in(office, "editor@example.org", kPassword);
    const Session session = *session_now(office, token);
    for (int i = 0; i < 10; ++i)
      CHECK_FALSE(change_password(
          office.journal, office.hasher, session,
          {.current = "wrong", .wanted = "a new password", .wanted_again = "a new password", .address = ""}));
    CHECK_FALSE(try_to_sign_in(office, "editor@example.org", kPassword));
  });
}

TEST_CASE("starting a session is refused when the password changed meanwhile or the account is locked") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor");
    const Visitor visitor{editor.person};
    const StartSession command{"editor@example.org", "", "an older hash", "d"};
    CHECK(is_refused(office.journal.perform(visitor, StartSession(command)), Kind::Invalid));
    for (int i = 0; i < 10; ++i) static_cast<void>(try_to_sign_in(office, "editor@example.org", "wrong"));
    const Result<SessionId> locked = office.journal.perform(visitor, command);
    REQUIRE_FALSE(locked);
    CHECK(locked.refusal().message.find("15 minutes") != std::string::npos);
  });
}

TEST_CASE("noting a failure is refused while attempts are locked out, so that a lock ends by itself") {
  in_each_office([](Office& office) {
    const NoteFailedSignIn command{.email = "nobody@example.org", .address = "192.0.2.1"};
    for (int i = 0; i < 10; ++i) REQUIRE(office.journal.perform(Visitor{}, command));
    CHECK(is_refused(office.journal.perform(Visitor{}, NoteFailedSignIn(command)), Kind::Invalid));
    office.clock.advance(minutes(15));
    CHECK(office.journal.perform(Visitor{}, command));
  });
}

TEST_CASE("ending a session is refused to everybody but the one signed in, and twice") {
  in_each_office([](Office& office) {
    office.person("editor");
    const Actor other = office.person("other");
    const std::string token = *try_to_sign_in(office, "editor@example.org", kPassword);
    const Session session = *session_now(office, token);
    CHECK(is_refused(office.journal.perform(other, EndSession{session.id}), Kind::NotFound));
    CHECK(is_refused(office.journal.perform(the_operator(), EndSession{session.id}), Kind::NotFound));
    REQUIRE(office.journal.perform(session.actor, EndSession{session.id}));
    CHECK(is_refused(office.journal.perform(session.actor, EndSession{session.id}), Kind::NotFound));
  });
}

TEST_CASE("a form's token fits the secret it was made with and no other") {
  const std::string secret = new_visit();
  CHECK(is_same_secret(form_token(secret), form_token(secret)));
  CHECK_FALSE(is_same_secret(form_token(secret), form_token(new_visit())));
  CHECK_FALSE(is_same_secret("", form_token(secret)));
  CHECK(form_token(secret) != secret);
}

TEST_CASE("every sign-in, failure and change of account leaves a journal that verifies") {
  in_each_office([](Office& office) {
    const Actor editor = office.person("editor", {{Role::Editor, std::nullopt}});
    static_cast<void>(try_to_sign_in(office, "editor@example.org", "wrong"));
    static_cast<void>(try_to_sign_in(office, "editor@example.org", kPassword));
    const journal::Verification found = office.journal.verify();
    CHECK_FALSE(found.first_broken);
    CHECK(found.entries == 4);
  });
}
