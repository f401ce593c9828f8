// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/session_service.h"

#include <algorithm>

#include "base/text.h"
#include "people/person_service.h"
#include "people/person_store.h"
#include "people/session_store.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/secret.h"

namespace sightline::people {

namespace {

/// Failures older than this serve no limit any more.
constexpr std::chrono::hours kFailuresKept{24};

std::string stored_form(std::string_view email) {
  return lower_ascii(trimmed(email));
}

/// E-mail and network address as they are stored with a failure.
struct Attempt {
  std::string email_digest;
  std::string address_digest;
};

Attempt attempt_of(const std::string& key, std::string_view email, std::string_view address) {
  return {.email_digest = crypto::hmac_sha256(key, "email " + stored_form(email)).hex(),
          .address_digest = crypto::hmac_sha256(key, "address " + std::string(address)).hex()};
}

journal::Subject subject(SessionId id) {
  return {"session", id.value()};
}

journal::StateText state_of(const sessions::StoredSession& session) {
  std::optional<std::string> ended_at;
  if (session.ended_at) ended_at = session.ended_at->iso();
  return journal::StateText()
      .add("person", session.person.value())
      .add("started_at", session.started_at.iso())
      .add("ended_at", ended_at);
}

}  // namespace

std::optional<Timestamp> locked_until(sql::Reader& reader, std::string_view email, std::string_view address,
                                      Timestamp now) {
  const std::optional<std::string> key = sessions::key(reader);
  if (!key) return std::nullopt;
  const Attempt attempt = attempt_of(*key, email, address);
  const std::optional<Timestamp> account =
      locked_until(sessions::failures_of_account(reader, attempt.email_digest, now - kAccountLimit.within,
                                                 kAccountLimit.failures),
                   kAccountLimit, now);
  if (address.empty()) return account;
  return std::max(
      account, locked_until(sessions::failures_of_address(reader, attempt.address_digest,
                                                          now - kAddressLimit.within, kAddressLimit.failures),
                            kAddressLimit, now));
}

Result<SessionId> decide(journal::Work& work, const Visitor& visitor, const StartSession& command) {
  if (const auto until = locked_until(work.sql(), command.email, command.address, work.now()))
    return too_many_attempts(*until, work.now());
  const auto account = persons::find_by_email(work.sql(), stored_form(command.email));
  if (!account || account->person.is_disabled || account->person.id != visitor.person ||
      account->password_hash != command.verified_hash)
    return wrong_name_or_password();
  if (const auto key = sessions::key(work.sql()))
    sessions::forget_failures_of_account(work.sql(),
                                         attempt_of(*key, command.email, command.address).email_digest);
  const SessionId id = sessions::insert(work.sql(), account->person.id, command.token_digest, work.now());
  work.changed(subject(id), std::nullopt, state_of(*sessions::find(work.sql(), id)));
  return id;
}

Result<std::int64_t> decide(journal::Work& work, const Visitor&, const NoteFailedSignIn& command) {
  if (const auto until = locked_until(work.sql(), command.email, command.address, work.now()))
    return too_many_attempts(*until, work.now());
  std::optional<std::string> key = sessions::key(work.sql());
  if (!key) {
    key = crypto::SecretKey::random().hex();
    sessions::insert_key(work.sql(), *key);
  }
  sessions::forget_failures_before(work.sql(), work.now() - kFailuresKept);
  const Attempt attempt = attempt_of(*key, command.email, command.address);
  const std::int64_t id =
      sessions::insert_failure(work.sql(), attempt.email_digest, attempt.address_digest, work.now());
  work.changed({"failed_sign_in", id}, std::nullopt,
               journal::StateText()
                   .add("email_digest", attempt.email_digest)
                   .add("address_digest", attempt.address_digest));
  return id;
}

Result<SessionId> decide(journal::Work& work, const Actor& actor, const EndSession& command) {
  const auto session = sessions::find(work.sql(), command.session);
  if (!session || session->ended_at || session->person != actor.person)
    return Refusal{Refusal::Kind::NotFound, "There is no such session.", {}};
  sessions::end(work.sql(), command.session, work.now());
  work.changed(subject(command.session), state_of(*session),
               state_of(*sessions::find(work.sql(), command.session)));
  return command.session;
}

namespace {

/// The session behind a token, whether or not its time has run out.
std::optional<Session> open_session_of(sql::Reader& reader, std::string_view token) {
  const auto stored = sessions::find_by_token(reader, crypto::sha256(token).hex());
  if (!stored || stored->ended_at || stored->is_person_disabled) return std::nullopt;
  return Session{.id = stored->id,
                 .actor = {.person = stored->person,
                           .name = stored->person_name,
                           .grants = persons::grants_held(reader, stored->person)},
                 .started_at = stored->started_at,
                 .seen_at = stored->seen_at,
                 .form_token = form_token(token)};
}

}  // namespace

std::optional<Session> session_of(sql::Reader& reader, std::string_view token, Timestamp now) {
  const auto session = reader.read_until_written<std::optional<Session>>(
      "people.open_session", std::string(token), [&] { return open_session_of(reader, token); });
  if (!*session || !is_alive((*session)->started_at, (*session)->seen_at, now)) return std::nullopt;
  return *session;
}

void keep_alive(sql::Database& database, const Session& session, Timestamp now) {
  if (now - session.seen_at < kSeenEvery) return;
  try {
    database.write([&](sql::Transaction& work) {
      sessions::seen(work, session.id, now);
      return sql::Verdict::Keep;
    });
  } catch (const sql::StorageFull&) {
    return;
  }
}

std::string form_token(std::string_view secret) {
  return crypto::hmac_sha256(secret, "form").hex();
}

bool is_same_secret(std::string_view one, std::string_view other) {
  return crypto::equal_in_constant_time(one, other);
}

std::string new_visit() {
  return crypto::random_token();
}

}  // namespace sightline::people
