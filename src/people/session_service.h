// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Sessions of those signed in: beginning and ending them, noting failures, and
// who a browser's token stands for. Handbook §9.9.
//
// A token is 256 random bits that only the browser keeps; the database knows its
// digest.
//
// One write here is no command: the moment a session was last seen. It decides
// nothing but when the session dies, nobody did anything, and an entry for each
// would bury the journal. Everything else goes through the one door.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/journal_service.h"
#include "people/people.h"
#include "people/sign_in.h"

namespace sightline::people {

/// Somebody at the door, who may do nothing but come in: `person` is who they have proved to be.
struct Visitor {
  std::optional<PersonId> person = {};
};

/// A password that was found to fit. Refused, in the words of sign_in(): when the account is locked,
/// closed, or its password changed meanwhile.
struct StartSession {
  static constexpr journal::Command kCommand{"people.start-session", "signed in, beginning"};
  std::string email;
  std::string address;        ///< The network address, "" when unknown.
  std::string verified_hash;  ///< The stored hash that the password was held against.
  std::string token_digest;
};
Result<SessionId> decide(journal::Work& work, const Visitor& visitor, const StartSession& command);

/// Remembers a failure for throttling, as keyed digests. Refused when attempts are locked out
/// already: those are not counted, or a lock would never end.
struct NoteFailedSignIn {
  static constexpr journal::Command kCommand{"people.note-failed-sign-in", "failed to sign in, as noted in"};
  std::string email;
  std::string address;
};
Result<std::int64_t> decide(journal::Work& work, const Visitor& visitor, const NoteFailedSignIn& command);

/// Refused with NotFound when it is not a living session of the actor.
struct EndSession {
  static constexpr journal::Command kCommand{"people.end-session", "signed out, ending"};
  SessionId session;
};
Result<SessionId> decide(journal::Work& work, const Actor& actor, const EndSession& command);

/// The later of the locks on the account and on the network address, if there is any. An address that
/// is not known ("") is not counted.
std::optional<Timestamp> locked_until(sql::Reader& reader, std::string_view email, std::string_view address,
                                      Timestamp now);

/// Who is asking: nothing when the token is unknown, its session over, too old or too long idle, or
/// the account closed. Roles that have ended are not in it.
std::optional<Session> session_of(sql::Reader& reader, std::string_view token, Timestamp now);

/// Puts off the idle limit. Writes at most every kSeenEvery, and never fails for want of room: the
/// session then merely dies sooner. Must not be called while the caller's snapshot is the last one free.
void keep_alive(sql::Database& database, const Session& session, Timestamp now);

/// Belongs into the form of somebody who holds `secret` in a cookie, and cannot be made without it.
std::string form_token(std::string_view secret);
/// Compares in constant time.
bool is_same_secret(std::string_view one, std::string_view other);

/// A secret for the cookie of somebody who is not signed in yet.
std::string new_visit();

}  // namespace sightline::people
