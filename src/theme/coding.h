// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Coding: a person says that an extract is about a theme. What one person coded is kept
// apart from what another coded; nothing of it is ever deleted. Handbook §11.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "theme/theme.h"

namespace sightline::theme {

using evidence::ExtractId;
using evidence::Range;
using CodingId = Id<struct Coding>;

struct Coding {
  CodingId id;
  ExtractId extract;
  ThemeId theme;
  std::optional<PersonId> person;  ///< Who coded; nothing: the operator.
  Timestamp coded_at;
  std::string memo;                     ///< Empty: none.
  std::optional<Timestamp> removed_at;  ///< Nothing: it holds.
};

inline constexpr std::size_t kLongestMemo = 2000;  ///< Characters.

/// Trimmed, with plain line ends. Refuses, beside the field "memo", what is too long or holds control
/// characters.
Result<std::string> checked_memo(std::string_view typed);

/// The themes with these keys, each once, in the order of the codebook. Refuses, beside the field "themes",
/// none at all, a key that is not in the codebook and a theme that is retired.
Result<std::vector<Theme>> chosen(std::span<const Theme> codebook, std::span<const std::string> keys);

/// One coding as a page shows it.
struct CodingLine {
  CodingId id;
  ThemeId theme;
  std::string theme_key;
  std::string theme_name;
  std::optional<PersonId> person;
  std::optional<std::string> coder;  ///< The person's name; nothing: the operator.
  Timestamp coded_at;
  std::string memo;
};

/// An extract with the codings of it that hold.
struct CodedPassage {
  ExtractId extract;
  Range range;
  std::vector<CodingLine> codings;
};

/// The same on the page of a theme, with the place it was taken from.
struct QuotedPassage {
  ExtractId extract;
  std::string text;
  std::string inspection_key;
  std::string inspection_title;
  int document_number;
  std::string document_title;
  std::optional<int> replaced_by;  ///< The number of the note that corrects the one it was taken from.
  std::vector<CodingLine> codings;
};

inline constexpr int kPassagesOnAPage = 20;

/// A piece of text between two places where a passage begins or ends.
struct Run {
  Range range;
  std::vector<std::size_t> begin;  ///< The passages, by their index, that begin here.
  std::vector<std::size_t> end;    ///< Those that end with it.
  bool is_coded;                   ///< Whether any passage covers it.
};

/// Cuts each of `paragraphs` into the runs between which the passages do not change. Every passage that
/// covers any of the text begins and ends once. Both are in the order of the text.
std::vector<std::vector<Run>> runs_of(std::span<const Range> paragraphs, std::span<const Range> passages);

/// What the codings of an extract by one person come to.
journal::StateText state_text(ExtractId extract, std::span<const Coding> codings);
journal::StateText state_text(const Coding& of);

Refusal no_such_coding();

}  // namespace sightline::theme
