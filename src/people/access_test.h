// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the tables of who may do what are written in, for every *_access_test.cpp: a row
// for each role, and in it a sign for each command or question.
//
//   +  done    -  not permitted, and said so    0  answered as if it were not there
//   x  refused to anybody, as things stand

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "journal/journal_service.h"
#include "people/role.h"

namespace sightline::people::testing {

inline char mark_of(bool is_there) {
  return is_there ? '+' : '0';
}

template <class T>
char mark_of(const Result<T>& result) {
  if (result) return '+';
  switch (result.refusal().kind) {
    case Refusal::Kind::NotPermitted:
      return '-';
    case Refusal::Kind::NotFound:
      return '0';
    case Refusal::Kind::WrongState:
      return 'x';
    case Refusal::Kind::Invalid:
    case Refusal::Kind::Conflict:
      break;
  }
  FAIL_CHECK(result.refusal().message);
  return '?';
}

/// Of a command that is given now. One that is refused leaves no entry in the journal.
template <class Giver, class Command>
char mark_of(journal::Journal& journal, const Giver& giver, const Command& command) {
  const auto entries = [&] {
    sql::Snapshot snapshot = journal.snapshot();
    return journal::position(snapshot);
  };
  const std::int64_t before = entries();
  const auto result = journal.perform(giver, command);
  if (!result) CHECK(entries() == before);
  return mark_of(result);
}

/// Each role has one row.
template <class Row, std::size_t rows>
void check_names_every_role(const Row (&table)[rows]) {
  for (const RoleDescription& description : roles()) {
    CAPTURE(word(description.role));
    CHECK(std::ranges::count(table, word(description.role),
                             [](const Row& row) { return std::string_view(row.role); }) == 1);
  }
}

}  // namespace sightline::people::testing
