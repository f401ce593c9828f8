// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// libcsv behind csv.h: reading.
//
// libcsv knows no lines, ignores empty ones, trims blanks and ends rows at a bare
// CR. It is therefore fed one physical line at a time, which tells where a record
// begins and which of these liberties it took.

#include <csv.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/utf8.h"
#include "platform/csv/csv.h"

namespace sightline::csv {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// A name from a file, short enough for a sentence.
std::string in_quotes(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  if (name.size() <= kLongest) return "\"" + std::string(name) + "\"";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(name.substr(0, end)) + "…\"";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What is wrong with a header; nothing when it is as expected.
std::optional<std::string> header_problem(const std::vector<std::string>& found,
                                          const std::vector<std::string>& expected) {
  const std::string remedy = "; the first line must read " + joined(expected);
  for (const std::string& name : found)
    if (std::count(found.begin(), found.end(), name) > 1)
      return "the column " + in_quotes(name) + " stands here twice" + remedy;
  for (const std::string& name : expected)
    if (!contains(found, name)) return "the column " + in_quotes(name) + " is missing" + remedy;
  for (const std::string& name : found)
    if (!contains(expected, name)) return "the column " + in_quotes(name) + " is not known" + remedy;
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (found[i] != expected[i])
      return "the column " + in_quotes(found[i]) + " stands where " + in_quotes(expected[i]) + " must stand" +
             remedy;
  return std::nullopt;
}

/// Keeps libcsv's blanks: RFC 4180 §2.4 counts them as part of the cell.
int no_character(unsigned char) {
  return 0;
}

}  // namespace

/// One file while it is read.
class Reading {
 public:
  Reading(std::string_view file, const std::vector<std::string>& columns, Limits limits)
      : header_(std::make_shared<Row::Header>(Row::Header{std::string(file), columns})), limits_(limits) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0)
      throw std::runtime_error("libcsv could not be started");
    csv_set_space_func(&parser_, no_character);
    csv_set_blk_size(&parser_, std::size_t{16} << 10);
  }
  ~Reading() { csv_free(&parser_); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  Result<std::vector<Row>> read(std::string_view text) {
    if (text.size() > limits_.file_bytes)
      return refuse(1, "the file has more than the " + std::to_string(limits_.file_bytes) +
                           " bytes that are accepted; split it");
    if (const auto offset = first_invalid_utf8(text))
      return refuse(line_of(text, *offset), "a byte is not UTF-8; save the file as UTF-8");
    if (const std::size_t offset = text.find('\0'); offset != std::string_view::npos)
      return refuse(line_of(text, offset), "there is a character U+0000; remove it");
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    while (!text.empty() && !problem_) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      ++line_;
      feed_line(text.substr(0, end));
      text.remove_prefix(end);
    }
    if (!problem_) finish();
    if (problem_) return *std::move(problem_);
    return std::move(rows_);
  }

 private:
  static std::size_t line_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  }

  Refusal refuse(std::size_t line, std::string_view reason) const {
    return {Refusal::Kind::Invalid,
            header_->file + ", line " + std::to_string(line) + ": " + std::string(reason) + ".",
            {}};
  }
  void stop(std::size_t line, std::string_view reason) {
    if (!problem_) problem_ = refuse(line, reason);
  }

  /// `line` with its line end, which the last one may lack.
  void feed_line(std::string_view line) {
    std::string_view ending = line.ends_with("\r\n") ? "\r\n" : line.ends_with('\n') ? "\n" : "";
    const std::string_view body = line.substr(0, line.size() - ending.size());
    const bool begins_record = !inside_record_;
    if (begins_record) record_line_ = line_;
    if (begins_record && body.empty()) return stop(line_, "the line is empty; remove it");
    if (begins_record && body.starts_with('\r')) return stop_at_bare_return();
    inside_record_ = true;
    const std::size_t ended_before = records_ended_;
    feed(body);
    if (records_ended_ != ended_before) return stop_at_bare_return();
    feed(ending);
  }

  void stop_at_bare_return() { stop(line_, "a carriage return stands alone; end lines with LF or CRLF"); }

  void feed(std::string_view bytes) {
    if (problem_ || bytes.empty()) return;
    const std::size_t used = csv_parse(&parser_, bytes.data(), bytes.size(), cell_ended, record_ended, this);
    if (failure_) std::rethrow_exception(failure_);
    if (used == bytes.size()) return;
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    stop(line_,
         "a quotation mark stands inside a cell; enclose the whole cell in quotation marks and double those "
         "within");
  }

  void finish() {
    if (csv_fini(&parser_, cell_ended, record_ended, this) != 0)
      stop(record_line_,
           "a cell that begins with a quotation mark in this row never ends; add the closing one");
    if (failure_) std::rethrow_exception(failure_);
    if (line_ == 0) stop(1, "the file is empty; the first line must read " + joined(header_->columns));
  }

  // libcsv is C: nothing may be thrown through it.
  static void cell_ended(void* bytes, std::size_t size, void* reading) {
    static_cast<Reading*>(reading)->guarded([&](Reading& self) {
      self.add_cell({static_cast<const char*>(bytes), size});
    });
  }
  static void record_ended(int, void* reading) {
    static_cast<Reading*>(reading)->guarded([](Reading& self) { self.end_record(); });
  }
  template <class Action>
  void guarded(const Action& action) noexcept {
    if (failure_ || problem_) return;
    try {
      action(*this);
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  void add_cell(std::string_view cell) {
    if (cell.size() > limits_.cell_bytes)
      return stop(record_line_, "a cell has more than the " + std::to_string(limits_.cell_bytes) +
                                    " bytes that are accepted; shorten it");
    if (cells_.size() > header_->columns.size() + 100)
      return stop(record_line_, "this row has far too many cells");
    cells_.emplace_back(cell);
  }

  void end_record() {
    ++records_ended_;
    inside_record_ = false;
    std::vector<std::string> cells = std::exchange(cells_, {});
    if (records_ended_ == 1) {
      if (const auto problem = header_problem(cells, header_->columns)) stop(record_line_, *problem);
      return;
    }
    if (cells.size() != header_->columns.size())
      return stop(record_line_,
                  "this row has " + std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") +
                      " and must have " + std::to_string(header_->columns.size()) +
                      "; add or remove commas, or enclose cells with commas in quotation marks");
    if (rows_.size() == limits_.rows)
      return stop(record_line_, "the file has more than the " + std::to_string(limits_.rows) +
                                    " rows that are accepted; split it");
    Row row;
    row.header_ = header_;
    row.line_ = record_line_;
    row.cells_ = std::move(cells);
    rows_.push_back(std::move(row));
  }

  std::shared_ptr<const Row::Header> header_;
  Limits limits_;
  csv_parser parser_;
  std::size_t line_ = 0;
  std::size_t record_line_ = 0;
  bool inside_record_ = false;
  std::size_t records_ended_ = 0;
  std::vector<std::string> cells_;
  std::vector<Row> rows_;
  std::optional<Refusal> problem_;
  std::exception_ptr failure_;
};

const std::string& Row::operator[](std::string_view column) const {
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (header_->columns[i] == column) return cells_[i];
  throw std::logic_error("no column of this name was asked for");
}

Refusal Row::refuse(std::string_view column, std::string_view reason) const {
  return {Refusal::Kind::Invalid,
          header_->file + ", line " + std::to_string(line_) + ", " + std::string(column) + ": " +
              std::string(reason) + ".",
          {}};
}

Result<std::vector<Row>> read(std::string_view text, std::string_view file,
                              const std::vector<std::string>& columns, Limits limits) {
  return Reading(file, columns, limits).read(text);
}

Result<std::vector<Row>> read_file(const std::filesystem::path& path, const std::vector<std::string>& columns,
                                   Limits limits) {
  const std::string name = path.filename().string();
  std::ifstream file(path, std::ios::binary);
  if (!file && !std::filesystem::exists(path))
    return Refusal{
        Refusal::Kind::NotFound, "The file " + name + " is missing; put it beside the others.", {}};
  std::string text(limits.file_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file && !file.eof()) throw std::runtime_error("the file " + path.string() + " cannot be read");
  text.resize(static_cast<std::size_t>(file.gcount()));
  return read(text, name, columns, limits);
}

}  // namespace sightline::csv
