// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reports become PDF files, always the same ones, or the reason is said. Leaves
// build/sample.pdf to be looked at; its words are held against tests/golden/pdf/.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "platform/pdf/check.h"
#include "platform/pdf/sample_report_test.h"

namespace sightline::pdf {
namespace {

namespace fs = std::filesystem;

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> piece;
  while (const auto size = std::fread(piece.data(), 1, piece.size(), pipe)) output.append(piece.data(), size);
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

std::string refusal_of(const WorkerOptions& options, const Report& report = sample_report()) {
  const Result<Pdf> pdf = Worker(options).set(report);
  return pdf ? "" : pdf.refusal().message;
}

/// A program that stands in for Node: what an operator may have installed by mistake.
fs::path program(const std::string& name, const std::string& lines) {
  fs::create_directories("build");
  const fs::path path = fs::absolute("build/" + name);
  std::ofstream(path) << "#!/bin/sh\n" << lines << "\n";
  ::chmod(path.c_str(), 0755);
  return path;
}

}  // namespace

TEST_CASE("a report becomes a PDF that passes the gate, with its words in it") {
  const Pdf pdf = set_or_fail(sample_report());
  CHECK(pdf.bytes.starts_with("%PDF-1.7"));
  CHECK(pdf.pages >= 3);
  for (const std::string& problem : check(pdf.bytes)) FAIL_CHECK(problem);
  fs::create_directories("build");
  std::ofstream("build/sample.pdf", std::ios::binary) << pdf.bytes;
  const std::string words = output_of("pdftotext -enc UTF-8 build/sample.pdf -");
  const std::string golden = "tests/golden/pdf/sample.txt";
  if (std::getenv("SIGHTLINE_WRITE_GOLDEN") != nullptr) std::ofstream(golden) << words;
  std::ostringstream before;
  before << std::ifstream(golden).rdbuf();
  CHECK_MESSAGE(words == before.str(), "the words of build/sample.pdf differ from ", golden);
}

TEST_CASE("the same report gives the same bytes, from the same process and from another") {
  const Report report = sample_report(3);
  const Pdf first = set_or_fail(report);
  set_or_fail(sample_report(1));
  CHECK(set_or_fail(report).bytes == first.bytes);
  Worker another;
  const Result<Pdf> again = another.set(report);
  REQUIRE(again);
  CHECK(again->bytes == first.bytes);
}

TEST_CASE("an invented report says so on every page") {
  std::ofstream("build/sample.pdf", std::ios::binary) << set_or_fail(sample_report()).bytes;
  const std::string words = output_of("pdftotext -enc UTF-8 build/sample.pdf -");
  std::size_t page = 0, begin = 0;
  for (std::size_t end; (end = words.find('\f', begin)) != std::string::npos; begin = end + 1) {
    ++page;
    CHECK_MESSAGE(
        words.substr(begin, end - begin).find("These bodies and cases do not exist.") != std::string::npos,
        "page ", page);
  }
  CHECK(page >= 3);
}

TEST_CASE("signs of the typesetter in a report are words like any others") {
  Report report = sample_report();
  report.title = "#panic(\"x\") $ [ ] \\ *a* _b_ @c <d> // e /* f";
  report.sections[0].title = "#read(\"/etc/passwd\")";
  report.sections[0].blocks = markdown::to_json(markdown::parse("\\#import \"x\" = y\n\n`#z`").document);
  std::ofstream("build/signs.pdf", std::ios::binary) << set_or_fail(report).bytes;
  const std::string words = output_of("pdftotext -enc UTF-8 -layout build/signs.pdf -");
  CHECK(words.find("#read(\"/etc/passwd\")") != std::string::npos);
  CHECK(words.find("#import \"x\" = y") != std::string::npos);
  CHECK(words.find("root:") == std::string::npos);
}

TEST_CASE("a report that cannot be set is refused with its reason, and the next one is set") {
  const auto refusal = [](const Report& report) {
    const Result<Pdf> pdf = warm_worker().set(report);
    return pdf ? "" : pdf.refusal().message;
  };
  Report silent = sample_report();
  silent.figures[0].alternative = " ";
  CHECK(refusal(silent) == "The figure \"cases-by-area\" has no alternative text.");
  Report uncounted = sample_report();
  uncounted.figures.clear();
  CHECK(refusal(uncounted) == "The figure \"cases-by-area\" is asked for, but not given.");
  Report uneven = sample_report();
  uneven.figures[0].rows.push_back({"x"});
  CHECK(refusal(uneven) == "The figure \"cases-by-area\" has rows that are not as long as its head.");
  Report undrawn = sample_report();
  undrawn.figures[0].svg = "<svg";
  CHECK(refusal(undrawn).starts_with("The report cannot be set as a PDF: "));
  Report foreign = sample_report();
  foreign.title = "Letters that no font of ours has: 漢字";
  CHECK(refusal(foreign).starts_with("The report cannot be set as a PDF: "));
  CHECK(refusal(sample_report()) == "");
}

TEST_CASE("without Node, the compiler or the fonts, the refusal says what to install") {
  CHECK(refusal_of({.node = "/nonexistent/node"}) ==
        "PDF files cannot be made here: Node is not installed (Debian: apt-get install nodejs).");
  CHECK(refusal_of({.packages = "/"}) ==
        "PDF files cannot be made here: the Typst compiler is not installed (run `npm ci` where package.json "
        "lies).");
  CHECK(refusal_of({.fonts = "/nonexistent"}) ==
        "PDF files cannot be made here: the font Open Sans is not installed (Debian: apt-get install "
        "fonts-open-sans).");
  CHECK(refusal_of({.node = program("no_node", "exit 3")}) ==
        "PDF files cannot be made here: Node ended before it was ready; it must be version 18 or newer.");
}

TEST_CASE("a worker that takes too long is stopped") {
  CHECK(refusal_of(
            {.node = program("slow_node", "exec sleep 1000"), .deadline = std::chrono::milliseconds(200)}) ==
        "Setting the PDF took longer than 200 ms and was stopped.");
  CHECK(refusal_of({.node = program("stuck_node", "read l; echo '{\"ready\":true}'; exec sleep 1000"),
                    .deadline = std::chrono::milliseconds(200)}) ==
        "Setting the PDF took longer than 200 ms and was stopped.");
}

TEST_CASE("a worker that dies is started again, once") {
  const std::string dies = "read l; echo '{\"ready\":true}'; read l; exit 1";
  CHECK(refusal_of({.node = program("dying_node", dies)}) ==
        "The process that sets PDF files ended twice without an answer.");
  const fs::path died = fs::absolute("build/died_once");
  fs::remove(died);
  std::string node = output_of("command -v node");
  node.pop_back();
  CHECK(refusal_of({.node = program("once_dying_node", "if mkdir '" + died.string() + "'; then " + dies +
                                                           "; fi\nexec '" + node + "' \"$@\"")}) == "");
  CHECK(fs::exists(died));
  fs::remove(died);
}

TEST_CASE("several threads may ask one worker at the same time") {
  const Report report = sample_report();
  const std::string expected = set_or_fail(report).bytes;
  std::array<std::string, 4> made;
  std::vector<std::thread> threads;
  for (std::string& bytes : made)
    threads.emplace_back([&] {
      if (Result<Pdf> pdf = warm_worker().set(report)) bytes = (*std::move(pdf)).bytes;
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& bytes : made) CHECK(bytes == expected);
}

}  // namespace sightline::pdf
