// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A case assessment: what one side judged about one case, area by area, why, and
// how far that judgement has come through moderation. Handbook §4.
//
// Pure: no clock, no database, no request. Everything here can be tested with
// values alone.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "assessment/assessment_workflow.h"
#include "base/result.h"
#include "journal/journal.h"
#include "people/people.h"
#include "programme/framework.h"

namespace sightline::assessment {

using CaseId = Id<struct Case>;
using AssessmentId = Id<struct AssessmentOf>;
using people::PersonId;
using programme::Grade;

/// The area plays no part in this case.
struct NotApplicable {
  friend bool operator==(const NotApplicable&, const NotApplicable&) = default;
};

/// The file does not show enough to judge: a finding about the file, not a missing outcome.
struct InsufficientEvidence {
  friend bool operator==(const InsufficientEvidence&, const InsufficientEvidence&) = default;
};

using Outcome = std::variant<Grade, NotApplicable, InsufficientEvidence>;

/// How an outcome is spelt in forms and JSON: "grade-3", "not-applicable", "insufficient-evidence".
std::string outcome_word(const Outcome& outcome);

/// Nothing for any other text. Whether the scale has the grade is asked with checked().
std::optional<Outcome> outcome_from_word(std::string_view text);

/// "Good", "Not applicable", "Insufficient evidence", or "Not yet assessed".
std::string in_words(const std::optional<Outcome>& outcome, const programme::Framework& framework);

/// What an area may be given, the best grade first, as people read a scale. Handbook §4.6, §4.9.
std::vector<Outcome> outcomes_for(const programme::Area& area, const programme::Framework& framework);

/// What was judged about one area of one case. A draft may lack the outcome, the reason or both.
struct Judgement {
  std::string area;  ///< The area's key in the inspection's framework.
  std::optional<Outcome> outcome;
  std::string reason;  ///< Plain text, at most kLongestReason code points.

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

inline constexpr std::size_t kLongestReason = 4000;

struct Assessment {
  AssessmentId id;
  CaseId case_id;
  AssessorType by;
  State state;
  int revision;                        ///< 1, 2, 3 … never reused; every action makes a new one.
  std::optional<int> first_submitted;  ///< The revision judged blind: before the other side could be seen.
  std::vector<Judgement> judgements;   ///< At most one for each area, in order of its key.
  std::vector<PersonId> authors;       ///< Whoever saved or submitted any of its revisions.
};

/// One line of an assessment's history.
struct RevisionLine {
  int revision;
  Action action;
  State state;
  std::string person;  ///< The name; "the operator" for nobody.
  Timestamp recorded_at;
  std::optional<std::string> reason;
};

/// What somebody typed against a revision that had been overtaken. Handbook §4.26.
struct SetAside {
  Id<struct SetAsideText> id;
  int base_revision;
  int over_revision;
  Timestamp set_aside_at;
  std::vector<Judgement> judgements;
};

/// The judgement of `area`; null when nothing is recorded yet.
const Judgement* find_judgement(std::span<const Judgement> judgements, std::string_view area);
/// The same as a value; an empty one of that area when nothing is recorded yet.
Judgement judgement_of(std::span<const Judgement> judgements, std::string_view area);

/// Refuses, field by field ("reason-initial-contact"), an area or grade that `framework` does not
/// have, an area judged twice, and a reason that is too long or not UTF-8. Incomplete is allowed.
/// Returns the judgements with reasons trimmed, in the framework's order.
Result<std::vector<Judgement>> checked(std::vector<Judgement> judgements,
                                       const programme::Framework& framework);

/// Refuses, field by field, unless every area has an outcome and a reason, and the overall judgement,
/// where the framework has one, is a grade. Handbook §4.6, §4.7, §4.9.
std::optional<Refusal> incomplete(const std::vector<Judgement>& judgements,
                                  const programme::Framework& framework);

/// Who takes a step, and with what in hand.
struct Stepper {
  std::optional<PersonId> person;
  people::Permissions permissions;
  int base_revision;   ///< The revision the person had before them.
  std::string reason;  ///< Needed to return and to reopen; ignored otherwise.
};

/// Refuses with WrongState when the workflow has no such step from here, NotPermitted when the
/// stepper lacks its permission or would agree or return what they wrote themselves, Conflict when
/// base_revision is not the current one, Invalid when a reason is missing. Whether it is complete
/// enough to be submitted is asked with incomplete().
std::optional<Refusal> refuse_step(const Assessment& assessment, Action action, const Stepper& stepper);

/// Takes `action`: the assessment at its next revision, with the action's state; or what refuse_step() says.
/// Changes no judgement.
Result<Assessment> step(Assessment assessment, Action action, const Stepper& stepper);

/// The side for which somebody with these permissions in an inspection judges, or reads what was judged.
AssessorType side_of(people::Permissions held);

/// True once the inspectors' judgement has been fixed by submitting it: from then on the body's own
/// grades may be shown beside it.
bool is_fixed(const Assessment& assessment);

/// What the journal takes the digest of.
journal::StateText state_text(const Assessment& assessment);

/// The name of an area's field in forms and problems: field_of("reason", "initial-contact") is
/// "reason-initial-contact".
std::string field_of(std::string_view what, std::string_view area);

}  // namespace sightline::assessment
