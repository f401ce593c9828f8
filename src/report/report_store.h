// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Reports and their sections in the database: heads that move, revisions that are
// inserted and read.
//
// Nothing here asks who wants to know: report_service does, before it reads.

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "evidence/evidence.h"
#include "platform/sql/database.h"
#include "report/report.h"

namespace sightline::report::reports {

/// Who records something, and when.
struct Recording {
  std::optional<PersonId> person;
  Timestamp now;
};

/// With its sections in order.
std::optional<Report> find(sql::Reader& reader, ProgrammeId programme, std::string_view key);
std::optional<Report> find(sql::Reader& reader, ReportId id);

/// A report as a list shows it.
struct Line {
  std::string key;
  std::string title;
  std::string subtitle;
  std::int64_t sections;
};
/// The newest first.
Page<Line> list(sql::Reader& reader, ProgrammeId programme, std::int64_t page_number, int size);

/// `report` begins with revision 1; its id is given out and ignored here.
ReportId insert(sql::Transaction& work, const Report& report, const Recording& by);
/// The next revision of its title, subtitle and summary.
void revise(sql::Transaction& work, const Report& revised, const Recording& by);

/// At the end, with the next number.
Section insert_section(sql::Transaction& work, ReportId report, const SectionText& text, const Recording& by);
/// The next revision of its text.
void revise_section(sql::Transaction& work, const Section& revised, const Recording& by);
void place_section(sql::Transaction& work, SectionId section, int position);
/// The sections behind it move up.
void remove_section(sql::Transaction& work, ReportId report, const Section& section, std::string_view reason,
                    const Recording& by);
void set_aside(sql::Transaction& work, SectionId section, int based_on, int over, const SectionText& text,
               const Recording& by);

/// A section, in the report or removed from it.
struct Kept {
  SectionId id;
  int revision;
  std::string title;
  std::optional<RemovedSection> removed;
};
std::optional<Kept> find_kept(sql::Reader& reader, ReportId report, int number);
/// The newest first.
Page<RemovedSection> removed(sql::Reader& reader, ReportId report, std::int64_t page_number, int size);

/// The newest first.
Page<RevisionLine> revisions(sql::Reader& reader, SectionId section, std::int64_t page_number, int size);
std::optional<SectionRevision> find_revision(sql::Reader& reader, SectionId section, int revision);
/// The newest first.
Page<SetAside> texts_set_aside(sql::Reader& reader, SectionId section, std::int64_t page_number, int size);

/// The extracts that the report may quote, and who was the first to quote each; nothing for the operator.
std::map<evidence::ExtractId, std::optional<PersonId>> quoted(sql::Reader& reader, ReportId report);
void insert_quotation(sql::Transaction& work, ReportId report, evidence::ExtractId extract,
                      const Recording& by);

/// Key and title of a figure.
struct FigureName {
  std::string key;
  std::string title;
};
/// Whose key or title holds `wanted`; in order of key.
Page<FigureName> figures_named(sql::Reader& reader, ProgrammeId programme, std::string_view wanted,
                               std::int64_t page_number, int size);

std::span<const sql::Query> queries();

}  // namespace sightline::report::reports
