// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/record_cells_service.h"

#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"

namespace sightline::exchange {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr int kLargestCount = 1'000'000;

bool is_web_address(std::string_view text) {
  const std::string folded = lower_ascii(text);
  const std::size_t host = folded.starts_with("https://") ? 8 : folded.starts_with("http://") ? 7 : 0;
  return host > 0 && text.size() > host && text[host] != '/' &&
         text.find_first_of(" \t\r\n\"<>\\") == std::string_view::npos;
}

Result<std::string> text_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (!std::filesystem::is_regular_file(file))
    return Refusal{Refusal::Kind::NotFound,
                   name + ": there is no such file in " + file.parent_path().string() + ".",
                   {}};
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream || !text) throw std::runtime_error("the file " + file.string() + " cannot be read");
  if (text.view().starts_with(kByteOrderMark))
    return Refusal{Refusal::Kind::Invalid,
                   name + ", line 1: the file begins with a byte order mark; save it without one.",
                   {}};
  return std::move(text).str();
}

}  // namespace

Result<std::vector<csv::Row>> read_rows(const std::filesystem::path& file,
                                        const std::vector<std::string>& columns) {
  SIGHTLINE_TRY(const std::string text, text_of(file));
  SIGHTLINE_TRY(std::vector<csv::Row> rows, csv::read(text, file.filename().string(), columns));
  for (const csv::Row& row : rows)
    for (const std::string& column : columns)
      if (trimmed(row[column]) != row[column])
        return row.refuse(column, "the cell begins or ends with a blank; remove it");
  return rows;
}

std::optional<std::string> optional_text(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::nullopt;
  return row[column];
}

Result<std::string> required_text(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return row.refuse(column, "this must not be empty");
  return row[column];
}

Result<std::string> key(const csv::Row& row, std::string_view column) {
  SIGHTLINE_TRY(std::string text, required_text(row, column));
  if (slug(text) != text)
    return row.refuse(column, "a key is made of lower-case letters and digits with single hyphens between");
  return text;
}

Result<std::optional<int>> count(const csv::Row& row, std::string_view column) {
  const std::string& text = row[column];
  if (text.empty()) return std::optional<int>();
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > kLargestCount ||
      std::to_string(number) != text)
    return row.refuse(column, "\"" + text + "\" is not a count; write digits alone");
  return std::optional(number);
}

Result<int> required_count(const csv::Row& row, std::string_view column) {
  SIGHTLINE_TRY(const std::optional<int> found, count(row, column));
  if (!found) return row.refuse(column, "this must not be empty");
  return *found;
}

Result<std::optional<PartialDate>> partial_date(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::optional<PartialDate>();
  const auto date = PartialDate::from_iso(row[column]);
  if (!date)
    return row.refuse(column, "\"" + row[column] + "\" is no date; write it as 2014, 2014-08 or 2019-02-04");
  return date;
}

Result<std::optional<Period>> period(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::optional<Period>();
  const auto period = Period::from_iso(row[column]);
  if (!period)
    return row.refuse(column, "\"" + row[column] +
                                  "\" is no date or period; write it as 2014-08 or 2014-08/2014-09, the "
                                  "first date not after the second");
  return period;
}

Result<std::optional<Date>> whole_day(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::optional<Date>();
  const auto day = Date::from_iso(row[column]);
  if (!day) return row.refuse(column, "\"" + row[column] + "\" is no day; write it as 2020-02-27");
  return day;
}

Result<std::optional<std::string>> address(const csv::Row& row, std::string_view column) {
  if (row[column].empty()) return std::optional<std::string>();
  if (!is_web_address(row[column]))
    return row.refuse(column, "this is no address; write it with https:// or http:// and without blanks");
  return std::optional(row[column]);
}

Result<Source> source(const csv::Row& row) {
  SIGHTLINE_TRY(const std::string text, required_text(row, "source"));
  SIGHTLINE_TRY(const SourceType type, required_word<SourceType>(row, "source_type"));
  const bool claims_address = lower_ascii(text).starts_with("http");
  if (claims_address && !is_web_address(text)) return row.refuse("source", "this is no address");
  if (claims_address && type == SourceType::Background)
    return row.refuse("source_type", "what has an address is not background");
  if (!claims_address && (type == SourceType::Press || type == SourceType::Commissioner))
    return row.refuse("source_type", "this is judged from an address, and the source has none");
  return Source{text, type};
}

std::optional<Refusal> refuse_filled(const csv::Row& row, std::string_view column, std::string_view because) {
  if (row[column].empty()) return std::nullopt;
  return row.refuse(column, "this must be empty " + std::string(because));
}

std::string choices(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace sightline::exchange
