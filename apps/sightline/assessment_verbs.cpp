// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline case …

#include "assessment/assessment_cli.h"
#include "verb.h"

namespace sightline {

void add_assessment_verbs(Command program, Chosen& chosen) {
  struct CaseOptions {
    std::string inspection, number;
  };
  const auto options = std::make_shared<CaseOptions>();
  Command noun = program.noun("case", "How far the cases of an inspection have come");
  const auto verb = [&](const char* name, const char* what) {
    Command command = noun.verb(name, what);
    command.option("--inspection", options->inspection, "The key of the inspection").required();
    return command;
  };

  Command list = verb("list", "Every case with the state of its assessment");
  on(list, chosen, [options, address = database_option(list)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return assessment::list_cases(opened->journal, options->inspection);
  });

  Command show = verb("show", "The outcomes of one case; no reasons and no names");
  show.option("number", options->number, "The number of the case").required();
  on(show, chosen, [options, address = database_option(show)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return assessment::show_case(opened->journal, options->inspection, options->number);
  });
}

}  // namespace sightline
