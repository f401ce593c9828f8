// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/duty_service.h"

#include "people/organisation_service.h"
#include "publication/duty_store.h"

namespace sightline::publication {

Result<Recorded<DutyId>> record_duty(journal::Work& work, const Duty& duty) {
  const auto stored = duties::find(work.sql(), duty.publication, duty.body);
  if (!stored) return Recorded{duties::insert(work.sql(), duty), OnRecord::New};
  if (stored->duty == duty) return Recorded{stored->id, OnRecord::Already};
  const auto force = people::find_organisation(work.sql(), stored->duty.force);
  return Refusal{Refusal::Kind::Conflict,
                 "The response expected for " + (force ? force->name : std::string("this force")) +
                     " is on record with other facts about the body; nothing was changed.",
                 {}};
}

}  // namespace sightline::publication
