// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The cells of the public record, read strictly: each function gives the value of
// one cell or a refusal that names file, line, column and what is wrong.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "base/result.h"
#include "base/source.h"
#include "base/words.h"
#include "platform/csv/csv.h"

namespace sightline::exchange {

/// The rows of one file of the record. Refuses, beside what csv::read() does, a byte order mark and a
/// cell that begins or ends with a blank.
Result<std::vector<csv::Row>> read_rows(const std::filesystem::path& file,
                                        const std::vector<std::string>& columns);

/// Empty means unknown.
std::optional<std::string> optional_text(const csv::Row& row, std::string_view column);
Result<std::string> required_text(const csv::Row& row, std::string_view column);
/// Refuses what is not its own slug (base/text.h): keys name things in addresses.
Result<std::string> key(const csv::Row& row, std::string_view column);

/// From 0 to 1,000,000.
Result<std::optional<int>> count(const csv::Row& row, std::string_view column);
Result<int> required_count(const csv::Row& row, std::string_view column);

Result<std::optional<PartialDate>> partial_date(const csv::Row& row, std::string_view column);
Result<std::optional<Period>> period(const csv::Row& row, std::string_view column);
Result<std::optional<Date>> whole_day(const csv::Row& row, std::string_view column);

/// An address of the web, with nothing hidden in it.
Result<std::optional<std::string>> address(const csv::Row& row, std::string_view column);

/// From the columns `source` and `source_type`. Refuses an empty source, background with an address,
/// and press or commissioner without one: those are judged from an address.
Result<Source> source(const csv::Row& row);

/// Refuses a cell that must be empty.
std::optional<Refusal> refuse_filled(const csv::Row& row, std::string_view column, std::string_view because);

/// "a, b or c", for a refusal.
std::string choices(const std::vector<std::string_view>& words);

template <HasWords Enum>
Result<std::optional<Enum>> optional_word(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::optional<Enum>();
  if (const std::optional<Enum> known = from_word<Enum>(row[column])) return known;
  std::vector<std::string_view> words;
  for (const Word<Enum>& entry : kWords<Enum>) words.push_back(entry.word);
  return row.refuse(column, "\"" + row[column] + "\" is not known here; write " + choices(words));
}

template <HasWords Enum>
Result<Enum> required_word(const csv::Row& row, std::string_view column) {
  SIGHTLINE_TRY(const std::optional<Enum> found, optional_word<Enum>(row, column));
  if (!found) return row.refuse(column, "this must not be empty");
  return *found;
}

}  // namespace sightline::exchange
