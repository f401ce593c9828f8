// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Findings of the inspections of the invented programme, which rest on the extracts
// and cases that are really there and point the same way.

#pragma once

#include "demo_programme_underway.h"
#include "finding/finding_service.h"

namespace sightline::demo {

class FindingWork {
 public:
  /// Both must outlive it.
  FindingWork(Setting& setting, Underway& inspection) : setting_(setting), inspection_(inspection) {}

  /// Inspectors draft findings about the themes that most evidence is about, and rest them on it.
  Problem draft();
  /// The moderator agrees most and returns some.
  Problem moderate();
  /// The authors of what was returned rest it on more.
  Problem support_returned();
  /// The moderator agrees what was returned.
  Problem agree_returned();

 private:
  struct Drafted {
    finding::OnScreen at;
    std::string author;
    std::vector<finding::Support> more;  ///< What it could rest on besides.
  };

  /// A theme and a direction, with the extracts that say so.
  struct Candidate {
    const ProgrammeTheme* theme;
    finding::Direction direction;
    std::vector<evidence::ExtractId> extracts;
  };

  std::vector<Candidate> candidates();
  Problem draft(const Candidate& candidate);
  std::vector<finding::Support> cases_for(const Candidate& candidate);
  Problem support(Drafted& drafted, const finding::Support& with);
  Problem agree(Drafted& drafted);

  Setting& setting_;
  Underway& inspection_;
  std::vector<Drafted> drafted_;
  std::vector<Drafted> returned_;
};

}  // namespace sightline::demo
