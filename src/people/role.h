// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what. A person holds roles; a role gives permissions; a permission
// is what a command or a page asks for. Handbook §2.
//
// A role is held everywhere (a moderator), for one organisation (a force's liaison
// officer, the HM inspector of that force) or in one inspection (an inspector on the team). Which inspections
// a role reaches is decided in SQL, by the view inspection_permission (db/schema.sql), so that what a person
// may not see is never read.

#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/words.h"

namespace sightline::people {

enum class Permission {
  SeeProgramme,      ///< The board: which inspections exist, their dates and stages. No case.
  PlanInspections,   ///< Add an inspection, move its stage, set its dates.
  ManageTeam,        ///< Put people on an inspection's team and take them off.
  SeeCases,          ///< Case numbers and what the inspectors made of them.
  PrepareCases,      ///< Draw samples, add cases.
  AssessCases,       ///< Record and submit the inspectors' assessment of a case.
  AuditOwnCases,     ///< Record and submit the inspected body's own assessment of a case.
  ModerateCases,     ///< Return, agree and reopen assessments written by others.
  SeeEvidence,       ///< Interviews, observations and documents, and the extracts marked in them.
  RecordEvidence,    ///< Write notes down, bring documents in.
  CodeEvidence,      ///< Mark extracts and say what they are about.
  ManageCodebook,    ///< Add, revise and retire themes, and remove codings that others made.
  SeeFindings,       ///< Findings once agreed, and recommendations once settled.
  WriteFindings,     ///< Draft and revise findings and recommendations, and see all of them.
  AgreeFindings,     ///< Return, agree, settle and reopen those written by others, and see all of them.
  ReadReports,       ///< Drafts, editions and every number of the programme, never a case behind it.
  WriteReports,      ///< Define figures and write reports; never without ReadReports.
  ManageFrameworks,  ///< Adopt frameworks, areas and scales.
  Publish,           ///< Publish, and keep the public record.
  RecordResponses,   ///< Note responses to a publication; for one body: answer its recommendations.
  ManagePeople,      ///< Accounts, roles, organisations.
  ReadJournal,       ///< Who did what and when.
};

enum class Role {
  // Held everywhere.
  Administrator,
  ProgrammeManager,
  Methodologist,
  Moderator,
  Analyst,
  Editor,
  PressOfficer,
  DisclosureReviewer,
  Evaluator,
  HomeOfficeOfficial,
  PanelMember,
  // Held in one inspection.
  LeadInspector,
  Inspector,
  PartnerInspector,
  // Held for one organisation.
  HmInspector,
  LiaisonOfficer,
  BodyAuditor,
  ChiefOfficer,
  LocalPartner,
  PolicingBodyOfficer,
};

/// How far a role reaches.
enum class Reach { Everywhere, OneInspection, OneOrganisation };

class Permissions {
 public:
  constexpr Permissions() = default;
  constexpr Permissions(std::initializer_list<Permission> permissions) {
    for (const Permission permission : permissions) bits_ |= bit(permission);
  }
  constexpr bool may(Permission permission) const { return (bits_ & bit(permission)) != 0; }
  constexpr Permissions& operator|=(const Permissions& other) {
    bits_ |= other.bits_;
    return *this;
  }
  constexpr bool none() const { return bits_ == 0; }

 private:
  static constexpr unsigned bit(Permission permission) { return 1U << static_cast<unsigned>(permission); }
  unsigned bits_ = 0;
};

struct RoleDescription {
  Role role;
  Reach reach;
  std::string_view name;  ///< As people say it.
  Permissions permissions;
};

/// Every role, once, in the order of Role. What the program does so far of the table of Handbook §2.8.
std::span<const RoleDescription> roles();

const RoleDescription& describe(Role role);

}  // namespace sightline::people

namespace sightline {

template <>
inline constexpr auto kWords<people::Permission> = std::to_array<Word<people::Permission>>({
    {people::Permission::SeeProgramme, "see-programme"},
    {people::Permission::PlanInspections, "plan-inspections"},
    {people::Permission::ManageTeam, "manage-team"},
    {people::Permission::SeeCases, "see-cases"},
    {people::Permission::PrepareCases, "prepare-cases"},
    {people::Permission::AssessCases, "assess-cases"},
    {people::Permission::AuditOwnCases, "audit-own-cases"},
    {people::Permission::ModerateCases, "moderate-cases"},
    {people::Permission::SeeEvidence, "see-evidence"},
    {people::Permission::RecordEvidence, "record-evidence"},
    {people::Permission::CodeEvidence, "code-evidence"},
    {people::Permission::ManageCodebook, "manage-codebook"},
    {people::Permission::SeeFindings, "see-findings"},
    {people::Permission::WriteFindings, "write-findings"},
    {people::Permission::AgreeFindings, "agree-findings"},
    {people::Permission::ReadReports, "read-reports"},
    {people::Permission::WriteReports, "write-reports"},
    {people::Permission::ManageFrameworks, "manage-frameworks"},
    {people::Permission::Publish, "publish"},
    {people::Permission::RecordResponses, "record-responses"},
    {people::Permission::ManagePeople, "manage-people"},
    {people::Permission::ReadJournal, "read-journal"},
});

template <>
inline constexpr auto kWords<people::Role> = std::to_array<Word<people::Role>>({
    {people::Role::Administrator, "administrator"},
    {people::Role::ProgrammeManager, "programme-manager"},
    {people::Role::Methodologist, "methodologist"},
    {people::Role::Moderator, "moderator"},
    {people::Role::Analyst, "analyst"},
    {people::Role::Editor, "editor"},
    {people::Role::PressOfficer, "press-officer"},
    {people::Role::DisclosureReviewer, "disclosure-reviewer"},
    {people::Role::Evaluator, "evaluator"},
    {people::Role::HomeOfficeOfficial, "home-office-official"},
    {people::Role::PanelMember, "panel-member"},
    {people::Role::LeadInspector, "lead-inspector"},
    {people::Role::Inspector, "inspector"},
    {people::Role::PartnerInspector, "partner-inspector"},
    {people::Role::HmInspector, "hm-inspector"},
    {people::Role::LiaisonOfficer, "liaison-officer"},
    {people::Role::BodyAuditor, "body-auditor"},
    {people::Role::ChiefOfficer, "chief-officer"},
    {people::Role::LocalPartner, "local-partner"},
    {people::Role::PolicingBodyOfficer, "policing-body-officer"},
});

}  // namespace sightline
