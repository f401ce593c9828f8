// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/programme_cli.h"

#include <fstream>
#include <sstream>

#include "programme/framework_file_service.h"
#include "programme/programme_service.h"

namespace sightline::programme {

namespace {

Result<std::string> text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (!std::filesystem::is_regular_file(file) || !stream || !(text << stream.rdbuf()))
    return Refusal{Refusal::Kind::Invalid, "The file could not be read.", {}};
  return std::move(text).str();
}

Result<Framework> framework_in(const std::filesystem::path& file) {
  SIGHTLINE_TRY(const std::string text, text_of(file));
  return read_framework(text);
}

}  // namespace

Result<terminal::Answer> adopt_framework_file(journal::Journal& journal, const people::Actor& actor,
                                              const std::filesystem::path& file) {
  Result<Framework> framework = framework_in(file);
  if (!framework) {
    Refusal refusal = std::move(framework).refusal();
    refusal.message = file.string() + ": " + refusal.message;
    return refusal;
  }
  SIGHTLINE_TRY(const auto adopted, journal.perform(actor, AdoptFramework{*framework}));
  const std::string name = framework->key + " version " + std::to_string(framework->version);
  const bool is_new = adopted.was == OnRecord::New;
  return terminal::Answer{
      .words = name + (is_new ? " was adopted." : " was already adopted; nothing changed."),
      .object = {{"framework", framework->key}, {"version", framework->version}, {"is_new", is_new}}};
}

Result<terminal::Answer> add_programme(journal::Journal& journal, const people::Actor& actor,
                                       const ProgrammeDetails& details) {
  SIGHTLINE_TRY(const ProgrammeId id, journal.perform(actor, AddProgramme{details}));
  return terminal::Answer{.words = "The programme " + details.key + " was added.",
                          .object = {{"programme", details.key}, {"number", id.value()}}};
}

}  // namespace sightline::programme
