// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What may stand in a line of the log, and above all what may not.

#include "platform/log/log.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <regex>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace sightline::log {

enum class Verdict { Refused };

}  // namespace sightline::log

template <>
inline constexpr auto sightline::kWords<sightline::log::Verdict> =
    std::to_array<sightline::Word<sightline::log::Verdict>>({{sightline::log::Verdict::Refused, "refused"}});

namespace sightline::log {
namespace {

/// The line without its time.
std::string only_line(const Capture& log) {
  return std::regex_replace(log.lines(), std::regex(R"("time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",)"),
                            "");
}

TEST_CASE("a line is one JSON object with its time, its level, its event and its fields in the order given") {
  const Capture log;
  info("request", {{Key::Route, "/cases/{case}"}, {Key::Status, 200}, {Key::DurationMs, 12}});
  CHECK(only_line(log) ==
        "{\"level\":\"info\",\"event\":\"request\",\"route\":\"/cases/"
        "{case}\",\"status\":200,\"duration_ms\":12}\n");
}

/// Standard error goes to a file while it lives.
class Diverted {
 public:
  Diverted() : file_(std::tmpfile()), before_(::dup(STDERR_FILENO)) {
    ::dup2(::fileno(file_), STDERR_FILENO);
  }
  Diverted(const Diverted&) = delete;
  Diverted& operator=(const Diverted&) = delete;
  ~Diverted() {
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
    std::fclose(file_);
  }

  std::string text() const {
    std::string bytes(4096, '\0');
    const auto size = ::pread(::fileno(file_), bytes.data(), bytes.size(), 0);
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
  }

 private:
  std::FILE* file_;
  int before_;
};

TEST_CASE("a warning is written at once, after all that came before it, and the end writes the rest") {
  const Diverted standard_error;
  const auto place_of = [&](std::string_view event) { return standard_error.text().find(event); };
  start(Level::Info);
  info("first");
  warning("second");
  CHECK(place_of("\"first\"") < place_of("\"second\""));
  CHECK(place_of("\"second\"") != std::string::npos);
  debug("never");
  info("third");
  stop();
  CHECK(place_of("\"third\"") > place_of("\"second\""));
  CHECK(place_of("\"third\"") != std::string::npos);
  CHECK(place_of("\"never\"") == std::string::npos);
}

TEST_CASE("a line that nothing follows is written all the same") {
  const Diverted standard_error;
  start(Level::Info);
  info("alone");
  for (int i = 0; i < 600 && standard_error.text().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK(standard_error.text().ends_with("\"event\":\"alone\"}\n"));
  stop();
}

TEST_CASE("a value is a number, a claim, a fingerprint or a word") {
  const Capture log;
  error("example", {{Key::EntryNumber, std::int64_t{48'213}},
                    {Key::Failed, true},
                    {Key::AddressHash, Fingerprint{0xabc}},
                    {Key::Reason, Verdict::Refused}});
  CHECK(only_line(log) ==
        "{\"level\":\"error\",\"event\":\"example\",\"entry_number\":48213,\"failed\":true,"
        "\"address_hash\":\"0000000000000abc\",\"reason\":\"refused\"}\n");
}

TEST_CASE("a name, a sentence, an address or a broken character cannot appear in the log") {
  for (const std::string secret : {"Jane Example", "Jane", "the child was seen alone", "jane@example.org",
                                   "Smith", "T\xc5\xb7", "\xff\xfe", "a,b", "", "'quoted'", "line\nbreak",
                                   "\"}{\"", "O'Neill", "C:\\file", "1 High Street", "+44 20 7946 0000"}) {
    const Capture log;
    info("sign-in.refused", {{Key::Reason, Identifier(secret)}});
    CHECK(only_line(log) == "{\"level\":\"info\",\"event\":\"sign-in.refused\",\"reason\":\"?\"}\n");
  }
}

TEST_CASE("an identifier longer than 64 characters is not taken for one") {
  CHECK(Identifier(std::string(64, 'a')).text() == std::string(64, 'a'));
  CHECK(Identifier(std::string(65, 'a')).text() == "?");
}

TEST_CASE("a string of the moment is logged only when the program declares it an identifier") {
  static_assert(!std::is_convertible_v<std::string, Value>);
  static_assert(!std::is_convertible_v<std::string_view, Value>);
  static_assert(!std::is_convertible_v<const char*, Value>);
  static_assert(!std::is_convertible_v<std::string, Literal>);
  const Capture log;
  info("request", {{Key::Route, Identifier(std::string("/people/{person}"))}});
  CHECK(only_line(log) == "{\"level\":\"info\",\"event\":\"request\",\"route\":\"/people/{person}\"}\n");
}

TEST_CASE("every key has a name of its own") {
  for (const auto& one : kWords<Key>) {
    CHECK(word(one.value) == one.word);
    CHECK(from_word<Key>(one.word) == one.value);
  }
}

TEST_CASE("nothing is logged before the log is started and after it is stopped") {
  stop();
  info("unheard");
  {
    const Capture log;
    CHECK(log.lines().empty());
    debug("heard");
    CHECK(only_line(log) == "{\"level\":\"debug\",\"event\":\"heard\"}\n");
  }
  info("unheard");
}

TEST_CASE("lines that many threads log at once are never mixed") {
  const Capture log;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([] {
      for (int i = 0; i < 100; ++i) info("request", {{Key::Status, 200}});
    });
  for (std::thread& thread : threads) thread.join();
  std::string expected;
  for (int i = 0; i < 400; ++i) expected += "{\"level\":\"info\",\"event\":\"request\",\"status\":200}\n";
  CHECK(only_line(log) == expected);
}

}  // namespace
}  // namespace sightline::log
