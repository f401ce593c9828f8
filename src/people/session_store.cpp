// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/session_store.h"

namespace sightline::people::sessions {

namespace {

std::optional<StoredSession> session_of(const std::optional<sql::Row>& row) {
  if (!row) return std::nullopt;
  return StoredSession{.id = row->get<SessionId>("id"),
                       .person = row->get<PersonId>("person_id"),
                       .person_name = row->get<std::string>("name"),
                       .is_person_disabled = row->get<bool>("disabled"),
                       .started_at = row->get<Timestamp>("started_at"),
                       .seen_at = row->get<Timestamp>("seen_at"),
                       .ended_at = row->get<std::optional<Timestamp>>("ended_at")};
}

std::vector<Timestamp> moments_of(const sql::Rows& rows) {
  std::vector<Timestamp> moments;
  for (const sql::Row& row : rows) moments.push_back(row.get<Timestamp>("failed_at"));
  return moments;
}

}  // namespace

constexpr sql::Query kFind{"people.session", R"sql(
select s.id, s.person_id, p.name, p.disabled, s.started_at, s.seen_at, s.ended_at
  from session s
  join person p on p.id = s.person_id
 where s.id = $id
)sql"};

std::optional<StoredSession> find(sql::Reader& reader, SessionId id) {
  return session_of(reader.read_one(kFind, {{"id", id}}));
}

constexpr sql::Query kFindByToken{"people.session_by_token", R"sql(
select s.id, s.person_id, p.name, p.disabled, s.started_at, s.seen_at, s.ended_at
  from session s
  join person p on p.id = s.person_id
 where s.token_digest = $token_digest
)sql"};

std::optional<StoredSession> find_by_token(sql::Reader& reader, const std::string& token_digest) {
  return session_of(reader.read_one(kFindByToken, {{"token_digest", token_digest}}));
}

constexpr sql::Query kInsert{"people.insert_session", R"sql(
insert into session (token_digest, person_id, started_at, seen_at)
values ($token_digest, $person, $now, $now)
returning id
)sql"};

SessionId insert(sql::Transaction& work, PersonId person, const std::string& token_digest, Timestamp now) {
  return work.write(kInsert, {{"token_digest", token_digest}, {"person", person}, {"now", now}})
      .front()
      .get<SessionId>("id");
}

constexpr sql::Query kSeen{"people.session_seen", R"sql(
update session
   set seen_at = $now
 where id = $id and ended_at is null and seen_at < $now
)sql"};

void seen(sql::Transaction& work, SessionId id, Timestamp now) {
  work.write(kSeen, {{"id", id}, {"now", now}});
}

constexpr sql::Query kEnd{"people.end_session", R"sql(
update session
   set ended_at = $now
 where id = $id and ended_at is null
)sql"};

void end(sql::Transaction& work, SessionId id, Timestamp now) {
  work.write(kEnd, {{"id", id}, {"now", now}});
}

constexpr sql::Query kEndAllOf{"people.end_sessions_of_person", R"sql(
update session
   set ended_at = $now
 where person_id = $person and ended_at is null
   and (cast($except as bigint) is null or id <> $except)
)sql"};

void end_all_of(sql::Transaction& work, PersonId person, std::optional<SessionId> except, Timestamp now) {
  work.write(kEndAllOf, {{"person", person}, {"except", except}, {"now", now}});
}

constexpr sql::Query kKey{"people.sign_in_key", R"sql(
select key
  from sign_in_key
)sql"};

std::optional<std::string> key(sql::Reader& reader) {
  const std::optional<sql::Row> row = reader.read_one(kKey);
  if (!row) return std::nullopt;
  return row->get<std::string>("key");
}

constexpr sql::Query kInsertKey{"people.insert_sign_in_key", R"sql(
insert into sign_in_key (only_row, key)
values (1, $key)
)sql"};

void insert_key(sql::Transaction& work, const std::string& key) {
  work.write(kInsertKey, {{"key", key}});
}

constexpr sql::Query kFailuresOfAccount{"people.failures_of_account", R"sql(
select failed_at
  from failed_sign_in
 where email_digest = $digest and failed_at > $since
 order by failed_at desc
 limit $limit
)sql"};

std::vector<Timestamp> failures_of_account(sql::Reader& reader, const std::string& email_digest,
                                           Timestamp since, int limit) {
  return moments_of(
      reader.read(kFailuresOfAccount, {{"digest", email_digest}, {"since", since}, {"limit", limit}}));
}

constexpr sql::Query kFailuresOfAddress{"people.failures_of_address", R"sql(
select failed_at
  from failed_sign_in
 where address_digest = $digest and failed_at > $since
 order by failed_at desc
 limit $limit
)sql"};

std::vector<Timestamp> failures_of_address(sql::Reader& reader, const std::string& address_digest,
                                           Timestamp since, int limit) {
  return moments_of(
      reader.read(kFailuresOfAddress, {{"digest", address_digest}, {"since", since}, {"limit", limit}}));
}

constexpr sql::Query kInsertFailure{"people.insert_failure", R"sql(
insert into failed_sign_in (email_digest, address_digest, failed_at)
values ($email_digest, $address_digest, $now)
returning id
)sql"};

std::int64_t insert_failure(sql::Transaction& work, const std::string& email_digest,
                            const std::string& address_digest, Timestamp now) {
  return work
      .write(kInsertFailure,
             {{"email_digest", email_digest}, {"address_digest", address_digest}, {"now", now}})
      .front()
      .get<std::int64_t>("id");
}

constexpr sql::Query kForgetFailuresOfAccount{"people.forget_failures_of_account", R"sql(
delete from failed_sign_in
 where email_digest = $digest
)sql"};

void forget_failures_of_account(sql::Transaction& work, const std::string& email_digest) {
  work.write(kForgetFailuresOfAccount, {{"digest", email_digest}});
}

constexpr sql::Query kForgetFailuresBefore{"people.forget_failures_before", R"sql(
delete from failed_sign_in
 where failed_at < $moment
)sql"};

void forget_failures_before(sql::Transaction& work, Timestamp moment) {
  work.write(kForgetFailuresBefore, {{"moment", moment}});
}

std::span<const sql::Query> queries() {
  static constexpr sql::Query all[] = {kFind,
                                       kFindByToken,
                                       kInsert,
                                       kSeen,
                                       kEnd,
                                       kEndAllOf,
                                       kKey,
                                       kInsertKey,
                                       kFailuresOfAccount,
                                       kFailuresOfAddress,
                                       kInsertFailure,
                                       kForgetFailuresOfAccount,
                                       kForgetFailuresBefore};
  return all;
}

}  // namespace sightline::people::sessions
