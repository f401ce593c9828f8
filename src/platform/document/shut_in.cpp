// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/shut_in.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <new>

#include "platform/document/read.h"
#include "platform/document/sandbox.h"
#include "platform/extract/output.h"

namespace sightline::document {

namespace {

constexpr int kNotWritten = 74;

/// The standard input, mapped: nothing of it is read yet.
std::string_view standard_input() {
  struct stat described {};
  if (::fstat(STDIN_FILENO, &described) != 0 || described.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(described.st_size);
  const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return bytes == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

Reading read_in_sandbox(Format format, ReadDocument read) {
  const std::string_view input = standard_input();
  warm_up();
  if (enter_sandbox() != Sandbox::Closed) return Unreadable::NoSandbox;
  if (input.empty()) return Unreadable::NoText;
  try {
    return read(input, format);
  } catch (const std::bad_alloc&) {
    return Unreadable::TooLarge;
  }
}

bool write_out(std::string_view output) {
  while (!output.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, output.data(), output.size());
    if (count <= 0) return false;
    output.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

void read_shut_in(Format format, ReadDocument read) {
  const bool is_written = write_out(extract::output_of(read_in_sandbox(format, read)));
  ::_exit(is_written ? 0
                     : kNotWritten);  // A process that ends need not tidy up what a document made it build.
}

}  // namespace sightline::document
