// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Documents are read by another process, and whatever it is made to do stays there.

#include "platform/extract/extractor.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "platform/extract/output.h"
#include "platform/extract/testing.h"

using namespace sightline;
using extract::Format;
using extract::Reading;
using extract::Unreadable;

namespace {

/// The text, or the word of the refusal in brackets.
std::string shown(const Reading& reading) {
  if (const auto* why = std::get_if<Unreadable>(&reading)) return "[" + std::string(word(*why)) + "]";
  return std::get<std::string>(reading);
}

std::string read(std::string_view document, Format format = Format::Txt) {
  return shown(extract::Extractor(extract::testing::program()).read(document, format));
}

std::string attempt(std::string_view what) {
  const extract::Extractor::Options hurried{.time = std::chrono::seconds(5), .wait = std::chrono::seconds(5)};
  return shown(extract::Extractor(extract::testing::attempting_program(), hurried).read(what, Format::Txt));
}

}  // namespace

TEST_CASE("a document is read by another process, and its text comes back") {
  CHECK(read("First line\r\nsecond line, with é and 漢字") == "First line\nsecond line, with é and 漢字");
  CHECK(read("<p>One<p>Two", Format::Html) == "One\n\nTwo");
  CHECK(read("not a PDF", Format::Pdf) == "[wrong-type]");
  CHECK(read("not a DOCX", Format::Docx) == "[wrong-type]");
}

TEST_CASE("nothing, and too much, are refused before any process is started") {
  const extract::Extractor nowhere("/nonexistent");
  CHECK(shown(nowhere.read("", Format::Txt)) == "[no-text]");
  CHECK(shown(nowhere.read(std::string(extract::kMostFileBytes + 1, 'x'), Format::Txt)) == "[too-large]");
}

TEST_CASE("a program that is not there is an accident, not a refusal of the document") {
  CHECK_THROWS_AS((void)extract::Extractor("/nonexistent").read("text", Format::Txt), std::system_error);
}

TEST_CASE("a document that has taken its reader over can read no file and list no folder") {
  CHECK(attempt("read a file") == "stopped: Permission denied");
  CHECK(attempt("list a folder") == "stopped: Permission denied");
}

TEST_CASE("a document that has taken its reader over is killed when it reaches for anything else") {
  for (const char* what : {"write a file", "remove a file", "open a socket", "fork", "start a thread",
                           "run a program", "kill its parent", "trace another", "make code"}) {
    CAPTURE(what);
    CHECK(attempt(what) == "[forbidden]");
  }
}

TEST_CASE(
    "a reader finds no environment, no descriptor but the three it is given, and cannot change the "
    "document") {
  CHECK(attempt("name its environment") == "nothing");
  CHECK(attempt("name its descriptors") == "0 1 2 ");
  CHECK(attempt("change the document") == "stopped: Operation not permitted");
}

TEST_CASE("a reader that spins is killed when its time is over, and one that eats memory gets none") {
  const extract::Extractor::Options hurried{.time = std::chrono::milliseconds(200),
                                            .wait = std::chrono::seconds(5)};
  const extract::Extractor extractor(extract::testing::attempting_program(), hurried);
  CHECK(shown(extractor.read("spin", Format::Txt)) == "[took-too-long]");
  CHECK(attempt("take memory") == "[too-large]");
}

TEST_CASE("what a hostile reader writes is refused unless it is one whole plain text") {
  CHECK(attempt("crash") == "[broken]");
  CHECK(attempt("write nonsense") == "[broken]");
  CHECK(attempt("write before failing") == "[broken]");
  CHECK(attempt("send control characters") == "[broken]");
  CHECK(attempt("flood") == "[too-large]");
}

TEST_CASE("on a kernel without Landlock no document is opened, and the refusal says why") {
  const extract::Extractor extractor(extract::testing::program_without_landlock());
  CHECK(shown(extractor.read("harmless", Format::Txt)) == "[no-sandbox]");
  CHECK(extract::reason(Unreadable::NoSandbox).find("Landlock") != std::string_view::npos);
}

TEST_CASE("when as many documents are being read as may be, the next one is asked to come again") {
  const extract::Extractor::Options hurried{.time = std::chrono::seconds(1),
                                            .wait = std::chrono::milliseconds(0)};
  const extract::Extractor extractor(extract::testing::attempting_program(), hurried);
  std::vector<std::jthread> others;
  std::atomic<int> busy = 0;
  for (std::ptrdiff_t i = 0; i <= extract::Extractor::kAtOnce; ++i)
    others.emplace_back([&] { busy += shown(extractor.read("spin", Format::Txt)) == "[busy]"; });
  others.clear();
  CHECK(busy == 1);
}

TEST_CASE("readers leave nothing behind: no process and no descriptor") {
  const auto descriptors = [] {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return std::distance(begin(all), end(all));
  };
  const auto before = descriptors();
  read("text");
  attempt("crash");
  attempt("flood");
  CHECK(descriptors() == before);
}

TEST_CASE("the format is told by the ending of the name") {
  CHECK(extract::format_of("Minutes.DOCX") == Format::Docx);
  CHECK(extract::format_of("a.b.htm") == Format::Html);
  CHECK(!extract::format_of("minutes.doc"));
  CHECK(!extract::format_of("pdf"));
}

TEST_CASE("output is one line and the text, and nothing else") {
  CHECK(shown(extract::read_output("text 2\nab")) == "ab");
  CHECK(shown(extract::read_output("refused encrypted\n")) == "[encrypted]");
  for (const char* bad :
       {"", "text", "text 2", "text 2\na", "text 2\nabc", "text -1\n", "text 0\n", "text x\n", "text 02 \nab",
        "refused\n", "refused unknown-word\n", "refused encrypted\nmore", "text 1\n\x80", "text 1\n\x7f",
        "text 2\n\xc2\x85", "text 1\n\r"}) {
    CAPTURE(bad);
    CHECK(shown(extract::read_output(bad)) == "[broken]");
  }
  CHECK(shown(extract::read_output(std::string("text 1\n\0", 8))) == "[broken]");
}
