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

struct Sample {
  SampleId id;
  std::string name;
  ChosenBy chosen_by;
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
};

/// Refuses a name that is empty or longer than 100 characters. Returns it trimmed.
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

}  // namespace sightline
