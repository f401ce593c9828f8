// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Organisations, persons, and the person who is acting now. Handbook §2.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "journal/journal.h"
#include "people/role.h"

namespace sightline::people {

using journal::PersonId;
using OrganisationId = Id<struct Organisation>;

enum class OrganisationKind {
  PoliceForce,
  LocalPolicingBody,
  LocalAuthorityArea,
  Inspectorate,
  Government,
  Other
};

/// As readers know it: "Police force".
std::string_view name_of(OrganisationKind kind);

using ConflictId = Id<struct ConflictOfInterest>;
using GrantId = Id<struct RoleGrant>;

/// Whether a thing exists in the world or was made up to show the program.
enum class Reality { Real, Invented };

/// An organisation as asked for.
struct OrganisationDetails {
  std::string key;
  std::string name;
  OrganisationKind kind;
  Reality reality;
  std::optional<std::string> region = {};
  std::optional<std::string> nation = {};
  std::optional<OrganisationId> overseen_by = {};
  std::string source = {};
};

/// Refuses a key that is not its own slug (base/text.h), an empty or too long name (200
/// characters), and a real organisation without a source.
Result<OrganisationDetails> checked(OrganisationDetails details);

struct Organisation {
  OrganisationId id;
  std::string key;  ///< Lower-case words joined by hyphens; names the organisation in addresses.
  std::string name;
  OrganisationKind kind;
  Reality reality;
  std::optional<std::string> region;
  std::optional<std::string> nation;
  std::optional<OrganisationId> overseen_by;  ///< A police force's local policing body.
  std::string source;                         ///< Where the facts come from; never empty for a real one.
};

/// What an organisation was on some day: its form changes (a commissioner becomes a mayor).
/// Only what was seen is known; what was between two days is not.
struct OrganisationForm {
  std::string seen_on;  ///< A partial date: 2020-02.
  std::string form;     ///< As the source says it: "PCC", "Mayor".
  std::string source;
};

struct Person {
  PersonId id;
  std::string name;
  std::string email;
  bool is_disabled = false;
};

/// A role somebody holds. `organisation` is set exactly when the role reaches one organisation.
struct Grant {
  Role role;
  std::optional<OrganisationId> organisation;
};

/// The person who is acting, with the roles held everywhere or for an organisation. Roles in an
/// inspection are asked of that inspection (inspection/inspection_service.h).
struct Actor {
  std::optional<PersonId> person;  ///< Nobody: the operator at the command line.
  std::string name;
  std::vector<Grant> grants;

  /// True when a role held everywhere gives `permission`; always true for the operator.
  bool may(Permission permission) const;

  /// True when any role gives it, be it for one organisation or in one inspection. For what belongs to no
  /// single body; of a record ask may(), or the inspection it lies in.
  bool may_somewhere(Permission permission) const;
};

/// Whoever runs the program on its own machine: may do everything, and is journalled as nobody.
Actor the_operator();

Refusal not_permitted();

/// Refuses with NotPermitted, in one sentence, unless the actor may.
std::optional<Refusal> refuse_unless(const Actor& actor, Permission permission);

/// The same, where it is enough to hold the permission for some organisation or inspection.
std::optional<Refusal> refuse_unless_somewhere(const Actor& actor, Permission permission);

/// A role that was given and has not ended.
struct HeldRole {
  GrantId id;
  Grant grant;
  std::optional<std::string> organisation_name;
};

/// A declared conflict of interest: while it lasts, nothing of that organisation's inspections is
/// seen. Kept forever; ended by somebody else, never deleted. Handbook §2.12-2.15.
struct ConflictOfInterest {
  ConflictId id;
  PersonId person;
  OrganisationId organisation;
  std::string organisation_name;
  std::string reason;
  Date first_day;
  Timestamp declared_at;
  std::optional<Timestamp> ended_at;
  std::optional<std::string> end_reason;
};

/// Refuses unless a role can be given by itself: over one organisation exactly when its reach says
/// so, and never when it is held in an inspection (that is membership of a team).
std::optional<Refusal> refuse_reach(const Grant& grant);

/// Why one person does not hold both, as a sentence to whoever gives the second; nothing when the two
/// go together. For a role in an inspection, `organisation` is the inspected body. Handbook §2.11, §2.13.
std::optional<std::string> refuse_together(const Grant& held, const Grant& wanted);

/// The longest reason that is kept, in characters.
inline constexpr std::size_t kLongestReason = 2000;

/// Trimmed. Refuses an empty reason and one longer than kLongestReason, beside `field`.
Result<std::string> checked_reason(std::string_view reason, std::string_view field);

/// A new account as asked for.
struct PersonDetails {
  std::string name;
  std::string email;
};

/// Trims both, folds the address to lower case, and refuses what is empty, too long (200
/// characters) or no e-mail address.
Result<PersonDetails> checked(PersonDetails details);

/// Refuses a password of fewer than 12 or more than 200 characters, with the reason.
std::optional<FieldProblem> problem_with_password(std::string_view password);

}  // namespace sightline::people

namespace sightline {

template <>
inline constexpr auto kWords<people::OrganisationKind> = std::to_array<Word<people::OrganisationKind>>({
    {people::OrganisationKind::PoliceForce, "police-force"},
    {people::OrganisationKind::LocalPolicingBody, "local-policing-body"},
    {people::OrganisationKind::LocalAuthorityArea, "local-authority-area"},
    {people::OrganisationKind::Inspectorate, "inspectorate"},
    {people::OrganisationKind::Government, "government"},
    {people::OrganisationKind::Other, "other"},
});

template <>
inline constexpr auto kWords<people::Reality> = std::to_array<Word<people::Reality>>({
    {people::Reality::Real, "real"},
    {people::Reality::Invented, "invented"},
});

}  // namespace sightline
