// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Accounts and roles: giving them, changing them, ending them. Handbook §2.5-2.11.
//
// Passwords come here as argon2id hashes (platform/crypto/password.h), made before
// the command, so that the writer never waits for one.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "people/sign_in.h"
#include "platform/crypto/password.h"

namespace sightline::people {

/// Refused: NotPermitted; Invalid for details that checked() refuses or an address that has an account.
struct AddPerson {
  static constexpr journal::Command kCommand{"people.add-person", "added the account of"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  PersonDetails details;
  std::string password_hash;
};
Result<PersonId> decide(journal::Work& work, const Actor& actor, const AddPerson& command);

/// Closes an account for good: its sessions end, and what it did stays. Refused: NotPermitted;
/// NotFound; WrongState for the own account and for one already closed.
struct DisablePerson {
  static constexpr journal::Command kCommand{"people.disable-person", "closed the account of"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  PersonId person;
};
Result<PersonId> decide(journal::Work& work, const Actor& actor, const DisablePerson& command);

/// The own password, or anybody's by whoever manages people. Ends every session of that person but
/// `keep`. Refused: NotFound, also for somebody whose account the actor may not see; WrongState for
/// a closed account.
struct SetPassword {
  static constexpr journal::Command kCommand{"people.set-password", "set the password of"};
  PersonId person;
  std::string password_hash;
  std::optional<SessionId> keep = {};
};
Result<PersonId> decide(journal::Work& work, const Actor& actor, const SetPassword& command);

/// Refused: NotPermitted, also for oneself (§2.11); NotFound; Invalid when refuse_reach() says so or
/// there is no such organisation; WrongState for a closed account, for a role already held and for one
/// that does not go together with another of that person (refuse_together()).
struct GrantRole {
  static constexpr journal::Command kCommand{"people.grant-role", "gave a role to"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  PersonId person;
  Grant grant;
};
Result<GrantId> decide(journal::Work& work, const Actor& actor, const GrantRole& command);

/// Refused: NotPermitted; NotFound; WrongState when it has ended already.
struct EndRole {
  static constexpr journal::Command kCommand{"people.end-role", "ended a role of"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  GrantId role;
};
Result<PersonId> decide(journal::Work& work, const Actor& actor, const EndRole& command);

/// Nothing as well when `actor` may not see that account: everyone sees the own, whoever manages
/// people and the operator see all.
std::optional<Person> find_person(sql::Reader& reader, const Actor& actor, PersonId id);
/// In order of name; only those whom `actor` may see.
Page<Person> list_persons(sql::Reader& reader, const Actor& actor, std::int64_t page_number,
                          int page_size = 50);
/// Empty as well when `actor` may not see that account.
std::vector<HeldRole> roles_held(sql::Reader& reader, const Actor& actor, PersonId id);

/// Why the person cannot hold `wanted` beside the roles they hold, places on teams included; nothing
/// when they can. For features that give roles of their own.
std::optional<std::string> refuse_beside_held(sql::Reader& reader, PersonId id, const Grant& wanted);

/// For a new account: a person can read it from paper and type it.
std::string random_password();

/// For commands of the operator, who names people by their address.
std::optional<Person> find_person_by_email(sql::Reader& reader, const Actor& actor, std::string_view email);

/// The person as an actor, with the roles that have not ended; nothing when the account is closed or
/// there is none. For tests, jobs and the demonstration; browsers come by way of a session.
std::optional<Actor> actor_named(sql::Reader& reader, PersonId id);

}  // namespace sightline::people
