// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The tables of editions: inserted when one is published, read, never changed. What was
// published may be read by everybody; who may see more is asked by edition_service.

#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/database.h"
#include "publication/edition.h"

namespace sightline::publication::editions {

/// A figure as its row has it; JSON stays text.
struct FigureRow {
  std::string key;
  int revision;
  std::string title;
  std::string alternative_text;
  std::string definition;
  std::string words;
  std::string value;
  std::string shown;
  std::vector<figure::Input> inputs;
};

struct FileLine {
  std::string path;
  std::string media_type;
  std::string digest;  ///< SHA-256, hexadecimal.
  std::int64_t bytes;
};

struct FileRow {
  EditionFile file;
  std::string digest;
};

/// Of these members of `edition` id, newest, publication_key, programme_key and reality are not looked at.
EditionId insert(sql::Transaction& work, const Edition& edition);
void insert_section(sql::Transaction& work, EditionId edition, int position, const FrozenSection& section);
/// All figures of the edition at once: what they rest on is numbered across them.
void insert_figures(sql::Transaction& work, EditionId edition, std::span<const FigureRow> figures);
void insert_quotation(sql::Transaction& work, EditionId edition, const FrozenQuotation& quotation);
void insert_recommendation(sql::Transaction& work, EditionId edition,
                           const FrozenRecommendation& recommendation);
void insert_file(sql::Transaction& work, EditionId edition, const FileRow& row);

std::optional<Edition> find(sql::Reader& reader, std::string_view key);
/// Newest first; of every report unless one is named.
std::vector<Edition> all(sql::Reader& reader, std::optional<report::ReportId> report);

/// In order.
std::vector<FrozenSection> sections_of(sql::Reader& reader, EditionId edition);
/// In order of key.
std::vector<FigureRow> figures_of(sql::Reader& reader, EditionId edition);
/// In order of section, then of extract.
std::vector<FrozenQuotation> quotations_of(sql::Reader& reader, EditionId edition);
/// In order of key.
std::vector<FrozenRecommendation> recommendations_of(sql::Reader& reader, EditionId edition);
/// In order of path, without their bytes.
std::vector<FileLine> file_lines(sql::Reader& reader, EditionId edition);
/// In order of path.
std::vector<FileRow> files_of(sql::Reader& reader, EditionId edition);
std::optional<FileRow> find_file(sql::Reader& reader, EditionId edition, std::string_view path);

/// The digest of the whole edition that its entry in the journal bears.
std::optional<std::string> journalled_digest(sql::Reader& reader, EditionId edition);

/// A recommendation that publishing would take in.
struct Publishable {
  FrozenRecommendation recommendation;
  bool rests_on_agreed;  ///< Still on at least one agreed finding.
};
/// The settled recommendations of a programme that no publication has started the clock of, and those of
/// which `publication` has; in order of key.
std::vector<Publishable> publishable(sql::Reader& reader, programme::ProgrammeId programme,
                                     std::optional<PublicationId> publication);

/// The name of the first inspectorate of that reality, by name.
std::optional<std::string> inspectorate(sql::Reader& reader, people::Reality reality);

std::span<const sql::Query> queries();

}  // namespace sightline::publication::editions
