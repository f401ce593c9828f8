// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about evidence.
//
// A document is opened before any command is given, by sightline-extract: what
// ImportDocument brings to the writer is text already, and what could not be read
// leaves nothing behind.
//
// Evidence that somebody may not see is answered like evidence that is not there.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "base/recorded.h"
#include "evidence/evidence.h"
#include "inspection/inspection_service.h"
#include "platform/extract/extractor.h"

namespace sightline::evidence {

using people::Actor;
using people::Permission;

/// Records what somebody typed. With `corrects`, it takes the place of that earlier note, which stays.
///
/// Refused: NotFound, also for a corrected document that is not there; NotPermitted; Invalid for what
/// checked() and checked_note() refuse; WrongState when `corrects` is no note or corrected already.
struct RecordNote {
  static constexpr journal::Command kCommand{"evidence.record-note", "recorded the note"};
  static constexpr Permission kNeeds = Permission::RecordEvidence;

  std::string inspection_key;
  Details details;
  std::string text;
  std::optional<int> corrects = {};  ///< The number of a note of the same inspection.
};
Result<Document> decide(journal::Work& work, const Actor& actor, const RecordNote& command);

/// A file and the text that was read in it.
struct ReadFile {
  std::string name;
  Format format;
  std::string content;
  std::string text;
};

/// Has the file read; call it outside any command. Refused, with a sentence that names the file: Invalid for
/// a kind of file that is not read here and for every reason of extract::Unreadable. Throws what
/// Extractor::read throws.
Result<ReadFile> read_file(const extract::Extractor& extractor, std::string name, std::string content);

/// Records a document that was read. Refused: NotFound; NotPermitted; Invalid for what checked() refuses and
/// for a file that this inspection has already, naming the document.
struct ImportDocument {
  static constexpr journal::Command kCommand{"evidence.import-document", "brought in the document"};
  static constexpr Permission kNeeds = Permission::RecordEvidence;

  std::string inspection_key;
  Details details;
  ReadFile file;
};
Result<Document> decide(journal::Work& work, const Actor& actor, const ImportDocument& command);

/// Marks a passage, unless exactly this one is marked already. Refused: NotFound; NotPermitted; Invalid for
/// what checked() refuses; WrongState for a note that has been corrected.
struct MarkExtract {
  static constexpr journal::Command kCommand{"evidence.mark-extract", "marked the extract"};
  static constexpr Permission kNeeds = Permission::CodeEvidence;

  std::string inspection_key;
  std::int64_t document_number;
  Range range;
};
Result<Recorded<ExtractId>> decide(journal::Work& work, const Actor& actor, const MarkExtract& command);

/// For a command of another feature that marks and does more in one unit: finds the extract or marks it, and
/// asks and refuses as MarkExtract does. Writes no journal entry.
Result<Recorded<ExtractId>> mark(journal::Work& work, const Actor& actor, std::string_view inspection_key,
                                 std::int64_t document_number, const Range& range);

// Questions. Lists come a page at a time.

struct DocumentList {
  inspection::Inspection inspection;
  people::Permissions held;  ///< What the actor may do in this inspection.
  Page<DocumentLine> documents;
};
/// By number. Refused: NotFound; NotPermitted for who sees the inspection but not its evidence.
Result<DocumentList> documents_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                  std::int64_t page_number);

struct DocumentView {
  inspection::Inspection inspection;
  people::Permissions held;
  Document document;
  std::string recorded_by;  ///< The person's name, or "The operator".
  std::optional<int> replaces;
  std::optional<int> replaced_by;
  std::string text;
  std::vector<Paragraph> paragraphs;
  std::vector<Extract> extracts;  ///< In the order of the text.
};
/// Refused: NotFound.
Result<DocumentView> document_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                   std::int64_t number);

/// The extract with this number, wherever it is; nothing for one that the actor may not see.
std::optional<Passage> passage(sql::Reader& reader, const Actor& actor, ExtractId extract);

struct OriginalFile {
  std::string name;
  std::string content;
};
/// The file that a document was taken from, as it came: nobody has said that it is harmless.
/// Refused: NotFound, also for a note.
Result<OriginalFile> original_file(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                   std::int64_t number);

}  // namespace sightline::evidence
