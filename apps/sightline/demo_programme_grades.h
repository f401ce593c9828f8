// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Which outcomes the invented cases are given. Forces differ, years bring a little,
// a force that is visited again has done something; but most of what a case gets is
// its own luck, and in some areas of the child's journey there is less good work than
// in others. The reports in demo/programme say so in words.
//
// Pure. Works in whole numbers: 0 is the worst that can be, 1000 the best.

#pragma once

#include <string>
#include <vector>

#include "demo_programme_chance.h"
#include "demo_programme_files.h"
#include "programme/framework.h"

namespace sightline::demo {

/// What was judged about one area, with the outcome as a slug ("requires-improvement").
struct PlannedOutcome {
  std::string area;  ///< Or the key of the overall judgement.
  std::string outcome;
};

/// A kind of case, at random, but some more often than others. REQUIRES: the framework has kinds of case.
std::string case_kind(const programme::Framework& framework, Chance& chance);

/// How good the work of this inspection's cases is on the whole.
int standing_of(const ProgrammeFiles& files, const ProgrammeInspection& of);

/// What inspectors find about one case: every area, then the case overall. REQUIRES: the framework has a
/// scale.
std::vector<PlannedOutcome> inspectors_outcomes(const programme::Framework& framework,
                                                const std::string& kind, int standing, Chance& chance);

/// What the force had made of the same case: mostly the same, and more often better than worse.
std::vector<PlannedOutcome> own_outcomes(const programme::Framework& framework,
                                         const std::vector<PlannedOutcome>& inspectors, Chance& chance);

}  // namespace sightline::demo
