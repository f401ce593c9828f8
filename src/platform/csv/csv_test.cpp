// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Files as people send them, right and wrong, and files as we write them.

#include "platform/csv/csv.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

namespace sightline::csv {
namespace {

const std::vector<std::string> kColumns{"force", "region"};

std::string why_not(std::string_view text, Limits limits = {}) {
  const auto rows = read(text, "forces.csv", kColumns, limits);
  return rows ? "it was read" : rows.refusal().message;
}

TEST_CASE("cells are read by the name of their column, and a row knows its line") {
  const auto rows = read("force,region\nGwent,Wales\nNorfolk,\"East, of England\"\n", "forces.csv", kColumns);
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0]["force"] == "Gwent");
  CHECK((*rows)[0].line() == 2);
  CHECK((*rows)[1]["region"] == "East, of England");
  CHECK((*rows)[1].line() == 3);
  CHECK_THROWS_AS((*rows)[0]["county"], std::logic_error);
}

TEST_CASE("quotation marks, line ends and blanks within a cell are kept as they are") {
  const auto rows = read("force,region\r\n\"said \"\"no\"\"\",\"one\r\ntwo\nthree\"\r\n  a , b\t\r\nlast,row",
                         "forces.csv", kColumns);
  REQUIRE(rows);
  REQUIRE(rows->size() == 3);
  CHECK((*rows)[0]["force"] == "said \"no\"");
  CHECK((*rows)[0]["region"] == "one\r\ntwo\nthree");
  CHECK((*rows)[1]["force"] == "  a ");
  CHECK((*rows)[1]["region"] == " b\t");
  CHECK((*rows)[1].line() == 5);
  CHECK((*rows)[2]["region"] == "row");
}

TEST_CASE("a byte-order mark and a file with nothing but its header are accepted") {
  CHECK(why_not("\xef\xbb\xbf"
                "force,region\n") == "it was read");
  CHECK(why_not("force,region") == "it was read");
  CHECK(why_not("\"force\",\"region\"\r\n") == "it was read");
}

TEST_CASE("a header that is not exactly the expected one is refused, and the column is named") {
  const std::string remedy = "; the first line must read force,region.";
  CHECK(why_not("") == "forces.csv, line 1: the file is empty" + remedy);
  CHECK(why_not("\xef\xbb\xbf") == "forces.csv, line 1: the file is empty" + remedy);
  CHECK(why_not("force\n") == "forces.csv, line 1: the column \"region\" is missing" + remedy);
  CHECK(why_not("force,region,nation\n") ==
        "forces.csv, line 1: the column \"nation\" is not known" + remedy);
  CHECK(why_not("force,region,force\n") ==
        "forces.csv, line 1: the column \"force\" stands here twice" + remedy);
  CHECK(why_not("region,force\n") ==
        "forces.csv, line 1: the column \"region\" stands where \"force\" must stand" + remedy);
  CHECK(why_not("Force,region\n") == "forces.csv, line 1: the column \"force\" is missing" + remedy);
  CHECK(why_not("force, region\n") == "forces.csv, line 1: the column \"region\" is missing" + remedy);
}

TEST_CASE("a row with too few or too many cells is refused, and its first line is named") {
  CHECK(
      why_not("force,region\n\"one\ntwo\",x\nGwent\n") ==
      "forces.csv, line 4: this row has 1 cell and must have 2; add or remove commas, or enclose cells with "
      "commas in quotation marks.");
  CHECK(why_not("force,region\nGwent,Wales,\n").starts_with("forces.csv, line 2: this row has 3 cells"));
}

TEST_CASE("an empty line is refused, at the end of the file as well") {
  CHECK(why_not("force,region\n\nGwent,Wales\n") == "forces.csv, line 2: the line is empty; remove it.");
  CHECK(why_not("force,region\r\nGwent,Wales\r\n\r\n") ==
        "forces.csv, line 3: the line is empty; remove it.");
  CHECK(why_not("\nforce,region\n") == "forces.csv, line 1: the line is empty; remove it.");
}

TEST_CASE(
    "a misplaced quotation mark is refused where it stands, one that never closes where its row begins") {
  CHECK(why_not("force,region\nGw\"ent,Wales\n")
            .starts_with("forces.csv, line 2: a quotation mark stands inside"));
  CHECK(why_not("force,region\n\"Gwent\"x,Wales\n")
            .starts_with("forces.csv, line 2: a quotation mark stands inside"));
  CHECK(why_not("force,region\nGwent,\"Wales\nNorfolk,East\n")
            .starts_with(
                "forces.csv, line 2: a cell that begins with a quotation mark in this row never ends"));
}

TEST_CASE("a carriage return outside quotation marks ends a line only together with a line feed") {
  for (const char* text : {"force,region\rGwent,Wales\n", "force,region\r",
                           "force,region\r\r\nGwent,Wales\r\n", "\rforce,region\n", "force,region\n\r\r\n"})
    CHECK(why_not(text).ends_with("a carriage return stands alone; end lines with LF or CRLF."));
}

