// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline user … · role … · conflict … · organisation …

#include <cstdlib>
#include <iostream>

#include "inspection/area_cli.h"
#include "people/people_cli.h"
#include "verb.h"

namespace sightline {

namespace {

/// Where a password comes from that is not to be made at random. Never an option: others on the
/// machine can read the command line of a running program.
constexpr const char* kPasswordVariable = "SIGHTLINE_PASSWORD";

struct UserOptions {
  std::string name, email, role, organisation;
  bool reads_password = false;
  std::int64_t number = 0;
  std::string reason;
};
using Options = std::shared_ptr<UserOptions>;

std::optional<std::string> password_given(const UserOptions& options) {
  if (options.reads_password) {
    std::string line;
    std::getline(std::cin, line);
    return line;
  }
  if (const char* from_environment = std::getenv(kPasswordVariable)) return from_environment;
  return std::nullopt;
}

people::RoleWords role_words(const UserOptions& options) {
  people::RoleWords words{.role = options.role, .organisation = std::nullopt};
  if (!options.organisation.empty()) words.organisation = options.organisation;
  return words;
}

void email_option(Command command, const Options& options) {
  command.option("--email", options->email, "The address of the account").required();
}

void password_option(Command command, const Options& options) {
  command.flag("--password-stdin", options->reads_password,
               "Read the password from the first line of standard input; it may also stand in the "
               "environment as SIGHTLINE_PASSWORD. Without either, a random one is made and printed once");
}

Option role_options(Command command, const Options& options) {
  command.option("--organisation", options->organisation,
                 "The key of the organisation for which the role is held");
  return command.option("--role", options->role, "Such as editor or liaison-officer");
}

/// A verb that is called with the open journal.
template <class Body>
void on_journal(Command command, Chosen& chosen, Body body) {
  const auto address = database_option(command);
  on(command, chosen, [address, body]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return body(opened->journal);
  });
}

void add_user_verbs(Command noun, Chosen& chosen) {
  const auto options = std::make_shared<UserOptions>();
  Command add = noun.verb("add", "Add an account");
  add.option("--name", options->name, "The person's name").required();
  email_option(add, options);
  role_options(add, options);
  password_option(add, options);
  on_journal(add, chosen, [options](journal::Journal& journal) {
    people::NewUser user{.name = options->name,
                         .email = options->email,
                         .role = std::nullopt,
                         .password = password_given(*options)};
    if (!options->role.empty()) user.role = role_words(*options);
    return people::add_user(journal, crypto::PasswordHasher(), user);
  });

  on_journal(noun.verb("list", "Every account"), chosen, people::list_users);

  Command close = noun.verb("close", "Close an account for good");
  email_option(close, options);
  on_journal(close, chosen,
             [options](journal::Journal& journal) { return people::close_user(journal, options->email); });

  Command password = noun.verb("password", "Set a new password and sign the person out everywhere");
  email_option(password, options);
  password_option(password, options);
  on_journal(password, chosen, [options](journal::Journal& journal) {
    return people::set_user_password(journal, crypto::PasswordHasher(), options->email,
                                     password_given(*options));
  });
}

void add_role_verbs(Command noun, Chosen& chosen) {
  const auto options = std::make_shared<UserOptions>();
  Command give = noun.verb("give", "Give a role to somebody");
  email_option(give, options);
  role_options(give, options).required();
  on_journal(give, chosen, [options](journal::Journal& journal) {
    return people::give_role(journal, options->email, role_words(*options));
  });

  Command end = noun.verb("end", "End a role that somebody holds");
  email_option(end, options);
  role_options(end, options).required();
  on_journal(end, chosen, [options](journal::Journal& journal) {
    return people::end_role(journal, options->email, role_words(*options));
  });
}

void add_conflict_verbs(Command noun, Chosen& chosen) {
  const auto options = std::make_shared<UserOptions>();
  Command list = noun.verb("list", "What somebody has declared");
  email_option(list, options);
  on_journal(list, chosen, [options](journal::Journal& journal) {
    return people::list_conflicts(journal, options->email);
  });

  Command end = noun.verb("end", "End a conflict of interest that no longer lasts");
  end.option("--number", options->number, "As conflict list prints it").required();
  end.option("--reason", options->reason, "Why it no longer lasts").required();
  on_journal(end, chosen, [options](journal::Journal& journal) {
    return people::end_conflict(journal, options->number, options->reason);
  });
}

void add_organisation_verbs(Command noun, Chosen& chosen) {
  struct FormOptions {
    std::string key;
    people::OrganisationForm form;
  };
  const auto options = std::make_shared<FormOptions>();
  Command form = noun.verb("form", "Record what an organisation has become");
  form.option("--key", options->key, "The key of the organisation").required();
  form.option("--seen-on", options->form.seen_on, "A year, month or day, such as 2024-06").required();
  form.option("--form", options->form.form, "As the source says it, such as Mayor").required();
  form.option("--source", options->form.source, "Where it says so").required();
  on_journal(form, chosen, [options](journal::Journal& journal) {
    return people::record_organisation_form(journal, options->key, options->form);
  });

  struct AreaOptions {
    std::string force, area, source, source_type = "other";
  };
  const auto policed = std::make_shared<AreaOptions>();
  Command polices = noun.verb("polices", "Record that a force polices a council area");
  polices.option("--force", policed->force, "The key of the force").required();
  polices.option("--area", policed->area, "The key of the area").required();
  polices.option("--source", policed->source, "An address, or plain words").required();
  polices.option("--source-type", policed->source_type, "Such as official or other").shows_default();
  on_journal(polices, chosen, [policed](journal::Journal& journal) -> Result<terminal::Answer> {
    const auto type = from_word<SourceType>(policed->source_type);
    if (!type) return Refusal{Refusal::Kind::Invalid, "There is no such kind of source.", {}};
    return inspection::record_force_of_area(journal, policed->force, policed->area, {policed->source, *type});
  });
}

}  // namespace

void add_people_verbs(Command program, Chosen& chosen) {
  add_user_verbs(program.noun("user", "Accounts"), chosen);
  add_role_verbs(program.noun("role", "What an account may do"), chosen);
  add_conflict_verbs(program.noun("conflict", "Conflicts of interest"), chosen);
  add_organisation_verbs(program.noun("organisation", "What organisations are"), chosen);
}

}  // namespace sightline
