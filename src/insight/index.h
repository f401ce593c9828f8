// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The analytic index: every agreed judgement of a case in an area, held in memory in
// columns, so that a dashboard is counted in a blink however it is filtered.
//
//   rows          one per case and area that inspectors judged and agreed: eight small
//                 columns, each a plain array; 19 bytes a row. The inspection, the area,
//                 the kind of case and the sample's chooser are codes of a dictionary.
//   inspections   one per inspection: programme, kind, body, year, framework, scale. A row
//                 has what its inspection has, so none of it is repeated in the rows.
//
// A question is answered in one pass. First each filter becomes flags, one for every
// code, and everything asked of the inspection, what the asker may see among it,
// becomes one flag for every inspection. Then each row adds the product of its four
// flags to the cell of its group and grade: about two nanoseconds a row, whatever is
// asked for, and no memory but the cells.
//
// Counts are exact, and are for insiders: a published number is a figure, never from
// here. An index stands at one entry of the journal and does not change while others
// read it: whoever brings it up to date works on a copy.
//
// Pure: no clock, no database, no request.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "assessment/case.h"
#include "base/result.h"
#include "insight/dictionary.h"
#include "inspection/inspection.h"

namespace sightline::insight {

using assessment::CaseId;
using inspection::InspectionId;
using people::OrganisationId;
using programme::FrameworkVersionId;
using programme::ProgrammeId;

/// Areas of two versions of a framework are two areas even under one key. Handbook §3.11.
struct AreaOfFramework {
  FrameworkVersionId framework;
  std::string key;

  friend auto operator<=>(const AreaOfFramework&, const AreaOfFramework&) = default;
};

/// An inspection whose cases are graded.
struct JudgedInspection {
  InspectionId id;
  ProgrammeId programme;
  inspection::Kind kind;
  OrganisationId body;
  std::optional<int> year;  ///< In which fieldwork began, as early as it may have; nothing: not known.
  FrameworkVersionId framework;
  std::string scale;

  friend bool operator==(const JudgedInspection&, const JudgedInspection&) = default;
};

/// What inspectors agreed about one area of one case, and what the body itself said of it.
struct AgreedJudgement {
  CaseId case_id;
  InspectionId inspection;
  std::string area;       ///< Its key in the inspection's framework.
  std::string case_kind;  ///< Its key in the inspection's framework.
  assessment::ChosenBy chosen_by;
  assessment::Outcome inspectors;
  std::optional<assessment::Outcome> body;  ///< Nothing: not assessed by the body, or not submitted.
};

/// Which judgements are counted. What is left out asks for nothing.
struct Filter {
  ProgrammeId programme;
  std::optional<std::string> scale = {};
  std::optional<inspection::Kind> kind = {};
  std::optional<int> from_year = {};   ///< Of fieldwork, both years included; an inspection
  std::optional<int> until_year = {};  ///< whose fieldwork is not known is in no span of years.
  std::optional<OrganisationId> body = {};
  std::vector<AreaOfFramework> areas = {};  ///< Any of these; empty: every area.
  std::optional<std::string> case_kind = {};
  std::optional<assessment::ChosenBy> chosen_by = {};
};

/// The inspections whose cases somebody may see: the only ones that are counted for them.
using Visible = std::set<InspectionId>;

/// How often each outcome was given. All grades are of one scale.
struct Counts {
  std::vector<int> grades = {};  ///< By rank, the worst first, up to the best that was given.
  int not_applicable = 0;
  int insufficient_evidence = 0;

  int of(programme::Grade grade) const;
  /// Worse than `standard`.
  int below(programme::Grade standard) const;
  /// What a share is taken of: outcomes that are no grade enter none. Handbook §4.8.
  int graded() const;
  int all() const { return graded() + not_applicable + insufficient_evidence; }

  Counts& operator+=(const Counts& other);
  friend bool operator==(const Counts&, const Counts&) = default;
};

template <class Key>
struct Group {
  Key key;
  Counts counts;

