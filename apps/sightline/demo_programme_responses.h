// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the local policing bodies of the invented programme send in answer to a report:
// on time, late or not at all. On record is that a response came and when; what it says
// of each recommendation is read and not entered.

#pragma once

#include <string>
#include <utility>

#include "demo_programme_agenda.h"
#include "demo_programme_report_files.h"
#include "demo_programme_underway.h"

namespace sightline::demo {

class ResponseWork {
 public:
  /// All must outlive it.
  ResponseWork(Setting& setting, const ReportFiles& reports, std::string editor)
      : setting_(setting), reports_(reports), editor_(std::move(editor)) {}

  /// Puts the arrival of every response to `report` on the agenda, which must not outlive this.
  void put_on(Agenda& agenda, const ProgrammeReport& report);

 private:
  Problem record(const ProgrammeReport& report, const ProgrammeResponse& response, Date day);

  Setting& setting_;
  const ReportFiles& reports_;
  std::string editor_;
};

}  // namespace sightline::demo
