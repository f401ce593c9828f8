// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// ReportRoom: a programme with two figures, and a report with two sections, for the
// tests of this feature and of those that use it.

#pragma once

#include "evidence/evidence_service.h"
#include "inspection/room_test.h"
#include "report/report_service.h"

namespace sightline::report::testing {

using people::testing::is_refused;
using people::testing::is_refused_for;

struct ReportRoom : inspection::testing::Room {
  explicit ReportRoom(people::testing::Office& opened) : Room(opened) {
    define("inspections",
           {"Inspections of every kind", "How many inspections.", {figure::Inspections{}, {}}});
    define("by-kind", {"Inspections by kind", "A row for each kind.", {figure::InspectionsByKind{}, {}}});
    REQUIRE(perform(editor, StartReport{kProgramme, kReport, "Second report", "Custody", "In short."}));
    add("What we found", "There were {figure:inspections}.\n\n## Why\n\nText.\n");
    add("Custody", "Text about [why](#why).\n");
  }

  void define(const std::string& key, const figure::FigureDetails& details) {
    REQUIRE(perform(analyst, figure::DefineFigure{kProgramme, key, details}));
  }
  Section add(const std::string& title, const std::string& markdown) {
    return *perform(editor, AddSection{kProgramme, kReport, title, markdown});
  }
  Result<Section> revise(const people::Actor& by, int section, int based_on, const std::string& markdown) {
    return perform(by, ReviseSection{kProgramme, kReport, section, based_on, "Custody", markdown});
  }

  /// An extract of these words, in a note of an inspection that is closed since.
  evidence::ExtractId extract(const std::string& words = "Calls wait.") {
    inspected = planned();
    const people::Actor lead = member_of(inspected, "lead", inspection::TeamRole::LeadInspector);
    const std::string key = inspection(inspected).key;
    REQUIRE(perform(lead, evidence::RecordNote{key, {evidence::Kind::Interview, "Interview"}, words}));
    close(inspected);
    return perform(analyst, evidence::MarkExtract{key, 1, {0, static_cast<std::int64_t>(words.size())}})->id;
  }
  static std::string quoting(evidence::ExtractId extract) {
    return "They said:\n\n```extract\n" + std::to_string(extract.value()) + "\n```\n";
  }
  /// The problems of the report as this person meets them.
  std::string problems(const people::Actor& actor) {
    std::string all;
    for (const LineProblem& problem : draft(actor).problems) all += in_words(problem) + "\n";
    return all;
  }
  inspection::InspectionId inspected{0};  ///< What extract() made.

  std::optional<Report> report(const people::Actor& actor) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return find_report(snapshot, actor, kProgramme, kReport);
  }
  Report report() { return report(editor).value(); }
  /// "What we found, Custody".
  std::string order() {
    std::string titles;
    for (const Section& section : report().sections) titles += (titles.empty() ? "" : ", ") + section.title;
    return titles;
  }
  Draft draft(const people::Actor& actor) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return draft_of(snapshot, actor, *find_report(snapshot, editor, kProgramme, kReport));
  }
  Draft draft() { return draft(editor); }
  Result<SectionHistory> history(const people::Actor& actor, int section, std::int64_t page = 1) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return section_history(snapshot, actor, kProgramme, kReport, section, page);
  }
  Result<SectionRevision> revision(const people::Actor& actor, int section, int revision) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return section_revision(snapshot, actor, kProgramme, kReport, section, revision);
  }
  Page<OfferedFigure> offered(const people::Actor& actor, const std::string& wanted = "",
                              std::int64_t page = 1) {
    sql::Snapshot snapshot = office.journal.snapshot();
    return offered_figures(snapshot, actor, kProgramme, wanted, page);
  }

  static constexpr const char* kProgramme = "demonstration";
  static constexpr const char* kReport = "second-report";
  const people::Actor editor = person("editor", {{people::Role::Editor, {}}});
  const people::Actor analyst = person("analyst", {{people::Role::Analyst, {}}});
  const people::Actor moderator = person("moderator", {{people::Role::Moderator, {}}});
};

inline void in_each_report_room(const std::function<void(ReportRoom&)>& body) {
  people::testing::in_each_office([&](people::testing::Office& office) {
    ReportRoom room(office);
    body(room);
  });
}

}  // namespace sightline::report::testing
