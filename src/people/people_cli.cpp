// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/people_cli.h"

#include <algorithm>
#include <cstdint>

#include "people/conflict_service.h"
#include "people/organisation_service.h"

namespace sightline::people {

namespace {

using terminal::Answer;

Refusal invalid(std::string sentence) {
  return {Refusal::Kind::Invalid, std::move(sentence), {}};
}

Result<Grant> grant_of(journal::Journal& journal, const RoleWords& words) {
  const std::optional<Role> role = from_word<Role>(words.role);
  if (!role) {
    std::string known;
    for (const auto& [value, spelling] : kWords<Role>)
      known += (known.empty() ? "" : ", ") + std::string(spelling);
    return invalid("There is no role " + words.role + ". There are: " + known + ".");
  }
  Grant grant{.role = *role, .organisation = std::nullopt};
  if (words.organisation) {
    sql::Snapshot snapshot = journal.snapshot();
    const std::optional<Organisation> found = find_organisation(snapshot, *words.organisation);
    if (!found) return invalid("There is no organisation with the key " + *words.organisation + ".");
    grant.organisation = found->id;
  }
  if (auto refusal = refuse_reach(grant)) return *refusal;
  return grant;
}

Result<Person> user_named(journal::Journal& journal, const std::string& email) {
  sql::Snapshot snapshot = journal.snapshot();
  const std::optional<Person> found = find_person_by_email(snapshot, the_operator(), email);
  if (!found)
    return Refusal{Refusal::Kind::NotFound, "There is no account with the address " + email + ".", {}};
  return *found;
}

/// The password to set, and what to say of it.
struct ChosenPassword {
  std::string text;
  bool is_random;
};

Result<ChosenPassword> chosen(const std::optional<std::string>& given) {
  if (!given) return ChosenPassword{random_password(), true};
  if (const auto problem = problem_with_password(*given)) return invalid(problem->message);
  return ChosenPassword{*given, false};
}

Answer about(const Person& person, std::string words) {
  return {.words = std::move(words), .object = {{"person", person.id.value()}, {"email", person.email}}};
}

void tell(Answer& answer, const ChosenPassword& password) {
  if (!password.is_random) return;
  answer.words += "\nPassword " + password.text + " (shown this once)";
  answer.object.add("password", password.text);
}

json::Array roles_of(sql::Reader& reader, const Person& person) {
  json::Array roles;
  for (const HeldRole& held : roles_held(reader, the_operator(), person.id)) {
    json::Object role{{"role", held.grant.role}};
    if (held.organisation_name) role.add("organisation", *held.organisation_name);
    roles.push_back(std::move(role));
  }
  return roles;
}

}  // namespace

Result<Answer> add_user(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                        const NewUser& user) {
  std::optional<Grant> grant;
  if (user.role) {
    SIGHTLINE_TRY(grant, grant_of(journal, *user.role));
  }
  SIGHTLINE_TRY(const ChosenPassword password, chosen(user.password));
  SIGHTLINE_TRY(const PersonId id,
                journal.perform(the_operator(), AddPerson{.details = {.name = user.name, .email = user.email},
                                                          .password_hash = hasher.hash(password.text)}));
  if (grant) {
    const auto given = journal.perform(the_operator(), GrantRole{.person = id, .grant = *grant});
    if (!given) return given.refusal();
  }
  SIGHTLINE_TRY(const Person person, user_named(journal, user.email));
  Answer answer = about(person, "Added the account of " + person.email + ".");
  tell(answer, password);
  return answer;
}

Result<Answer> list_users(journal::Journal& journal) {
  sql::Snapshot snapshot = journal.snapshot();
  Answer answer;
  json::Array users;
  for (std::int64_t number = 1, pages = 1; number <= pages; ++number) {
    const Page<Person> page = list_persons(snapshot, the_operator(), number);
    pages = page.cut.pages;
    for (const Person& person : page.items) {
      answer.words += (answer.words.empty() ? "" : "\n") + person.email + "  " + person.name +
                      (person.is_disabled ? "  closed" : "");
      users.push_back(json::Object{{"person", person.id.value()},
                                   {"name", person.name},
                                   {"email", person.email},
                                   {"closed", person.is_disabled},
                                   {"roles", roles_of(snapshot, person)}});
    }
  }
  answer.object.add("users", std::move(users));
  return answer;
}

Result<Answer> close_user(journal::Journal& journal, const std::string& email) {
  SIGHTLINE_TRY(const Person person, user_named(journal, email));
  const auto closed = journal.perform(the_operator(), DisablePerson{person.id});
  if (!closed) return closed.refusal();
  return about(person, "Closed the account of " + person.email + ".");
}

Result<Answer> set_user_password(journal::Journal& journal, const crypto::PasswordHasher& hasher,
                                 const std::string& email, const std::optional<std::string>& given) {
  SIGHTLINE_TRY(const Person person, user_named(journal, email));
  SIGHTLINE_TRY(const ChosenPassword password, chosen(given));
  const auto set = journal.perform(
      the_operator(), SetPassword{.person = person.id, .password_hash = hasher.hash(password.text)});
  if (!set) return set.refusal();
  Answer answer = about(person, "Set the password of " + person.email + " and signed them out everywhere.");
  tell(answer, password);
  return answer;
}

Result<Answer> give_role(journal::Journal& journal, const std::string& email, const RoleWords& words) {
  SIGHTLINE_TRY(const Person person, user_named(journal, email));
  SIGHTLINE_TRY(const Grant grant, grant_of(journal, words));
  const auto given = journal.perform(the_operator(), GrantRole{.person = person.id, .grant = grant});
  if (!given) return given.refusal();
  return about(person, person.email + " now holds the role " + words.role + ".");
}

Result<Answer> end_role(journal::Journal& journal, const std::string& email, const RoleWords& words) {
  SIGHTLINE_TRY(const Person person, user_named(journal, email));
  SIGHTLINE_TRY(const Grant grant, grant_of(journal, words));
  const std::vector<HeldRole> held = [&] {
    sql::Snapshot snapshot = journal.snapshot();
    return roles_held(snapshot, the_operator(), person.id);
  }();
  const auto found = std::ranges::find_if(held, [&](const HeldRole& role) {
    return role.grant.role == grant.role && role.grant.organisation == grant.organisation;
  });
  if (found == held.end())
    return Refusal{Refusal::Kind::NotFound, person.email + " does not hold that role.", {}};
  const auto ended = journal.perform(the_operator(), EndRole{found->id});
  if (!ended) return ended.refusal();
  return about(person, person.email + " no longer holds the role " + words.role + ".");
}

Result<Answer> list_conflicts(journal::Journal& journal, const std::string& email) {
  SIGHTLINE_TRY(const Person person, user_named(journal, email));
  sql::Snapshot snapshot = journal.snapshot();
  Answer answer;
  json::Array listed;
  for (std::int64_t number = 1, pages = 1; number <= pages; ++number) {
    const Page<ConflictOfInterest> page = conflicts_of(snapshot, the_operator(), person.id, number);
    pages = page.cut.pages;
    for (const ConflictOfInterest& conflict : page.items) {
      answer.words += (answer.words.empty() ? "" : "\n") + std::to_string(conflict.id.value()) + "  " +
                      conflict.organisation_name + "  since " + conflict.first_day.iso() +
                      (conflict.ended_at ? "  ended" : "");
      listed.push_back(json::Object{{"number", conflict.id.value()},
                                    {"organisation", conflict.organisation_name},
                                    {"first_day", conflict.first_day.iso()},
                                    {"ended", conflict.ended_at.has_value()}});
    }
  }
  answer.object.add("conflicts", std::move(listed));
  return answer;
}

Result<Answer> end_conflict(journal::Journal& journal, std::int64_t number, const std::string& reason) {
  SIGHTLINE_TRY(
      const ConflictId ended,
      journal.perform(the_operator(), EndConflict{.conflict = ConflictId{number}, .reason = reason}));
  return Answer{.words = "Ended conflict of interest " + std::to_string(ended.value()) + ".",
                .object = {{"conflict", ended.value()}}};
}

Result<Answer> record_organisation_form(journal::Journal& journal, const std::string& key,
                                        const OrganisationForm& form) {
  const std::optional<Organisation> organisation = [&] {
    sql::Snapshot snapshot = journal.snapshot();
    return find_organisation(snapshot, key);
  }();
  if (!organisation) return Refusal{Refusal::Kind::NotFound, "There is no organisation " + key + ".", {}};
  const auto recorded =
      journal.perform(the_operator(), RecordOrganisationForm{.organisation = organisation->id, .form = form});
  if (!recorded) return recorded.refusal();
  return Answer{
      .words = organisation->name + " is on record as " + form.form + ", seen " + form.seen_on + ".",
      .object = {{"organisation", organisation->key}, {"form", form.form}, {"seen_on", form.seen_on}}};
}

}  // namespace sightline::people
