// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/sign_in_service.h"

#include "base/text.h"
#include "people/person_service.h"
#include "people/person_store.h"
#include "people/session_service.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/secret.h"

namespace sightline::people {

namespace {

/// True after the same work whether or not there is an account.
bool fits(const crypto::PasswordHasher& hasher, const std::optional<persons::Account>& account,
          std::string_view password) {
  if (account && !account->person.is_disabled) return hasher.verify(account->password_hash, password);
  hasher.verify_nobody(password);
  return false;
}

/// Notes the failure; what the person is told.
Refusal failed(journal::Journal& journal, const Visitor& visitor, const NoteFailedSignIn& failure,
               const Refusal& sentence) {
  const auto noted = journal.perform(visitor, failure);
  return noted ? sentence : noted.refusal();
}

}  // namespace

Result<std::string> sign_in(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                            const Credentials& credentials) {
  std::optional<persons::Account> account;
  {
    sql::Snapshot snapshot = journal.snapshot();
    const Timestamp now = journal.clock().now();
    if (const auto until = locked_until(snapshot, credentials.email, credentials.address, now))
      return too_many_attempts(*until, now);
    account = persons::find_by_email(snapshot, lower_ascii(trimmed(credentials.email)));
  }
  if (!fits(hasher, account, credentials.password))
    return failed(journal, Visitor{}, {.email = credentials.email, .address = credentials.address},
                  wrong_name_or_password());
  const std::string token = crypto::random_token();
  SIGHTLINE_TRY([[maybe_unused]] const SessionId session,
                journal.perform(Visitor{account->person.id},
                                StartSession{.email = credentials.email,
                                             .address = credentials.address,
                                             .verified_hash = account->password_hash,
                                             .token_digest = crypto::sha256(token).hex()}));
  return token;
}

Result<PersonId> change_password(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                                 const Session& session, const PasswordChange& change) {
  const Refusal wrong{Refusal::Kind::Invalid,
                      "The password was not changed.",
                      {{"current-password", "The current password is not right."}}};
  std::vector<FieldProblem> problems;
  if (auto problem = problem_with_password(change.wanted)) problems.push_back(*std::move(problem));
  if (change.wanted != change.wanted_again)
    problems.push_back({"password-again", "The two new passwords are not the same."});
  if (!problems.empty()) return Refusal{wrong.kind, wrong.message, std::move(problems)};

  const std::optional<persons::Account> account = [&] {
    sql::Snapshot snapshot = journal.snapshot();
    return persons::find(snapshot, session.actor.person.value());
  }();
  const NoteFailedSignIn failure{.email = account ? account->person.email : "", .address = change.address};
  {
    sql::Snapshot snapshot = journal.snapshot();
    const Timestamp now = journal.clock().now();
    if (const auto until = locked_until(snapshot, failure.email, failure.address, now)) {
      Refusal refusal = too_many_attempts(*until, now);
      refusal.fields = {{"current-password", refusal.message}};
      return refusal;
    }
  }
  if (!fits(hasher, account, change.current))
    return failed(journal, Visitor{session.actor.person}, failure, wrong);
  return journal.perform(session.actor, SetPassword{.person = account->person.id,
                                                    .password_hash = hasher.hash(change.wanted),
                                                    .keep = session.id});
}

}  // namespace sightline::people
