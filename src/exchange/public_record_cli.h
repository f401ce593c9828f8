// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline import public-record DIR [--frameworks DIR] [--json]

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "exchange/public_record_service.h"
#include "platform/json/json.h"
#include "platform/terminal/answer.h"

namespace sightline::exchange {

/// Reads `folder`, and changes nothing. Frameworks come from the first of `framework_folders` that is a
/// folder; a refusal of a file names file, line and reason.
Result<PublicRecord> read_public_record_folder(const std::filesystem::path& folder,
                                               const std::vector<std::filesystem::path>& framework_folders);

/// Reads it and imports it.
Result<Imported> import_public_record(journal::Journal& journal, const people::Actor& actor,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::filesystem::path>& framework_folders);

/// Where the frameworks may lie when nobody says: `frameworks` in the working folder, then beside `folder`
/// and every folder above it, then above the program itself.
std::vector<std::filesystem::path> usual_framework_folders(const std::filesystem::path& folder,
                                                           const std::filesystem::path& program);

/// For a terminal: the counts, then every row that does not add up or cannot be checked.
std::string in_words(const Imported& imported);
/// For machines: {"new_facts": …, "record": {…}, "named": [{"key", "verdict", "reason"}]}.
json::Object in_json(const Imported& imported);
terminal::Answer answer_of(const Imported& imported);
/// For summary.json: one member for each kind of fact.
json::Object in_json(const RecordCounts& counts);

}  // namespace sightline::exchange
