// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The facts of a programme as they stand: every record that counts, at its newest
// revision. How they stood when a figure was frozen is read by record_store.
//
// Nothing here asks who wants to know: figure_service does, before it reads.

#pragma once

#include <span>

#include "figure/facts.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::facts {

/// Every fact of the programme, as the reader's snapshot has it. Eleven queries, however many figures are
/// then worked out; their rows grow with the judgements and codings of the programme.
Facts read_facts(sql::Reader& reader, programme::ProgrammeId programme);

/// What a definition may name: also of inspections that are not published yet.
Names read_names(sql::Reader& reader, programme::ProgrammeId programme);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::facts
