// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the local policing bodies of the invented programme send in answer to a report:
// on time, late or not at all, with its answers to recommendations.

#pragma once

#include <string>
#include <utility>

#include "demo_programme_agenda.h"
#include "demo_programme_report_files.h"
#include "demo_programme_underway.h"
#include "response/answer_service.h"

namespace sightline::demo {

class ResponseWork {
 public:
  /// All must outlive it.
  ResponseWork(Setting& setting, const ReportFiles& reports, std::string editor)
      : setting_(setting), reports_(reports), editor_(std::move(editor)) {}

  /// Puts the arrival of every response to `report` on the agenda, which must not outlive this.
  void put_on(Agenda& agenda, const ProgrammeReport& report);

 private:
  /// All that the body sent of which `first` is the first row.
  Problem record(const ProgrammeReport& report, const ProgrammeResponse& first, Date day);
  Problem answer(response::DutyId duty, const ProgrammeResponse& response);

  Setting& setting_;
  const ReportFiles& reports_;
  std::string editor_;
};

}  // namespace sightline::demo
