// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace sightline::insight {

namespace {

using assessment::ChosenBy;
using assessment::Outcome;
using programme::Grade;

// How an outcome stands in its column: none, the two that are no grade, then the grades, worst first.
constexpr std::uint8_t kNone = 0;
constexpr std::uint8_t kNotApplicable = 1;
constexpr std::uint8_t kInsufficientEvidence = 2;
constexpr std::uint8_t kWorstGrade = 3;
constexpr int kMostGrades = 256 - kWorstGrade;

std::uint8_t code_of(const std::optional<Outcome>& outcome) {
  if (!outcome) return kNone;
  if (std::holds_alternative<assessment::NotApplicable>(*outcome)) return kNotApplicable;
  if (std::holds_alternative<assessment::InsufficientEvidence>(*outcome)) return kInsufficientEvidence;
  const int rank = std::get<Grade>(*outcome).rank;
  if (rank < 1 || rank > kMostGrades) throw std::length_error("a scale has more grades than the index holds");
  return static_cast<std::uint8_t>(kWorstGrade + rank - 1);
}

std::optional<Grade> grade_of(std::size_t code) {
  if (code < kWorstGrade) return std::nullopt;
  return Grade{static_cast<int>(code) - kWorstGrade + 1};
}

/// Of one group: `cells` has one for every code of an outcome.
template <class Cells>
Counts counts_of(const Cells& cells) {
  Counts counts;
  for (std::size_t code = 0; code < cells.size(); ++code) {
    const int many = static_cast<int>(cells[code]);
    if (many == 0) continue;
    if (code == kNotApplicable) counts.not_applicable = many;
    if (code == kInsufficientEvidence) counts.insufficient_evidence = many;
    if (code < kWorstGrade) continue;
    counts.grades.resize(code - kWorstGrade + 1);
    counts.grades.back() = many;
  }
  return counts;
}

/// Names the groups by their keys, and leaves out the empty ones.
template <class Key>
Groups<Key> named(const std::vector<Key>& keys, std::vector<Counts> counts) {
  Groups<Key> groups;
  for (std::size_t group = 0; group < keys.size(); ++group)
    if (counts[group].all() > 0) groups.push_back({keys[group], std::move(counts[group])});
  std::ranges::sort(groups, {}, &Group<Key>::key);
  return groups;
}

template <class Column>
void keep(Column& column, const std::vector<std::size_t>& kept) {
  for (std::size_t to = 0; to < kept.size(); ++to) column[to] = column[kept[to]];
  column.resize(kept.size());
}

}  // namespace

int Counts::of(Grade grade) const {
  const auto place = static_cast<std::size_t>(grade.rank) - 1;
  return place < grades.size() ? grades[place] : 0;
}

int Counts::below(Grade standard) const {
  const auto worse = std::min(grades.size(), static_cast<std::size_t>(standard.rank) - 1);
  return std::reduce(grades.begin(), grades.begin() + static_cast<std::ptrdiff_t>(worse));
}

int Counts::graded() const {
  return std::reduce(grades.begin(), grades.end());
}

Counts& Counts::operator+=(const Counts& other) {
  grades.resize(std::max(grades.size(), other.grades.size()));
  std::transform(other.grades.begin(), other.grades.end(), grades.begin(), grades.begin(), std::plus<>());
  not_applicable += other.not_applicable;
  insufficient_evidence += other.insufficient_evidence;
  return *this;
}

void Index::put(const JudgedInspection& inspection) {
  const std::uint32_t code = inspection_codes_.code_of(inspection.id);
  if (code < inspections_.size()) {
    inspections_[code] = inspection;
  } else {
    inspections_.push_back(inspection);
    judged_.push_back(0);
  }
}

void Index::add(const AgreedJudgement& judgement) {
  const std::uint32_t inspection = inspection_codes_.find(judgement.inspection).value();
  const std::uint8_t outcome = code_of(judgement.inspectors), bodys_outcome = code_of(judgement.body);
  rows_.case_id.push_back(judgement.case_id.value());
  rows_.inspection.push_back(inspection);
  rows_.area.push_back(areas_.code_of({inspections_[inspection].framework, judgement.area}));
  rows_.case_kind.push_back(case_kinds_.code_of(judgement.case_kind));
  rows_.chosen_by.push_back(static_cast<std::uint8_t>(judgement.chosen_by));
  rows_.outcome.push_back(outcome);
  rows_.bodys_outcome.push_back(bodys_outcome);
  ++judged_[inspection];
  outcomes_ = std::max<std::size_t>({outcomes_, outcome + 1U, bodys_outcome + 1U});
}

void Index::drop(const std::set<CaseId>& cases) {
  if (cases.empty()) return;
  std::vector<std::size_t> kept;
  kept.reserve(size());
  for (std::size_t row = 0; row < size(); ++row) {
    if (cases.contains(CaseId(rows_.case_id[row])))
      --judged_[rows_.inspection[row]];
    else
      kept.push_back(row);
  }
  if (kept.size() == size()) return;
  keep(rows_.case_id, kept);
  keep(rows_.inspection, kept);
  keep(rows_.area, kept);
  keep(rows_.case_kind, kept);
  keep(rows_.chosen_by, kept);
  keep(rows_.outcome, kept);
  keep(rows_.bodys_outcome, kept);
}

bool Index::passes(const JudgedInspection& inspection, const Filter& filter) const {
  const auto asks = [](const auto& wanted, const auto& is) { return !wanted || *wanted == is; };
  return inspection.programme == filter.programme && asks(filter.scale, inspection.scale) &&
         asks(filter.kind, inspection.kind) && asks(filter.body, inspection.body) &&
         (!filter.from_year || (inspection.year && *inspection.year >= *filter.from_year)) &&
         (!filter.until_year || (inspection.year && *inspection.year <= *filter.until_year));
}

