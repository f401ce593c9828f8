// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/person_service.h"

#include "base/text.h"
#include "people/organisation_store.h"
#include "people/person_store.h"
#include "people/session_store.h"
#include "platform/crypto/secret.h"

namespace sightline::people {

namespace {

journal::Subject subject(PersonId id) {
  return {"person", id.value()};
}

/// Everything that says who the person is and what they may do.
journal::StateText state_of(sql::Reader& reader, PersonId id) {
  const persons::Account account = *persons::find(reader, id);
  journal::StateText state;
  state.add("name", account.person.name)
      .add("email", account.person.email)
      .add("password_hash", account.password_hash)
      .add("disabled", std::int64_t{account.person.is_disabled});
  for (const HeldRole& held : persons::roles_of(reader, id)) {
    std::optional<std::int64_t> organisation;
    if (held.grant.organisation) organisation = held.grant.organisation->value();
    state.add("role", word(held.grant.role)).add("organisation", organisation);
  }
  return state;
}

Refusal no_such_person() {
  return {Refusal::Kind::NotFound, "There is no such person.", {}};
}

Refusal wrong_state(std::string sentence) {
  return {Refusal::Kind::WrongState, std::move(sentence), {}};
}

/// The account, if it is open.
Result<persons::Account> open_account(sql::Reader& reader, PersonId id) {
  const std::optional<persons::Account> account = persons::find(reader, id);
  if (!account) return no_such_person();
  if (account->person.is_disabled) return wrong_state("This account has been closed.");
  return *account;
}

bool is_same(const Grant& one, const Grant& other) {
  return one.role == other.role && one.organisation == other.organisation;
}

}  // namespace

Result<PersonId> decide(journal::Work& work, const Actor& actor, const AddPerson& command) {
  if (auto refusal = refuse_unless(actor, AddPerson::kNeeds)) return *refusal;
  SIGHTLINE_TRY(const PersonDetails details, checked(command.details));
  if (persons::find_by_email(work.sql(), details.email))
    return invalid_field("email", "There is already an account with this e-mail address.");
  const PersonId id = persons::insert(work.sql(), details, command.password_hash);
  work.changed(subject(id), std::nullopt, state_of(work.sql(), id));
  return id;
}

Result<PersonId> decide(journal::Work& work, const Actor& actor, const DisablePerson& command) {
  if (auto refusal = refuse_unless(actor, DisablePerson::kNeeds)) return *refusal;
  if (actor.person == command.person) return wrong_state("You cannot close your own account.");
  SIGHTLINE_TRY(const persons::Account account, open_account(work.sql(), command.person));
  const journal::StateText before = state_of(work.sql(), account.person.id);
  persons::disable(work.sql(), account.person.id);
  sessions::end_all_of(work.sql(), account.person.id, std::nullopt, work.now());
  work.changed(subject(account.person.id), before, state_of(work.sql(), account.person.id));
  return account.person.id;
}

Result<PersonId> decide(journal::Work& work, const Actor& actor, const SetPassword& command) {
  if (!find_person(work.sql(), actor, command.person)) return no_such_person();
  SIGHTLINE_TRY(const persons::Account account, open_account(work.sql(), command.person));
  const journal::StateText before = state_of(work.sql(), account.person.id);
  persons::set_password_hash(work.sql(), account.person.id, command.password_hash);
  sessions::end_all_of(work.sql(), account.person.id, command.keep, work.now());
  work.changed(subject(account.person.id), before, state_of(work.sql(), account.person.id));
  return account.person.id;
}

Result<GrantId> decide(journal::Work& work, const Actor& actor, const GrantRole& command) {
  if (auto refusal = refuse_unless(actor, GrantRole::kNeeds)) return *refusal;
  if (actor.person == command.person)
    return Refusal{Refusal::Kind::NotPermitted, "Somebody else has to give you a role.", {}};
  if (auto refusal = refuse_reach(command.grant)) return *refusal;
  if (command.grant.organisation && !organisations::find(work.sql(), *command.grant.organisation))
    return invalid_field("organisation", "There is no such organisation.");
  SIGHTLINE_TRY(const persons::Account account, open_account(work.sql(), command.person));
  for (const HeldRole& held : persons::roles_of(work.sql(), account.person.id))
    if (is_same(held.grant, command.grant)) return wrong_state("The person already holds this role.");
  if (auto why = refuse_beside_held(work.sql(), account.person.id, command.grant))
    return wrong_state(*std::move(why));
  const journal::StateText before = state_of(work.sql(), account.person.id);
  const GrantId id = persons::insert_role(work.sql(), account.person.id, command.grant, work.now());
  work.changed(subject(account.person.id), before, state_of(work.sql(), account.person.id));
  return id;
}

Result<PersonId> decide(journal::Work& work, const Actor& actor, const EndRole& command) {
  if (auto refusal = refuse_unless(actor, EndRole::kNeeds)) return *refusal;
  const std::optional<persons::GivenRole> given = persons::find_role(work.sql(), command.role);
  if (!given) return Refusal{Refusal::Kind::NotFound, "There is no such role.", {}};
  if (given->ended_at) return wrong_state("This role has already ended.");
  const journal::StateText before = state_of(work.sql(), given->person);
  persons::end_role(work.sql(), command.role, work.now());
  work.changed(subject(given->person), before, state_of(work.sql(), given->person));
  return given->person;
}

std::optional<Person> find_person(sql::Reader& reader, const Actor& actor, PersonId id) {
  return persons::visible(reader, actor.person, id);
}

Page<Person> list_persons(sql::Reader& reader, const Actor& actor, std::int64_t page_number, int page_size) {
  const Cut cut = cut_of(persons::count_visible(reader, actor.person), page_number, page_size);
  return page_of(cut, persons::list_visible(reader, actor.person, cut.offset, cut.size));
}

std::vector<HeldRole> roles_held(sql::Reader& reader, const Actor& actor, PersonId id) {
  if (!find_person(reader, actor, id)) return {};
  return persons::roles_of(reader, id);
}

std::optional<std::string> refuse_beside_held(sql::Reader& reader, PersonId id, const Grant& wanted) {
  for (const Grant& held : persons::grants_held(reader, id))
    if (auto why = refuse_together(held, wanted)) return why;
  return std::nullopt;
}

std::string random_password() {
  return crypto::random_password();
}

std::optional<Person> find_person_by_email(sql::Reader& reader, const Actor& actor, std::string_view email) {
  const std::optional<persons::Account> account = persons::find_by_email(reader, lower_ascii(trimmed(email)));
  if (!account) return std::nullopt;
  return find_person(reader, actor, account->person.id);
}

std::optional<Actor> actor_named(sql::Reader& reader, PersonId id) {
  const std::optional<persons::Account> account = persons::find(reader, id);
  if (!account || account->person.is_disabled) return std::nullopt;
  return Actor{.person = id, .name = account->person.name, .grants = persons::grants_held(reader, id)};
}

}  // namespace sightline::people
