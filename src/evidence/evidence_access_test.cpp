// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with evidence: every role, every command and question, in an
// inspection the person has to do with, in one they have not, and with a conflict of
// interest. The table is the expectation.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "evidence/evidence_room_test.h"

using namespace sightline;
using namespace sightline::evidence;
using namespace sightline::evidence::testing;

namespace {

// list documents, see one, take its file, record a note, import a document, mark an extract
// +  done    -  not permitted, and said so    0  answered as if there were no such document or inspection
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
};

constexpr Expected kExpected[] = {
    {"administrator", "000000", "000000"},   {"programme-manager", "-00--0", "-00--0"},
    {"methodologist", "-00--0", "-00--0"},   {"moderator", "+++---", "+++---"},
    {"analyst", "+++--+", "+++--+"},         {"editor", "-00--0", "-00--0"},
    {"press-officer", "-00--0", "-00--0"},   {"disclosure-reviewer", "-00--0", "-00--0"},
    {"lead-inspector", "++++++", "000000"},  {"inspector", "++++++", "000000"},
    {"liaison-officer", "-00--0", "000000"}, {"body-auditor", "-00--0", "000000"},
    {"chief-officer", "-00--0", "000000"},   {"policing-body-officer", "000000", "000000"},
    {"nobody", "000000", "000000"},
};

template <class T>
char mark_of(const Result<T>& result) {
  if (result) return '+';
  CHECK((result.refusal().kind == Refusal::Kind::NotPermitted ||
         result.refusal().kind == Refusal::Kind::NotFound));
  return result.refusal().kind == Refusal::Kind::NotPermitted ? '-' : '0';
}

/// A room with document 1, taken from a file.
struct FilledRoom {
  explicit FilledRoom(EvidenceRoom& given) : room(given) {
    REQUIRE(room.perform(room.lead, room.document("A file with words in it.")));
  }

  std::string marks(const people::Actor& actor) {
    static int taken = 0;
    const int place = ++taken % 20;
    const std::string different = "Content " + std::to_string(taken);
    std::string row;
    row += mark_of(room.list(actor));
    row += mark_of(room.view(actor, 1));
    {
      sql::Snapshot snapshot = room.office.journal.snapshot();
      row += mark_of(original_file(snapshot, actor, room.key, 1));
    }
    row += mark_of(room.perform(actor, room.note("A note.")));
    ImportDocument import = typed;
    import.file.content = import.file.text = different;
    row += mark_of(room.perform(actor, import));
    row += mark_of(room.perform(actor, MarkExtract{room.key, 1, {place, place + 2}}));
    return row;
  }

  EvidenceRoom& room;
  const ImportDocument typed{
      room.key, {Kind::Document, "A document"}, {"words.txt", Format::Txt, "Words.", "Words."}};
};

/// Somebody who holds `role` where it reaches: everywhere, for `body`, or on the team of that body's
/// inspection.
people::Actor holder(EvidenceRoom& room, const std::string& role, people::OrganisationId body,
                     const std::string& suffix) {
  const std::optional<people::Role> known = from_word<people::Role>(role);
  if (!known) return room.person(role + suffix);
  switch (people::describe(*known).reach) {
    case people::Reach::Everywhere:
      return room.person(role + suffix, {{.role = *known, .organisation = {}}});
    case people::Reach::OneOrganisation:
      return room.person(role + suffix, {{.role = *known, .organisation = body}});
    case people::Reach::OneInspection:
      break;
  }
  if (body == room.force)
    return room.member_of(room.id, role + suffix, *from_word<inspection::TeamRole>(role));
  return room.person(role + suffix);
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with evidence") {
  for (const people::RoleDescription& description : people::roles()) {
    CAPTURE(word(description.role));
    CHECK(std::ranges::count(kExpected, word(description.role),
                             [](const Expected& row) { return std::string_view(row.role); }) == 1);
  }
}

TEST_CASE(
    "each role may do with the evidence of an inspection exactly what the table says; the rest is refused") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2
    FilledRoom filled(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(filled.marks(holder(room, expected.role, room.force, "-here")) == expected.where_concerned);
    }
  });
}

TEST_CASE("roles for another body or another team reach no evidence here, and are told nothing") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2.7
    FilledRoom filled(room);
    const auto other = room.organisation("other-force", people::OrganisationKind::PoliceForce);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(filled.marks(holder(room, expected.role, other, "-elsewhere")) == expected.elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from all evidence about that body, without a trace") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2.12
    FilledRoom filled(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room, expected.role, room.force, "-barred");
      room.declare_conflict(actor, room.force);
      CHECK(filled.marks(actor) == "000000");
    }
  });
}
