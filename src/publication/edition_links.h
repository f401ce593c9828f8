// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Where the pages of an edition stand, and the links of its text that would lead out
// of it to nowhere. Every page names the others relative to itself, so the edition works
// from a disk as it does from a server.
//
// Pure: no clock, no database, no request. platform/markdown is values alone.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publication/edition.h"
#include "report/composition.h"

namespace sightline::publication {

inline constexpr const char* kIndexPage = "index.html";
inline constexpr const char* kRecommendationsPage = "recommendations.html";
inline constexpr const char* kPressReleasePage = "press-release.html";
inline constexpr const char* kFiguresPage = "figures/index.html";
inline constexpr const char* kPaper = "report.pdf";

/// "2-custody.html": the chapters stand in order in a folder too.
std::string chapter_page(const report::ComposedSection& section);
std::string figure_page(std::string_view figure_key);
std::string figure_csv(std::string_view figure_key);

/// The way from one file of the edition to another: from "figures/cases.html" to "index.html" it is
/// "../index.html".
std::string way_within(std::string_view from, const std::string& to);

/// A problem for every link of the sections to a path that is no page of the edition; those to a heading are
/// for compose().
std::vector<report::LineProblem> problems_with_paths(const report::Composed& composed,
                                                     const std::vector<FrozenFigure>& figures);

}  // namespace sightline::publication
