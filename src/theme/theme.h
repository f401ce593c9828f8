// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Themes: what passages of evidence are about, in the words of a programme's codebook.
// Two levels: a theme may have themes below it, those have none. Handbook §11.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "programme/programme.h"

namespace sightline::theme {

using journal::PersonId;
using programme::ProgrammeId;
using CodebookId = Id<struct Codebook>;
using ThemeId = Id<struct Theme>;

/// What a theme is called and when a passage belongs to it.
struct Wording {
  std::string name;
  std::string definition;
  std::string when_to_use = {};      ///< May be empty.
  std::string when_not_to_use = {};  ///< May be empty.

  friend bool operator==(const Wording&, const Wording&) = default;
};

inline constexpr std::size_t kLongestName = 100;   ///< Characters.
inline constexpr std::size_t kLongestText = 2000;  ///< Characters, of each of the three texts.

/// Trimmed, with plain line ends. Refuses an empty name or definition, what is too long, and text with
/// control characters; every problem beside its field: name, definition, when-to-use, when-not-to-use.
Result<Wording> checked(Wording wording);

/// Refuses, beside the field "key", a key that is not its own slug (base/text.h) or longer than kLongestName.
Result<std::string> checked_key(std::string key);

enum class Use { InUse, Retired };

struct Theme {
  ThemeId id;
  CodebookId codebook;
  std::optional<ThemeId> parent;
  std::string key;  ///< Unique in its codebook; never changes.
  Wording wording;
  int position;  ///< 1, 2, 3 … among those with the same parent.
  int revision;  ///< Of its wording.
  std::optional<Timestamp> retired_at;

  Use use() const { return retired_at ? Use::Retired : Use::InUse; }
};

/// Null when no theme of `codebook` has this key. Valid as long as `codebook`.
const Theme* find(std::span<const Theme> codebook, std::string_view key);
const Theme* find(std::span<const Theme> codebook, ThemeId id);

/// Refuses to put a theme of that name below `parent` (a key; nothing: on the upper level): when there is no
/// such parent, when it is itself below another or retired, and when a theme in use there has this name
/// already. `but`: the theme that is given this name.
std::optional<Refusal> refuse_place(std::span<const Theme> codebook, const std::optional<std::string>& parent,
                                    std::string_view name, std::optional<ThemeId> but = std::nullopt);

/// Refuses with WrongState what is retired already, and what has a theme below it that is in use.
std::optional<Refusal> refuse_retiring(std::span<const Theme> codebook, const Theme& theme);

/// How often a theme occurs, in what cannot be inflated: an inspection or a force counts once, however many
/// passages speak of it. A theme counts what the themes below it count. An inspection of an area counts for
/// the forces that police the area. Handbook §11.9.
struct Occurrence {
  std::int64_t inspections = 0;
  std::int64_t forces = 0;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// One line of a codebook.
struct CountedTheme {
  Theme theme;
  std::optional<std::string> parent_name;
  Occurrence occurrence;
};

inline constexpr int kThemesOnAPage = 50;

/// A wording that a theme has had.
struct EarlierWording {
  int revision;
  Wording wording;
  std::optional<std::string> by;  ///< The person's name; nothing: the operator.
  Timestamp recorded_at;
};

Refusal no_such_codebook();
Refusal no_such_theme();

journal::StateText state_text(const Theme& of);

}  // namespace sightline::theme
