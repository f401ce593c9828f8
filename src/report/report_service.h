// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about the reports of a programme while they are written.
//
// Reports are seen by whoever writes or reads them; for everybody else they are not there
// until an edition is published. A command that changes a text names the revision
// the person had before them; when another has been recorded meanwhile it is refused
// with Conflict, and revise_or_set_aside() keeps what was typed beside it.
//
// Whoever saves a section brings the extracts into the report that it quotes and that
// they may see; a report quotes no others. Handbook §12.13.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "figure/figure_service.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "programme/programme.h"
#include "report/composition.h"
#include "report/report.h"

namespace sightline::report {

using people::Actor;
using people::Permission;

// All of these commands are refused with NotFound to whoever does not write reports, for a programme, report
// or section that is not there, and with Invalid for what checked() refuses.

/// The title of the publication that has this key; nothing when none has. The report becomes a publication of
/// the same key, and publications lie above this feature: whoever knows them gives the question along.
using PublicationWithKey = std::function<std::optional<std::string>(sql::Reader&, std::string_view key)>;

/// Begins a report without sections. Refused: Invalid beside "key" for one that is taken, by a report of the
/// programme or by a publication.
struct StartReport {
  static constexpr journal::Command kCommand{"report.start", "started the report"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string key;
  std::string title;
  std::string subtitle = {};
  std::string summary = {};
  PublicationWithKey publication_with = {};  ///< Not asked unless given; publishing asks in any case.
};
Result<Report> decide(journal::Work& work, const Actor& actor, const StartReport& command);

/// Replaces title, subtitle and summary; what they were stays recorded. Refused: Conflict when `based_on` is
/// not the revision that holds.
struct ReviseReport {
  static constexpr journal::Command kCommand{"report.revise", "revised the title of the report"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  int based_on;
  std::string title;
  std::string subtitle = {};
  std::string summary = {};
};
Result<Report> decide(journal::Work& work, const Actor& actor, const ReviseReport& command);

/// Adds a section at the end.
struct AddSection {
  static constexpr journal::Command kCommand{"report.add-section", "added to the report the section"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  std::string title;
  std::string markdown;
};
Result<Section> decide(journal::Work& work, const Actor& actor, const AddSection& command);

/// Replaces title and text; what they were stays readable. The same again changes nothing. Refused: Conflict
/// when `based_on` is not the revision that holds.
struct ReviseSection {
  static constexpr journal::Command kCommand{"report.revise-section", "revised the section"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  int section;  ///< Its number.
  int based_on;
  std::string title;
  std::string markdown;
};
Result<Section> decide(journal::Work& work, const Actor& actor, const ReviseSection& command);

/// Changes places with the section before or behind it. At the end it is at already nothing changes.
struct MoveSection {
  static constexpr journal::Command kCommand{"report.move-section", "moved the section"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  int section;
  Direction direction;
};
Result<Section> decide(journal::Work& work, const Actor& actor, const MoveSection& command);

/// Takes a section out of the report; all its revisions stay readable. Refused: Invalid without a reason.
struct RemoveSection {
  static constexpr journal::Command kCommand{"report.remove-section", "removed the section"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  int section;
  std::string reason;
};
Result<Section> decide(journal::Work& work, const Actor& actor, const RemoveSection& command);

/// Keeps what was typed against an overtaken revision, or against a section that was removed meanwhile.
/// Refused: WrongState when nothing was overtaken.
struct SetTextAside {
  static constexpr journal::Command kCommand{"report.set-text-aside", "set text aside about the section"};
  static constexpr Permission kNeeds = Permission::WriteReports;

