// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// An inspection of one body: one of our own, moving through its stages, or one
// known from the public record. Handbook §3.1, §6.1.
//
// What an inspection is never changes. Its dates and its stage do, and every state
// of them is kept.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/partial_date.h"
#include "base/result.h"
#include "base/source.h"
#include "inspection/inspection_workflow.h"
#include "people/people.h"
#include "programme/framework.h"
#include "programme/programme.h"

namespace sightline::inspection {

using InspectionId = Id<struct InspectionTag>;
using MembershipId = Id<struct MembershipTag>;

enum class Kind {
  ChildProtectionInspection,
  PostInspectionReview,
  ReInspection,
  QuarterlyUpdate,
  JointTargetedAreaInspection
};

/// As a page says it: "Post-inspection review".
std::string_view name_of(Kind kind);

enum class Origin { Own, PublicRecord };

/// Whether fieldwork took place throughout a period, or at some time within it (Handbook §6.4).
enum class Sense { Period, Window };

struct Fieldwork {
  Period when;
  Sense sense = Sense::Period;
  friend bool operator==(const Fieldwork&, const Fieldwork&) = default;
};

/// "4 to 15 February 2019"; "at some time in August 2014 to February 2015" for a window.
std::string in_words(const Fieldwork& fieldwork);

/// Nothing means unknown. Never mixed, never filled in from one another (Handbook §6.1).
struct Dates {
  std::optional<Fieldwork> fieldwork = {};
  std::optional<PartialDate> report = {};  ///< When the report was published.
  std::optional<PartialDate> web = {};     ///< What a web page carries; may be years off.
  friend bool operator==(const Dates&, const Dates&) = default;
};

/// Refuses a report that is certainly earlier than the end of the fieldwork. A web date is not held
/// against the others: web pages are stamped anew.
Result<Dates> checked(Dates dates);

/// Whether an inspection is one of the 64 behind the thematic report of 2020.
enum class Counted { Yes, Likely, Possible, No };

/// What the public record says about an inspection beyond its dates; all empty for our own.
struct Record {
  std::optional<std::string> part = {};  ///< "quarter 3", of a quarterly update.
  std::optional<std::string> fieldwork_as_reported =
      {};  ///< The source's own words, where they had to be read.
  std::optional<Counted> counted_in_64 = {};
  std::optional<int> recommendations = {};  ///< How many the report made.
  std::optional<Source> source = {};
  std::optional<std::string> further_source = {};
  std::string note = {};

