// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The whole of an edition as the text whose digest stands in the journal: what was
// frozen can be held against it ever after.

#pragma once

#include "journal/journal.h"
#include "platform/sql/database.h"
#include "publication/edition.h"

namespace sightline::publication {

/// Read from the tables, also while publishing, so that both times the same text is made. Files are in it by
/// their digests.
journal::StateText state_text(sql::Reader& reader, const Edition& edition);

}  // namespace sightline::publication
