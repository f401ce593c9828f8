// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Documents and extracts in the database. Whoever may not see the evidence of an
// inspection does not get it from here: every question takes the actor, and excludes
// in the query.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "evidence/evidence.h"
#include "people/people.h"
#include "platform/sql/database.h"

namespace sightline::evidence::documents {

/// The file that a document was taken from.
struct File {
  std::string name;
  std::string digest;
  std::string content;
};

int next_number(sql::Reader& reader, InspectionId inspection);

/// Adds `added` (its id is given out and ignored here), its text and its file.
DocumentId insert(sql::Transaction& work, const Document& added, const std::string& text,
                  const std::optional<File>& file);

/// The document of that inspection which was taken from this very file.
std::optional<Document> of_file(sql::Reader& reader, InspectionId inspection, std::string_view digest);

/// The note that corrects this one.
std::optional<int> number_of_replacement(sql::Reader& reader, DocumentId id);
std::optional<int> number_of(sql::Reader& reader, DocumentId id);
/// Who recorded it, by name; nothing: the operator.
std::optional<std::string> recorder_of(sql::Reader& reader, DocumentId id);

/// Document `number` of the inspection `inspection_key`, if the actor may see its evidence.
std::optional<Document> visible_document(sql::Reader& reader, const people::Actor& actor,
                                         std::string_view inspection_key, std::int64_t number);

Page<DocumentLine> of_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId inspection,
                                 std::int64_t page_number);

std::string text_of(sql::Reader& reader, DocumentId id);
std::optional<std::string> file_of(sql::Reader& reader, DocumentId id);

/// In the order of the text.
std::vector<Extract> extracts_of(sql::Reader& reader, DocumentId id);
std::optional<Extract> extract_at(sql::Reader& reader, DocumentId id, const Range& range);
ExtractId insert(sql::Transaction& work, const Extract& added);

/// A passage without its words, and the text they stand in as far as there is one.
struct PassageInText {
  Passage passage;
  std::string text_digest;  ///< As recorded.
  std::optional<std::string> text;
};
std::optional<PassageInText> visible_passage(sql::Reader& reader, const people::Actor& actor,
                                             ExtractId extract);

std::span<const sql::Query> queries();

}  // namespace sightline::evidence::documents
