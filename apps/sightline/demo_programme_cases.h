// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The cases of one inspection of the invented programme: samples are drawn, the
// force grades those it chose itself, inspectors grade all of them without seeing
// that, and a moderator agrees each or sends it back once.

#pragma once

#include "demo_programme_underway.h"

namespace sightline::demo {

class CaseWork {
 public:
  /// Both must outlive it. REQUIRES: the inspection is graded by the time of draw().
  CaseWork(Setting& setting, Underway& inspection) : setting_(setting), inspection_(inspection) {}

  /// Draws the samples and gives every case to an inspector.
  Problem draw();
  /// The force grades the cases that it chose.
  Problem audit();
  /// Inspectors grade and submit the part of the cases that falls on the `day`-th of so many days, from 0.
  Problem assess(std::size_t day, std::size_t days);
  /// The moderator agrees most and returns some.
  Problem moderate();
  /// Inspectors look at what was returned again, and submit it.
  Problem look_again();
  /// The moderator agrees what was returned.
  Problem agree_returned();

 private:
  Problem draw_sample(assessment::SampleDetails details, int cases);
  Problem add_case(assessment::SampleId sample, bool chosen_by_body);
  Problem audit(const GradedCase& of, const std::string& auditor);
  Problem assess(GradedCase& of);
  std::vector<assessment::Judgement> judgements(const std::map<std::string, std::string>& outcomes);
  assessment::Judgement judgement(const std::string& area, const std::string& outcome);
  Problem agree(GradedCase& of);

  Setting& setting_;
  Underway& inspection_;
  std::vector<std::size_t> returned_;  // places in cases
};

}  // namespace sightline::demo
