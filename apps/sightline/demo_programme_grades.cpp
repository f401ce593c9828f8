// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_grades.h"

#include <algorithm>

#include "base/text.h"

namespace sightline::demo {

namespace {

constexpr std::string_view kNotApplicable = "not-applicable";
constexpr std::string_view kInsufficient = "insufficient-evidence";

/// How an area differs from the others, and in how many of a hundred cases it plays a part.
struct AreaCharacter {
  std::string_view area;
  int offset;
  int applies;
};

constexpr AreaCharacter kAreaCharacters[] = {{"leadership", 75, 100},          {"initial-contact", 82, 93},
                                             {"assessment-and-help", -20, 92}, {"investigation", -30, 82},
                                             {"decision-making", 20, 60},      {"trusted-adult", 0, 88},
                                             {"managing-risk", -120, 0},       {"police-detention", -150, 0}};

/// For the two areas that belong to some kinds of case: so many of a hundred.
struct Belonging {
  std::string_view area;
  std::string_view kind;
  int applies;
};

constexpr Belonging kBelonging[] = {{"managing-risk", "sex-offender-management", 100},
                                    {"managing-risk", "domestic-abuse", 35},
                                    {"managing-risk", "online-abuse", 45},
                                    {"managing-risk", "sexual-exploitation", 40},
                                    {"managing-risk", "joint-enquiry", 15},
                                    {"police-detention", "police-custody", 100},
                                    {"police-detention", "missing-child", 12},
                                    {"police-detention", "sexual-exploitation", 14},
                                    {"police-detention", "child-in-need-of-help", 6},
                                    {"decision-making", "police-protection", 100}};

/// How often a kind of case is met: shares of their sum.
struct Frequency {
  std::string_view kind;
  int share;
};

constexpr Frequency kFrequencies[] = {{"domestic-abuse", 16},     {"child-in-need-of-help", 12},
                                      {"information-sharing", 8}, {"police-protection", 9},
                                      {"joint-enquiry", 15},      {"sex-offender-management", 9},
                                      {"missing-child", 11},      {"sexual-exploitation", 9},
                                      {"online-abuse", 7},        {"police-custody", 5}};

int share_of(std::string_view kind) {
  const auto* found = std::ranges::find(kFrequencies, kind, &Frequency::kind);
  return found == std::end(kFrequencies) ? 5 : found->share;
}

AreaCharacter character_of(std::string_view area) {
  const auto* found = std::ranges::find(kAreaCharacters, area, &AreaCharacter::area);
  return found == std::end(kAreaCharacters) ? AreaCharacter{area, 0, 100} : *found;
}

int applies(std::string_view area, std::string_view kind) {
  for (const Belonging& one : kBelonging)
    if (one.area == area && one.kind == kind) return one.applies;
  return character_of(area).applies;
}

/// The lowest score of each grade above the worst, worst first.
std::vector<int> thresholds(const programme::Scale& scale) {
  if (scale.labels.size() == 3) return {440, 610};
  return {400, 520, 660};
}

std::string grade_of(const programme::Framework& framework, int score) {
  const std::vector<int> limits = thresholds(*framework.scale);
  std::size_t grade = 0;
  while (grade < limits.size() && score >= limits[grade]) ++grade;
  return slug(framework.scale->labels.at(grade));
}

/// So many grades better (or worse), within the scale. What is no grade stays as it is.
std::string moved(const programme::Framework& framework, const std::string& outcome, int by) {
  const auto& grades = framework.scale->labels;
  const auto found =
      std::ranges::find_if(grades, [&](const std::string& label) { return slug(label) == outcome; });
  if (found == grades.end()) return outcome;
  const auto last = static_cast<std::ptrdiff_t>(grades.size()) - 1;
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(found - grades.begin() + by, 0, last);
  return slug(grades[static_cast<std::size_t>(to)]);
}

}  // namespace

std::string case_kind(const programme::Framework& framework, Chance& chance) {
  int sum = 0;
  for (const programme::CaseKind& kind : framework.case_kinds) sum += share_of(kind.key);
  int draw = chance.between(1, sum);
  for (const programme::CaseKind& kind : framework.case_kinds) {
    draw -= share_of(kind.key);
    if (draw <= 0) return kind.key;
  }
  return framework.case_kinds.back().key;
}

int standing_of(const ProgrammeFiles& files, const ProgrammeInspection& of) {
  const std::string& force = force_of(files, of);
  const int own = Chance(force).between(-60, 60);
  const int years = static_cast<int>(of.fieldwork.earliest().calendar().year()) - 2014;
  const int visits = of.kind == inspection::Kind::PostInspectionReview ? 25
                     : of.kind == inspection::Kind::ReInspection       ? 35
                                                                       : 0;
  return 482 + own + 9 * years + visits;
}

std::vector<PlannedOutcome> inspectors_outcomes(const programme::Framework& framework,
                                                const std::string& kind, int standing, Chance& chance) {
  std::vector<PlannedOutcome> planned;
  const int luck = chance.around(370);
  int sum = 0, graded = 0;
  for (const programme::Area& area : framework.areas) {
    if (area.kind == programme::AreaKind::Overall) {
      const int overall = graded == 0 ? standing + luck : sum / graded;
      planned.push_back({area.key, grade_of(framework, overall + chance.around(60))});
    } else if (!chance.happens(applies(area.key, kind))) {
      planned.push_back({area.key, std::string(kNotApplicable)});
    } else if (chance.happens(2)) {
      planned.push_back({area.key, std::string(kInsufficient)});
    } else {
      const int score = standing + luck + character_of(area.key).offset + chance.around(240);
      planned.push_back({area.key, grade_of(framework, score)});
      sum += score;
      ++graded;
    }
  }
  return planned;
}

std::vector<PlannedOutcome> own_outcomes(const programme::Framework& framework,
                                         const std::vector<PlannedOutcome>& inspectors, Chance& chance) {
  std::vector<PlannedOutcome> own;
  for (const PlannedOutcome& of : inspectors) {
    const int draw = chance.between(1, 100);
    const int by = draw <= 26 ? 1 : draw <= 30 ? -1 : 0;
    own.push_back({of.area, moved(framework, of.outcome, by)});
  }
  return own;
}

}  // namespace sightline::demo
