// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

#include "platform/pdf/child_process.h"

namespace sightline::pdf {
namespace {

using Outcome = ChildProcess::Outcome;

ChildProcess::Deadline soon() {
  return std::chrono::steady_clock::now() + std::chrono::seconds(30);
}

/// "R", "S", "Z" … as the kernel says it; nothing when there is no such process.
std::string state_of(const std::string& id) {
  std::ifstream file("/proc/" + id + "/stat");
  std::string number, name, state;
  file >> number >> name >> state;
  return state;
}

}  // namespace

TEST_CASE("a child process has an empty environment and no open file but its own three") {
  ChildProcess child({"/bin/sh", "-c", "/usr/bin/env | wc -c; ls /proc/self/fd | wc -l"});
  std::string line;
  CHECK(child.read_line(line, 100, soon()) == Outcome::Done);
  // What a shell adds itself: PWD, and in some versions SHLVL and _.
  CHECK(line.size() <= 3);
  CHECK(child.read_line(line, 100, soon()) == Outcome::Done);
  CHECK(line == "4");  // ls itself has the folder open
}

TEST_CASE("a child process cannot write a file") {
  ChildProcess child({"/bin/sh", "-c", "trap '' XFSZ; echo x > build/written.txt && echo yes || echo no"});
  std::string line;
  CHECK(child.read_line(line, 100, soon()) == Outcome::Done);
  CHECK(line == "no");
}

TEST_CASE("a child process is killed with all it has started") {
  std::string line;
  pid_t id = 0;
  {
    ChildProcess child({"/bin/sh", "-c", "sleep 1000 & echo $!; wait"});
    REQUIRE(child.read_line(line, 100, soon()) == Outcome::Done);
    id = child.id();
    CHECK(state_of(line) != "");
  }
  CHECK(state_of(std::to_string(id)) == "");
  // Its own child is dead too, but may wait for somebody to ask for it.
  std::string state = state_of(line);
  for (const auto end = soon(); state != "" && state != "Z" && std::chrono::steady_clock::now() < end;)
    state = state_of(line);
  CHECK((state == "" || state == "Z"));
}

TEST_CASE("what is too late, too long or over is told apart") {
  const auto now = [] { return std::chrono::steady_clock::now() + std::chrono::milliseconds(50); };
  std::string line;
  ChildProcess silent({"/bin/sleep", "1000"});
  CHECK(silent.read_line(line, 100, now()) == Outcome::Late);
  CHECK(silent.write(std::string(8 << 20, 'x'), now()) == Outcome::Late);
  ChildProcess over({"/bin/true"});
  CHECK(over.read_line(line, 100, soon()) == Outcome::Ended);
  CHECK(over.write("x", soon()) == Outcome::Ended);
  ChildProcess endless({"/bin/sh", "-c", "while :; do printf xxxxxxxxxxxxxxxxxxxx; done"});
  CHECK(endless.read_line(line, 1000, soon()) == Outcome::Ended);
  ChildProcess nobody({"/nonexistent/program"});
  CHECK(nobody.read_line(line, 100, soon()) == Outcome::Ended);
}

}  // namespace sightline::pdf
