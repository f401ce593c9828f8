// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_accounts.h"

#include <algorithm>

#include "people/conflict_service.h"
#include "people/organisation_service.h"
#include "people/person_service.h"
#include "platform/crypto/password.h"
#include "platform/crypto/secret.h"

namespace sightline::demo {

namespace {

constexpr std::string_view kSource = "Invented for the demonstration";

using Problem = std::optional<Refusal>;

/// Enters the cast, and keeps who has come in so far.
class Entrance {
 public:
  explicit Entrance(Office& office) : office_(office) {}

  Problem add_person(const people::Actor& by, const InventedPerson& person, const std::string& password_hash);
  Problem add_organisation(const people::Actor& by, const InventedOrganisation& organisation);
  Cast& cast() { return cast_; }

 private:
  Office& office_;
  Cast cast_;
};

Problem Entrance::add_person(const people::Actor& by, const InventedPerson& person,
                             const std::string& password_hash) {
  const auto id =
      office_.perform(by, people::AddPerson{.details = {.name = person.name, .email = person.email},
                                            .password_hash = password_hash});
  if (!id) return id.refusal();
  if (people::describe(person.role).reach != people::Reach::OneInspection) {
    people::Grant grant{.role = person.role, .organisation = std::nullopt};
    if (person.organisation) grant.organisation = cast_.organisations.at(*person.organisation);
    const auto granted = office_.perform(by, people::GrantRole{.person = *id, .grant = grant});
    if (!granted) return granted.refusal();
  }
  sql::Snapshot snapshot = office_.journal().snapshot();
  cast_.people.emplace(person.email, people::actor_named(snapshot, *id).value());
  return std::nullopt;
}

Problem Entrance::add_organisation(const people::Actor& by, const InventedOrganisation& organisation) {
  people::OrganisationDetails details{.key = organisation.key,
                                      .name = organisation.name,
                                      .kind = organisation.kind,
                                      .reality = people::Reality::Invented,
                                      .source = std::string(kSource)};
  if (organisation.overseen_by) details.overseen_by = cast_.organisations.at(*organisation.overseen_by);
  const auto id = office_.perform(by, people::AddOrganisation{details});
  if (!id) return id.refusal();
  cast_.organisations.emplace(organisation.key, *id);
  return std::nullopt;
}

Problem declare(Office& office, const Cast& cast, const InventedConflict& conflict) {
  const auto declared =
      office.perform(cast.people.at(conflict.email),
                     people::DeclareConflict{.organisation = cast.organisations.at(conflict.organisation),
                                             .reason = conflict.reason,
                                             .first_day = conflict.first_day});
  return declared ? std::nullopt : Problem(declared.refusal());
}

}  // namespace

Result<std::vector<Password>> begin_passwords(const std::vector<InventedPerson>& people,
                                              const std::optional<std::string>& for_everyone) {
  if (for_everyone)
    if (const auto problem = people::problem_with_password(*for_everyone))
      return Refusal{
          Refusal::Kind::Invalid, "The password for the demonstration cannot be used.", {*problem}};
  std::vector<Password> passwords;
  for (std::size_t i = 0; i < people.size(); ++i) {
    std::string plain = for_everyone ? *for_everyone : crypto::random_password();
    std::future<std::string> hash =
        std::async(std::launch::async, [plain] { return crypto::PasswordHasher().hash(plain); });
    passwords.push_back({std::move(plain), std::move(hash)});
  }
  return passwords;
}

Result<Cast> enter_people(Office& office, const std::vector<InventedOrganisation>& organisations,
                          const std::vector<InventedPerson>& people,
                          const std::function<std::string(std::size_t)>& hash_of) {
  Entrance entrance(office);
  const auto first = std::ranges::find(people, people::Role::Administrator, &InventedPerson::role);
  const auto place = [&](const InventedPerson& person) {
    return static_cast<std::size_t>(&person - people.data());
  };
  if (auto problem = entrance.add_person(people::the_operator(), *first, hash_of(place(*first))))
    return *std::move(problem);
  const people::Actor administrator = entrance.cast().people.at(first->email);
  for (const InventedOrganisation& organisation : organisations)
    if (auto problem = entrance.add_organisation(administrator, organisation)) return *std::move(problem);
  for (const InventedPerson& person : people) {
    if (person.email == first->email) continue;
    if (auto problem = entrance.add_person(administrator, person, hash_of(place(person))))
      return *std::move(problem);
  }
  return std::move(entrance.cast());
}

Result<Cast> enter_cast(Office& office, const InventedInspection& invented,
                        std::vector<Password>& passwords) {
  SIGHTLINE_TRY(Cast cast, enter_people(office, invented.organisations, invented.people,
                                        [&](std::size_t place) { return passwords[place].hash.get(); }));
  for (const InventedConflict& conflict : invented.conflicts)
    if (auto problem = declare(office, cast, conflict)) return *std::move(problem);
  return cast;
}

std::vector<SignIn> sign_ins(const InventedInspection& invented, const std::vector<Password>& passwords) {
  std::vector<SignIn> all;
  for (std::size_t i = 0; i < invented.people.size(); ++i) {
    const InventedPerson& person = invented.people[i];
    std::string role(people::describe(person.role).name);
    if (std::ranges::find(invented.conflicts, person.email, &InventedConflict::email) !=
        invented.conflicts.end())
      role += ", with a conflict of interest";
    all.push_back({std::move(role), person.name, person.email, passwords[i].plain});
  }
  return all;
}

}  // namespace sightline::demo
