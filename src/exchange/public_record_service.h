// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The import of the public record: all of it in one command, or nothing.

#pragma once

#include <cstdint>
#include <vector>

#include "exchange/public_record.h"
#include "journal/journal_service.h"
#include "people/people.h"

namespace sightline::exchange {

/// How many facts of each kind there are.
struct RecordCounts {
  std::int64_t frameworks = 0;
  std::int64_t forces = 0;
  std::int64_t local_policing_bodies = 0;
  std::int64_t areas = 0;
  std::int64_t inspections = 0;
  std::int64_t published_totals = 0;
  std::int64_t totals_named = 0;  ///< Do not add up, or cannot be checked.
  std::int64_t publications = 0;
  std::int64_t publication_parts = 0;
  std::int64_t responses_expected = 0;
  std::int64_t responses_received = 0;
  friend bool operator==(const RecordCounts&, const RecordCounts&) = default;
};

struct Imported {
  std::int64_t new_facts = 0;  ///< 0: the same record was imported before, and nothing was changed.
  RecordCounts record;         ///< What the record holds.
  std::vector<NamedRow> named;
};

/// Brings the record into the database. What is there already is left alone, so the same record again
/// changes nothing.
///
/// Refused: NotPermitted without the permission; Conflict, naming the fact, where one is on record
/// otherwise; Invalid for a framework or a publication that cannot be.
struct ImportPublicRecord {
  static constexpr journal::Command kCommand{"exchange.import-public-record",
                                             "imported the public record as"};
  static constexpr people::Permission kNeeds = people::Permission::Publish;
  PublicRecord record;
};
Result<Imported> decide(journal::Work& work, const people::Actor& actor, const ImportPublicRecord& command);

/// What the database holds of the public record, whenever it came in.
RecordCounts counts_on_record(sql::Reader& reader, Date today);

}  // namespace sightline::exchange
