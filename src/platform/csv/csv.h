// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// CSV files (RFC 4180): read strictly, written so that they read back the same.
//
// A file is read whole or refused. Every refusal is one sentence that names the
// file and the line and says what to do: "forces.csv, line 7: this row has 5
// cells and must have 7; add or remove commas."

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sightline::csv {

struct Limits {
  std::size_t file_bytes = std::size_t{16} << 20;
  std::size_t rows = 100'000;
  std::size_t cell_bytes = std::size_t{64} << 10;
};

/// One record below the header. Cheap to move; independent of the table.
class Row {
 public:
  /// The cell as it stands in the file, blanks kept, quotation marks resolved.
  /// REQUIRES: `column` is one of the expected columns; otherwise throws std::logic_error.
  const std::string& operator[](std::string_view column) const;

  /// Of the record's first character; the header is line 1.
  std::size_t line() const { return line_; }

  /// "FILE, line N, COLUMN: REASON": for what the reader of the cells finds wrong
  /// with one of them. `reason` is a clause with an instruction and no full stop.
  Refusal refuse(std::string_view column, std::string_view reason) const;

 private:
  friend class Reading;
  struct Header {
    std::string file;
    std::vector<std::string> columns;
  };

  std::shared_ptr<const Header> header_;
  std::size_t line_ = 0;
  std::vector<std::string> cells_;
};

/// Reads `text`, whose first record must name exactly `columns` in this order.
/// UTF-8 with or without a byte-order mark; lines end in LF or CRLF; a quoted cell
/// may span lines. Refuses empty lines, a bare CR, U+0000, quotation marks inside
/// a bare cell, rows of another length and whatever exceeds the limits. `file` is
/// only the name used in refusals.
Result<std::vector<Row>> read(std::string_view text, std::string_view file,
                              const std::vector<std::string>& columns, Limits limits = {});

/// The same from disk; a refusal names the file without its directory. A file that
/// is not there is refused too (NotFound); one that cannot be read throws
/// std::runtime_error.
Result<std::vector<Row>> read_file(const std::filesystem::path& path, const std::vector<std::string>& columns,
                                   Limits limits = {});

/// What to do with cells that a spreadsheet would run as a formula: those beginning
/// with = + - @, a tab or a carriage return. Keep writes them as they are, so that
/// -3 stays a number and the file reads back the same. Disarm puts an apostrophe in
/// front, for files of free text meant to be opened in a spreadsheet; it changes the
/// data. See OWASP, "CSV Injection".
enum class Formulas { Keep, Disarm };

/// Lines end in CRLF. A cell is quoted when it must be: a comma, a quotation mark,
/// a line end, a blank at either end, or nothing in a table of one column.
class Writer {
 public:
  explicit Writer(const std::vector<std::string>& columns, Formulas formulas = Formulas::Keep);

  /// REQUIRES: as many cells as columns, each UTF-8; otherwise throws std::logic_error.
  void add(const std::vector<std::string>& cells);

  /// The whole file so far.
  const std::string& text() const { return text_; }

 private:
  void add_cell(const std::string& cell);

  std::size_t columns_;
  Formulas formulas_;
  std::string text_;
};

}  // namespace sightline::csv
