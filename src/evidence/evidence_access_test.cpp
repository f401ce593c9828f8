// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with evidence: every role, every command and question, in an
// inspection the person has to do with, in one they have not, and with a conflict of
// interest. The table is the expectation.

#include <doctest/doctest.h>

#include <string>

#include "evidence/evidence_room_test.h"
#include "inspection/holder_test.h"

using namespace sightline;
using namespace sightline::evidence;
using namespace sightline::evidence::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// list documents, see one, take its file, record a note, import a document, mark an extract
// +  done    -  not permitted, and said so    0  answered as if there were no such document or inspection
struct Expected {
  const char* role;
  const char* where_concerned;
  const char* elsewhere;
};

constexpr Expected kExpected[] = {
    {"administrator", "000000", "000000"}, {"programme-manager", "-00--0", "-00--0"},
    {"methodologist", "-00--0", "-00--0"}, {"moderator", "+++---", "+++---"},
    {"analyst", "+++--+", "+++--+"},       {"editor", "-00--0", "-00--0"},
    {"press-officer", "-00--0", "-00--0"}, {"disclosure-reviewer", "-00--0", "-00--0"},
    {"evaluator", "-00--0", "-00--0"},     {"home-office-official", "-00--0", "-00--0"},
    {"panel-member", "000000", "000000"},  {"lead-inspector", "++++++", "000000"},
    {"inspector", "++++++", "000000"},     {"partner-inspector", "000000", "000000"},
    {"hm-inspector", "+++---", "000000"},  {"liaison-officer", "-00--0", "000000"},
    {"body-auditor", "-00--0", "000000"},  {"chief-officer", "-00--0", "000000"},
    {"local-partner", "-00--0", "000000"}, {"policing-body-officer", "000000", "000000"},
    {"nobody", "000000", "000000"},
};

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
    row += mark_of(room.office.journal, actor, RecordNote(room.note("A note.")));
    ImportDocument import = typed;
    import.file.content = import.file.text = different;
    row += mark_of(room.office.journal, actor, ImportDocument(import));
    row += mark_of(room.office.journal, actor, MarkExtract{room.key, 1, {place, place + 2}});
    return row;
  }

  EvidenceRoom& room;
  const ImportDocument typed{
      room.key, {Kind::Document, "A document"}, {"words.txt", Format::Txt, "Words.", "Words."}};
};

}  // namespace

TEST_CASE("every role is in the table of who may do what with evidence") {
  check_names_every_role(kExpected);
}

TEST_CASE(
    "each role may do with the evidence of an inspection exactly what the table says; the rest is refused") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2
    FilledRoom filled(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(filled.marks(holder(room.office, expected.role, room.force, room.id)) ==
            expected.where_concerned);
    }
  });
}

TEST_CASE("roles for another body or another team reach no evidence here, and are told nothing") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2.7
    FilledRoom filled(room);
    const auto other = room.organisation("other-force", people::OrganisationKind::PoliceForce);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(filled.marks(holder(room.office, expected.role, other, std::nullopt)) == expected.elsewhere);
    }
  });
}

TEST_CASE("a conflict of interest bars every role from all evidence about that body, without a trace") {
  in_each_evidence_room([](EvidenceRoom& room) {  // Handbook §2.12
    FilledRoom filled(room);
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      const people::Actor actor = holder(room.office, expected.role, room.force, room.id);
      room.declare_conflict(actor, room.force);
      CHECK(filled.marks(actor) == "000000");
    }
  });
}
