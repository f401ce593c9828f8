// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands about findings, and the questions their pages ask. Handbook §8.18 to §8.23.
//
// Every command about a finding names the revision the person had before them, and is
// refused with Conflict when another has been recorded meanwhile; the page then shows
// both texts.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "finding/finding.h"
#include "finding/support.h"
#include "inspection/inspection_service.h"
#include "journal/journal_service.h"
#include "theme/theme.h"

namespace sightline::finding {

using people::Actor;
using people::Permission;

/// Writes a finding down. Refused: NotFound; NotPermitted; Invalid for what checked() refuses; WrongState for
/// what refuse_at() refuses.
struct DraftFinding {
  static constexpr journal::Command kCommand{"finding.draft", "drafted the finding"};
  static constexpr Permission kNeeds = Permission::WriteFindings;

  std::string inspection_key;
  Details details;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const DraftFinding& command);

/// Which finding, and which of its revisions was on the screen.
struct OnScreen {
  std::string inspection_key;
  int number;
  int revision;
};

// All of these are refused with NotFound to whoever may not see the finding, with WrongState where it is not
// the stage for them (refuse_at()), and with whatever step() says: the workflow table (finding_workflow.h)
// names the permission of each.

/// Changes the words, the direction, the area or the theme. The same again changes nothing. Refused: as
/// step() and checked() say.
struct ReviseFinding {
  static constexpr journal::Command kCommand{"finding.revise", "revised the finding"};

  OnScreen at;
  Details details;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const ReviseFinding& command);

/// Rests it on an extract or a case of its inspection. What it rests on already changes nothing. Refused: as
/// step() says; Invalid for what is not there or not for the actor to see ("extract", "case").
struct SupportFinding {
  static constexpr journal::Command kCommand{"finding.support", "added support to the finding"};

  OnScreen at;
  Support support;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const SupportFinding& command);

/// Takes away what it rests on. Refused: as step() says; Invalid when it does not rest on it ("extract",
/// "case").
struct WithdrawSupport {
  static constexpr journal::Command kCommand{"finding.withdraw-support", "withdrew support from the finding"};

  OnScreen at;
  Support support;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const WithdrawSupport& command);

/// Agrees exactly the revision on the screen. Refused: as step() says, also without support and to whoever
/// wrote any of it.
struct AgreeFinding {
  static constexpr journal::Command kCommand{"finding.agree", "agreed the finding"};

  OnScreen at;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const AgreeFinding& command);

/// Tells the authors what to look at again. Refused: as step() says, also without a reason.
struct ReturnFinding {
  static constexpr journal::Command kCommand{"finding.return", "returned the finding"};

  OnScreen at;
  std::string reason;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const ReturnFinding& command);

/// Makes a draft of an agreed finding again; until it is agreed anew it counts nowhere. Refused: as step()
/// says, also without a reason.
struct ReopenFinding {
  static constexpr journal::Command kCommand{"finding.reopen", "reopened the finding"};

  OnScreen at;
  std::string reason;
};
Result<Finding> decide(journal::Work& work, const Actor& actor, const ReopenFinding& command);

// Questions. Lists come a page at a time; what the actor may not see is not in them.

/// One answer about a finding that is not there and about one that the asker may not see.
Refusal no_such_finding();

std::optional<Finding> find_finding(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                    int number);

struct FindingList {
  inspection::Inspection inspection;
  people::Permissions held;  ///< What the actor may do in this inspection.
  std::optional<programme::Framework> framework;
  std::vector<theme::Theme> codebook;  ///< Of the programme, with retired themes.
  Page<FindingLine> findings;
  std::optional<std::string> standstill;  ///< Why whoever writes findings cannot write one now.
};
/// By number. Refused: NotFound; NotPermitted for who sees the inspection but none of its findings.
Result<FindingList> findings_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                std::int64_t page_number);

/// The most steps of a history that a page shows.
inline constexpr int kStepsOnAPage = 50;

/// All that a finding's page shows to one actor.
struct FindingView {
  inspection::Inspection inspection;
  people::Permissions held;
  std::optional<programme::Framework> framework;
  std::vector<theme::Theme> codebook;  ///< Of the programme, with retired themes.
  Finding finding;
  Page<SupportLine> support;
  std::vector<RevisionLine> history;  ///< The latest first, at most kStepsOnAPage; empty for mere readers.
  std::vector<Action> actions;        ///< What this actor may do now.
  std::optional<std::string> standstill;  ///< Why what they may do waits for another stage.
};
/// Refused: NotFound.
Result<FindingView> finding_view(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                 int number, std::int64_t support_page);

/// What was done to a finding, back to its first revision.
struct FindingHistory {
  inspection::Inspection inspection;
  Finding finding;
  Page<RevisionLine> steps;  ///< The latest first.
};
/// Refused: NotFound, to mere readers too.
Result<FindingHistory> finding_history(sql::Reader& reader, const Actor& actor,
                                       std::string_view inspection_key, int number, std::int64_t page_number);

/// The extracts that a finding could be rested on, for whoever may do that now.
struct ExtractChoice {
  inspection::Inspection inspection;
  Finding finding;
  Page<ExtractLine> extracts;
};
/// Refused: NotFound; as step() and refuse_at() say.
Result<ExtractChoice> extract_choice(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                                     int number, std::int64_t page_number);

}  // namespace sightline::finding
