// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The invented organisations and people of the demonstration, entered as an
// administrator would enter them, and the passwords to sign in with.

#pragma once

#include <functional>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "demo_inspection.h"
#include "demo_office.h"

namespace sightline::demo {

/// An account to sign in with. The password is kept nowhere else.
struct SignIn {
  std::string role;  ///< As people say it, with what is special about the account.
  std::string name;
  std::string email;
  std::string password;
};

/// A password being hashed in a thread of its own.
struct Password {
  std::string plain;
  std::future<std::string> hash;
};

/// One for each person, in their order; hashing goes on after this returns. Random, unless
/// `for_everyone` is given. Refused with Invalid when that is no acceptable password.
Result<std::vector<Password>> begin_passwords(const std::vector<InventedPerson>& people,
                                              const std::optional<std::string>& for_everyone);

/// Who takes part, by key and by e-mail address.
struct Cast {
  std::map<std::string, people::OrganisationId> organisations;
  std::map<std::string, people::Actor> people;
};

/// Enters organisations, accounts and roles: the operator adds the first administrator, who does the rest.
/// Everybody's password hash is what `hash_of` gives for their place in `people`.
/// REQUIRES: there is an administrator among `people`.
Result<Cast> enter_people(Office& office, const std::vector<InventedOrganisation>& organisations,
                          const std::vector<InventedPerson>& people,
                          const std::function<std::string(std::size_t)>& hash_of);

/// The same, and conflicts of interest: everybody declares their own.
/// REQUIRES: `passwords` are those of `invented.people`, an administrator among them.
Result<Cast> enter_cast(Office& office, const InventedInspection& invented, std::vector<Password>& passwords);

std::vector<SignIn> sign_ins(const InventedInspection& invented, const std::vector<Password>& passwords);

}  // namespace sightline::demo
