// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline <noun> <verb>. Ends with 0 when it is done, 1 when it was declined (one
// sentence on standard error says why) and 70 when the world failed (one sentence).

#include <exception>
#include <iostream>
#include <optional>

#include "verb.h"

namespace {

using namespace sightline;

constexpr int kDone = 0, kDeclined = 1, kWorldFailed = 70;

int print(const terminal::Answer& answer, terminal::Form form) {
  const bool is_done = answer.outcome == terminal::Outcome::Done;
  const bool is_for_machines = form == terminal::Form::Json;
  (is_done || is_for_machines ? std::cout : std::cerr) << terminal::written(answer, form) << std::flush;
  if (!is_done && is_for_machines) std::cerr << terminal::written(answer, terminal::Form::Words);
  if (!std::cout) throw std::runtime_error("standard output could not be written");
  return is_done ? kDone : kDeclined;
}

int run(int count, char** words) {
  CommandLine line("sightline",
                   "Sightline: inspection programmes, from the case file to the published report.");
  const Command program = line.root();
  Chosen chosen;
  add_serve_verb(program, chosen);
  add_demo_verb(program, chosen);
  add_database_verbs(program, chosen);
  add_people_verbs(program, chosen);
  add_journal_verbs(program, chosen);
  add_programme_verbs(program, chosen);
  add_publication_verbs(program, chosen);
  add_assessment_verbs(program, chosen);
  add_report_verbs(program, chosen);
  add_import_verbs(program, chosen);
  if (const std::optional<int> ended = line.read(count, words, kDeclined)) return *ended;
  const Result<terminal::Answer> answer = chosen.verb();
  return print(answer ? *answer : terminal::declined(answer.refusal()), chosen.form);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const std::exception& accident) {
    std::cerr << "sightline: " << accident.what() << std::endl;
    return kWorldFailed;
  }
}
