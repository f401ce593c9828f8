// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline import public-record DIR: begins a database where there is none.

#include <filesystem>

#include "exchange/public_record_cli.h"
#include "platform/sql/migration.h"
#include "verb.h"

namespace sightline {

namespace {

struct ImportOptions {
  std::filesystem::path folder;
  std::filesystem::path frameworks;
};

/// Nothing is opened, and so nothing begun, before the whole record has been read.
Result<terminal::Answer> import_record(const std::string& address, const ImportOptions& options) {
  std::vector<std::filesystem::path> frameworks{options.frameworks};
  if (options.frameworks.empty())
    frameworks =
        exchange::usual_framework_folders(options.folder, std::filesystem::read_symlink("/proc/self/exe"));
  SIGHTLINE_TRY(exchange::PublicRecord record,
                exchange::read_public_record_folder(options.folder, frameworks));
  Opened opened(address);
  sql::migrate(opened.database);
  SIGHTLINE_TRY(
      const exchange::Imported imported,
      opened.journal.perform(people::the_operator(), exchange::ImportPublicRecord{std::move(record)}));
  return exchange::answer_of(imported);
}

}  // namespace

void add_import_verbs(Command program, Chosen& chosen) {
  Command import = program.noun("import", "Bring in what others published");
  Command command = import.verb("public-record", "Import a folder such as demo/public-record");
  const auto options = std::make_shared<ImportOptions>();
  command.option("folder", options->folder, "The folder of the record").required();
  command.option("--frameworks", options->frameworks, "The folder of the frameworks whose scales it uses");
  const auto address = database_option(command);
  on(command, chosen, [address, options] { return import_record(*address, *options); });
}

}  // namespace sightline
