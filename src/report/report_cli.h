// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline report list · report build: the reports of a programme for the operator.

#pragma once

#include <string>
#include <vector>

#include "journal/journal_service.h"
#include "platform/terminal/answer.h"
#include "report/report_service.h"

namespace sightline::report {

/// Every report of the programme, the newest first.
Result<terminal::Answer> list_reports(journal::Journal& journal, const std::string& programme_key);

/// What is wrong with a report as it stands, by section and line, and the files that were made of it.
/// Declined when there is any problem.
terminal::Answer answer_of(const ReportView& view, const std::vector<std::string>& files);

}  // namespace sightline::report
