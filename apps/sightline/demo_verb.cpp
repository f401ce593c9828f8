// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline demo

#include "demo.h"
#include "platform/extract/extractor.h"
#include "verb.h"

namespace sightline {

namespace {

struct DemoOptions {
  std::string into;
  std::string source = SIGHTLINE_SOURCE_ROOT;
  std::string web;
  bool without_programme = false;
};

}  // namespace

void add_demo_verb(Command program, Chosen& chosen) {
  const auto options = std::make_shared<DemoOptions>();
  Command command = program.verb(
      "demo",
      "Make a demonstration: a new database with the public record, an invented programme and an invented "
      "inspection, an account for each role, and the public site. Passwords are random, unless "
      "SIGHTLINE_DEMO_PASSWORD in the "
      "environment holds one for all");
  command.option("--into", options->into, "The directory to make; must hold no sightline.db yet").required();
  command
      .option("--source", options->source,
              "Where demo/ and frameworks/ are: unless given, the directory this program was built from")
      .shows_default();
  command.option("--web", options->web,
                 "Directory of the built stylesheet and script: build/web there, unless given");
  command.flag("--without-programme", options->without_programme,
               "Leave out the invented programme, which takes most of the time");
  on(command, chosen, [options] {
    const std::filesystem::path source = options->source;
    return demo::demo(
        {.into = options->into,
         .source = source,
         .web = options->web.empty() ? source / "build" / "web" : std::filesystem::path(options->web),
         .extractor = extract::program_beside_this_one(),
         .password = std::nullopt,
         .with_programme = options->without_programme ? demo::WithProgramme::No : demo::WithProgramme::Yes});
  });
}

}  // namespace sightline
