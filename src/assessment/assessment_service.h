// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands about assessments, and the questions their pages ask.
//
// Every command names the revision the person had before them. When another has
// been recorded meanwhile it is refused with Conflict, or with WrongState when the
// assessment can no longer be written; save_or_set_aside() then keeps what was
// typed beside it, so that neither text is lost. Handbook §4.26.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "assessment/case_service.h"
#include "journal/journal_service.h"
#include "programme/framework.h"

namespace sightline::assessment {

/// Which assessment, and which of its revisions was on the screen: 0 when there was none yet.
struct OnScreen {
  std::string inspection_key;
  std::string number;
  AssessorType by;
  int revision;
};

// All of these are refused with NotFound to whoever may not see the case, with WrongState where it is not the
// stage for them (case_stages.h), and with whatever step() says: the workflow table (assessment_workflow.h)
// names the permission of each.

/// Records the judgements; areas left out stay as they are. Saving what is already recorded changes
/// nothing. Drafts may be incomplete. Refused: as step() and checked() say.
struct SaveAssessment {
  static constexpr journal::Command kCommand{"assessment.save", "saved the assessment of"};

  OnScreen at;
  std::vector<Judgement> judgements;
};

/// Fixes the judgement and hands it to moderation. Refused: as step() says; Invalid when incomplete, field
/// by field.
struct SubmitAssessment {
  static constexpr journal::Command kCommand{"assessment.submit", "submitted the assessment of"};

  OnScreen at;
};

/// Sends a submitted assessment back to its assessor. Refused: as step() says, also without a reason and to
/// whoever wrote any of it.
struct ReturnAssessment {
  static constexpr journal::Command kCommand{"assessment.return", "returned the assessment of"};

  OnScreen at;
  std::string reason;
};

/// Agrees exactly the revision on the screen. Refused: as step() says, also to whoever wrote any of it.
struct AgreeAssessment {
  static constexpr journal::Command kCommand{"assessment.agree", "agreed the assessment of"};

  OnScreen at;
};

/// Opens an agreed assessment again; until it is agreed anew the case has no agreed grade. Refused: as
/// step() says, also without a reason.
struct ReopenAssessment {
  static constexpr journal::Command kCommand{"assessment.reopen", "reopened the assessment of"};

  OnScreen at;
  std::string reason;
};

/// Keeps what was typed against an overtaken revision, or when the stage for writing had ended. Refused:
/// WrongState when nothing was overtaken or nothing is recorded yet;
/// NotPermitted to whoever may not write this assessment.
struct SetTextAside {
  static constexpr journal::Command kCommand{"assessment.set-text-aside", "set text aside about"};

  OnScreen at;
  std::vector<Judgement> judgements;
};

Result<Assessment> decide(journal::Work& work, const Actor& actor, const SaveAssessment& command);
Result<Assessment> decide(journal::Work& work, const Actor& actor, const SubmitAssessment& command);
Result<Assessment> decide(journal::Work& work, const Actor& actor, const ReturnAssessment& command);
Result<Assessment> decide(journal::Work& work, const Actor& actor, const AgreeAssessment& command);
Result<Assessment> decide(journal::Work& work, const Actor& actor, const ReopenAssessment& command);
Result<AssessmentId> decide(journal::Work& work, const Actor& actor, const SetTextAside& command);

/// Saves; when somebody else was quicker keeps the text aside durably before handing the refusal on.
Result<Assessment> save_or_set_aside(journal::Journal& journal, const Actor& actor,
                                     const SaveAssessment& command);

/// The side for which the actor judges in this inspection. Whether they may is what the commands decide.
AssessorType side_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key);

/// The most steps of a history that a page shows.
inline constexpr int kStepsOnAPage = 50;

/// All that a case's page shows to one actor. What the actor may not see is not in it.
struct CaseView {
  inspection::Inspection inspection;
  Case subject;
  std::shared_ptr<const programme::AdoptedFramework> adopted;  ///< Never null.
  AssessorType side;                                           ///< The side the actor works for.
  std::optional<Assessment> assessment;                        ///< That side's.
  std::optional<Assessment>
      other_side;           ///< The body's own, once the inspectors' is fixed. Never shown to the body.
  bool body_has_submitted;  ///< That it has may be known; what it said, not yet. Handbook §4.12.
  std::vector<RevisionLine> history;      ///< The latest first, at most kStepsOnAPage.
  std::optional<RevisionLine> came_back;  ///< By which step, while it is to be written again.
  std::optional<SetAside> set_aside;
  std::vector<Action> actions;            ///< What this actor may do now.
  std::optional<std::string> standstill;  ///< Why what they may do waits for another stage, and what to do.
  std::vector<inspection::Member> team;   ///< Whom this actor may give the case to; empty when they may not.
  std::vector<Assignment> assignments = {};  ///< The latest first, for whoever manages the team; else empty.

  const programme::Framework& framework() const { return adopted->framework; }
};

/// Nothing when there is no such case, or none this actor may see.
std::optional<CaseView> case_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                  std::string_view number);

/// What was done to the assessment by the actor's side, back to its first revision.
struct CaseHistory {
  inspection::Inspection inspection;
  Case subject;
  Page<RevisionLine> steps;  ///< The latest first.
};

/// Nothing when case_view() gives nothing.
std::optional<CaseHistory> case_history(sql::Reader& reader, const Actor& actor,
                                        std::string_view inspection_key, std::string_view number,
                                        std::int64_t page_number);

}  // namespace sightline::assessment
