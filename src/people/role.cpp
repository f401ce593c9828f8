// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/role.h"

#include <cstdlib>

namespace sightline::people {

namespace {

using enum Permission;

// Handbook §2: an administrator runs accounts and never sees evidence; a programme manager
// plans and never sees a case; nobody at an inspected body sees an inspector's grade; for whom only
// what is published is meant, a role gives nothing.
constexpr RoleDescription kRoles[] = {
    {Role::Administrator, Reach::Everywhere, "Administrator", {ManagePeople, ReadJournal}},
    {Role::ProgrammeManager,
     Reach::Everywhere,
     "Programme manager",
     {SeeProgramme, PlanInspections, ManageTeam}},
    {Role::Methodologist, Reach::Everywhere, "Methodologist", {SeeProgramme, ManageFrameworks}},
    {Role::Moderator,
     Reach::Everywhere,
     "Moderator",
     {SeeProgramme, SeeCases, ModerateCases, SeeEvidence, SeeFindings, AgreeFindings}},
    {Role::Analyst,
     Reach::Everywhere,
     "Analyst",
     {SeeProgramme, SeeCases, SeeEvidence, CodeEvidence, ManageCodebook, SeeFindings, WriteFindings,
      ReadReports, WriteReports}},
    {Role::Editor,
     Reach::Everywhere,
     "Editor",
     {SeeProgramme, SeeFindings, ReadReports, WriteReports, Publish, RecordResponses}},
    {Role::PressOfficer, Reach::Everywhere, "Press officer", {SeeProgramme, ReadReports}},
    {Role::DisclosureReviewer, Reach::Everywhere, "Disclosure reviewer", {SeeProgramme, ReadReports}},
    {Role::Evaluator, Reach::Everywhere, "Evaluator", {SeeProgramme}},
    {Role::HomeOfficeOfficial, Reach::Everywhere, "Official of the Home Office", {SeeProgramme}},
    {Role::PanelMember, Reach::Everywhere, "Member of a police and crime panel", {}},
    {Role::LeadInspector,
     Reach::OneInspection,
     "Lead inspector",
     {SeeProgramme, PlanInspections, ManageTeam, SeeCases, PrepareCases, AssessCases, SeeEvidence,
      RecordEvidence, CodeEvidence, SeeFindings, WriteFindings}},
    {Role::Inspector,
     Reach::OneInspection,
     "Inspector",
     {SeeProgramme, SeeCases, AssessCases, SeeEvidence, RecordEvidence, CodeEvidence, SeeFindings,
      WriteFindings}},
    {Role::PartnerInspector,
     Reach::OneInspection,
     "Inspector of another inspectorate",
     {SeeProgramme, SeeCases, AssessCases, SeeEvidence, RecordEvidence, CodeEvidence, SeeFindings,
      WriteFindings}},
    {Role::HmInspector,
     Reach::OneOrganisation,
     "HM inspector",
     {SeeProgramme, SeeCases, SeeEvidence, SeeFindings, AgreeFindings, ReadReports}},
    {Role::LiaisonOfficer, Reach::OneOrganisation, "Liaison officer", {SeeProgramme}},
    {Role::BodyAuditor,
     Reach::OneOrganisation,
     "Auditor of the inspected body",
     {SeeProgramme, AuditOwnCases}},
    {Role::ChiefOfficer, Reach::OneOrganisation, "Chief officer", {SeeProgramme}},
    {Role::LocalPartner, Reach::OneOrganisation, "Local partner", {SeeProgramme, AuditOwnCases}},
    {Role::PolicingBodyOfficer,
     Reach::OneOrganisation,
     "Officer of the local policing body",
     {RecordResponses}},
};

}  // namespace

std::span<const RoleDescription> roles() {
  return kRoles;
}

const RoleDescription& describe(Role role) {
  for (const RoleDescription& description : kRoles)
    if (description.role == role) return description;
  std::abort();
}

}  // namespace sightline::people
