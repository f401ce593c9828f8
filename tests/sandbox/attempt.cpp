// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A reader of documents that does what the document tells it to: read a file, open a
// socket, start a process. It runs where the real one runs, in the same sandbox, so
// that the tests see what a document could do that has taken its reader over.

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

#include "platform/document/shut_in.h"

namespace {

using namespace sightline;

std::string outcome(bool escaped) {
  return escaped ? "escaped" : std::string("stopped: ") + std::strerror(errno);
}

void write_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string open_descriptors() {
  std::string open;
  for (int number = 0; number < 64; ++number)
    if (struct stat described{}; ::fstat(number, &described) == 0) open += std::to_string(number) + " ";
  return open;
}

std::string attempt(std::string_view what) {
  if (what == "read a file") return outcome(::open("/etc/passwd", O_RDONLY) >= 0);
  if (what == "list a folder") return outcome(::open("/", O_RDONLY | O_DIRECTORY) >= 0);
  if (what == "write a file") return outcome(::open("/tmp/escaped", O_WRONLY | O_CREAT, 0600) >= 0);
  if (what == "remove a file") return outcome(::unlink("/tmp/escaped") == 0);
  if (what == "open a socket") return outcome(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
  if (what == "fork") return outcome(::fork() >= 0);
  if (what == "start a thread") return std::jthread([] {}), "escaped";
  if (what == "run a program") return outcome(::execl("/bin/true", "true", nullptr) == 0);
  if (what == "kill its parent") return outcome(::kill(::getppid(), SIGTERM) == 0);
  if (what == "trace another") return outcome(::ptrace(PTRACE_ATTACH, 1, nullptr, nullptr) == 0);
  if (what == "make code")
    return outcome(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                          0) != MAP_FAILED);
  if (what == "change the document")
    return outcome(::mmap(nullptr, 1, PROT_WRITE, MAP_SHARED, STDIN_FILENO, 0) != MAP_FAILED);
  if (what == "name its descriptors") return open_descriptors();
  if (what == "name its environment") return environ[0] == nullptr ? "nothing" : environ[0];
  if (what == "take memory") return std::string(std::size_t{4} << 30, 'x');
  if (what == "spin")
    for (volatile bool forever = true; forever;) {
    }
  if (what == "crash") ::abort();
  if (what == "flood")
    for (;;) write_raw(std::string(1 << 20, 'x'));
  if (what == "write nonsense") write_raw("text 1000\nno"), ::_exit(0);
  if (what == "write before failing") write_raw("text 2\nno"), ::_exit(1);
  if (what == "send control characters") return "before\x1b[2Jafter";
  return "unknown attempt";
}

extract::Reading read(std::string_view document, extract::Format) {
  return attempt(document);
}

}  // namespace

int main() {
  document::read_shut_in(extract::Format::Txt, read);
}