  friend bool operator==(const Record&, const Record&) = default;
};

struct Inspection {
  InspectionId id;
  std::string key;  ///< norfolk-inspection: names the inspection in addresses.
  programme::ProgrammeId programme;
  Kind kind;
  people::OrganisationId body;
  std::string title;
  Origin origin;
  people::Reality reality;
  std::optional<programme::FrameworkVersionId>
      framework;                        ///< One version from start to end (§3.4). Nothing: not known.
  std::optional<InspectionId> follows;  ///< The inspection that a review looks back at.
  std::optional<std::string> theme;
  Dates dates;
  int dates_revision;                            ///< 1, 2, 3 …: which state of the dates this is.
  std::optional<Stage> stage;                    ///< Nothing for the public record.
  std::optional<std::string> stage_reason = {};  ///< Why it was reopened to that stage, if it was.
  Record record;
};

/// An inspection of our own as asked for.
struct Plan {
  programme::ProgrammeId programme;
  Kind kind;
  people::OrganisationId body;
  std::string title;
  std::optional<programme::FrameworkVersionId> framework = {};
  std::optional<InspectionId> follows = {};
  std::string theme = {};  ///< Of a joint inspection; empty otherwise.
};

/// Trims, and refuses with Invalid: a title that is empty or longer than 200 characters, a kind of
/// inspection that bodies of this kind do not have (§2.4), a first inspection that follows another,
/// an inspection that follows one of another body, a theme for other than a joint inspection.
Result<Plan> checked(Plan plan, const people::Organisation& body, const std::optional<Inspection>& followed);

enum class TeamRole { LeadInspector, Inspector, PartnerInspector };

/// As a page says it: "Lead inspector".
std::string_view name_of(TeamRole role);

/// Those that a team of this kind of inspection can have: people of other inspectorates join the teams of
/// joint inspections only. Handbook §2.8
std::vector<TeamRole> roles_on_team(Kind kind);

struct Member {
  MembershipId id;
  people::PersonId person;
  std::string name;
  TeamRole role;
  Timestamp joined_at;
  std::optional<Timestamp> left_at;  ///< Nothing: on the team now.
};

/// One time that an inspection was reopened.
struct Reopening {
  Stage to;
  Date day;
  std::string reason;
};

/// Somebody whom a team could take.
struct Candidate {
  people::PersonId person;
  std::string name;
  std::string email;  ///< Tells two of the same name apart.
};

/// The stage that `action` leads to.
///
/// Refuses with WrongState a step that the workflow does not have from here, with NotPermitted one
/// that `permissions` do not cover, and with WrongState: announcing or beginning fieldwork without
/// dates of fieldwork, beginning fieldwork or going back to moderation without a lead inspector,
/// publishing without a report date.
Result<Stage> next_stage(const Inspection& inspection, StageAction action, people::Permissions permissions,
                         std::span<const Member> team);

/// A step that somebody may take from the stage the inspection is at.
struct OpenStep {
  StageAction action;
  std::optional<std::string> obstacle;  ///< What is missing first; nothing when it can be taken now.
};
std::vector<OpenStep> open_steps(const Inspection& inspection, people::Permissions permissions,
                                 std::span<const Member> team);

/// Refuses with WrongState for the public record, and once closed.
std::optional<Refusal> refuse_date_change(const Inspection& inspection);

/// Refuses with WrongState when the team of this inspection can no longer change.
std::optional<Refusal> refuse_team_change(const Inspection& inspection);

/// Refuses with WrongState to leave an inspection under way without a lead inspector.
std::optional<Refusal> refuse_leaving(const Inspection& inspection, const Member& member,
                                      std::span<const Member> team);

}  // namespace sightline::inspection

template <>
inline constexpr auto sightline::kWords<sightline::inspection::Kind> =
    std::to_array<sightline::Word<sightline::inspection::Kind>>({
        {sightline::inspection::Kind::ChildProtectionInspection, "child-protection-inspection"},
        {sightline::inspection::Kind::PostInspectionReview, "post-inspection-review"},
        {sightline::inspection::Kind::ReInspection, "re-inspection"},
        {sightline::inspection::Kind::QuarterlyUpdate, "quarterly-update"},
        {sightline::inspection::Kind::JointTargetedAreaInspection, "joint-targeted-area-inspection"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::inspection::Origin> =
    std::to_array<sightline::Word<sightline::inspection::Origin>>({
        {sightline::inspection::Origin::Own, "own"},
        {sightline::inspection::Origin::PublicRecord, "public-record"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::inspection::Sense> =
    std::to_array<sightline::Word<sightline::inspection::Sense>>({
        {sightline::inspection::Sense::Period, "period"},
        {sightline::inspection::Sense::Window, "window"},
    });

template <>
inline constexpr auto sightline::kWords<sightline::inspection::Counted> =
    std::to_array<sightline::Word<sightline::inspection::Counted>>({
        {sightline::inspection::Counted::Yes, "yes"},
        {sightline::inspection::Counted::Likely, "likely"},
        {sightline::inspection::Counted::Possible, "possible"},
        {sightline::inspection::Counted::No, "no"},
    });

// The words of the roles that people/role.h describes: a test holds them equal.
template <>
inline constexpr auto sightline::kWords<sightline::inspection::TeamRole> =
    std::to_array<sightline::Word<sightline::inspection::TeamRole>>({
        {sightline::inspection::TeamRole::LeadInspector, "lead-inspector"},
        {sightline::inspection::TeamRole::Inspector, "inspector"},
        {sightline::inspection::TeamRole::PartnerInspector, "partner-inspector"},
    });
