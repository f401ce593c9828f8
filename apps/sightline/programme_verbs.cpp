// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline programme … · framework …

#include "programme/programme_cli.h"
#include "verb.h"

namespace sightline {

namespace {

void add_framework_verbs(CLI::App& noun, Chosen& chosen) {
  const auto file = std::make_shared<std::string>();
  CLI::App* adopt = noun.add_subcommand("adopt", "Adopt a version of a framework; it never changes again");
  adopt->add_option("file", *file, "Such as frameworks/child-protection-2014-version-2.json")->required();
  const auto address = database_option(*adopt);
  on(*adopt, chosen, [file, address]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return programme::adopt_framework_file(opened->journal, people::the_operator(), *file);
  });
}

void add_programme_nouns(CLI::App& noun, Chosen& chosen) {
  struct Options {
    programme::ProgrammeDetails details{
        .key = {}, .name = {}, .reality = people::Reality::Real, .source = {}};
    bool is_invented = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* add = noun.add_subcommand("add", "Add a programme");
  add->add_option("--key", options->details.key, "Lower-case words joined by hyphens")->required();
  add->add_option("--name", options->details.name, "As people say it")->required();
  add->add_option("--source", options->details.source, "Where the facts about it come from");
  add->add_flag("--invented", options->is_invented, "It was made up to show the program");
  const auto address = database_option(*add);
  on(*add, chosen, [options, address]() -> Result<terminal::Answer> {
    if (options->is_invented) options->details.reality = people::Reality::Invented;
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return programme::add_programme(opened->journal, people::the_operator(), options->details);
  });
}

}  // namespace

void add_programme_verbs(CLI::App& program, Chosen& chosen) {
  CLI::App* programmes = program.add_subcommand("programme", "Series of inspections with one purpose");
  programmes->require_subcommand(1);
  add_programme_nouns(*programmes, chosen);
  CLI::App* frameworks = program.add_subcommand("framework", "What inspectors assess against");
  frameworks->require_subcommand(1);
  add_framework_verbs(*frameworks, chosen);
}

}  // namespace sightline
