// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Duties to respond: recorded as part of a publication or of an import.

#pragma once

#include "base/recorded.h"
#include "journal/journal_service.h"
#include "publication/duty.h"

namespace sightline::publication {

/// For a command of another feature, which has checked its permission and says what changed. The same duty
/// again is accepted; refuses with Conflict when another of that body is on record for the publication.
Result<Recorded<DutyId>> record_duty(journal::Work& work, const Duty& duty);

}  // namespace sightline::publication
