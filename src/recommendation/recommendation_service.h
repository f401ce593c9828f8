// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands about recommendations, and the questions their pages ask. Handbook §8.24 to
// §8.29.
//
// Every command about a recommendation names the revision the person had before them,
// and is refused with Conflict when another has been recorded meanwhile.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.h"
#include "base/recorded.h"
#include "inspection/inspection_service.h"
#include "journal/journal_service.h"
#include "programme/programme_service.h"
#include "recommendation/recommendation.h"
#include "recommendation/register.h"

namespace sightline::recommendation {

using people::Actor;
using people::Permission;

/// Writes a recommendation down, made in one inspection or, without it, by the whole programme, for which the
/// permission must be held everywhere. Refused: NotFound; NotPermitted; Invalid for what checked() refuses
/// and for an inspection of another programme ("made-in").
struct DraftRecommendation {
  static constexpr journal::Command kCommand{"recommendation.draft", "drafted the recommendation"};
  static constexpr Permission kNeeds = Permission::WriteFindings;

  std::string programme_key;
  Details details;
  std::optional<std::string> made_in = {};  ///< The key of an inspection.
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const DraftRecommendation& command);

/// Which recommendation, and which of its revisions was on the screen.
struct OnScreen {
  std::string programme_key;
  std::string key;  ///< r-012
  int revision;
};

// All of these are refused with NotFound to whoever may not see the recommendation, and with whatever step()
// says: the workflow table (recommendation_workflow.h) names the permission of each.

/// Changes the text or the term. The same again changes nothing. Refused: as step() and checked() say.
struct ReviseRecommendation {
  static constexpr journal::Command kCommand{"recommendation.revise", "revised the recommendation"};

  OnScreen at;
  Details details;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const ReviseRecommendation& command);

/// Adds an addressee. One that it has already changes nothing. Refused: as step() says; Invalid for an
/// organisation that is not there, and for a real one in an invented programme or the other way round
/// ("addressee").
struct AddressTo {
  static constexpr journal::Command kCommand{"recommendation.address", "added an addressee to"};

  OnScreen at;
  OrganisationId addressee;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const AddressTo& command);

/// Takes an addressee away. Refused: as step() says; Invalid for one it does not have ("addressee").
struct StopAddressing {
  static constexpr journal::Command kCommand{"recommendation.stop-addressing", "took an addressee from"};

  OnScreen at;
  OrganisationId addressee;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const StopAddressing& command);

/// Rests it on a finding of its programme. One that it rests on already changes nothing. Refused: as step()
/// says; Invalid for a finding that is not there or not for the actor to see ("finding").
struct RestOn {
  static constexpr journal::Command kCommand{"recommendation.rest-on", "added a finding beneath"};

  OnScreen at;
  std::string inspection_key;
  int finding_number;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const RestOn& command);

/// Takes a finding away. Refused: as step() says; Invalid for one it does not rest on ("finding").
struct StopRestingOn {
  static constexpr journal::Command kCommand{"recommendation.stop-resting-on", "took a finding from beneath"};

  OnScreen at;
  std::string inspection_key;
  int finding_number;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const StopRestingOn& command);

/// Settles exactly the revision on the screen. Refused: as step() says, also without an addressee or an
/// agreed finding, and to whoever wrote any of it.
struct SettleRecommendation {
  static constexpr journal::Command kCommand{"recommendation.settle", "settled the recommendation"};

  OnScreen at;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const SettleRecommendation& command);

/// Makes a draft of a settled one again, until it is published. Refused: as step() says, also without a
/// reason.
struct ReopenRecommendation {
  static constexpr journal::Command kCommand{"recommendation.reopen", "reopened the recommendation"};

  OnScreen at;
  std::string reason;
};
Result<Recommendation> decide(journal::Work& work, const Actor& actor, const ReopenRecommendation& command);

/// Starts the clock of each on the day a publication was published. For the command of another feature that
/// publishes: it has checked the permission and says what changed. The same again changes nothing: Already,
/// when no clock is new.
///
/// Refuses all of them: NotFound when one is not there; what refuse_clock() refuses; Conflict when that
/// publication started one of them on another day. REQUIRES: the publication is stored.
Result<OnRecord> start_clocks(journal::Work& work, std::span<const RecommendationId> recommendations,
                              PublicationId publication, Date day);

// Questions. Lists come a page at a time; what the actor may not see is not in them.

/// One answer about a recommendation that is not there and about one that the asker may not see.
Refusal no_such_recommendation();

struct Register {
  programme::Programme programme;
  Page<RegisterLine> lines;
  bool may_draft;  ///< For the whole programme.
};
/// By number. Refused: NotFound when there is no such programme.
Result<Register> register_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                             const RegisterFilter& filter, std::int64_t page_number);

/// The most steps of a history that a page shows.
inline constexpr int kStepsOnAPage = 50;

/// All that a recommendation's page shows to one actor.
struct RecommendationView {
  programme::Programme programme;
  Recommendation recommendation;
  std::optional<inspection::Inspection> made_in;
  std::vector<Addressee> addressees;
  std::vector<people::Organisation> could_address;  ///< For whoever may add one now, at most 500.
  Page<FindingLine> findings;                       ///< Those it rests on that the actor may see.
  std::vector<RevisionLine> history;  ///< The latest first, at most kStepsOnAPage; empty for mere readers.
  std::vector<Action> actions;        ///< What this actor may do now.
};
/// Refused: NotFound.
Result<RecommendationView> recommendation_view(sql::Reader& reader, const Actor& actor,
                                               std::string_view programme_key, std::string_view key,
                                               std::int64_t findings_page);

/// What was done to a recommendation, back to its first revision.
struct RecommendationHistory {
  programme::Programme programme;
  Recommendation recommendation;
  Page<RevisionLine> steps;  ///< The latest first.
};
/// Refused: NotFound, to mere readers too.
Result<RecommendationHistory> recommendation_history(sql::Reader& reader, const Actor& actor,
                                                     std::string_view programme_key, std::string_view key,
                                                     std::int64_t page_number);

/// The findings that a recommendation could be rested on, for whoever may do that now.
struct FindingChoice {
  programme::Programme programme;
  Recommendation recommendation;
  Page<FindingLine> findings;
};
/// Refused: NotFound; as step() says.
Result<FindingChoice> finding_choice(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                     std::string_view key, std::int64_t page_number);

}  // namespace sightline::recommendation
