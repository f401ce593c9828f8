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

#include "base/page.h"
#include "figure/facts.h"
#include "figure/figure.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::figures {

/// Every fact of the programme, as the reader's snapshot has it. Eleven queries, however many figures are
/// then worked out; their rows grow with the judgements and codings of the programme.
Facts read_facts(sql::Reader& reader, programme::ProgrammeId programme);

/// What a definition may name: also of inspections that are not published yet.
Names read_names(sql::Reader& reader, programme::ProgrammeId programme);

/// In order of key; `number` is moved to the nearest page there is.
Page<Figure> page_of_figures(sql::Reader& reader, programme::ProgrammeId programme, std::int64_t number,
                             int size);
std::vector<Figure> all_figures(sql::Reader& reader, programme::ProgrammeId programme);
std::optional<Figure> find(sql::Reader& reader, programme::ProgrammeId programme, std::string_view key);

/// At revision 1. REQUIRES: the key is not taken.
Figure insert(sql::Transaction& work, programme::ProgrammeId programme, const std::string& key,
              const FigureDetails& details, std::optional<people::PersonId> by, Timestamp now);
/// `revised` holds its new revision and details.
void revise(sql::Transaction& work, const Figure& revised, std::optional<people::PersonId> by, Timestamp now);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::figures
