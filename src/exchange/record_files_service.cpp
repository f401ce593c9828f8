// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/record_files_service.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "platform/crypto/digest.h"
#include "programme/framework_file_service.h"

namespace sightline::exchange {

namespace {

/// REQUIRES: each of the files was read before.
std::string digest_of(const Folder& folder) {
  std::ostringstream digests;
  for (const char* name : {"forces.csv", "area_to_force.csv", "inspections.csv", "published_totals.csv",
                           "publication.csv", "responses.csv"}) {
    std::ostringstream text;
    text << std::ifstream(folder / name, std::ios::binary).rdbuf();
    digests << name << ' ' << crypto::sha256(text.view()).hex() << '\n';
  }
  return crypto::sha256(digests.view()).hex();
}

}  // namespace

Result<std::vector<programme::Framework>> read_frameworks(const Folder& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (files.empty())
    return Refusal{Refusal::Kind::NotFound,
                   "There is no framework (*.json) in " + folder.string() +
                       "; say where the frameworks are with --frameworks DIR.",
                   {}};
  std::sort(files.begin(), files.end());
  std::vector<programme::Framework> frameworks;
  for (const std::filesystem::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    Result<programme::Framework> framework = programme::read_framework(text.view());
    if (!framework) {
      Refusal refusal = std::move(framework).refusal();
      refusal.message = file.filename().string() + ": " + refusal.message;
      return refusal;
    }
    frameworks.push_back(*std::move(framework));
  }
  return frameworks;
}

Result<PublicRecord> read_public_record(const Folder& folder, const Folder& frameworks) {
  if (!std::filesystem::is_directory(folder))
    return Refusal{Refusal::Kind::NotFound, "There is no folder " + folder.string() + ".", {}};
  PublicRecord record;
  SIGHTLINE_TRY(record.frameworks, read_frameworks(frameworks));
  SIGHTLINE_TRY(record.forces, read_forces(folder));
  SIGHTLINE_TRY(record.areas, read_areas(folder, record.forces));
  SIGHTLINE_TRY(record.inspections, read_inspections(folder, record.forces, record.areas));
  SIGHTLINE_TRY(record.totals, read_totals(folder, record.forces, record.inspections, record.frameworks));
  SIGHTLINE_TRY(record.publications, read_publications(folder));
  SIGHTLINE_TRY(record.responses, read_responses(folder, record.forces, record.publications));
  record.digest = digest_of(folder);
  return record;
}

}  // namespace sightline::exchange
