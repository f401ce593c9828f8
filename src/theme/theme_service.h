// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about the codebook of a programme.
//
// A codebook is seen by whoever keeps it and by whoever sees evidence of any of the
// programme's inspections; for everybody else it is not there. What is counted is
// only what the asker may see: two people may rightly read two numbers.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "programme/programme.h"
#include "theme/theme.h"

namespace sightline::theme {

using people::Actor;
using people::Permission;

/// Adds a theme at the end of its level. The first one begins the programme's codebook.
///
/// Refused: NotFound for a codebook that the actor does not see; NotPermitted; Invalid for what checked(),
/// checked_key() and refuse_place() refuse and for a key that is taken, by a retired theme too.
struct AddTheme {
  static constexpr journal::Command kCommand{"theme.add", "added the theme"};
  static constexpr Permission kNeeds = Permission::ManageCodebook;

  std::string programme_key;
  std::string key;
  std::optional<std::string> parent_key;
  Wording wording;
};
Result<Theme> decide(journal::Work& work, const Actor& actor, const AddTheme& command);

/// Replaces the wording; what it was stays recorded. Refused: NotFound; NotPermitted; WrongState when
/// retired; Conflict when `based_on` is not the revision that holds; Invalid for what checked() and
/// refuse_place() refuse.
struct ReviseTheme {
  static constexpr journal::Command kCommand{"theme.revise", "revised the theme"};
  static constexpr Permission kNeeds = Permission::ManageCodebook;

  std::string programme_key;
  std::string key;
  int based_on;
  Wording wording;
};
Result<Theme> decide(journal::Work& work, const Actor& actor, const ReviseTheme& command);

/// Nothing new is coded with it from now on; what is coded stays and counts. Refused: NotFound; NotPermitted;
/// WrongState for what refuse_retiring() refuses.
struct RetireTheme {
  static constexpr journal::Command kCommand{"theme.retire", "retired the theme"};
  static constexpr Permission kNeeds = Permission::ManageCodebook;

  std::string programme_key;
  std::string key;
};
Result<Theme> decide(journal::Work& work, const Actor& actor, const RetireTheme& command);

// Questions. All refuse with NotFound what the actor does not see.

/// The programmes whose codebook the actor sees, begun or not, in order of name.
std::vector<programme::Programme> programmes_with_codebook(sql::Reader& reader, const Actor& actor);

enum class MayManage { No, Yes };

struct CodebookView {
  programme::Programme programme;
  MayManage may_manage;
  Page<CountedTheme> themes;
};
Result<CodebookView> codebook_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                   std::int64_t page_number);

/// The whole codebook without counts, retired themes too; in the order of the codebook.
Result<std::vector<Theme>> themes_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key);
/// The same, for whoever codes in an inspection of that programme.
std::vector<Theme> themes_of(sql::Reader& reader, ProgrammeId programme);

struct ThemeView {
  programme::Programme programme;
  MayManage may_manage;
  Theme theme;
  std::optional<Theme> parent;
  std::vector<Theme> below;
  Occurrence occurrence;
  std::vector<EarlierWording> earlier;  ///< The newest twenty.
};
Result<ThemeView> theme_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                             std::string_view theme_key);

}  // namespace sightline::theme
