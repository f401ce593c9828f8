// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Jobs that wait, run, fail and are cancelled; progress on and off a terminal.

#include "platform/jobs/jobs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <latch>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "platform/jobs/progress.h"

namespace sightline::jobs {
namespace {

const Job kNothing = [](Control&) {};

/// A job that waits at a gate until the test opens it.
struct Gate {
  std::latch entered{1};
  std::latch open{1};
  Job job() {
    return [this](Control&) {
      entered.count_down();
      open.wait();
    };
  }
};

/// Returns only when it is cancelled.
void run_until_cancelled(Control& control) {
  while (!control.is_cancelled()) std::this_thread::yield();
}

TEST_CASE("a submitted job is run, and its progress and its end can be read") {
  Worker worker;
  const JobId id = *worker.submit("Reading 12 documents", [](Control& control) { control.report(12, 12); });
  worker.wait(id);
  const Status status = *worker.status(id);
  CHECK(status.name == "Reading 12 documents");
  CHECK(status.state == State::Done);
  CHECK(status.done == 12);
  CHECK(status.total == 12);
}

TEST_CASE("progress can be read while the job runs") {
  Gate gate;
  Worker worker;
  const JobId id = *worker.submit("Reading", [&](Control& control) {
    control.report(3, 10);
    gate.job()(control);
  });
  gate.entered.wait();
  CHECK(worker.status(id)->state == State::Running);
  CHECK(worker.status(id)->done == 3);
  gate.open.count_down();
}

TEST_CASE("jobs run in the order they came") {
  std::string order;
  Worker worker;
  JobId last = *worker.submit("1", [&](Control&) { order += '1'; });
  for (char c = '2'; c <= '9'; ++c) last = *worker.submit("next", [&order, c](Control&) { order += c; });
  worker.wait(last);
  CHECK(order == "123456789");
}

TEST_CASE("when too many jobs wait, another one is declined and nothing is lost") {
  Gate gate;
  Worker worker({.threads = 1, .waiting = 2});
  REQUIRE(worker.submit("runs", gate.job()));
  gate.entered.wait();
  const JobId first = *worker.submit("waits", kNothing);
  const JobId second = *worker.submit("waits", kNothing);
  const auto third = worker.submit("is declined", kNothing);
  REQUIRE_FALSE(third);
  CHECK(third.refusal().message == "Too much work is waiting; try again in a few minutes.");
  gate.open.count_down();
  worker.wait(first);
  worker.wait(second);
  CHECK(worker.status(second)->state == State::Done);
}

TEST_CASE("a waiting job that is cancelled never starts") {
  Gate gate;
  bool started = false;
  Worker worker;
  const JobId running = *worker.submit("runs", gate.job());
  const JobId waiting = *worker.submit("waits", [&](Control&) { started = true; });
  worker.cancel(waiting);
  CHECK(worker.status(waiting)->state == State::Cancelled);
  gate.open.count_down();
  worker.wait(running);
  worker.stop();
  CHECK_FALSE(started);
}

TEST_CASE("a running job that is cancelled is asked to return") {
  Worker worker;
  const JobId id = *worker.submit("runs", run_until_cancelled);
  worker.cancel(id);
  worker.wait(id);
  CHECK(worker.status(id)->state == State::Cancelled);
}

TEST_CASE("a job that fails tells why and does not stop the next one") {
  Worker worker;
  const JobId failing =
      *worker.submit("fails", [](Control&) { throw std::runtime_error("the disk is full"); });
  const JobId next = *worker.submit("follows", kNothing);
  worker.wait(next);
  CHECK(worker.status(failing)->state == State::Failed);
  CHECK(worker.status(failing)->failure == "the disk is full");
  CHECK(worker.status(next)->state == State::Done);
}

TEST_CASE("stopping waits for running jobs, cancels waiting ones and declines new ones") {
  Worker worker({.threads = 2});
  worker.submit("runs", run_until_cancelled).operator bool();
  const JobId second = *worker.submit("runs", run_until_cancelled);
  const JobId third = *worker.submit("may wait", run_until_cancelled);
  worker.stop();
  CHECK(worker.status(second)->state == State::Cancelled);
  CHECK(worker.status(third)->state == State::Cancelled);
  CHECK_FALSE(worker.submit("comes too late", kNothing));
  worker.stop();
}

TEST_CASE("only the latest finished jobs are remembered") {
  Worker worker({.remembered = 3});
  JobId last{0};
  for (int i = 0; i < 10; ++i) last = *worker.submit(std::to_string(i), kNothing);
  worker.wait(last);
  CHECK(worker.all().size() == 3);
  CHECK(worker.all().front().name == "7");
  CHECK_FALSE(worker.status(JobId(1)));
}

TEST_CASE("progress on a terminal writes over one line, and only when the per cent changes") {
  std::ostringstream out;
  {
    Progress progress(out, "Importing", Screen::Terminal);
    for (std::uint64_t done = 0; done <= 1000; ++done) progress(done, 2000);
  }
  const std::string text = out.str();
  CHECK(text.starts_with("\rImporting: 0 of 2,000 (0%)\rImporting: 20 of 2,000 (1%)"));
  CHECK(text.ends_with("\rImporting: 1,000 of 2,000 (50%)\n"));
  CHECK(std::count(text.begin(), text.end(), '\r') == 51);
}

TEST_CASE("progress is silent in a pipe, and when there was nothing to do") {
  std::ostringstream out;
  {
    Progress piped(out, "Importing", Screen::Pipe);
    Progress idle(out, "Importing", Screen::Terminal);
    piped(1, 2);
    idle(0, 0);
  }
  CHECK(out.str().empty());
}

TEST_CASE("slow work does not know whether a page or a terminal shows its progress") {
  const auto slow_work = [](const Report& report) { report(1, 2); };
  std::ostringstream out;
  Progress progress(out, "Importing", Screen::Terminal);
  slow_work(std::ref(progress));
  CHECK(out.str() == "\rImporting: 1 of 2 (50%)");
  Worker worker;
  const JobId id = *worker.submit("Importing", [&](Control& control) {
    slow_work([&](std::uint64_t done, std::uint64_t total) { control.report(done, total); });
  });
  worker.wait(id);
  CHECK(worker.status(id)->done == 1);
}

}  // namespace
}  // namespace sightline::jobs
