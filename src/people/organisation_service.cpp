// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/organisation_service.h"

#include "base/partial_date.h"
#include "base/text.h"
#include "people/organisation_store.h"

namespace sightline::people {

namespace {

journal::Subject subject(OrganisationId id) {
  return {"organisation", id.value()};
}

std::optional<std::int64_t> number(const std::optional<OrganisationId>& id) {
  if (!id) return std::nullopt;
  return id->value();
}

/// Everything known of an organisation, its forms included.
journal::StateText state_of(sql::Reader& reader, OrganisationId id) {
  const Organisation found = *organisations::find(reader, id);
  journal::StateText state;
  state.add("key", found.key)
      .add("name", found.name)
      .add("kind", word(found.kind))
      .add("reality", word(found.reality))
      .add("region", found.region)
      .add("nation", found.nation)
      .add("overseen_by", number(found.overseen_by))
      .add("source", found.source);
  for (const OrganisationForm& form : organisations::forms(reader, id))
    state.add("seen_on", form.seen_on).add("form", form.form).add("form_source", form.source);
  return state;
}

Result<OrganisationForm> checked(OrganisationForm form) {
  form.form = std::string(trimmed(form.form));
  form.source = std::string(trimmed(form.source));
  if (!PartialDate::from_iso(form.seen_on))
    return invalid_field("seen_on", "Give the day or month as 2020-02.");
  if (form.form.empty()) return invalid_field("form", "Say what the organisation was.");
  if (form.source.empty()) return invalid_field("source", "Say where this comes from.");
  return form;
}

}  // namespace

Result<OrganisationId> decide(journal::Work& work, const Actor& actor, const AddOrganisation& command) {
  if (auto refusal = refuse_unless(actor, AddOrganisation::kNeeds)) return *refusal;
  SIGHTLINE_TRY(const OrganisationDetails details, checked(command.details));
  if (organisations::find_by_key(work.sql(), details.key))
    return invalid_field("key", "There is already an organisation with this key.");
  if (details.overseen_by && !organisations::find(work.sql(), *details.overseen_by))
    return invalid_field("overseen_by", "There is no such overseeing organisation.");
  const OrganisationId id = organisations::insert(work.sql(), details);
  work.changed(subject(id), std::nullopt, state_of(work.sql(), id));
  return id;
}

Result<OrganisationId> decide(journal::Work& work, const Actor& actor,
                              const RecordOrganisationForm& command) {
  if (auto refusal = refuse_unless(actor, RecordOrganisationForm::kNeeds)) return *refusal;
  SIGHTLINE_TRY(const OrganisationForm form, checked(command.form));
  if (!organisations::find(work.sql(), command.organisation))
    return Refusal{Refusal::Kind::NotFound, "There is no such organisation.", {}};
  for (const OrganisationForm& known : organisations::forms(work.sql(), command.organisation))
    if (known.seen_on == form.seen_on)
      return Refusal{Refusal::Kind::Conflict, "A form is already recorded for that day.", {}};
  const journal::StateText before = state_of(work.sql(), command.organisation);
  organisations::insert_form(work.sql(), command.organisation, form);
  work.changed(subject(command.organisation), before, state_of(work.sql(), command.organisation));
  return command.organisation;
}

namespace {

bool says(const Organisation& known, const OrganisationDetails& details) {
  return known.name == details.name && known.kind == details.kind && known.reality == details.reality &&
         known.region == details.region && known.nation == details.nation &&
         known.overseen_by == details.overseen_by && known.source == details.source;
}

}  // namespace

Result<Recorded<OrganisationId>> record_organisation(journal::Work& work,
                                                     const OrganisationDetails& details) {
  SIGHTLINE_TRY(const OrganisationDetails wanted, checked(details));
  const std::optional<Organisation> known = organisations::find_by_key(work.sql(), wanted.key);
  if (!known) return Recorded{organisations::insert(work.sql(), wanted), OnRecord::New};
  if (says(*known, wanted)) return Recorded{known->id, OnRecord::Already};
  return Refusal{Refusal::Kind::Conflict,
                 "The organisation " + wanted.key + " is on record with other facts; nothing was changed.",
                 {}};
}

Result<OnRecord> record_form(journal::Work& work, OrganisationId id, const OrganisationForm& form) {
  SIGHTLINE_TRY(const OrganisationForm wanted, checked(form));
  for (const OrganisationForm& known : organisations::forms(work.sql(), id)) {
    if (known.seen_on != wanted.seen_on) continue;
    if (known.form == wanted.form && known.source == wanted.source) return OnRecord::Already;
    return Refusal{Refusal::Kind::Conflict, "Another form is already recorded for that day.", {}};
  }
  organisations::insert_form(work.sql(), id, wanted);
  return OnRecord::New;
}

std::optional<Organisation> find_organisation(sql::Reader& reader, OrganisationId id) {
  return organisations::find(reader, id);
}

std::optional<Organisation> find_organisation(sql::Reader& reader, std::string_view key) {
  return organisations::find_by_key(reader, key);
}

Page<Organisation> list_organisations(sql::Reader& reader, std::optional<OrganisationKind> kind,
                                      std::int64_t page_number, int page_size) {
  const organisations::Wanted wanted{.kind = kind};
  const Cut cut = cut_of(organisations::count(reader, wanted), page_number, page_size);
  return page_of(cut, organisations::list(reader, wanted, cut.offset, cut.size));
}

Page<Organisation> organisations_named(sql::Reader& reader, std::string_view name, std::int64_t page_number,
                                       int page_size) {
  const organisations::Wanted wanted{.name = name};
  const Cut cut = cut_of(organisations::count(reader, wanted), page_number, page_size);
  return page_of(cut, organisations::list(reader, wanted, cut.offset, cut.size));
}

std::vector<OrganisationForm> forms_of(sql::Reader& reader, OrganisationId id) {
  return organisations::forms(reader, id);
}

}  // namespace sightline::people
