// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The independent evaluation of the invented programme, attached to a report by the editor.

#pragma once

#include <string>
#include <utility>

#include "demo_programme_agenda.h"
#include "demo_programme_report_files.h"
#include "demo_programme_underway.h"

namespace sightline::demo {

class EvaluationWork {
 public:
  /// All must outlive it.
  EvaluationWork(Setting& setting, const ReportFiles& reports, std::string editor)
      : setting_(setting), reports_(reports), editor_(std::move(editor)) {}

  /// Puts attaching it to `report` on the agenda, which must not outlive this.
  void put_on(Agenda& agenda, const ProgrammeReport& report);

 private:
  Problem attach(const ProgrammeReport& report);

  Setting& setting_;
  const ReportFiles& reports_;
  std::string editor_;
};

}  // namespace sightline::demo