  std::string programme_key;
  std::string report_key;
  int section;
  int based_on;
  std::string title;
  std::string markdown;
};
Result<SectionId> decide(journal::Work& work, const Actor& actor, const SetTextAside& command);

/// Revises; when somebody else was quicker keeps the text aside durably before handing the refusal on.
Result<Section> revise_or_set_aside(journal::Journal& journal, const Actor& actor,
                                    const ReviseSection& command);

// Questions. Whoever does not read reports is answered as if there were none; what is there for writing
// alone, a report without its draft, its histories and the figures on offer, only whoever writes them is
// told.

/// The programmes that have or may have reports, for this actor; in order of name.
std::vector<programme::Programme> programmes_with_reports(sql::Reader& reader, const Actor& actor);

inline constexpr int kReportsOnAPage = 25;
inline constexpr int kRevisionsOnAPage = 25;
inline constexpr int kOfferedOnAPage = 10;

struct ReportLine {
  std::string key;
  std::string title;
  std::string subtitle;
  std::int64_t sections;
};
/// The newest first.
Page<ReportLine> reports_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                            std::int64_t page_number);

std::optional<Report> find_report(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                  std::string_view report_key);
/// For other features, which check their own permission.
std::optional<Report> find_report(sql::Reader& reader, ReportId id);

/// A report with the programme it is about.
struct OpenedReport {
  programme::Programme programme;
  Report report;
};
/// Refuses with NotFound.
Result<OpenedReport> report_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                               std::string_view report_key);

/// A report as it stands, with its figures worked out in the reader's snapshot and shown as readers would see
/// them.
struct Draft {
  Composed composed;
  Figures figures;
  RefusedFigures refused;
  QuotedWords words;                  ///< Of extracts, as far as whoever asks may see them.
  std::int64_t entry;                 ///< As of this entry of the journal.
  std::vector<LineProblem> problems;  ///< All of them, by section and line.
};
/// Whoever calls has found the report; the actor is asked about the evidence it quotes. The operator sees
/// no word of it (§9.8).
Draft draft_of(sql::Reader& reader, const Actor& actor, const Report& report);

/// The same for one section as the actor is writing it, among the others as they are recorded: only its own
/// figures, words and problems. It may quote what saving it would bring into the report. `number` 0 stands
/// for a section that would be added at the end.
Draft preview_of(sql::Reader& reader, const Actor& actor, Report report, int number,
                 const SectionText& typed);

/// Of the extracts with these numbers those that the report may quote, whoever asks: for other features,
/// which check their own permission.
Quotables quotables_of(sql::Reader& reader, ReportId report, const std::set<std::int64_t>& numbers);

/// All that the page of a report shows.
struct ReportView {
  programme::Programme programme;
  Report report;
  Draft draft;
};
/// Refuses with NotFound.
Result<ReportView> report_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                               std::string_view report_key);

/// The sections that were removed, the newest first.
Page<RemovedSection> removed_sections(sql::Reader& reader, const Report& report, std::int64_t page_number);

struct SectionHistory {
  programme::Programme programme;
  Report report;
  int number;
  std::string title;                      ///< As it is now, or was when it was removed.
  std::optional<RemovedSection> removed;  ///< When it was.
  Page<RevisionLine> revisions;           ///< The newest first.
  Page<SetAside> set_aside;               ///< The newest first.
};
/// Refuses with NotFound; removed sections have a history as well.
Result<SectionHistory> section_history(sql::Reader& reader, const Actor& actor,
                                       std::string_view programme_key, std::string_view report_key,
                                       int number, std::int64_t revisions_page,
                                       std::int64_t set_aside_page = 1);
Result<SectionRevision> section_revision(sql::Reader& reader, const Actor& actor,
                                         std::string_view programme_key, std::string_view report_key,
                                         int number, int revision);

/// A figure that an author may use.
struct OfferedFigure {
  std::string key;
  std::string title;
  std::string text;  ///< What it comes to at this moment, or why it cannot be worked out.
};
/// Figures of the programme whose key or title holds `wanted`, all when it is empty; in order of key.
Page<OfferedFigure> offered_figures(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                    std::string_view wanted, std::int64_t page_number);

}  // namespace sightline::report
