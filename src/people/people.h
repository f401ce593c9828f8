// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Organisations, persons, and the person who is acting now. Handbook §2.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
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

/// Whether a thing exists in the world or was made up to show the program.
enum class Reality { Real, Invented };

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
};

/// Whoever runs the program on its own machine: may do everything, and is journalled as nobody.
Actor the_operator();

/// Refuses with NotPermitted, in one sentence, unless the actor may.
std::optional<Refusal> refuse_unless(const Actor& actor, Permission permission);

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
