// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Cases and the samples they were chosen in. Handbook §4.1 to §4.4.
//
// A case is known by a number drawn at random; whose case it is never enters the
// system. Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "inspection/inspection.h"

namespace sightline::assessment {

using inspection::InspectionId;
using SampleId = Id<struct Sample>;

/// Who chose the cases of a sample. The inspected body audits those it chose itself, beside the inspectors.
enum class ChosenBy { Body, Inspectors };

/// How the cases of a sample were found in the list they come from.
enum class Method {
  AtRandom,     ///< By lot: every case of the list had the same chance.
  AtIntervals,  ///< Every so-many-th of the list, from a start.
  ByKind,       ///< So many of each kind of case.
  ByHand        ///< For what is known of them.
};

/// As a page says it: "At random".
std::string_view name_of(Method method);

/// What another person needs to judge how far a sample speaks for its list. Handbook §4.3.
struct Drawing {
  Method method = Method::ByHand;
  std::string list = {};                ///< In words: "Missing-child reports, October 2026".
  std::optional<int> list_length = {};  ///< How many cases stood in it; nothing: not counted.
  std::string repeated_by = {};         ///< What it takes to draw the same again: a seed, a start and a step.
};

struct Sample {
  SampleId id;
  std::string name;
  ChosenBy chosen_by;
};

/// A sample with how it came about; `drawing` is missing where it was not asked for yet.
struct DrawnSample {
  Sample sample;
  std::optional<Drawing> drawing;
  std::optional<Timestamp> drawn_at;
  std::string drawn_by;  ///< The name of who entered it; "The operator" for nobody.
  std::int64_t cases;    ///< How many are in it.
};

/// Who was given a case, by whom and when.
struct Assignment {
  std::optional<std::string> to;  ///< The person's name; nothing: nobody had it from then on.
  Timestamp from;
  std::string by;  ///< The name; "The operator" for nobody.
};

struct Case {
  CaseId id;
  InspectionId inspection;
  Sample sample;
  std::string number;  ///< Four digits, unique within the inspection.
  std::string kind;    ///< The key of a kind of case that the inspection's framework knows.
  std::optional<PersonId> assigned_to;
};

inline constexpr int kCasesOnAPage = 25;

/// One case in a list. State and author are those of the side the actor belongs to.
struct CaseLine {
  std::string inspection_key;
  std::string inspection_title;
  people::Reality reality;
  std::string number;
  std::string kind;
  std::string sample;
  std::optional<std::string> assigned_to;  ///< The person's name.
  std::optional<State> state;              ///< Nothing: not begun.
};

/// A sample as asked for.
struct SampleDetails {
  std::string name;
  ChosenBy chosen_by;
  Drawing drawing = {};
};

inline constexpr int kLongestSampledList = 1'000'000;  ///< Cases in one list; more is a slip of the key.

/// Refuses, field by field: a name that is empty or longer than 100 characters; no list, or one of more than
/// 200; a length that is missing, unless drawn by hand, or below 1; and, for what is drawn at random or at
/// intervals, nothing that would repeat it. Returns all texts trimmed.
Result<SampleDetails> checked(SampleDetails details);

inline constexpr int kCaseNumbers = 9000;  ///< 1000 to 9999.

/// The `draw`-th four-digit number, for 0 <= draw < kCaseNumbers.
std::string case_number(int draw);

/// The one answer about a case that is not there and about one that the asker may not see. Handbook §9.2.
Refusal no_such_case();

/// The kind of case as the framework names it; its key where the framework no longer has it.
std::string kind_in_words(const Case& of, const programme::Framework& framework);

journal::StateText state_text(const Case& of);

}  // namespace sightline::assessment

namespace sightline {

template <>
inline constexpr auto kWords<assessment::ChosenBy> = std::to_array<Word<assessment::ChosenBy>>({
    {assessment::ChosenBy::Body, "body"},
    {assessment::ChosenBy::Inspectors, "inspectors"},
});

template <>
inline constexpr auto kWords<assessment::Method> = std::to_array<Word<assessment::Method>>({
    {assessment::Method::AtRandom, "at-random"},
    {assessment::Method::AtIntervals, "at-intervals"},
    {assessment::Method::ByKind, "by-kind"},
    {assessment::Method::ByHand, "by-hand"},
});

}  // namespace sightline
