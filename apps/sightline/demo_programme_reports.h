// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The reports on the invented programme: written by the analyst, chapter by chapter, and
// published by the editor as editions with their press releases. A report counts what is there on its
// day, so the agenda has to be worked off in order of time.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "demo_programme_report_files.h"
#include "demo_programme_underway.h"
#include "publication/edition_press_pages.h"

namespace sightline::demo {

struct PublishedReport {
  publication::Edition edition;
  std::int64_t words;     ///< Of its chapters.
  std::int64_t figures;   ///< Frozen with it.
  std::int64_t passages;  ///< That it quotes.
  std::int64_t files;
};

class ReportWork {
 public:
  /// `setting` and what `press` names must outlive it.
  ReportWork(Setting& setting, publication::Press press, std::string analyst, std::string editor)
      : setting_(setting),
        press_(std::move(press)),
        analyst_(std::move(analyst)),
        editor_(std::move(editor)) {}

  /// REQUIRES: its figures are defined.
  Problem write(const ProgrammeReport& report);

  /// Refused as publication::prepare() and PublishEdition are, with every problem named by section and line.
  Problem publish(const ProgrammeReport& report);

  /// In order of publication.
  const std::vector<PublishedReport>& published() const { return published_; }

 private:
  Setting& setting_;
  publication::Press press_;
  std::string analyst_;
  std::string editor_;
  std::vector<PublishedReport> published_;
};

}  // namespace sightline::demo
