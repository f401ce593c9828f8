// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <memory>

namespace sightline::document {

namespace {

constexpr rlim_t kSeconds = 15;           // Of processor time; waiting is the launcher's concern.
constexpr rlim_t kBytes = 1'500'000'000;  // Of address space.
constexpr rlim_t kDescriptors = 16;       // Poppler opens a table at a time.
constexpr const char* kCharacterTables = "/usr/share/poppler";

bool limit(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit both{soft, hard};
  return ::setrlimit(what, &both) == 0;
}

bool limit_resources() {
  return limit(RLIMIT_CPU, kSeconds, kSeconds + 1) && limit(RLIMIT_AS, kBytes, kBytes) &&
         limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NPROC, 0, 0) && limit(RLIMIT_CORE, 0, 0) &&
         limit(RLIMIT_NOFILE, kDescriptors, kDescriptors);
}

/// Every right over files that this kernel's Landlock knows: a right it is not told about stays free.
std::uint64_t rights_over_files(long version) {
  constexpr int kRightsOf[] = {13, 14, 15, 15, 16};  // By version 1 to 5; later ones add none.
  const int count = kRightsOf[version > 5 ? 4 : version - 1];
  return (std::uint64_t{1} << count) - 1;
}

/// The tables may be missing (package poppler-data): then nothing at all can be read.
void allow_character_tables(int rules) {
  const int folder = ::open(kCharacterTables, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  landlock_path_beneath_attr below{};
  below.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  below.parent_fd = folder;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
  ::close(folder);
}

bool shut_off_files() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = rights_over_files(version);
  const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0);
  if (rules < 0) return false;
  allow_character_tables(static_cast<int>(rules));
  const bool restricted = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(static_cast<int>(rules));
  return restricted;
}

struct Release {
  void operator()(void* filter) const { ::seccomp_release(filter); }
};

bool shut_off_calls() {
  const std::unique_ptr<void, Release> filter(::seccomp_init(SCMP_ACT_KILL_PROCESS));
  if (!filter) return false;
  bool is_complete = true;
  const auto allow = [&](int call, auto... conditions) {
    const scmp_arg_cmp all[] = {conditions..., scmp_arg_cmp{}};
    is_complete = is_complete && ::seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call,
                                                          sizeof...(conditions), all) == 0;
  };
  for (const int call :
       {SCMP_SYS(read),         SCMP_SYS(pread64),       SCMP_SYS(write),      SCMP_SYS(lseek),
        SCMP_SYS(close),        SCMP_SYS(fstat),         SCMP_SYS(newfstatat), SCMP_SYS(getdents64),
        SCMP_SYS(munmap),       SCMP_SYS(mremap),        SCMP_SYS(brk),        SCMP_SYS(madvise),
        SCMP_SYS(futex),        SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),  SCMP_SYS(rt_sigprocmask),
        SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigreturn),  SCMP_SYS(getpid),     SCMP_SYS(gettid),
        SCMP_SYS(exit),         SCMP_SYS(exit_group)})
    allow(call);
  // To read what Landlock leaves, never to write or make; no memory that can be run; abort() for itself.
  constexpr scmp_datum_t kChanges = O_ACCMODE | O_CREAT | O_TRUNC;
  allow(SCMP_SYS(openat), scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, kChanges, O_RDONLY});
  allow(SCMP_SYS(mmap), scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
  allow(SCMP_SYS(mprotect), scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
  allow(SCMP_SYS(tgkill), scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0});
  return is_complete && ::seccomp_load(filter.get()) == 0;
}

}  // namespace

Sandbox enter_sandbox() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const bool is_closed = limit_resources() && ::prctl(PR_SET_DUMPABLE, 0) == 0 &&
                         ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && shut_off_files() &&
                         shut_off_calls();
  return is_closed ? Sandbox::Closed : Sandbox::NotAvailable;
}

}  // namespace sightline::document
