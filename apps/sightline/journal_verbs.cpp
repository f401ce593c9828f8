// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline journal verify

#include <iostream>

#include "journal/journal_cli.h"
#include "platform/jobs/progress.h"
#include "verb.h"

namespace sightline {

namespace {

Result<terminal::Answer> verify(const std::string& address, const std::string& head) {
  std::optional<journal::Note> note;
  if (!head.empty()) {
    SIGHTLINE_TRY(note, journal::read_note(head));
  }
  SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(address));
  const auto total = [&] {
    sql::Snapshot snapshot = opened->journal.snapshot();
    return static_cast<std::uint64_t>(journal::position(snapshot));
  }();
  jobs::Progress progress(std::cerr, "Checking the journal");
  return journal::verify(opened->journal, note,
                         [&](std::int64_t checked) { progress(static_cast<std::uint64_t>(checked), total); });
}

}  // namespace

void add_journal_verbs(Command program, Chosen& chosen) {
  Command noun = program.noun("journal", "The record of every change");
  Command command = noun.verb("verify", "Check every entry and the chain between them");
  const auto address = database_option(command);
  const auto head = std::make_shared<std::string>();
  command.option("--head", *head, "NUMBER:DIGEST noted down earlier: that entry must still be there");
  on(command, chosen, [address, head] { return verify(*address, *head); });
}

}  // namespace sightline
