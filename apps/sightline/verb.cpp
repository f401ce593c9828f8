// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "verb.h"

#include <filesystem>

#include "platform/sql/migration.h"

namespace sightline {

void on(Command command, Chosen& chosen, Verb verb) {
  command.flag(
      "--json", [&chosen] { chosen.form = terminal::Form::Json; }, "Answer in JSON, on one line");
  command.when_chosen([&chosen, verb = std::move(verb)] { chosen.verb = verb; });
}

std::shared_ptr<std::string> database_option(Command command) {
  auto address = std::make_shared<std::string>();
  command.option("--database", *address, "A file (SQLite), or postgresql://…").required();
  return address;
}

Result<std::shared_ptr<Opened>> open_database(const std::string& address) {
  const bool is_file = !address.starts_with("postgresql://") && !address.starts_with("postgres://");
  if (is_file && !std::filesystem::exists(address))
    return Refusal{
        Refusal::Kind::NotFound,
        "There is no database " + address + ". Make one with: sightline migrate --database " + address,
        {}};
  auto opened = std::make_shared<Opened>(address);
  if (const int waiting = sql::waiting(opened->database); waiting > 0)
    return Refusal{Refusal::Kind::WrongState,
                   "The database is not up to date (" + std::to_string(waiting) +
                       " migrations wait). Run: sightline migrate --database " + address,
                   {}};
  return opened;
}

}  // namespace sightline
