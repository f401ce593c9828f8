// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Signing in with a password, and changing it: the slow part, outside the writer.
// Handbook §9.9.
//
// The answer to a wrong name and to a wrong password is the same sentence after
// the same work, so it never tells who has an account.

#pragma once

#include <string>

#include "journal/journal_service.h"
#include "people/people.h"
#include "people/sign_in.h"
#include "platform/crypto/password.h"

namespace sightline::people {

/// What somebody typed at the sign-in page, and from where.
struct Credentials {
  std::string email;
  std::string password;
  std::string address;
};

/// Gives the token of a new session. Takes as long as one password hash whether or not there is such
/// an account. Refused (Invalid, one sentence): wrong name or password; too many attempts.
Result<std::string> sign_in(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                            const Credentials& credentials);

/// What somebody typed who changes the own password.
struct PasswordChange {
  std::string current;
  std::string wanted;
  std::string wanted_again;
  std::string address;
};

/// Ends every other session of the person. Refused with Invalid: the current password is not right
/// (which counts as a failure to sign in), the new one is too short, or the two differ. The fields
/// are "current-password", "password" and "password-again": a form that comes back never shows a field whose
/// name says password.
Result<PersonId> change_password(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                                 const Session& session, const PasswordChange& change);

}  // namespace sightline::people
