// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands about samples and cases, and the lists of cases a person works from.

#pragma once

#include <string>
#include <vector>

#include "assessment/case.h"
#include "base/page.h"
#include "journal/journal_service.h"

namespace sightline::assessment {

using people::Actor;
using people::Permission;

/// What cases of this inspection are assessed against; nothing while it has no framework, or when the
/// actor may not see it.
std::optional<programme::Framework> framework_of(sql::Reader& reader, const Actor& actor,
                                                 InspectionId inspection);

// These are refused with WrongState as well, where refuse_at() (case_stages.h) says so.

/// Adds an empty sample to an inspection. Refused: NotFound; NotPermitted; Invalid for what checked() refuses
/// and a name the inspection already has.
struct DrawSample {
  static constexpr journal::Command kCommand{"assessment.draw-sample", "drew the sample"};
  static constexpr Permission kNeeds = Permission::PrepareCases;

  InspectionId inspection;
  SampleDetails details;
};

Result<SampleId> decide(journal::Work& work, const Actor& actor, const DrawSample& command);

/// Adds one case to a sample under a number drawn at random. Refused: NotFound, also for a sample of another
/// inspection; NotPermitted; Invalid for a kind of case the framework does not have; WrongState when all
/// numbers are taken.
struct AddCase {
  static constexpr journal::Command kCommand{"assessment.add-case", "added"};
  static constexpr Permission kNeeds = Permission::PrepareCases;

  InspectionId inspection;
  SampleId sample;
  std::string kind;
};

Result<Case> decide(journal::Work& work, const Actor& actor, const AddCase& command);

/// Gives a case to an inspector of the team, or to nobody. Refused: NotFound; NotPermitted; Invalid for a
/// person who may not assess in this inspection.
struct AssignCase {
  static constexpr journal::Command kCommand{"assessment.assign-case", "assigned"};
  static constexpr Permission kNeeds = Permission::ManageTeam;

  std::string inspection_key;
  std::string number;
  std::optional<PersonId> to;
};

Result<Case> decide(journal::Work& work, const Actor& actor, const AssignCase& command);

// Questions. Lists come a page at a time; what the actor may not see is not in them.

/// The samples of an inspection, by name; none unless the actor sees its cases.
std::vector<DrawnSample> samples_of(sql::Reader& reader, const Actor& actor, InspectionId inspection);

/// The cases of one inspection by number, each with the state of the assessment by the actor's side.
struct CaseList {
  inspection::Inspection inspection;
  people::Permissions held;  ///< What the actor may do in this inspection.
  Page<CaseLine> cases;
};

/// Refused: NotFound when there is no such inspection, or none the actor may see.
Result<CaseList> cases_of(sql::Reader& reader, const Actor& actor, std::string_view inspection_key,
                          std::int64_t page_number);

/// Cases assigned to the actor, where they may assess and assessing goes on: what came back first, what is
/// done last.
Page<CaseLine> assigned_cases(sql::Reader& reader, const Actor& actor, std::int64_t page_number);

/// Cases the actor may audit for the inspected body now, unfinished ones first.
Page<CaseLine> own_cases(sql::Reader& reader, const Actor& actor, std::int64_t page_number);

/// Submitted assessments the actor may moderate now, longest waiting first.
Page<CaseLine> waiting_for_moderation(sql::Reader& reader, const Actor& actor, std::int64_t page_number);

}  // namespace sightline::assessment
