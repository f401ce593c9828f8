// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/pdf/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace sightline::pdf {
namespace {

using std::chrono::ceil;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void forbid(int resource) {
  const rlimit none{0, 0};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &none);
}

/// Between fork and exec: only calls that are safe after a fork of a program with threads.
[[noreturn]] void become(const char* program, char* const* arguments, int socket) {
  ::setpgid(0, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(socket, STDIN_FILENO);
  ::dup2(socket, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::close_range(3, ~0U, 0);
  forbid(RLIMIT_CORE);
  forbid(RLIMIT_FSIZE);
  char* const environment[] = {nullptr};
  ::execve(program, arguments, environment);
  ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments) {
  std::vector<std::string> kept = arguments;
  std::vector<char*> pointers;
  for (std::string& argument : kept) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  // A socket and no pipe: writing to one whose reader died must not end us with SIGPIPE.
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail("cannot make a socket pair");
  id_ = ::fork();
  if (id_ == 0) become(pointers.front(), pointers.data(), ends[1]);
  const int error = errno;
  ::close(ends[1]);
  socket_ = ends[0];
  if (id_ < 0) {
    ::close(socket_);
    errno = error;
    fail("cannot start a process");
  }
  ::setpgid(id_, id_);  // here too: whoever comes first
}

ChildProcess::~ChildProcess() {
  ::close(socket_);
  ::kill(-id_, SIGKILL);
  while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

ChildProcess::Outcome ChildProcess::wait_for(short event, Deadline deadline) const {
  for (;;) {
    const auto left = ceil<milliseconds>(deadline - steady_clock::now()).count();
    if (left <= 0) return Outcome::Late;
    pollfd polled{socket_, event, 0};
    const int ready = ::poll(&polled, 1, static_cast<int>(std::min<std::int64_t>(left, 1'000'000)));
    if (ready > 0) return Outcome::Done;
    if (ready < 0 && errno != EINTR) fail("cannot wait for a process");
  }
}

ChildProcess::Outcome ChildProcess::write(std::string_view bytes, Deadline deadline) {
  while (!bytes.empty()) {
    if (const Outcome ready = wait_for(POLLOUT, deadline); ready != Outcome::Done) return ready;
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    else if (errno != EAGAIN && errno != EINTR)
      return Outcome::Ended;
  }
  return Outcome::Done;
}

ChildProcess::Outcome ChildProcess::receive(Deadline deadline) {
  if (const Outcome ready = wait_for(POLLIN, deadline); ready != Outcome::Done) return ready;
  constexpr std::size_t kPiece = 64 * 1024;
  const std::size_t before = received_.size();
  received_.resize(before + kPiece);
  const auto got = ::recv(socket_, received_.data() + before, kPiece, MSG_DONTWAIT);
  const int error = errno;
  received_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got > 0 || (got < 0 && (error == EAGAIN || error == EINTR))) return Outcome::Done;
  return Outcome::Ended;
}

ChildProcess::Outcome ChildProcess::read_line(std::string& line, std::size_t limit, Deadline deadline) {
  std::size_t end = received_.find('\n');
  while (end == std::string::npos) {
    if (received_.size() > limit) return Outcome::Ended;
    if (const Outcome got = receive(deadline); got != Outcome::Done) return got;
    end = received_.find('\n');
  }
  line = received_.substr(0, end);
  received_.erase(0, end + 1);
  return Outcome::Done;
}

ChildProcess::Outcome ChildProcess::read(std::string& bytes, std::size_t size, Deadline deadline) {
  while (received_.size() < size)
    if (const Outcome got = receive(deadline); got != Outcome::Done) return got;
  bytes = received_.substr(0, size);
  received_.erase(0, size);
  return Outcome::Done;
}

}  // namespace sightline::pdf
