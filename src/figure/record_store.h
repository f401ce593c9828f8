// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The record of a programme with every revision of it.
//
// Nothing here asks who wants to know: figure_service does, before it reads.

#pragma once

#include <span>

#include "figure/record.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::records {

/// Eleven queries. Reads every judgement ever recorded in the programme: to verify or explain what was
/// published, not for the pages of every day.
/// `names` are those of facts::read_names().
Record read_record(sql::Reader& reader, programme::ProgrammeId programme, Names names);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::records
