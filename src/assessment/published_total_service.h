// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Published totals: recording one as part of an import, and asking for them.

#pragma once

#include <vector>

#include "assessment/published_total.h"
#include "base/recorded.h"
#include "journal/journal_service.h"

namespace sightline::assessment {

/// For a command of another feature, which has checked its permission and says what changed.
/// The same facts again are accepted; refuses with Conflict when the key is on record with others, and
/// with Invalid when the numbers of counts and grades differ. Sums are not asked to be right.
Result<Recorded<PublishedTotalId>> record_published_total(journal::Work& work,
                                                          const PublishedTotal& published);

/// In the order in which they were recorded.
std::vector<PublishedTotal> all_published_totals(sql::Reader& reader);

}  // namespace sightline::assessment
