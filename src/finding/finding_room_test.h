// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// FindingRoom: an inspection in its fieldwork with cases and evidence, and findings at
// any point of their life, for the tests of this feature and of those that use it.

#pragma once

#include "assessment/case_room_test.h"
#include "evidence/evidence_service.h"
#include "finding/finding_service.h"

namespace sightline::finding::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

struct FindingRoom : assessment::testing::CaseRoom {
  explicit FindingRoom(sql::Database& opened) : CaseRoom(opened) {
    move(inspection::StageAction::BeginFieldwork);
    REQUIRE(journal.perform(
        ana, evidence::RecordNote{planned.key, {evidence::Kind::Interview, "Interview"}, kWords}));
  }

  /// The extract "Calls wait." or "Nobody rings back." of the interview.
  evidence::ExtractId extract(evidence::Range range = {0, 11}) {
    return journal.perform(ana, evidence::MarkExtract{planned.key, 1, range})->id;
  }

  static Details weakness(std::string statement = "Calls about missing children wait too long.") {
    return {.statement = std::move(statement), .direction = Direction::Weakness};
  }

  Finding drafted(const people::Actor& by, std::string statement = "Calls wait too long.") {
    return *journal.perform(by, DraftFinding{planned.key, weakness(std::move(statement))});
  }
  /// Drafted by ana, and resting on one case.
  Finding supported() {
    const Finding finding = drafted(ana);
    const CaseNumber subject{add_case(chosen_by_inspectors).number};
    return *journal.perform(ana, SupportFinding{on(finding), subject});
  }
  Finding agreed() { return *journal.perform(moderator, AgreeFinding{on(supported())}); }

  OnScreen on(const Finding& finding) const { return {planned.key, finding.number, finding.revision}; }

  Result<FindingView> view(const people::Actor& actor, int number, std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return finding_view(snapshot, actor, planned.key, number, page);
  }
  Result<FindingList> list(const people::Actor& actor, std::int64_t page = 1) {
    sql::Snapshot snapshot = journal.snapshot();
    return findings_of(snapshot, actor, planned.key, page);
  }

  static constexpr const char* kWords = "Calls wait.\n\nNobody rings back.";
  static constexpr evidence::Range kSecond{13, 31};

  const people::Actor editor = person("editor", {{.role = people::Role::Editor, .organisation = {}}});
};

inline void in_each_finding_room(const std::function<void(FindingRoom&)>& body) {
  sql::testing::on_each_engine([&](sql::Database& database) {
    FindingRoom room(database);
    body(room);
  });
}

}  // namespace sightline::finding::testing
