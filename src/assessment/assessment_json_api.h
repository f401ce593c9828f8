// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Assessments as JSON and back: the members that docs/guide/api.md names. Used by
// assessment_api.cpp.

#pragma once

#include <string>
#include <vector>

#include "assessment/assessment_service.h"
#include "platform/json/json.h"

namespace sightline::assessment {

json::Object to_json(const CaseList& list);
json::Object to_json(const CaseView& view);
json::Object to_json(const Assessment& assessment);
json::Array to_json(const std::vector<Judgement>& judgements);

/// Judgements against the revision that was read: 0 when there was none.
struct SentJudgements {
  int revision;
  std::vector<Judgement> judgements;
};
Result<SentJudgements> read_judgements(const json::Value& body);

/// A step from the revision that was read.
struct SentStep {
  int revision;
  std::string reason;  ///< "" for a step that takes none.
};
enum class Reason { Taken, NotTaken };
/// A reason that is missing is left to the model to refuse.
Result<SentStep> read_step(const json::Value& body, Reason reason);

}  // namespace sightline::assessment
