// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Spooling: O_TMPFILE where the file system has it, a file unlinked at once elsewhere.

#include "platform/http/request_body.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace sightline::http {

namespace {

[[noreturn]] void fail_spooling(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int open_nameless_file() {
  const std::string folder = std::filesystem::temp_directory_path().string();
  const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (nameless >= 0) return nameless;
  std::string path = folder + "/sightline-upload-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named < 0) fail_spooling("cannot spool an upload");
  ::unlink(path.c_str());
  return named;
}

}  // namespace

struct RequestBody::Spool {
  Spool() : file(open_nameless_file()) {}
  ~Spool() { ::close(file); }
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void append(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(file, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail_spooling("cannot spool an upload");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  int file;
};

std::string_view RequestBody::text() const {
  if (spool_) throw std::logic_error("a spooled body was asked for as one text");
  return memory_;
}

void RequestBody::read(const std::function<Reading(std::string_view)>& sink) const {
  std::array<char, 64 * 1024> piece;
  for (std::uint64_t at = 0; at < size_;) {
    std::string_view bytes;
    if (spool_) {
      const auto count = ::pread(spool_->file, piece.data(), piece.size(), static_cast<off_t>(at));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) fail_spooling("cannot read a spooled upload");
      bytes = {piece.data(), static_cast<std::size_t>(count)};
    } else {
      bytes = std::string_view(memory_).substr(static_cast<std::size_t>(at), piece.size());
    }
    at += bytes.size();
    if (sink(bytes) == Reading::Stop) return;
  }
}

void RequestBody::append(std::string_view bytes) {
  if (!spool_ && memory_.size() + bytes.size() > kInMemory) {
    spool_ = std::make_shared<Spool>();
    spool_->append(memory_);
    memory_ = std::string();
  }
  if (spool_)
    spool_->append(bytes);
  else
    memory_.append(bytes);
  size_ += bytes.size();
}

}  // namespace sightline::http
