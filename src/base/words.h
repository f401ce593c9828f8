// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Words: the one spelling of an enumerator wherever it leaves the program.
//
// A stored or exported enum specialises kWords once, at the end of the header that
// defines it; the database, JSON, forms and the command line all use that spelling:
//
//   namespace sightline {
//   template <>
//   inline constexpr auto kWords<assessment::State> = std::to_array<Word<assessment::State>>({
//       {assessment::State::Draft, "draft"},
//       {assessment::State::Agreed, "agreed"},
//   });
//   }  // namespace sightline

#pragma once

#include <array>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace sightline {

template <class Enum>
struct Word {
  Enum value;
  std::string_view word;
};

/// Empty unless specialised: an enum without words cannot be stored.
template <class Enum>
inline constexpr std::array<Word<Enum>, 0> kWords{};

template <class Enum>
concept HasWords = (kWords<Enum>.size() > 0);

/// REQUIRES: `value` is an enumerator listed in kWords<Enum>.
template <HasWords Enum>
constexpr std::string_view word(Enum value) {
  for (const Word<Enum>& entry : kWords<Enum>)
    if (entry.value == value) return entry.word;
  std::abort();
}

/// Nothing when `text` is no word of this enum. Exact: no case folding, no trimming.
template <HasWords Enum>
constexpr std::optional<Enum> from_word(std::string_view text) {
  for (const Word<Enum>& entry : kWords<Enum>)
    if (entry.word == text) return entry.value;
  return std::nullopt;
}

}  // namespace sightline
