// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/programme_service.h"

#include "programme/programme_store.h"

namespace sightline::programme {

namespace {

journal::StateText state_of(const ProgrammeDetails& details) {
  return journal::StateText()
      .add("key", details.key)
      .add("name", details.name)
      .add("reality", word(details.reality))
      .add("source", details.source);
}

journal::StateText state_of(const Framework& framework) {
  journal::StateText text;
  text.add("key", framework.key)
      .add("version", framework.version)
      .add("name", framework.name)
      .add("valid_from", framework.valid_from.iso())
      .add("self_assessment", framework.self_assessment == BodySelfAssessment::Yes)
      .add("case_audit", framework.case_audit == BodyCaseAudit::Yes)
      .add("source", framework.source)
      .add("note", framework.note);
  if (framework.scale) {
    text.add("scale", framework.scale->key);
    for (const std::string& label : framework.scale->labels) text.add("grade", label);
  }
  for (const Area& area : framework.areas)
    text.add("area", area.key)
        .add("area_name", area.name)
        .add("looks_at", area.looks_at)
        .add("is_overall", area.kind == AreaKind::Overall);
  for (const CaseKind& kind : framework.case_kinds)
    text.add("case_kind", kind.key).add("case_kind_name", kind.name);
  return text;
}

std::string name_of_version(const Framework& framework) {
  return framework.key + " version " + std::to_string(framework.version);
}

Result<ProgrammeId> add(journal::Work& work, const ProgrammeDetails& details) {
  if (programme_by_key(work.sql(), details.key))
    return Refusal{Refusal::Kind::Invalid,
                   "The programme could not be added.",
                   {{"key", "There is a programme under this key already."}}};
  return insert_programme(work.sql(), details);
}

}  // namespace

Result<ProgrammeId> decide(journal::Work& work, const people::Actor& actor, const AddProgramme& command) {
  if (auto refusal = refuse_unless(actor, AddProgramme::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(const ProgrammeDetails details, checked(command.details));
  SIGHTLINE_TRY(const ProgrammeId id, add(work, details));
  work.changed({"programme", id.value()}, std::nullopt, state_of(details));
  return id;
}

Result<Recorded<FrameworkVersionId>> decide(journal::Work& work, const people::Actor& actor,
                                            const AdoptFramework& command) {
  if (auto refusal = refuse_unless(actor, AdoptFramework::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(const auto adopted, record_framework(work, command.framework));
  const journal::StateText state = state_of(command.framework);
  std::optional<journal::StateText> before;
  if (adopted.was == OnRecord::Already) before = state;
  work.changed({"framework-version", adopted.id.value()}, before, state);
  return adopted;
}

Result<Recorded<ProgrammeId>> record_programme(journal::Work& work, const ProgrammeDetails& details) {
  SIGHTLINE_TRY(const ProgrammeDetails wanted, checked(details));
  if (const auto known = programme_by_key(work.sql(), wanted.key); known && known->details == wanted)
    return Recorded{known->id, OnRecord::Already};
  SIGHTLINE_TRY(const ProgrammeId id, add(work, wanted));
  return Recorded{id, OnRecord::New};
}

// Handbook §3.3
Result<Recorded<FrameworkVersionId>> record_framework(journal::Work& work, const Framework& asked) {
  SIGHTLINE_TRY(const Framework framework, checked(asked));
  if (const auto id = framework_id(work.sql(), framework.key, framework.version)) {
    if (framework_by_id(work.sql(), *id)->framework == framework) return Recorded{*id, OnRecord::Already};
    return Refusal{Refusal::Kind::Conflict,
                   name_of_version(framework) +
                       " was adopted with other content and can no longer change. Give the change the next "
                       "version number.",
                   {}};
  }
  if (framework.scale) {
    const std::optional<Scale> known = scale_by_key(work.sql(), framework.scale->key);
    if (known && *known != *framework.scale)
      return Refusal{
          Refusal::Kind::Conflict,
          "The scale " + known->key +
              " was adopted with other content and can no longer change. Give the new scale a key of "
              "its own.",
          {}};
    if (!known) insert_scale(work.sql(), *framework.scale);
  }
  return Recorded{insert_framework(work.sql(), framework), OnRecord::New};
}

std::optional<Programme> find_programme(sql::Reader& reader, std::string_view key) {
  return programme_by_key(reader, key);
}

std::optional<Programme> find_programme(sql::Reader& reader, ProgrammeId id) {
  return programme_by_id(reader, id);
}

std::vector<Programme> programmes(sql::Reader& reader) {
  return all_programmes(reader);
}

std::shared_ptr<const AdoptedFramework> find_framework(sql::Reader& reader, FrameworkVersionId id) {
  return framework_by_id(reader, id);
}

std::shared_ptr<const AdoptedFramework> find_framework(sql::Reader& reader, std::string_view key,
                                                       int version) {
  const std::optional<FrameworkVersionId> id = framework_id(reader, key, version);
  return id ? framework_by_id(reader, *id) : nullptr;
}

std::vector<AdoptedFramework> frameworks(sql::Reader& reader) {
  std::vector<AdoptedFramework> adopted;
  for (const FrameworkVersionId id : all_framework_ids(reader))
    adopted.push_back(*framework_by_id(reader, id));
  return adopted;
}

std::optional<Scale> find_scale(sql::Reader& reader, std::string_view key) {
  return scale_by_key(reader, key);
}

}  // namespace sightline::programme
