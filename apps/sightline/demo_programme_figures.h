// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The figures of the reports on the invented programme: defined by an analyst as
// figures.csv has them, and what they come to.

#pragma once

#include <string>
#include <utility>

#include "demo_programme_report_files.h"
#include "demo_programme_underway.h"
#include "platform/json/json.h"

namespace sightline::demo {

class FigureWork {
 public:
  /// Both must outlive it.
  FigureWork(Setting& setting, const ReportFiles& reports, std::string analyst)
      : setting_(setting), reports_(reports), analyst_(std::move(analyst)) {}

  /// Defines every figure of the report.
  Problem define(const std::string& report_key);

  /// Every figure by its key: numerator, denominator, which is null for what is no share, and the text that
  /// readers are shown. The numerator of a table is what its cells count together; its cells are beside it,
  /// under "table". Refused for the first that cannot be worked out, naming its line in figures.csv.
  Result<json::Object> work_out() const;

 private:
  Setting& setting_;
  const ReportFiles& reports_;
  std::string analyst_;
};

}  // namespace sightline::demo
