// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about inspections, their dates, stages and teams.
//
// An inspection that somebody may not see is answered exactly like one that does
// not exist (Handbook §2.7): questions here give nothing, commands refuse with
// NotFound. Other features ask permissions_in() before they read or decide, and put
// the same rule into their queries as
//
//   ($viewer is the actor's person; null, cast as below, is the operator)
//   where (cast($viewer as bigint) is null
//          or c.inspection_id in (select inspection_id from inspection_permission
//                                  where person_id = $viewer and permission = 'see-cases'))
//
// with 'see-programme' for the inspection itself. Written as `in`, the view is asked
// once a query; as a correlated `exists` it would be asked once a row.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "base/recorded.h"
#include "inspection/board.h"
#include "inspection/inspection.h"
#include "journal/journal_service.h"
#include "people/people.h"

namespace sightline::inspection {

/// Adds an inspection of our own at stage Planned, of a body that is real or invented as the
/// inspection then is.
///
/// Refused: NotPermitted without the permission or with a conflict of interest towards the body;
/// Invalid for what checked() refuses and for a programme, body, framework or followed inspection
/// that is not there.
struct PlanInspection {
  static constexpr journal::Command kCommand{"inspection.plan", "planned the inspection"};
  static constexpr people::Permission kNeeds = people::Permission::PlanInspections;
  Plan plan;
};
struct Planned {
  InspectionId id;
  std::string key;  ///< Made from the title; unique.
};
Result<Planned> decide(journal::Work& work, const people::Actor& actor, const PlanInspection& command);

/// Replaces all three dates; what they were stays recorded.
///
/// Refused: NotFound; NotPermitted; WrongState for the public record and once closed; Conflict when
/// `based_on` is not the revision of the dates that holds now; Invalid for what checked() refuses.
struct SetDates {
  static constexpr journal::Command kCommand{"inspection.set-dates", "set the dates of the inspection"};
  static constexpr people::Permission kNeeds = people::Permission::PlanInspections;
  InspectionId inspection;
  int based_on;
  Dates dates;
};
Result<InspectionId> decide(journal::Work& work, const people::Actor& actor, const SetDates& command);

/// Refused: NotFound; NotPermitted, also for oneself (§2.11); WrongState for the public record and once
/// closed; Invalid for a person who is not there, is on the team, has a conflict of interest with the
/// body, works for it or runs the system (§2.11).
struct AssignMember {
  static constexpr journal::Command kCommand{"inspection.assign-member",
                                             "put somebody on the team of the inspection"};
  static constexpr people::Permission kNeeds = people::Permission::ManageTeam;
  InspectionId inspection;
  people::PersonId person;
  TeamRole role;
};
Result<MembershipId> decide(journal::Work& work, const people::Actor& actor, const AssignMember& command);

/// Refused: NotFound, also for a membership of another inspection; NotPermitted; WrongState when it has
/// ended, once closed, and for the last lead inspector of an inspection under way.
struct EndMembership {
  static constexpr journal::Command kCommand{"inspection.end-membership",
                                             "took somebody off the team of the inspection"};
  static constexpr people::Permission kNeeds = people::Permission::ManageTeam;
  InspectionId inspection;
  MembershipId membership;
};
Result<InspectionId> decide(journal::Work& work, const people::Actor& actor, const EndMembership& command);

/// Closing ends every place on the team (§2.10).
///
/// Refused: NotFound, and what next_stage() refuses; Invalid without the reason that a step needs.
/// What permission it needs depends on the step.
struct MoveStage {
  static constexpr journal::Command kCommand{"inspection.move-stage", "moved the stage of the inspection"};
  InspectionId inspection;
  StageAction action;
  std::string reason = {};  ///< For a step that needs_reason(); not looked at for any other.
};
Result<Stage> decide(journal::Work& work, const people::Actor& actor, const MoveStage& command);

// For commands of other features that do more than this in one step (an import). They check their own
// permission and say themselves what changed.

/// An inspection as the public record knows it.
struct KnownInspection {
  std::string key;
  programme::ProgrammeId programme;
  Kind kind;
  people::OrganisationId body;
  std::string title;
  people::Reality reality = people::Reality::Real;
  std::optional<programme::FrameworkVersionId> framework = {};
  std::optional<InspectionId> follows = {};
  std::optional<std::string> theme = {};
  Dates dates = {};
  Record record = {};

