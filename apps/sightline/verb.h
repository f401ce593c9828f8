// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A verb of the command line: `sightline <noun> <verb>`. Parsing only chooses
// one; main() runs it afterwards, prints its answer and knows every way it can end.
//
//   Command add = noun.verb("add", "Add an account");
//   add.option("--email", user->email, "The address of the account").required();
//   on(add, chosen, [user, database] { … return people::add_user(…); });
//
// Each file of verbs has one function that adds its nouns; main.cpp lists them.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "base/result.h"
#include "command.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "platform/clock/clock.h"
#include "platform/sql/database.h"
#include "platform/terminal/answer.h"

namespace sightline {

using Verb = std::function<Result<terminal::Answer>()>;

/// What was chosen on the command line.
struct Chosen {
  Verb verb;
  terminal::Form form = terminal::Form::Words;
};

/// Makes `verb` the one that runs when `command` is given, and gives it --json.
void on(Command command, Chosen& chosen, Verb verb);

/// The option --database, which every verb about a database has. The address lives as long as the verb.
std::shared_ptr<std::string> database_option(Command command);

/// A database with all that a verb needs around it.
struct Opened {
  explicit Opened(const std::string& address) : database(address) {}

  sql::Database database;
  clock::SystemClock clock;
  journal::Journal journal{database, clock};
};

/// Opens a database that is there and up to date; declines, saying what to do, otherwise. Only
/// `migrate` and the verbs that begin a database of their own open one differently.
Result<std::shared_ptr<Opened>> open_database(const std::string& address);

void add_assessment_verbs(Command program, Chosen& chosen);
void add_database_verbs(Command program, Chosen& chosen);
void add_demo_verb(Command program, Chosen& chosen);
void add_import_verbs(Command program, Chosen& chosen);
void add_journal_verbs(Command program, Chosen& chosen);
void add_people_verbs(Command program, Chosen& chosen);
void add_programme_verbs(Command program, Chosen& chosen);
void add_report_verbs(Command program, Chosen& chosen);
void add_publication_verbs(Command program, Chosen& chosen);
void add_serve_verb(Command program, Chosen& chosen);

}  // namespace sightline
