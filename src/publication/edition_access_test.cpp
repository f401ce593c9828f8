// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with editions: every role, every command and every question that is
// not public. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;
using people::Role;

namespace {

// prepare, publish | explain a figure, verify
// +  done    -  not permitted, and said so
struct Expected {
  const char* role;
  const char* marks;
};

constexpr Expected kExpected[] = {
    {"administrator", "----"},   {"programme-manager", "----"},
    {"methodologist", "----"},   {"moderator", "----"},
    {"analyst", "--++"},         {"editor", "++++"},
    {"press-officer", "----"},   {"disclosure-reviewer", "----"},
    {"lead-inspector", "----"},  {"inspector", "----"},
    {"liaison-officer", "----"}, {"body-auditor", "----"},
    {"chief-officer", "----"},   {"policing-body-officer", "----"},
    {"nobody", "----"},
};

template <class T>
char mark_of(const Result<T>& result) {
  if (result) return '+';
  CHECK(result.refusal().kind == Refusal::Kind::NotPermitted);
  return '-';
}

people::Actor holder(EditionRoom& room, const std::string& role) {
  const std::optional<Role> known = from_word<Role>(role);
  if (!known) return room.person(role);
  switch (people::describe(*known).reach) {
    case people::Reach::Everywhere:
      return room.person(role + "-here", {{.role = *known, .organisation = {}}});
    case people::Reach::OneOrganisation:
      return room.person(role + "-here", {{.role = *known, .organisation = room.force}});
    case people::Reach::OneInspection:
      break;
  }
  return role == "inspector" ? room.ana : room.lead;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with editions") {
  for (const people::RoleDescription& description : people::roles()) {
    CAPTURE(word(description.role));
    CHECK(std::ranges::count(kExpected, word(description.role),
                             [](const Expected& row) { return std::string_view(row.role); }) == 1);
  }
}

TEST_CASE("each role may do with editions exactly what the table says; the rest is refused") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto correction = room.prepared(room.editor, EditionRoom::draft("A correction."));
    REQUIRE(correction);
    int corrections = 0;
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role);
      std::string marks;
      marks += mark_of(room.prepared(actor, EditionRoom::draft("A correction.")));
      const auto done = room.journal.perform(actor, PublishEdition{*correction});
      corrections += done ? 1 : 0;
      marks += mark_of(done);
      sql::Snapshot snapshot = room.journal.snapshot();
      marks += mark_of(explain_figure(snapshot, actor, "first-1", "grades", 1));
      marks += mark_of(verify(snapshot, actor, "first-1"));
      CHECK(marks == expected.marks);
    }
    CHECK(corrections == 1);
  });
}
