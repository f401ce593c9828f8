// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Sessions of those signed in, and the failures that make somebody wait.
// Tokens, e-mail and network addresses come here as digests only.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "people/sign_in.h"
#include "platform/sql/database.h"

namespace sightline::people::sessions {

/// A session as stored; `ended_at` when somebody signed out or was signed out.
struct StoredSession {
  SessionId id;
  PersonId person;
  std::string person_name;
  bool is_person_disabled;
  Timestamp started_at;
  Timestamp seen_at;
  std::optional<Timestamp> ended_at;
};

std::optional<StoredSession> find(sql::Reader& reader, SessionId id);
std::optional<StoredSession> find_by_token(sql::Reader& reader, const std::string& token_digest);
SessionId insert(sql::Transaction& work, PersonId person, const std::string& token_digest, Timestamp now);
void seen(sql::Transaction& work, SessionId id, Timestamp now);
void end(sql::Transaction& work, SessionId id, Timestamp now);
/// Every session of that person but one, or every one.
void end_all_of(sql::Transaction& work, PersonId person, std::optional<SessionId> except, Timestamp now);

/// The key of the digests below; nothing before the first failure ever.
std::optional<std::string> key(sql::Reader& reader);
void insert_key(sql::Transaction& work, const std::string& key);

/// Moments after `since`, newest first, at most `limit`.
std::vector<Timestamp> failures_of_account(sql::Reader& reader, const std::string& email_digest,
                                           Timestamp since, int limit);
std::vector<Timestamp> failures_of_address(sql::Reader& reader, const std::string& address_digest,
                                           Timestamp since, int limit);
/// Returns the number of the failure, for the journal.
std::int64_t insert_failure(sql::Transaction& work, const std::string& email_digest,
                            const std::string& address_digest, Timestamp now);
void forget_failures_of_account(sql::Transaction& work, const std::string& email_digest);
void forget_failures_before(sql::Transaction& work, Timestamp moment);

/// Every statement of this store.
std::span<const sql::Query> queries();

}  // namespace sightline::people::sessions