TEST_CASE("a file in another encoding is refused at the first line that shows it") {
  CHECK(why_not("force,region\nGwent,Wales\nDyfed,caf\xe9\n") ==
        "forces.csv, line 3: a byte is not UTF-8; save the file as UTF-8.");
  CHECK(why_not(std::string("force,region\nGw\0ent,Wales\n", 26)) ==
        "forces.csv, line 2: there is a character U+0000; remove it.");
}

TEST_CASE("a file, a table or a cell that is too large is refused") {
  const std::string text = "force,region\nGwent,Wales\n";
  CHECK(why_not(text, {.file_bytes = text.size(), .rows = 1, .cell_bytes = 6}) == "it was read");
  CHECK(why_not(text, {.file_bytes = text.size() - 1})
            .starts_with("forces.csv, line 1: the file has more than the 24"));
  CHECK(why_not(text, {.rows = 0}).starts_with("forces.csv, line 2: the file has more than the 0 rows"));
  CHECK(why_not("force,region\nGlamorgan,Wales\n", {.cell_bytes = 8})
            .starts_with("forces.csv, line 2: a cell has more than the 8 bytes"));
  CHECK(why_not("force,region\n" + std::string(100'000, ','))
            .starts_with("forces.csv, line 2: this row has far too many"));
}

TEST_CASE("what a reader finds wrong with a cell is told with file, line and column") {
  const auto rows = read("force,region\nGwent,Atlantis\n", "forces.csv", kColumns);
  CHECK((*rows)[0].refuse("region", "this region is not known; choose one of the ten").message ==
        "forces.csv, line 2, region: this region is not known; choose one of the ten.");
}

TEST_CASE("a file on disk is read, and one that is not there is refused by its name") {
  const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("sightline-csv-" + std::to_string(std::random_device{}()) + ".csv");
  std::ofstream(path, std::ios::binary) << "force,region\nGwent,Wales\n";
  const auto rows = read_file(path, kColumns);
  REQUIRE(rows);
  CHECK((*rows)[0]["region"] == "Wales");
  CHECK(read_file(path, kColumns, {.file_bytes = 20}).refusal().message.find("more than the 20") !=
        std::string::npos);
  std::filesystem::remove(path);
  const auto none = read_file(path, kColumns);
  REQUIRE_FALSE(none);
  CHECK(none.refusal().kind == Refusal::Kind::NotFound);
  CHECK(none.refusal().message.starts_with("The file sightline-csv-"));
}

TEST_CASE("only cells that need quotation marks get them") {
  Writer writer(kColumns);
  writer.add({"Gwent", "a,b"});
  writer.add({"said \"no\"", " blank"});
  writer.add({"", "two\nlines"});
  CHECK(writer.text() ==
        "force,region\r\nGwent,\"a,b\"\r\n\"said \"\"no\"\"\",\" blank\"\r\n,\"two\nlines\"\r\n");
  CHECK_THROWS_AS(writer.add({"one"}), std::logic_error);
  CHECK_THROWS_AS(writer.add({"one", "\xff"}), std::logic_error);
}

TEST_CASE("a formula is written as it is unless it is to be disarmed") {
  Writer faithful(kColumns);
  faithful.add({"=1+1", "-3"});
  CHECK(faithful.text() == "force,region\r\n=1+1,-3\r\n");
  Writer disarmed(kColumns, Formulas::Disarm);
  disarmed.add({"=HYPERLINK(\"x\")", "-3"});
  disarmed.add({"@a", "3-1"});
  CHECK(disarmed.text() == "force,region\r\n\"'=HYPERLINK(\"\"x\"\")\",'-3\r\n'@a,3-1\r\n");
}

TEST_CASE("whatever is written reads back cell for cell") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"a", "\"", ",", "\n",        "\r",           "\r\n",
                                        " ", "\t", "=", "T\xc5\xb7", "\xef\xbb\xbf", "'"};
  for (int round = 0; round < 300; ++round) {
    const std::size_t width = 1 + random() % 3;
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < width; ++i) columns.push_back("column " + std::to_string(i));
    Writer writer(columns);
    std::vector<std::vector<std::string>> written;
    for (auto n = random() % 5; n > 0; --n) {
      std::vector<std::string> cells(width);
      for (std::string& cell : cells)
        for (auto size = random() % 6; size > 0; --size) cell += pieces[random() % pieces.size()];
      writer.add(cells);
      written.push_back(cells);
    }
    const auto rows = read(writer.text(), "again.csv", columns);
    REQUIRE(rows);
    REQUIRE(rows->size() == written.size());
    for (std::size_t r = 0; r < written.size(); ++r)
      for (std::size_t c = 0; c < width; ++c) CHECK((*rows)[r][columns[c]] == written[r][c]);
  }
}

}  // namespace
}  // namespace sightline::csv
