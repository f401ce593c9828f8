// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Organisations: adding them, recording the form they were seen in, asking for
// them. Handbook §2.1-2.4.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "base/recorded.h"
#include "journal/journal_service.h"
#include "people/people.h"

namespace sightline::people {

/// Refused: NotPermitted; Invalid for details that checked() refuses, a key that is taken, or an
/// overseer that does not exist.
struct AddOrganisation {
  static constexpr journal::Command kCommand{"people.add-organisation", "added the organisation"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  OrganisationDetails details;
};
Result<OrganisationId> decide(journal::Work& work, const Actor& actor, const AddOrganisation& command);

/// Refused: NotPermitted; NotFound; Invalid for a day that is no partial date, an empty form or
/// source; Conflict when a form was recorded for that day already.
struct RecordOrganisationForm {
  static constexpr journal::Command kCommand{"people.record-organisation-form", "recorded the form of"};
  static constexpr Permission kNeeds = Permission::ManagePeople;
  OrganisationId organisation;
  OrganisationForm form;
};
Result<OrganisationId> decide(journal::Work& work, const Actor& actor, const RecordOrganisationForm& command);

// For commands of other features that do more than this in one step (an import). They check their own
// permission and say themselves what changed.

/// The organisation of that key, added when it is not there. Refuses what AddOrganisation refuses for
/// its details, and with Conflict a key that is on record with other facts.
Result<Recorded<OrganisationId>> record_organisation(journal::Work& work, const OrganisationDetails& details);
/// Refuses what RecordOrganisationForm refuses for the form, except that the same form again is accepted.
Result<OnRecord> record_form(journal::Work& work, OrganisationId id, const OrganisationForm& form);

std::optional<Organisation> find_organisation(sql::Reader& reader, OrganisationId id);
std::optional<Organisation> find_organisation(sql::Reader& reader, std::string_view key);

/// In order of name; of every kind unless one is named.
Page<Organisation> list_organisations(sql::Reader& reader, std::optional<OrganisationKind> kind,
                                      std::int64_t page_number, int page_size = 50);
/// Those whose name contains `name`, as platform/sql/containing.h says, in order of name.
Page<Organisation> organisations_named(sql::Reader& reader, std::string_view name, std::int64_t page_number,
                                       int page_size = 10);

/// What the organisation was seen to be, in order of the day.
std::vector<OrganisationForm> forms_of(sql::Reader& reader, OrganisationId id);

}  // namespace sightline::people
