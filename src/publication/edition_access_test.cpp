// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with editions: every role, every command and every question that is
// not public. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "publication/edition_room_test.h"

using namespace sightline;
using namespace sightline::publication;
using namespace sightline::publication::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// prepare, publish | explain a figure, verify
// +  done    -  not permitted, and said so
struct Expected {
  const char* role;
  const char* marks;
};

constexpr Expected kExpected[] = {
    {"administrator", "----"}, {"programme-manager", "----"},
    {"methodologist", "----"}, {"moderator", "----"},
    {"analyst", "--++"},       {"editor", "++++"},
    {"press-officer", "--++"}, {"disclosure-reviewer", "--++"},
    {"evaluator", "----"},     {"home-office-official", "----"},
    {"panel-member", "----"},  {"lead-inspector", "----"},
    {"inspector", "----"},     {"partner-inspector", "----"},
    {"hm-inspector", "--++"},  {"liaison-officer", "----"},
    {"body-auditor", "----"},  {"chief-officer", "----"},
    {"local-partner", "----"}, {"policing-body-officer", "----"},
    {"nobody", "----"},
};

}  // namespace

TEST_CASE("every role is in the table of who may do what with editions") {
  check_names_every_role(kExpected);
}

TEST_CASE("each role may do with editions exactly what the table says; the rest is refused") {
  in_each_edition_room([](EditionRoom& room) {
    room.published();
    const auto correction = room.prepared(room.editor, EditionRoom::draft("A correction."));
    REQUIRE(correction);
    int corrections = 0;
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, room.planned.id);
      std::string marks;
      marks += mark_of(room.prepared(actor, EditionRoom::draft("A correction.")));
      marks += mark_of(room.journal, actor, PublishEdition{*correction});
      corrections += marks.back() == '+' ? 1 : 0;
      sql::Snapshot snapshot = room.journal.snapshot();
      marks += mark_of(explain_figure(snapshot, actor, "first-1", "grades", 1));
      marks += mark_of(verify(snapshot, actor, "first-1"));
      CHECK(marks == expected.marks);
    }
    CHECK(corrections == 1);
  });
}
