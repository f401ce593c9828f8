// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Codebooks and their themes in the database.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "theme/theme.h"

namespace sightline::theme::codebooks {

/// Whether the actor sees the evidence of any inspection of the programme.
bool sees_evidence_of(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme);

std::optional<CodebookId> of_programme(sql::Reader& reader, ProgrammeId programme);
CodebookId insert(sql::Transaction& work, ProgrammeId programme, std::string_view name);

/// In order: each theme of the upper level, then those below it.
std::vector<Theme> themes(sql::Reader& reader, CodebookId codebook);

/// Adds `added` (its id is given out and ignored here) at the end of those with the same parent.
Theme insert(sql::Transaction& work, Theme added, std::optional<PersonId> by, Timestamp now);
/// The next revision of its wording.
void revise(sql::Transaction& work, const Theme& revised, std::optional<PersonId> by, Timestamp now);
void retire(sql::Transaction& work, ThemeId theme, Timestamp now);

/// A page of the codebook in the same order, counting what the actor may see.
Page<CountedTheme> counted(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme,
                           CodebookId codebook, std::int64_t page_number);
/// The same for one theme.
Occurrence occurrence(sql::Reader& reader, const people::Actor& actor, ProgrammeId programme, ThemeId theme);

/// The newest `limit` wordings but the one that holds, newest first.
std::vector<EarlierWording> earlier_wordings(sql::Reader& reader, ThemeId theme, int limit);

std::span<const sql::Query> queries();

}  // namespace sightline::theme::codebooks
