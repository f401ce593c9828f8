// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// EvidenceRoom: an inspection with its team, and ways to record evidence in it, for
// the tests of this feature and of those that use it.

#pragma once

#include "evidence/evidence_service.h"
#include "inspection/room_test.h"
#include "platform/extract/testing.h"

namespace sightline::evidence::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

struct EvidenceRoom : inspection::testing::Room {
  explicit EvidenceRoom(people::testing::Office& opened) : Room(opened) {}

  RecordNote note(const std::string& text, std::string title = "Interview with a detective") const {
    return {key, {Kind::Interview, std::move(title), PartialDate::from_iso("2026-03")}, text};
  }
  Document noted(const std::string& text) { return *perform(ana, note(text)); }

  ImportDocument document(const std::string& content, std::string name = "minutes.txt") {
    return {key, {Kind::Document, "Minutes of a strategy meeting"}, *read_file(extractor, name, content)};
  }

  Result<DocumentView> view(const people::Actor& actor, int number) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return document_view(snapshot, actor, key, number);
  }
  Result<DocumentList> list(const people::Actor& actor, std::int64_t page = 1) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return documents_of(snapshot, actor, key, page);
  }

  const extract::Extractor extractor{extract::testing::program()};
  const inspection::InspectionId id = planned();
  const std::string key = inspection(id).key;
  const people::Actor lead = member_of(id, "lead", inspection::TeamRole::LeadInspector);
  const people::Actor ana = member_of(id, "ana", inspection::TeamRole::Inspector);
  const people::Actor moderator = person("moderator", {{people::Role::Moderator, {}}});
  const people::Actor analyst = person("analyst", {{people::Role::Analyst, {}}});
  const people::Actor stranger = person("stranger");
};

inline void in_each_evidence_room(const std::function<void(EvidenceRoom&)>& body) {
  people::testing::in_each_office([&](people::testing::Office& office) {
    EvidenceRoom room(office);
    body(room);
  });
}

}  // namespace sightline::evidence::testing
