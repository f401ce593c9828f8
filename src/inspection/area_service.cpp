// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "inspection/area_service.h"

#include <algorithm>

#include "base/text.h"
#include "inspection/inspection_store.h"
#include "people/organisation_service.h"

namespace sightline::inspection {

namespace {

using people::OrganisationId;
using people::OrganisationKind;

/// The organisation of that key and kind; else the field is refused with the sentence.
Result<OrganisationId> found(sql::Reader& reader, const std::string& key, OrganisationKind kind,
                             const char* field, const char* sentence) {
  const auto organisation = people::find_organisation(reader, key);
  if (organisation && organisation->kind == kind) return organisation->id;
  return Refusal{Refusal::Kind::Invalid, sentence, {{field, sentence}}};
}

journal::StateText state_text(const std::vector<OrganisationId>& forces) {
  journal::StateText text;
  for (const OrganisationId force : forces) text.add("policed_by", force.value());
  return text;
}

}  // namespace

Result<OrganisationId> decide(journal::Work& work, const people::Actor& actor,
                              const RecordForceOfArea& command) {
  if (auto refusal = people::refuse_unless(actor, RecordForceOfArea::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(const OrganisationId area,
                found(work.sql(), command.area_key, OrganisationKind::LocalAuthorityArea, "area",
                      "There is no council area with this key."));
  SIGHTLINE_TRY(const OrganisationId force,
                found(work.sql(), command.force_key, OrganisationKind::PoliceForce, "force",
                      "There is no police force with this key."));
  const std::string source(trimmed(command.source.text));
  if (source.empty())
    return Refusal{Refusal::Kind::Invalid,
                   "Say where this is known from.",
                   {{"source", "Say where this is known from."}}};
  const std::vector<OrganisationId> before = forces_policing(work.sql(), area);
  if (std::ranges::find(before, force) != before.end()) {
    work.unchanged();
    return area;
  }
  insert_area_force(work.sql(), area, force, {source, command.source.type});
  work.changed({"organisation", area.value()}, state_text(before),
               state_text(forces_policing(work.sql(), area)));
  return area;
}

}  // namespace sightline::inspection
