// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about programmes and the frameworks they inspect by.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/recorded.h"
#include "journal/journal_service.h"
#include "people/people.h"
#include "programme/framework.h"
#include "programme/programme.h"

namespace sightline::programme {

struct AddProgramme {
  static constexpr journal::Command kCommand{"programme.add", "added the programme"};
  static constexpr people::Permission kNeeds = people::Permission::PlanInspections;
  ProgrammeDetails details;
};

/// Refuses without PlanInspections, what checked() refuses, and a key that is taken.
Result<ProgrammeId> decide(journal::Work& work, const people::Actor& actor, const AddProgramme& command);

struct AdoptFramework {
  static constexpr journal::Command kCommand{"programme.adopt-framework", "adopted the framework"};
  static constexpr people::Permission kNeeds = people::Permission::ManageFrameworks;
  Framework framework;
};

/// Refuses without ManageFrameworks, what checked() refuses, and, with Conflict, a version or a
/// scale that was adopted with other content: an adopted version never changes (Handbook §3.3).
///
/// The same content again is accepted and changes nothing; its journal entry shows the same digest
/// before and after.
Result<Recorded<FrameworkVersionId>> decide(journal::Work& work, const people::Actor& actor,
                                            const AdoptFramework& command);

// For commands of other features that do more than this in one step (an import). They check their own
// permission and say themselves what changed.

/// Refuses what AddProgramme refuses, except that the same details again are accepted.
Result<Recorded<ProgrammeId>> record_programme(journal::Work& work, const ProgrammeDetails& details);
/// Refuses what AdoptFramework refuses for its content.
Result<Recorded<FrameworkVersionId>> record_framework(journal::Work& work, const Framework& framework);

// Questions.

std::optional<Programme> find_programme(sql::Reader& reader, std::string_view key);
std::optional<Programme> find_programme(sql::Reader& reader, ProgrammeId id);
/// In order of name.
std::vector<Programme> programmes(sql::Reader& reader);

/// Null when there is none.
std::shared_ptr<const AdoptedFramework> find_framework(sql::Reader& reader, FrameworkVersionId id);
std::shared_ptr<const AdoptedFramework> find_framework(sql::Reader& reader, std::string_view key,
                                                       int version);
/// Every version, in order of key and number.
std::vector<AdoptedFramework> frameworks(sql::Reader& reader);

std::optional<Scale> find_scale(sql::Reader& reader, std::string_view key);

}  // namespace sightline::programme
