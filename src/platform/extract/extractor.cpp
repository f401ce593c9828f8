// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/extract/extractor.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <system_error>

#include "platform/extract/output.h"

namespace sightline::extract {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int code, const char* what) {
  throw std::system_error(code, std::generic_category(), what);
}

/// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// The document as a file in memory, without a name, that nobody can change any more.
int sealed_copy(std::string_view document) {
  const int file = ::memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) fail(errno, "the document cannot be handed over");
  while (!document.empty()) {
    const ssize_t written = ::write(file, document.data(), document.size());
    if (written <= 0) {
      const int code = errno;
      ::close(file);
      fail(code, "the document cannot be handed over");
    }
    document.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file, 0, SEEK_SET);
  ::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
  return file;
}

/// Started with 0 = input, 1 = output, 2 = nowhere, and nothing else that is ours.
pid_t start(const std::string& program, Format format, int input, int output) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  std::string name = "sightline-extract", wanted(word(format));
  char* const arguments[] = {name.data(), wanted.data(), nullptr};
  char* const environment[] = {nullptr};
  pid_t child = -1;
  const int code = ::posix_spawn(&child, program.c_str(), &files, &attributes, arguments, environment);
  ::posix_spawn_file_actions_destroy(&files);
  ::posix_spawnattr_destroy(&attributes);
  if (code != 0) fail(code, "sightline-extract cannot be started");
  return child;
}

/// A running extractor; it does not outlive this.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ > 0) stop();
  }

  void stop() {
    ::kill(process_, SIGKILL);
    reap();
  }

  /// How it ended; nothing when it had not by then, and had to be killed.
  std::optional<int> ended_by(Clock::time_point deadline);

 private:
  int reap() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status;
  }

  pid_t process_;
};

/// Waits until there is something to read (or an end) at `descriptor`; false when time is over.
bool is_ready(int descriptor, Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{descriptor, POLLIN, 0};
    const int count = ::poll(&waiting, 1, static_cast<int>(left));
    if (count > 0) return true;
    if (count < 0 && errno != EINTR) fail(errno, "waiting for sightline-extract failed");
  }
}

std::optional<int> Child::ended_by(Clock::time_point deadline) {
  const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process_, 0)));
  if (handle.get() < 0) fail(errno, "waiting for sightline-extract failed");
  if (is_ready(handle.get(), deadline)) return reap();
  stop();
  return std::nullopt;
}

enum class Ending { Whole, TooLong, TooMuch };

/// Everything the child writes, unless it writes too much or for too long.
Ending drain(int pipe, Clock::time_point deadline, std::string& output) {
  char piece[64 * 1024];
  while (is_ready(pipe, deadline)) {
    const ssize_t count = ::read(pipe, piece, sizeof piece);
    if (count == 0) return Ending::Whole;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno, "reading from sightline-extract failed");
    output.append(piece, static_cast<std::size_t>(count));
    if (output.size() > kMostOutputBytes) return Ending::TooMuch;
  }
  return Ending::TooLong;
}

Reading judged(int status, std::string_view output) {
  if (WIFSIGNALED(status)) {
    if (WTERMSIG(status) == SIGSYS) return Unreadable::Forbidden;
    if (WTERMSIG(status) == SIGXCPU) return Unreadable::TookTooLong;
    return Unreadable::Broken;
  }
  return WEXITSTATUS(status) == 0 ? read_output(output) : Reading(Unreadable::Broken);
}

/// A place among those who read at the same time.
class Place {
 public:
  explicit Place(std::counting_semaphore<Extractor::kAtOnce>& places) : places_(places) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { places_.release(); }

 private:
  std::counting_semaphore<Extractor::kAtOnce>& places_;
};

}  // namespace

std::string program_beside_this_one() {
  return std::filesystem::read_symlink("/proc/self/exe").replace_filename("sightline-extract").string();
}

Reading Extractor::read(std::string_view document, Format format) const {
  if (document.empty()) return Unreadable::NoText;
  if (document.size() > kMostFileBytes) return Unreadable::TooLarge;
  if (!places_.try_acquire_for(options_.wait)) return Unreadable::Busy;
  const Place place(places_);

  const Clock::time_point deadline = Clock::now() + options_.time;
  const Descriptor input(sealed_copy(document));
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail(errno, "sightline-extract cannot be started");
  const Descriptor from_child(ends[0]);
  Descriptor to_us(ends[1]);
  Child child(start(program_, format, input.get(), to_us.get()));
  to_us.close();

  std::string output;
  switch (drain(from_child.get(), deadline, output)) {
    case Ending::TooMuch:
      return Unreadable::TooLarge;
    case Ending::TooLong:
      return Unreadable::TookTooLong;
    case Ending::Whole:
      break;
  }
  const std::optional<int> status = child.ended_by(deadline);
  return status ? judged(*status, output) : Reading(Unreadable::TookTooLong);
}

}  // namespace sightline::extract
