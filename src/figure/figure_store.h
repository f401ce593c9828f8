// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The figures of a programme in the database. Definitions are kept as the JSON that
// definition_file_service reads and writes; here they are text.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "figure/figure.h"
#include "platform/sql/database.h"
#include "programme/programme.h"

namespace sightline::figure::figures {

/// A figure at its newest revision, its definition unread.
struct StoredFigure {
  FigureId id;
  std::string key;
  int revision;
  std::string title;
  std::string alternative_text;
  std::string definition;
};

/// In order of key; `number` is moved to the nearest page there is.
Page<StoredFigure> page(sql::Reader& reader, programme::ProgrammeId programme, std::int64_t number, int size);
/// Every figure of the programme in order of key: some hundred, never paged where a whole report is worked
/// out.
std::vector<StoredFigure> all(sql::Reader& reader, programme::ProgrammeId programme);
std::optional<StoredFigure> find(sql::Reader& reader, programme::ProgrammeId programme, std::string_view key);

/// At revision 1; the id of `figure` is given out and ignored here. REQUIRES: the key is not taken.
FigureId insert(sql::Transaction& work, programme::ProgrammeId programme, const StoredFigure& figure,
                std::optional<people::PersonId> by, Timestamp now);
/// `figure` holds its new revision and what it now says.
void revise(sql::Transaction& work, const StoredFigure& figure, std::optional<people::PersonId> by,
            Timestamp now);

std::span<const sql::Query> queries();

}  // namespace sightline::figure::figures
