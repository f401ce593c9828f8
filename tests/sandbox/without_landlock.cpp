// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Runs sightline-extract on what looks like an old kernel: one that answers "no such
// call" to Landlock. Refuses to run anything else.

#include <seccomp.h>
#include <unistd.h>

#include <cerrno>

int main(int, char** arguments) {
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr ||
      ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0) != 0 ||
      ::seccomp_load(filter) != 0)
    return 1;
  ::execv(SIGHTLINE_EXTRACT, arguments);
  return 1;
}
