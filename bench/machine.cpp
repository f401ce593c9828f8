// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "machine.h"

#include <fcntl.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <vector>

namespace sightline::bench {

namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

double load() {
  double average = 0;
  std::ifstream("/proc/loadavg") >> average;
  return average;
}

std::string file_system(const std::filesystem::path& path) {
  struct statfs found {};
  if (statfs(path.c_str(), &found) != 0) fail(path.string());
  // The numbers stand in linux/magic.h.
  switch (static_cast<unsigned long>(found.f_type)) {
    case 0xEF53:
      return "ext4";
    case 0x58465342:
      return "xfs";
    case 0x9123683E:
      return "btrfs";
    case 0x01021994:
      return "tmpfs";
    case 0x794C7630:
      return "overlayfs";
    default:
      break;
  }
  char number[32];
  std::snprintf(number, sizeof number, "0x%lx", static_cast<unsigned long>(found.f_type));
  return number;
}

double syncs_per_second(const std::filesystem::path& directory, std::chrono::milliseconds lasting) {
  using Clock = std::chrono::steady_clock;
  const std::filesystem::path path = directory / "synced";
  const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) fail(path.string());
  const std::vector<char> bytes(16 * 1024, 'x');
  const Clock::time_point begin = Clock::now();
  int count = 0;
  for (; Clock::now() - begin < lasting; ++count)
    if (::write(file, bytes.data(), bytes.size()) < 0 || ::fdatasync(file) != 0) fail(path.string());
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  ::close(file);
  std::filesystem::remove(path);
  return count / seconds;
}

Workplace::Workplace(const std::filesystem::path& parent) {
  std::filesystem::create_directories(parent);
  std::string name = std::filesystem::absolute(parent / "measuring.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) fail(name);
  path_ = name;
}

Workplace::~Workplace() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace sightline::bench
