// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One inspection of the invented programme from its planning to its end: every stage,
// every piece of work at its stage, each by somebody whose role allows it.

#pragma once

#include "demo_programme_agenda.h"
#include "demo_programme_cases.h"
#include "demo_programme_evidence.h"
#include "demo_programme_findings.h"

namespace sightline::demo {

class InspectionPlay {
 public:
  /// `setting`, `of` and `followed` must outlive it. `followed`: the inspection that this one looks back at,
  /// or null.
  InspectionPlay(Setting& setting, const ProgrammeInspection& of, Team team, const InspectionPlay* followed);
  InspectionPlay(const InspectionPlay&) = delete;
  InspectionPlay& operator=(const InspectionPlay&) = delete;

  /// Puts every step on the agenda, which must not outlive it.
  void put_on(Agenda& agenda);

 private:
  void put_fieldwork_on(Agenda& agenda);
  void put_moderation_on(Agenda& agenda);

  Problem plan();
  Problem assemble_team();
  Problem move(const std::string& by, inspection::StageAction action);
  Problem set_report_date();
  void count();

  Setting& setting_;
  Underway underway_;
  const InspectionPlay* followed_;
  CaseWork cases_;
  EvidenceWork evidence_;
  FindingWork findings_;
};

/// Who works on the `place`-th inspection: people take turns.
Team team_for(const ProgrammeFiles& files, const ProgrammeInspection& of, std::size_t place);

/// The addresses of those who hold a role, in the order of the file.
std::vector<std::string> people_with(const ProgrammeFiles& files, people::Role role);

}  // namespace sightline::demo
