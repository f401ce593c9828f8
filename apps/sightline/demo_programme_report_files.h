// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What is published about the invented programme, as its files tell it: the figures
// and chapters of two reports, a press release, an evaluation and the answers of the
// local policing bodies. demo/programme/README.md says what each file holds.
//
// Read and checked against one another and against the rest of the programme; whether
// a text can be published, the commands themselves say.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "demo_programme_files.h"
#include "platform/csv/csv.h"
#include "platform/json/json.h"

namespace sightline::demo {

struct ReportFigure {
  csv::Row row;
  std::string key;
  std::string report;
  std::string title;
  std::string alternative_text;
  json::Object definition;
};

/// One chapter: a heading, which is its title, and what stands below.
struct Chapter {
  std::string file;  ///< "second/03-assessing-risk.md"
  std::string title;
  std::string markdown;  ///< Without the heading; line 1 is line 2 of the file.
};

struct ProgrammeReport {
  std::string key;
  std::string title;
  std::string summary;
  Date published_on;
  std::vector<Chapter> chapters;  ///< In order.
  std::string press_release;      ///< Markdown, with its heading.
};

enum class Received { OnTime, Late, Missing };
enum class Answer { ActionTaken, ActionPlanned, NoAction };

/// What a local policing body said about one recommendation of the second report.
struct ProgrammeResponse {
  csv::Row row;
  std::string body;
  Received received;
  std::string recommendation_theme;  ///< Empty, as is the rest, when nothing was received.
  std::optional<Answer> answer;
  std::string text;
};

struct ReportFiles {
  std::vector<ReportFigure> figures;
  std::vector<ProgrammeReport> reports;  ///< In order of publication.
  std::string evaluation;                ///< Markdown, with its heading.
  std::vector<ProgrammeResponse> responses;
};

/// All of it, or the first refusal: "FILE, line N, COLUMN: REASON" or "FILE, line N: REASON". `programme` is
/// what was read from the same folder.
Result<ReportFiles> read_report_files(const std::filesystem::path& folder, const ProgrammeFiles& programme);

}  // namespace sightline::demo

namespace sightline {

template <>
inline constexpr auto kWords<demo::Received> = std::to_array<Word<demo::Received>>({
    {demo::Received::OnTime, "on-time"},
    {demo::Received::Late, "late"},
    {demo::Received::Missing, "missing"},
});

template <>
inline constexpr auto kWords<demo::Answer> = std::to_array<Word<demo::Answer>>({
    {demo::Answer::ActionTaken, "action-taken"},
    {demo::Answer::ActionPlanned, "action-planned"},
    {demo::Answer::NoAction, "no-action"},
});

}  // namespace sightline
