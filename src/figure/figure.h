// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A figure: a number or a table that a report may show, as a definition that can be
// worked out again at any time, and the records that each number rests on.
// Handbook §7.25 to §7.32.
//
// A definition is data: what is counted, among which inspections. compute() is the
// one place where a published number is made, from facts that figure_store reads in
// one snapshot. What readers may be shown of it is decided by disclosure.h.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "figure/disclosure.h"
#include "figure/facts.h"

namespace sightline::figure {

/// Which inspections a figure is about: those of a programme that were published, and of these …
struct Population {
  std::vector<inspection::Kind> kinds = {};        ///< Empty: every kind.
  std::optional<PartialDate> fieldwork_from = {};  ///< Fieldwork began in this year, month or day, or later …
  std::optional<PartialDate> fieldwork_until = {};  ///< … and in this one or earlier.

  friend bool operator==(const Population&, const Population&) = default;
};

// What can be measured.

/// Counts inspections.
struct Inspections {
  friend bool operator==(const Inspections&, const Inspections&) = default;
};
/// Counts the bodies inspected, each once: forces and areas.
struct Bodies {
  friend bool operator==(const Bodies&, const Bodies&) = default;
};
/// Counts cases whose overall area was graded by inspectors on `scale`.
struct Cases {
  std::string scale;
  friend bool operator==(const Cases&, const Cases&) = default;
};
/// Of the cases that inspectors graded in `area` on `scale`, how many have one of `grades`.
struct ShareOfCases {
  std::string scale;
  std::string area;
  std::vector<std::string> grades;  ///< Labels of the scale.
  friend bool operator==(const ShareOfCases&, const ShareOfCases&) = default;
};
/// A table: for each area in order, how many cases have each grade of `scale`.
struct GradesByArea {
  std::string scale;
  friend bool operator==(const GradesByArea&, const GradesByArea&) = default;
};
/// A table: the same cases in `area`, as the body graded them (rows) and as inspectors did (columns).
struct BodyAgainstInspectors {
  std::string scale;
  std::string area;
  friend bool operator==(const BodyAgainstInspectors&, const BodyAgainstInspectors&) = default;
};
/// Counts the inspections in which a theme was coded; never mentions.
struct ThemeInspections {
  std::string theme;
  friend bool operator==(const ThemeInspections&, const ThemeInspections&) = default;
};
/// Counts the forces in whose inspections, or whose areas' inspections, a theme was coded.
struct ThemeForces {
  std::string theme;
  friend bool operator==(const ThemeForces&, const ThemeForces&) = default;
};
/// A table: for each theme, in how many inspections and at how many forces it was coded.
struct Themes {
  friend bool operator==(const Themes&, const Themes&) = default;
};
/// Counts agreed findings.
struct Findings {
  std::optional<finding::Direction> direction;
  friend bool operator==(const Findings&, const Findings&) = default;
};
/// Counts settled recommendations.
struct Recommendations {
  std::optional<recommendation::Term> term;
  std::optional<people::OrganisationKind> addressee;
  friend bool operator==(const Recommendations&, const Recommendations&) = default;
};
/// A table: inspections by their kind.
struct InspectionsByKind {
  friend bool operator==(const InspectionsByKind&, const InspectionsByKind&) = default;
};

using Measure =
    std::variant<Inspections, Bodies, Cases, ShareOfCases, GradesByArea, BodyAgainstInspectors,
                 ThemeInspections, ThemeForces, Themes, Findings, Recommendations, InspectionsByKind>;

/// Which of them a measure is, in the order of Measure.
enum class MeasureKind {
  Inspections,
  Bodies,
  Cases,
  ShareOfCases,
  GradesByArea,
  BodyAgainstInspectors,
  ThemeInspections,
  ThemeForces,
  Themes,
  Findings,
  Recommendations,
  InspectionsByKind
};
inline MeasureKind kind_of(const Measure& measure) {
  return static_cast<MeasureKind>(measure.index());
}

struct Definition {
  Measure measure;
  Population population;

  friend bool operator==(const Definition&, const Definition&) = default;
};

using FigureId = Id<struct FigureTag>;

inline constexpr std::size_t kLongestKey = 80;
inline constexpr std::size_t kLongestTitle = 200;
inline constexpr std::size_t kLongestAlternativeText = 500;

/// A figure as asked for.
struct FigureDetails {
  std::string title;             ///< Its caption.
  std::string alternative_text;  ///< What it shows, for whoever cannot see it.
  Definition definition;

