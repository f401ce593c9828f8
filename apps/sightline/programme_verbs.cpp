// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline programme … · framework …

#include "programme/programme_cli.h"
#include "verb.h"

namespace sightline {

namespace {

void add_framework_verbs(Command noun, Chosen& chosen) {
  const auto file = std::make_shared<std::string>();
  Command adopt = noun.verb("adopt", "Adopt a version of a framework; it never changes again");
  adopt.option("file", *file, "Such as frameworks/child-protection-2014-version-2.json").required();
  const auto address = database_option(adopt);
  on(adopt, chosen, [file, address]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return programme::adopt_framework_file(opened->journal, people::the_operator(), *file);
  });
}

void add_programme_nouns(Command noun, Chosen& chosen) {
  struct ProgrammeOptions {
    programme::ProgrammeDetails details{
        .key = {}, .name = {}, .reality = people::Reality::Real, .source = {}};
    bool is_invented = false;
  };
  const auto options = std::make_shared<ProgrammeOptions>();
  Command add = noun.verb("add", "Add a programme");
  add.option("--key", options->details.key, "Lower-case words joined by hyphens").required();
  add.option("--name", options->details.name, "As people say it").required();
  add.option("--source", options->details.source, "Where the facts about it come from");
  add.flag("--invented", options->is_invented, "It was made up to show the program");
  const auto address = database_option(add);
  on(add, chosen, [options, address]() -> Result<terminal::Answer> {
    if (options->is_invented) options->details.reality = people::Reality::Invented;
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return programme::add_programme(opened->journal, people::the_operator(), options->details);
  });
}

}  // namespace

void add_programme_verbs(Command program, Chosen& chosen) {
  Command programmes = program.noun("programme", "Series of inspections with one purpose");
  add_programme_nouns(programmes, chosen);
  Command frameworks = program.noun("framework", "What inspectors assess against");
  add_framework_verbs(frameworks, chosen);
}

}  // namespace sightline
