// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Which forces police a council area. Joint inspections are of areas: whom they concern,
// and who is barred from them by a conflict of interest, follows from this. Handbook §2.4,
// §2.16.

#pragma once

#include "base/source.h"
#include "journal/journal_service.h"
#include "people/people.h"

namespace sightline::inspection {

/// Puts on record that a force polices an area. The same pair again changes nothing. Refused: NotPermitted;
/// Invalid for an area that is none ("area"), a force that is none ("force"), and no source ("source").
struct RecordForceOfArea {
  static constexpr journal::Command kCommand{"inspection.record-force-of-area",
                                             "recorded which force polices the area"};
  static constexpr people::Permission kNeeds = people::Permission::ManagePeople;

  std::string area_key;
  std::string force_key;
  Source source;
};
Result<people::OrganisationId> decide(journal::Work& work, const people::Actor& actor,
                                      const RecordForceOfArea& command);

}  // namespace sightline::inspection
