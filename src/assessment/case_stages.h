// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What may be done to cases at which stage of their inspection. Handbook §4.28.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>

#include "assessment/assessment_workflow.h"
#include "base/result.h"
#include "inspection/inspection_workflow.h"

namespace sightline::assessment {

enum class CaseWork {
  Prepare,   ///< Draw samples, add cases.
  Assign,    ///< Give a case to an assessor.
  AuditOwn,  ///< The inspected body writes and submits its own assessment.
  Assess,    ///< Inspectors write and submit theirs.
  Moderate   ///< Return, agree, reopen.
};

/// Which work a step of an assessment is.
CaseWork work_of(AssessorType by, Action action);

/// Refuses with WrongState, and says what to do first, where that work stands still: before its stage,
/// after it, and always where there is no stage, on the public record.
std::optional<Refusal> refuse_at(std::optional<inspection::Stage> stage, CaseWork work);

}  // namespace sightline::assessment
