// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The index out of the database: whole, or brought up to date with what the journal
// says has changed since. This store writes no table.
//
// These functions do not ask who wants to know: whoever counts passes the inspections
// that the asker may see (dashboard_store.h).

#pragma once

#include <span>

#include "insight/index.h"
#include "platform/sql/database.h"

namespace sightline::insight::indexes {

/// The index at `entry`. Reads the database in slices of a few thousand cases, so that no more than one of
/// them is held beside the index. REQUIRES: `reader` is of the state in which `entry` is the last.
Index whole(sql::Reader& reader, std::int64_t entry);

/// A copy of `former` brought to `entry`: the cases that later entries are about are read anew, and all
/// inspections, which are few; the rest is as it was. It rests on every command that changes what is judged
/// in a case naming that case as its subject. REQUIRES: as above.
Index brought_to(sql::Reader& reader, std::int64_t entry, const Index& former);

std::span<const sql::Query> queries();

}  // namespace sightline::insight::indexes
