// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The journal's table. Entries are inserted and read; nothing updates or deletes one.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "journal/journal.h"
#include "platform/sql/database.h"

namespace sightline::journal {

std::optional<Entry> last_entry(sql::Reader& reader);

/// The number of the last entry; 0 before the first.
std::int64_t last_number(sql::Reader& reader);

/// Entries in order, up to the first whose row holds what no entry can.
struct Stretch {
  std::vector<Entry> entries;
  bool ends_at_unreadable = false;
};

/// Looks at no more than `limit` entries numbered above `after`.
Stretch entries_after(sql::Reader& reader, std::int64_t after, int limit);

/// The newest `limit` entries about `subject`, newest first.
std::vector<Entry> entries_about(sql::Reader& reader, const Subject& subject, int limit);

void insert_entry(sql::Transaction& work, const Entry& entry);

std::span<const sql::Query> queries();

}  // namespace sightline::journal
