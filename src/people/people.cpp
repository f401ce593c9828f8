// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/people.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace sightline::people {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 200;

bool looks_like_email(std::string_view email) {
  const std::size_t at = email.find('@');
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  return is_utf8(email) && at != std::string_view::npos && at > 0 && at == email.rfind('@') &&
         at + 1 < email.size() && email.find_first_of(" ,;<>\"") == std::string_view::npos &&
         std::ranges::none_of(email, is_control);
}

bool runs_the_system(Role role) {
  return describe(role).permissions.may(Permission::ManagePeople);
}

bool reaches_cases(Role role) {
  using enum Permission;
  const Permissions& given = describe(role).permissions;
  return given.may(SeeCases) || given.may(SeeEvidence) || given.may(PrepareCases) || given.may(AssessCases) ||
         given.may(AuditOwnCases) || given.may(ModerateCases);
}

/// "moderator", "HM inspector".
std::string in_a_sentence(std::string_view name) {
  const bool is_initials = name.size() > 1 && name[1] >= 'A' && name[1] <= 'Z';
  return (is_initials ? std::string(name.substr(0, 1)) : lower_ascii(name.substr(0, 1))) +
         std::string(name.substr(1));
}

/// Whether `inspecting` sees the cases of the body at which `own` is held; an HM inspector looks after a body
/// and has no place there.
bool inspects_the_own_body(const Grant& inspecting, const Grant& own) {
  return describe(own.role).reach == Reach::OneOrganisation &&
         !describe(own.role).permissions.may(Permission::SeeCases) &&
         describe(inspecting.role).permissions.may(Permission::SeeCases) &&
         (describe(inspecting.role).reach == Reach::Everywhere ||
          inspecting.organisation == own.organisation);
}

}  // namespace

std::string_view name_of(OrganisationKind kind) {
  switch (kind) {
    case OrganisationKind::PoliceForce:
      return "Police force";
    case OrganisationKind::LocalPolicingBody:
      return "Local policing body";
    case OrganisationKind::LocalAuthorityArea:
      return "Local authority area";
    case OrganisationKind::Inspectorate:
      return "Inspectorate";
    case OrganisationKind::Government:
      return "Government";
    case OrganisationKind::Other:
      return "Other organisation";
  }
  std::abort();
}

bool Actor::may(Permission permission) const {
  if (!person) return true;
  for (const Grant& grant : grants)
    if (!grant.organisation && describe(grant.role).permissions.may(permission)) return true;
  return false;
}

bool Actor::may_somewhere(Permission permission) const {
  return !person || std::ranges::any_of(grants, [permission](const Grant& grant) {
    return describe(grant.role).permissions.may(permission);
  });
}

Actor the_operator() {
  return {.person = std::nullopt, .name = "the operator", .grants = {}};
}

Refusal not_permitted() {
  return {Refusal::Kind::NotPermitted,
          "Your role does not allow this. Ask the person who manages accounts if it should.",
          {}};
}

std::optional<Refusal> refuse_unless(const Actor& actor, Permission permission) {
  if (actor.may(permission)) return std::nullopt;
  return not_permitted();
}

std::optional<Refusal> refuse_unless_somewhere(const Actor& actor, Permission permission) {
  if (actor.may_somewhere(permission)) return std::nullopt;
  return not_permitted();
}

Result<OrganisationDetails> checked(OrganisationDetails details) {
  details.name = std::string(trimmed(details.name));
  details.source = std::string(trimmed(details.source));
  std::vector<FieldProblem> problems;
  if (details.key.empty() || details.key != slug(details.key))
    problems.push_back({"key", "Use lower-case words joined by hyphens, such as north-vale-police."});
  if (!is_utf8(details.name) || details.name.empty() || length(details.name) > kLongestName)
    problems.push_back({"name", "Enter the organisation's name, in 200 characters or fewer."});
  if (details.reality == Reality::Real && details.source.empty())
    problems.push_back({"source", "Say where the facts about this organisation come from."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The organisation could not be added.", std::move(problems)};
  return details;
}

std::optional<Refusal> refuse_reach(const Grant& grant) {
  switch (describe(grant.role).reach) {
    case Reach::Everywhere:
      if (!grant.organisation) return std::nullopt;
      return invalid_field("organisation", "This role is held everywhere, not for one organisation.");
    case Reach::OneOrganisation:
      if (grant.organisation) return std::nullopt;
      return invalid_field("organisation", "Choose the organisation for which this role is held.");
    case Reach::OneInspection:
      break;
  }
  return invalid_field("role",
                       "This role is held in an inspection: put the person on that inspection's team.");
}

// Handbook §2.11, §2.13
std::optional<std::string> refuse_together(const Grant& held, const Grant& wanted) {
  const std::string already = "This person is " + in_a_sentence(describe(held.role).name) + " already";
  if ((runs_the_system(held.role) && reaches_cases(wanted.role)) ||
      (reaches_cases(held.role) && runs_the_system(wanted.role)))
    return already +
           ", and whoever runs the system has no part in cases. Choose somebody else, or end that first.";
  if (inspects_the_own_body(held, wanted) || inspects_the_own_body(wanted, held))
    return already + ", and nobody inspects the body they work for. Choose somebody else, or end that first.";
  return std::nullopt;
}

Result<std::string> checked_reason(std::string_view reason, std::string_view field) {
  const std::string_view text = trimmed(reason);
  if (!is_utf8(text) || text.empty()) return invalid_field(std::string(field), "Give a reason.");
  if (length(text) > kLongestReason)
    return invalid_field(std::string(field), "Give a reason of 2,000 characters or fewer.");
  return std::string(text);
}

Result<PersonDetails> checked(PersonDetails details) {
  details.name = std::string(trimmed(details.name));
  details.email = lower_ascii(trimmed(details.email));
  std::vector<FieldProblem> problems;
  if (!is_utf8(details.name) || details.name.empty())
    problems.push_back({"name", "Enter the person's name."});
  if (length(details.name) > kLongestName)
    problems.push_back({"name", "Enter a name of 200 characters or fewer."});
  if (!looks_like_email(details.email) || length(details.email) > kLongestName)
    problems.push_back({"email", "Enter an e-mail address such as name@example.org."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The account could not be added.", std::move(problems)};
  return details;
}

std::optional<FieldProblem> problem_with_password(std::string_view password) {
  if (!is_utf8(password) || length(password) < kShortestPassword)
    return FieldProblem{"password", "Choose a password of at least 12 characters."};
  if (length(password) > kLongestPassword)
    return FieldProblem{"password", "Choose a password of 200 characters or fewer."};
  return std::nullopt;
}

}  // namespace sightline::people
