// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The facts of a programme, read from the revisions of every record that counts; and
// the definitions of its figures, which are inserted and read.
//
// Nothing here asks who wants to know: figure_service does, before it reads.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figure/facts.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::figures {

/// Every fact of the programme, as the reader's snapshot has it. Five queries; grows with the judgements and
/// codings of the programme.
Facts read_facts(sql::Reader& reader, programme::ProgrammeId programme);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::figures
