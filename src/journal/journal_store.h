// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The journal's table. Entries are inserted and read; nothing updates or deletes one.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "journal/journal.h"
#include "platform/sql/database.h"

namespace sightline::journal {

std::optional<Entry> last_entry(sql::Reader& reader);

/// At most `limit` entries numbered above `after`, in order.
std::vector<Entry> entries_after(sql::Reader& reader, std::int64_t after, int limit);

/// The newest `limit` entries about `subject`, newest first.
std::vector<Entry> entries_about(sql::Reader& reader, const Subject& subject, int limit);

void insert_entry(sql::Transaction& work, const Entry& entry);

std::span<const sql::Query> queries();

}  // namespace sightline::journal
