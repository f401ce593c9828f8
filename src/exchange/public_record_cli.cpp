// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/public_record_cli.h"

#include "base/number.h"
#include "exchange/record_files_service.h"

namespace sightline::exchange {

Result<PublicRecord> read_public_record_folder(const std::filesystem::path& folder,
                                               const std::vector<std::filesystem::path>& framework_folders) {
  std::filesystem::path frameworks = "frameworks";
  for (const std::filesystem::path& candidate : framework_folders) {
    if (!std::filesystem::is_directory(candidate)) continue;
    frameworks = candidate;
    break;
  }
  return read_public_record(folder, frameworks);
}

Result<Imported> import_public_record(journal::Journal& journal, const people::Actor& actor,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::filesystem::path>& framework_folders) {
  SIGHTLINE_TRY(PublicRecord record, read_public_record_folder(folder, framework_folders));
  return journal.perform(actor, ImportPublicRecord{std::move(record)});
}

std::vector<std::filesystem::path> usual_framework_folders(const std::filesystem::path& folder,
                                                           const std::filesystem::path& program) {
  std::vector<std::filesystem::path> places{"frameworks"};
  for (const std::filesystem::path& start : {folder, program}) {
    std::filesystem::path above = std::filesystem::absolute(start).lexically_normal();
    while (above.has_relative_path()) {
      places.push_back(above / "frameworks");
      above = above.parent_path();
    }
  }
  return places;
}

std::string in_words(const Imported& imported) {
  const auto line = [](std::int64_t number, const char* what) {
    return "  " + with_commas(number) + " " + what + "\n";
  };
  const RecordCounts& record = imported.record;
  std::string text =
      imported.new_facts == 0
          ? std::string("This record was imported before; nothing was changed. It holds\n")
          : "Imported the public record (" + with_commas(imported.new_facts) + " facts were new). It holds\n";
  text += line(record.forces, "police forces, each with its local policing body");
  text += line(record.areas, "local authority areas");
  text += line(record.inspections, "inspections");
  text += line(record.published_totals, "published totals of graded cases");
  text += line(record.publications, "publications");
  text += line(record.publication_parts, "parts of their landing pages");
  text += line(record.responses_expected, "expected responses");
  text += line(record.responses_received, "responses on record");
  text += with_commas(std::ssize(imported.named)) +
          " published totals do not add up or cannot be checked; they are kept as reported:\n";
  for (const NamedRow& row : imported.named)
    text += "  " + row.key + ": " + std::string(word(row.check)) + " (" + row.reason + ")\n";
  return text;
}

json::Object in_json(const RecordCounts& counts) {
  return {{"frameworks", counts.frameworks},
          {"forces", counts.forces},
          {"local_policing_bodies", counts.local_policing_bodies},
          {"areas", counts.areas},
          {"inspections", counts.inspections},
          {"published_totals", counts.published_totals},
          {"published_totals_named", counts.totals_named},
          {"publications", counts.publications},
          {"publication_parts", counts.publication_parts},
          {"responses_expected", counts.responses_expected},
          {"responses_received", counts.responses_received}};
}

json::Object in_json(const Imported& imported) {
  json::Array named;
  for (const NamedRow& row : imported.named)
    named.push_back(json::Object{{"key", row.key}, {"verdict", row.check}, {"reason", row.reason}});
  return {{"new_facts", imported.new_facts}, {"record", in_json(imported.record)}, {"named", named}};
}

terminal::Answer answer_of(const Imported& imported) {
  std::string words = in_words(imported);
  words.pop_back();
  return {.words = std::move(words), .object = in_json(imported)};
}

}  // namespace sightline::exchange
