// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A small edition word for word: four of its pages and the text of its PDF are held
// against tests/golden/edition/; SIGHTLINE_WRITE_GOLDEN=1 writes them anew: look at
// build/edition/ before they are kept. It is the same on both engines.

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "platform/pdf/check.h"
#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;

namespace {

namespace fs = std::filesystem;

const fs::path kGolden = "tests/golden/edition";
const fs::path kMade = "build/edition";

std::string content_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(text).str();
}

void write(const fs::path& file, const std::string& content) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
}

void check_golden(const std::string& name, const std::string& made) {
  if (std::getenv("SIGHTLINE_WRITE_GOLDEN") != nullptr) write(kGolden / name, made);
  const bool is_same = content_of(kGolden / name) == made;
  CHECK_MESSAGE(is_same, (kGolden / name).string(),
                " differs: look at build/edition/, then SIGHTLINE_WRITE_GOLDEN=1 writes it anew");
}

std::string words_of_pdf(const fs::path& file) {
  std::string words;
  FILE* pipe = popen(("pdftotext -enc UTF-8 " + file.string() + " -").c_str(), "r");  // a path of ours
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t read = 0; (read = fread(buffer, 1, sizeof buffer, pipe)) > 0;) words.append(buffer, read);
  REQUIRE(pclose(pipe) == 0);
  return words;
}

pdf::Worker& warm_worker() {
  static pdf::Worker worker;
  return worker;
}

}  // namespace

TEST_CASE("a small edition reads as it did when its golden files were looked at, on screen and on paper") {
  in_each_edition_room([](EditionRoom& room) {
    room.press.worker = &warm_worker();
    room.revise_chapter(2, "## What the grades say\n\n```figure\ngrades\n```\n\n" + room.quoting());
    const auto prepared = room.prepared(room.editor, EditionRoom::draft());
    REQUIRE_MESSAGE(prepared, (prepared ? "" : EditionRoom::in_words(prepared.refusal())));
    REQUIRE_MESSAGE(!prepared->pdf_refusal, prepared->pdf_refusal.value_or(""));
    for (const EditionFile& file : prepared->files) write(kMade / file.path, file.bytes);
    for (const char* page : {"index.html", "2-grades-differ-by-area.html", "figures/overall-inadequate.html",
                             "recommendations.html", "data/grades.csv"})
      check_golden(page, bytes_of(prepared->files, page));
    CHECK(pdf::check(bytes_of(prepared->files, "report.pdf")).empty());
    check_golden("report.txt", words_of_pdf(kMade / "report.pdf"));
  });
}

TEST_CASE("the same edition prepared twice has the same bytes") {
  in_each_edition_room([](EditionRoom& room) {
    room.press.worker = &warm_worker();
    const auto first = room.prepared(room.editor, EditionRoom::draft());
    const auto second = room.prepared(room.editor, EditionRoom::draft());
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(first->files.size() == second->files.size());
    for (std::size_t at = 0; at < first->files.size(); ++at)
      CHECK_MESSAGE(first->files[at].bytes == second->files[at].bytes, first->files[at].path);
  });
}

TEST_CASE("a correction can bring the PDF that the edition before lacked") {
  in_each_edition_room([](EditionRoom& room) {  // Handbook §8.35
    CHECK(room.published().pdf_refusal);
    room.press.worker = &warm_worker();
    const Edition second = room.published("The PDF was missing.");
    CHECK_FALSE(second.pdf_refusal);
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto paper = edition_file(snapshot, "first-2", "report.pdf");
    REQUIRE(paper);
    CHECK(paper->bytes.starts_with("%PDF"));
    CHECK_FALSE(edition_file(snapshot, "first-1", "report.pdf"));
  });
}
