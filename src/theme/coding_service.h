// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about what is coded where.
//
// Evidence that somebody may not see is answered like evidence that is not there,
// and so is every coding in it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "evidence/evidence_service.h"
#include "theme/coding.h"
#include "theme/theme_service.h"

namespace sightline::theme {

/// Marks the passage, unless it is marked, and codes it with every one of the themes, all or none.
///
/// Refused: what evidence::mark() refuses; Invalid for what chosen() and checked_memo() refuse and for a
/// theme with which this person has coded this very passage already.
struct CodePassage {
  static constexpr journal::Command kCommand{"theme.code-passage", "coded the extract"};
  static constexpr Permission kNeeds = Permission::CodeEvidence;

  std::string inspection_key;
  std::int64_t document_number;
  std::int64_t begin;
  std::int64_t end;
  std::vector<std::string> theme_keys;
  std::string memo = {};  ///< Kept with each of the codings; empty: none.
};
struct Coded {
  ExtractId extract;
  std::vector<CodingId> codings;  ///< In the order of the codebook.
};
Result<Coded> decide(journal::Work& work, const Actor& actor, const CodePassage& command);

/// The coding no longer holds; it is kept, with who removed it and when. Refused: NotFound; NotPermitted for
/// whoever neither made it nor keeps the codebook; WrongState when it was removed before.
struct RemoveCoding {
  static constexpr journal::Command kCommand{"theme.remove-coding", "removed the coding"};
  static constexpr Permission kNeeds = Permission::CodeEvidence;

  std::string inspection_key;
  std::int64_t document_number;
  CodingId coding;
};
Result<CodingId> decide(journal::Work& work, const Actor& actor, const RemoveCoding& command);

/// Replaces the memo of one's own coding; what it was stays recorded. Refused: NotFound; NotPermitted for a
/// coding of somebody else; WrongState when it was removed; Invalid for what checked_memo() refuses.
struct WriteMemo {
  static constexpr journal::Command kCommand{"theme.write-memo", "wrote the memo of the coding"};
  static constexpr Permission kNeeds = Permission::CodeEvidence;

  std::string inspection_key;
  std::int64_t document_number;
  CodingId coding;
  std::string memo;  ///< Empty: none any more.
};
Result<CodingId> decide(journal::Work& work, const Actor& actor, const WriteMemo& command);

// Questions.

/// Whose codings are wanted: one may wish to code without seeing what others saw.
enum class Coder { Anybody, Asker };

/// A document with what is coded in it.
struct CodingView {
  evidence::DocumentView document;
  std::string programme_key;
  std::vector<Theme> codebook;         ///< With retired themes.
  std::vector<CodedPassage> passages;  ///< In the order of the text.
};
/// Refused: NotFound.
Result<CodingView> coding_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                               std::int64_t number, Coder coder = Coder::Anybody);

/// What the asker may do with a coding that they see. `held`: what they may do in its inspection.
bool may_remove(const Actor& actor, people::Permissions held, const std::optional<PersonId>& coder);
bool may_write_memo(const Actor& actor, people::Permissions held, const std::optional<PersonId>& coder);

/// The passages of a theme and of the themes below it, newest first, among what the asker may see.
/// Refused: NotFound.
Result<Page<QuotedPassage>> passages_of(sql::Reader& reader, const Actor& actor,
                                        std::string_view programme_key, std::string_view theme_key,
                                        std::int64_t page_number);

}  // namespace sightline::theme