  friend bool operator==(const FigureDetails&, const FigureDetails&) = default;
};

/// How a refusal to record a figure begins.
inline constexpr const char* kNotRecorded = "The figure was not recorded.";

/// Trims, and refuses field by field a title or an alternative text that is empty, too long or not UTF-8, a
/// period that ends before it begins ("fieldwork-until") and a share of no grades ("grades").
Result<FigureDetails> checked(FigureDetails details);

struct Figure {
  FigureId id;
  std::string key;  ///< Lower-case words joined by hyphens; how a report names it.
  int revision;     ///< 1, 2, 3 …
  FigureDetails details;
};

/// Refuses a scale ("scale"), an area ("area"), grades ("grades") and a theme ("theme") that the programme
/// does not have. Whether there is anything to count is asked with compute().
std::optional<Refusal> refuse_unknown(const Definition& definition, const Names& names);

/// The definition as one phrase that a reader understands: "Cases graded “Inadequate” in “Custody”, out of
/// all cases graded there, in child protection inspections whose fieldwork began in 2014 or later". Areas and
/// themes are named as `names` has them, or by their keys where it has none.
std::string in_words(const Definition& definition, const Names& names);
std::string in_words(const Definition& definition);

/// What a number rests on: a record at one revision.
struct Input {
  enum class Kind { Inspection, Theme, Assessment, Coding, Finding, Recommendation };
  Kind kind;
  std::int64_t id;
  int revision;  ///< Of an inspection, of its dates; 0 for a coding, which has none.

  friend auto operator<=>(const Input&, const Input&) = default;
};

/// One number: a count, or a part of a whole.
struct Number {
  int count = 0;
  std::optional<int> of = {};  ///< Of how many; nothing for a plain count.

  friend bool operator==(const Number&, const Number&) = default;
};

/// A table of counts: one number for each row and column, and totals where they mean something.
struct Table {
  std::vector<std::string> columns;  ///< Headings, the one above the row names first.
  struct Row {
    std::string name;
    std::vector<int> counts;  ///< One for each column after the first.
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;

  friend bool operator==(const Table&, const Table&) = default;
};

/// That a record was counted, and where.
struct Mark {
  std::size_t row;     ///< Of the table; 0 in a number.
  std::size_t column;  ///< The same; 0 is the first column of counts.
  /// What was counted, once however many records show it: a body that was inspected twice, a case that both
  /// sides assessed.
  std::int64_t thing;
  Input record;

  friend auto operator<=>(const Mark&, const Mark&) = default;
};

struct Value {
  Unit unit;
  std::variant<Number, Table> content;
  /// In order, each once: everything that was counted, and the whole that it was counted in; of cases,
  /// codings and findings also the inspections they are part of.
  std::vector<Input> inputs;
  std::vector<Input> whole = {};  ///< Of the inputs, those counted among; none where all of them count.
  /// In order, each once. A number is how many things are marked, a cell how many are marked in it.
  std::vector<Mark> marks = {};

  friend bool operator==(const Value&, const Value&) = default;
};

/// The part that an input had in a value.
enum class Part {
  Counted,     ///< It makes the number, or a cell of the table.
  InTheWhole,  ///< It was counted among, and was not counted.
  Used         ///< It says what to count: the inspection of a case, a passage that was coded with a theme.
};

/// Works a definition out. Refuses, with a sentence for the author, what cannot be computed: an unknown
/// scale, grade, area or theme, a share of nothing (§7.14), and a share of cases where joint inspections,
/// which give no grade, are the only ones asked for.
Result<Value> compute(const Definition& definition, const Facts& facts);

}  // namespace sightline::figure

namespace sightline {

template <>
inline constexpr auto kWords<figure::MeasureKind> = std::to_array<Word<figure::MeasureKind>>({
    {figure::MeasureKind::Inspections, "inspections"},
    {figure::MeasureKind::Bodies, "bodies"},
    {figure::MeasureKind::Cases, "cases"},
    {figure::MeasureKind::ShareOfCases, "share-of-cases"},
    {figure::MeasureKind::GradesByArea, "grades-by-area"},
    {figure::MeasureKind::BodyAgainstInspectors, "body-against-inspectors"},
    {figure::MeasureKind::ThemeInspections, "theme-inspections"},
    {figure::MeasureKind::ThemeForces, "theme-bodies"},
    {figure::MeasureKind::Themes, "themes"},
    {figure::MeasureKind::Findings, "findings"},
    {figure::MeasureKind::Recommendations, "recommendations"},
    {figure::MeasureKind::InspectionsByKind, "inspections-by-kind"},
});
static_assert(kWords<figure::MeasureKind>.size() == std::variant_size_v<figure::Measure>);

template <>
inline constexpr auto kWords<figure::Input::Kind> = std::to_array<Word<figure::Input::Kind>>({
    {figure::Input::Kind::Inspection, "inspection"},
    {figure::Input::Kind::Theme, "theme"},
    {figure::Input::Kind::Assessment, "assessment"},
    {figure::Input::Kind::Coding, "coding"},
    {figure::Input::Kind::Finding, "finding"},
    {figure::Input::Kind::Recommendation, "recommendation"},
});

template <>
inline constexpr auto kWords<figure::Part> = std::to_array<Word<figure::Part>>({
    {figure::Part::Counted, "counted"},
    {figure::Part::InTheWhole, "in-the-whole"},
    {figure::Part::Used, "used"},
});

}  // namespace sightline