  friend bool operator==(const KnownInspection&, const KnownInspection&) = default;
};

/// Refuses with Invalid a key that is not its own slug, an empty title, dates that checked() refuses
/// and a record without a source; with Conflict a key that is on record with other facts.
Result<Recorded<InspectionId>> record_known_inspection(journal::Work& work, const KnownInspection& known);

/// Which force polices an area. The same pair again changes nothing.
Recorded<people::OrganisationId> record_area_force(journal::Work& work, people::OrganisationId area,
                                                   people::OrganisationId force, const Source& source);

// Questions.

/// Everything the actor may do in this inspection; none when it is invisible to them or not there,
/// everything for the operator. The one answer that pages, commands and other features go by.
people::Permissions permissions_in(sql::Reader& reader, const people::Actor& actor, InspectionId id);

/// An inspection with what the actor may do in it.
struct SeenInspection {
  Inspection inspection;
  people::Permissions permissions;
};

/// The answers of permissions_in() and find_inspection() at once.
std::optional<SeenInspection> see_inspection(sql::Reader& reader, const people::Actor& actor,
                                             InspectionId id);
std::optional<SeenInspection> see_inspection(sql::Reader& reader, const people::Actor& actor,
                                             std::string_view key);

std::optional<Inspection> find_inspection(sql::Reader& reader, const people::Actor& actor, InspectionId id);
std::optional<Inspection> find_inspection(sql::Reader& reader, const people::Actor& actor,
                                          std::string_view key);

/// In order of time, newest first; those without fieldwork by their report date (Handbook §6.2).
Page<BoardLine> board(sql::Reader& reader, const people::Actor& actor, const BoardFilter& filter,
                      std::int64_t page_number, int page_size = 25);
/// The bodies of all inspections on the actor's board, in order of name.
std::vector<BodyChoice> bodies_on_board(sql::Reader& reader, const people::Actor& actor);
/// Every body an inspection could be planned of by this actor, in order of name.
std::vector<BodyChoice> inspectable_bodies(sql::Reader& reader, const people::Actor& actor);

// About one inspection; empty when the actor may not see it.

/// Those on the team now first, lead inspectors before inspectors; then those who have left.
std::vector<Member> team_of(sql::Reader& reader, const people::Actor& actor, InspectionId id);
/// Whom the team could take, in order of name; of those, whose name contains `name` as
/// platform/sql/containing.h says. For whoever may manage the team.
Page<Candidate> candidates_for(sql::Reader& reader, const Inspection& inspection, std::string_view name,
                               std::int64_t page_number, int page_size = 10);
/// The person, when the team could take them. For whoever may manage the team.
std::optional<Candidate> candidate_for(sql::Reader& reader, const Inspection& inspection,
                                       people::PersonId person);
/// The entries of the journal about it, newest first.
Page<HistoryEntry> history_of(sql::Reader& reader, const people::Actor& actor, InspectionId id,
                              std::int64_t page_number = 1, int page_size = 50);
/// Every time it was reopened, and why, in order of time. For whoever plans it or sees its cases; empty for
/// everybody else.
std::vector<Reopening> reopenings_of(sql::Reader& reader, const people::Actor& actor, InspectionId id);
/// What the command of an entry did: "moved the stage of the inspection".
std::string_view did(const HistoryEntry& entry);

std::vector<people::OrganisationId> forces_of_area(sql::Reader& reader, people::OrganisationId area);

}  // namespace sightline::inspection