  friend bool operator==(const Group&, const Group&) = default;
};

/// In order of their keys; only those in which anything was counted.
template <class Key>
using Groups = std::vector<Group<Key>>;

class Index {
 public:
  /// With nothing in it.
  explicit Index(std::int64_t entry) : entry_(entry) {}

  /// The entry of the journal that it stands at: all up to it is in here, and nothing after.
  std::int64_t entry() const { return entry_; }
  std::size_t size() const { return rows_.outcome.size(); }

  // Filling it. Throws std::length_error beyond 65,536 areas or kinds of case.

  /// Takes an inspection up, or what has become of one it knows.
  void put(const JudgedInspection& inspection);
  /// REQUIRES: its inspection was put, and the case has no judgement of that area in here.
  void add(const AgreedJudgement& judgement);
  /// Drops every judgement of these cases.
  void drop(const std::set<CaseId>& cases);
  void stand_at(std::int64_t entry) { entry_ = entry; }

  // Asking it. Any number of threads may ask at once.

  /// The inspections that pass the filter and have anything judged; the areas, the kind of case and who
  /// chose the sample are not looked at. In order of their identities.
  std::vector<JudgedInspection> inspections(const Filter& filter, const Visible& visible) const;

  // Each of these is refused with Invalid ("scale") when the inspections counted have grades of more than one
  // scale: they are never counted together, and whoever asks must say which. Handbook §3.7.

  Result<Groups<AreaOfFramework>> by_area(const Filter& filter, const Visible& visible) const;
  Result<Groups<OrganisationId>> by_body(const Filter& filter, const Visible& visible) const;
  Result<Groups<InspectionId>> by_inspection(const Filter& filter, const Visible& visible) const;
  Result<Groups<std::optional<int>>> by_year(const Filter& filter, const Visible& visible) const;
  /// The inspectors' outcomes of the same cases, by what the body graded them; under nothing those that it
  /// gave no grade. Handbook §4.16.
  Result<Groups<std::optional<programme::Grade>>> by_bodys_grade(const Filter& filter,
                                                                 const Visible& visible) const;

 private:
  /// All of one length.
  struct Rows {
    std::vector<std::int64_t> case_id;  ///< Only for drop().
    std::vector<std::uint32_t> inspection;
    std::vector<std::uint16_t> area;
    std::vector<std::uint16_t> case_kind;
    std::vector<std::uint8_t> chosen_by;
    std::vector<std::uint8_t> outcome;
    std::vector<std::uint8_t> bodys_outcome;
  };

  /// The filters as flags: a row counts when all four of its flags are 1.
  struct Wanted {
    Flags inspections;
    Flags areas;
    Flags case_kinds;
    Flags choosers;
  };

  bool passes(const JudgedInspection& inspection, const Filter& filter) const;
  Flags wanted_inspections(const Filter& filter, const Visible& visible) const;
  Result<Wanted> wanted(const Filter& filter, const Visible& visible) const;
  std::optional<Refusal> refuse_mixed_scales(const Flags& inspections) const;
  /// One pass over the rows; `group_of(row)` is less than `groups`.
  template <class GroupOf>
  std::vector<Counts> count(const Wanted& wanted, std::size_t groups, GroupOf group_of) const;
  /// Groups of what every inspection has one of.
  template <class KeyOf>
  auto by(const Filter& filter, const Visible& visible, KeyOf key_of) const;

  std::int64_t entry_;
  Dictionary<InspectionId, std::uint32_t> inspection_codes_;
  std::vector<JudgedInspection> inspections_;  ///< By their codes.
  std::vector<std::uint32_t> judged_;          ///< How many rows each has.
  Dictionary<AreaOfFramework, std::uint16_t> areas_;
  Dictionary<std::string, std::uint16_t> case_kinds_;
  std::size_t outcomes_ = 0;  ///< One more than the highest code of an outcome so far.
  Rows rows_;
};

}  // namespace sightline::insight
