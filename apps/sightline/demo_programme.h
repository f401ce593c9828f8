// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Plays the invented programme of demo/programme: its people come in, its codebook is
// made, its inspections take their course side by side, recommendations are drawn from
// all of them, two reports are written and published, local policing bodies answer the second, and it
// is evaluated.
// Every step goes through the one door, by somebody whose role allows it, at a moment
// that fits the dates in the files; the same each time.

#pragma once

#include <vector>

#include "demo_office.h"
#include "demo_programme_files.h"
#include "demo_programme_report_files.h"
#include "demo_programme_reports.h"
#include "demo_programme_underway.h"
#include "platform/extract/extractor.h"
#include "platform/jobs/jobs.h"
#include "programme/framework.h"

namespace sightline::demo {

inline constexpr const char* kProgrammeKey = "child-protection-2014-to-2019";

/// A Monday, before anybody has come in: when the clock of the office has to begin.
Timestamp programme_begins();

struct PlayedProgramme {
  ProgrammeTally tally;
  json::Object figures;                  ///< As FigureWork::work_out() gives them.
  std::vector<PublishedReport> reports;  ///< In order of publication.
};

/// Refused when a command is, for a file that does not hold its passages, for a figure that cannot be worked
/// out and for a report that cannot be published. Adopts of `frameworks` those that the programme inspects
/// by.
Result<PlayedProgramme> play_programme(Office& office, const ProgrammeFiles& files,
                                       const ReportFiles& reports,
                                       const std::vector<programme::Framework>& frameworks,
                                       const extract::Extractor& extractor, const publication::Press& press,
                                       const jobs::Report& report);

}  // namespace sightline::demo