Flags Index::wanted_inspections(const Filter& filter, const Visible& visible) const {
  Flags flags(inspections_.size(), 0);
  for (std::size_t code = 0; code < inspections_.size(); ++code) {
    const JudgedInspection& inspection = inspections_[code];
    flags[code] = judged_[code] > 0 && passes(inspection, filter) && visible.contains(inspection.id);
  }
  return flags;
}

std::vector<JudgedInspection> Index::inspections(const Filter& filter, const Visible& visible) const {
  const Flags flags = wanted_inspections(filter, visible);
  std::vector<JudgedInspection> found;
  for (std::size_t code = 0; code < flags.size(); ++code)
    if (flags[code] != 0) found.push_back(inspections_[code]);
  std::ranges::sort(found, {}, &JudgedInspection::id);
  return found;
}

std::optional<Refusal> Index::refuse_mixed_scales(const Flags& inspections) const {
  std::set<std::string> scales;
  for (std::size_t code = 0; code < inspections.size(); ++code)
    if (inspections[code] != 0) scales.insert(inspections_[code].scale);
  if (scales.size() <= 1) return std::nullopt;
  const std::string sentence = "These cases were graded on " + std::to_string(scales.size()) +
                               " scales, which are never counted together: choose one.";
  return Refusal{Refusal::Kind::Invalid, sentence, {{"scale", sentence}}};
}

Result<Index::Wanted> Index::wanted(const Filter& filter, const Visible& visible) const {
  Flags inspections = wanted_inspections(filter, visible);
  if (auto refusal = refuse_mixed_scales(inspections)) return *refusal;
  Flags choosers;
  for (const ChosenBy each : {ChosenBy::Body, ChosenBy::Inspectors})
    choosers.push_back(!filter.chosen_by || *filter.chosen_by == each);
  return Wanted{.inspections = std::move(inspections),
                .areas = areas_.flags([&](const AreaOfFramework& area) {
                  return filter.areas.empty() || std::ranges::count(filter.areas, area) > 0;
                }),
                .case_kinds = case_kinds_.flags(
                    [&](const std::string& kind) { return !filter.case_kind || *filter.case_kind == kind; }),
                .choosers = std::move(choosers)};
}

template <class GroupOf>
std::vector<Counts> Index::count(const Wanted& wanted, std::size_t groups, GroupOf group_of) const {
  std::vector<std::uint32_t> cells(groups * outcomes_, 0);
  for (std::size_t row = 0; row < size(); ++row) {
    const unsigned flag = static_cast<unsigned>(wanted.inspections[rows_.inspection[row]]) *
                          wanted.areas[rows_.area[row]] * wanted.case_kinds[rows_.case_kind[row]] *
                          wanted.choosers[rows_.chosen_by[row]];
    cells[group_of(row) * outcomes_ + rows_.outcome[row]] += flag;
  }
  std::vector<Counts> counts;
  counts.reserve(groups);
  for (std::size_t group = 0; group < groups; ++group)
    counts.push_back(counts_of(std::span(cells).subspan(group * outcomes_, outcomes_)));
  return counts;
}

template <class KeyOf>
auto Index::by(const Filter& filter, const Visible& visible, KeyOf key_of) const {
  using Key = std::decay_t<decltype(key_of(inspections_.front()))>;
  auto flags = wanted(filter, visible);
  if (!flags) return Result<Groups<Key>>(std::move(flags).refusal());
  Dictionary<Key, std::uint32_t> keys;
  std::vector<std::uint32_t> group_of;  // by the inspection's code
  for (const JudgedInspection& inspection : inspections_)
    group_of.push_back(keys.code_of(key_of(inspection)));
  const auto counts =
      count(*flags, keys.size(), [&](std::size_t row) { return group_of[rows_.inspection[row]]; });
  return Result<Groups<Key>>(named(keys.values(), counts));
}

Result<Groups<AreaOfFramework>> Index::by_area(const Filter& filter, const Visible& visible) const {
  SIGHTLINE_TRY(const Wanted flags, wanted(filter, visible));
  return named(areas_.values(),
               count(flags, areas_.size(), [&](std::size_t row) { return rows_.area[row]; }));
}

Result<Groups<OrganisationId>> Index::by_body(const Filter& filter, const Visible& visible) const {
  return by(filter, visible, [](const JudgedInspection& inspection) { return inspection.body; });
}

Result<Groups<InspectionId>> Index::by_inspection(const Filter& filter, const Visible& visible) const {
  return by(filter, visible, [](const JudgedInspection& inspection) { return inspection.id; });
}

Result<Groups<std::optional<int>>> Index::by_year(const Filter& filter, const Visible& visible) const {
  return by(filter, visible, [](const JudgedInspection& inspection) { return inspection.year; });
}

Result<Groups<std::optional<Grade>>> Index::by_bodys_grade(const Filter& filter,
                                                           const Visible& visible) const {
  SIGHTLINE_TRY(const Wanted flags, wanted(filter, visible));
  std::vector<Counts> counts =
      count(flags, outcomes_, [&](std::size_t row) { return rows_.bodys_outcome[row]; });
  // What is no grade of the body's is one group, whichever of the three it is.
  std::vector<std::optional<Grade>> grades{std::nullopt};
  std::vector<Counts> of_grades(1);
  for (std::size_t code = 0; code < counts.size(); ++code) {
    if (const std::optional<Grade> grade = grade_of(code)) {
      grades.push_back(grade);
      of_grades.push_back(std::move(counts[code]));
    } else {
      of_grades.front() += counts[code];
    }
  }
  return named(grades, std::move(of_grades));
}

}  // namespace sightline::insight
