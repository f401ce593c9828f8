// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline edition … · figure …

#include "publication/edition_cli.h"
#include "verb.h"

namespace sightline {

namespace {

struct EditionOptions {
  std::string edition, figure;
};

}  // namespace

void add_publication_verbs(Command program, Chosen& chosen) {
  const auto options = std::make_shared<EditionOptions>();
  Command edition = program.noun("edition", "What was published");

  Command list = edition.verb("list", "Every edition, the newest first");
  on(list, chosen, [address = database_option(list)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return publication::list_editions(opened->journal);
  });

  Command verify = edition.verb("verify", "Work every figure of an edition out again, and compare");
  verify.option("edition", options->edition, "The key of the edition").required();
  on(verify, chosen, [options, address = database_option(verify)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return publication::verify_edition(opened->journal, options->edition);
  });

  Command figure = program.noun("figure", "What a published number rests on");
  Command explain = figure.verb("explain", "Its definition, the cases it counted, and the rest of the whole");
  explain.option("edition", options->edition, "The key of the edition").required();
  explain.option("figure", options->figure, "The key of the figure").required();
  on(explain, chosen, [options, address = database_option(explain)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return publication::explain_figure(opened->journal, options->edition, options->figure);
  });
}

}  // namespace sightline
