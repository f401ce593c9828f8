// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// libcsv behind csv.h: writing.

#include <csv.h>

#include <stdexcept>

#include "base/utf8.h"
#include "platform/csv/csv.h"

namespace sightline::csv {

namespace {

bool needs_quotes(const std::string& cell) {
  return cell.find_first_of(",\"\r\n") != std::string::npos || cell.starts_with(' ') ||
         cell.starts_with('\t') || cell.ends_with(' ') || cell.ends_with('\t');
}

}  // namespace

Writer::Writer(const std::vector<std::string>& columns, Formulas formulas)
    : columns_(columns.size()), formulas_(formulas) {
  add(columns);
}

void Writer::add(const std::vector<std::string>& cells) {
  if (cells.size() != columns_)
    throw std::logic_error("a CSV row has another number of cells than its header");
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) text_ += ',';
    first = false;
    add_cell(cell);
  }
  text_ += "\r\n";
}

void Writer::add_cell(const std::string& cell) {
  if (first_invalid_utf8(cell)) throw std::logic_error("a cell for CSV is not UTF-8");
  const bool is_formula =
      !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const std::string written = formulas_ == Formulas::Disarm && is_formula ? "'" + cell : cell;
  if (!needs_quotes(written) && !(columns_ == 1 && written.empty())) {
    text_ += written;
    return;
  }
  const std::size_t start = text_.size();
  const std::size_t size = csv_write(nullptr, 0, written.data(), written.size());
  text_.resize(start + size);
  csv_write(text_.data() + start, size, written.data(), written.size());
}

}  // namespace sightline::csv
