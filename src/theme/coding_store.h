// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Codings and their memos in the database. Whoever may not see the evidence of an
// inspection does not get its codings from here: it is excluded in the query.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "theme/coding.h"

namespace sightline::theme::codings {

/// A coding and the inspection it was made in.
struct PlacedCoding {
  Coding coding;
  evidence::InspectionId inspection;
};

/// That coding of document `number` of that inspection, removed ones too, if the actor may see the evidence.
std::optional<PlacedCoding> visible(sql::Reader& reader, const people::Actor& actor,
                                    std::string_view inspection_key, std::int64_t number, CodingId id);

/// The codings by that person (nothing: the operator) that hold.
std::vector<Coding> of_extract(sql::Reader& reader, ExtractId extract, std::optional<PersonId> person);

/// Adds `added` (its id is given out and ignored here) without its memo.
CodingId insert(sql::Transaction& work, const Coding& added);
void remove(sql::Transaction& work, CodingId id, std::optional<PersonId> by, Timestamp now);
/// The next revision of the memo.
void write_memo(sql::Transaction& work, CodingId id, std::string_view text, Timestamp now);

/// What is coded in a document and holds, in the order of its text; of one extract, in the order of the
/// codebook. REQUIRES: the asker may see the document.
std::vector<CodedPassage> of_document(sql::Reader& reader, evidence::DocumentId document);

/// The passages of a theme and of the themes below it that the actor may see, newest first.
Page<QuotedPassage> of_theme(sql::Reader& reader, const people::Actor& actor, ThemeId theme,
                             std::int64_t page_number);

std::span<const sql::Query> queries();

}  // namespace sightline::theme::codings
