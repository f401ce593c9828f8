// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline user … · role … · conflict … · organisation …: what the operator does about accounts
// and organisations.
// People are named by their e-mail address, organisations by their key.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "journal/journal_service.h"
#include "people/people.h"
#include "people/person_service.h"
#include "platform/terminal/answer.h"

namespace sightline::people {

/// A role as words: "editor", and "north-vale-police" when it is held for one organisation.
struct RoleWords {
  std::string role;
  std::optional<std::string> organisation;
};

/// An account to be added. Without a password a random one is made and printed, this once.
struct NewUser {
  std::string name;
  std::string email;
  std::optional<RoleWords> role;
  std::optional<std::string> password;
};

/// A role that cannot be given is refused before the account is made.
Result<terminal::Answer> add_user(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                                  const NewUser& user);
Result<terminal::Answer> list_users(journal::Journal& journal);
Result<terminal::Answer> close_user(journal::Journal& journal, const std::string& email);
/// Signs the person out everywhere. Without a password a random one is made and printed, this once.
Result<terminal::Answer> set_user_password(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                                           const std::string& email,
                                           const std::optional<std::string>& password);

Result<terminal::Answer> give_role(journal::Journal& journal, const std::string& email,
                                   const RoleWords& role);
Result<terminal::Answer> end_role(journal::Journal& journal, const std::string& email, const RoleWords& role);

/// Everything somebody declared, with the numbers by which end_conflict() knows it.
Result<terminal::Answer> list_conflicts(journal::Journal& journal, const std::string& email);
Result<terminal::Answer> end_conflict(journal::Journal& journal, std::int64_t number,
                                      const std::string& reason);

/// What an organisation was seen to be on some day: a commissioner has become a mayor.
Result<terminal::Answer> record_organisation_form(journal::Journal& journal, const std::string& key,
                                                  const OrganisationForm& form);

}  // namespace sightline::people
