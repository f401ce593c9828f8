// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A finding: a statement that an inspection makes about a body, good or bad, and how
// much it rests on. Handbook §8.18 to §8.23.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "finding/finding_workflow.h"
#include "inspection/inspection.h"
#include "journal/journal.h"
#include "people/people.h"
#include "programme/framework.h"

namespace sightline::finding {

using FindingId = Id<struct FindingTag>;
using inspection::InspectionId;
using people::PersonId;

/// Whether the finding says what a body does well, or what it does not.
enum class Direction { Strength, Weakness };

/// As a page says it: "Strength".
std::string_view name_of(Direction direction);

inline constexpr std::size_t kLongestStatement = 2000;

/// What a finding says.
struct Details {
  std::string statement;  ///< One statement in plain text, 1 to kLongestStatement characters.
  Direction direction;
  std::optional<std::string> area = {};   ///< The key of an area of the inspection's framework.
  std::optional<std::string> theme = {};  ///< The key of a theme of the programme's codebook.

  friend bool operator==(const Details&, const Details&) = default;
};

/// Trims, takes an empty area or theme for none, and refuses field by field: a statement that is empty,
/// too long or not UTF-8 ("statement"); an area that `framework` does not have ("area"); a theme that
/// could be no key ("theme"). A null framework has no areas.
Result<Details> checked(Details details, const programme::Framework* framework);

struct Finding {
  FindingId id;
  InspectionId inspection;
  int number;  ///< 1, 2, 3 … within its inspection, never given twice.
  Details details;
  State state;
  int revision;                   ///< 1, 2, 3 …: every step makes a new one.
  int extracts;                   ///< How many extracts of evidence it rests on now,
  int cases;                      ///< and how many cases.
  std::vector<PersonId> authors;  ///< Whoever drafted or changed it or what it rests on.
};

/// Whether there is anything that it rests on. Handbook §8.19.
bool is_supported(const Finding& finding);

/// Who takes a step, and with what in hand.
struct Stepper {
  std::optional<PersonId> person;
  people::Permissions permissions;  ///< In the finding's inspection.
  int base_revision;                ///< The revision the person had before them.
  std::string reason = {};          ///< Needed to return and to reopen; ignored otherwise.
};

/// Takes `action`: the finding at its next revision, with the action's state. Changes no words and no
/// support.
///
/// Refuses with WrongState when the workflow has no such step from here, and when nothing supports what
/// would be agreed; NotPermitted when the stepper lacks its permission or would agree or return what they
/// wrote part of; Conflict when base_revision is not the current one; Invalid when a reason is missing
/// ("reason").
Result<Finding> step(Finding finding, Action action, const Stepper& stepper);

/// Refuses with WrongState, and says what to do first, where nothing is found yet, or any more: before
/// fieldwork, once published, and where there is no stage, on the public record. Handbook §8.23.
std::optional<Refusal> refuse_at(std::optional<inspection::Stage> stage);

/// One line of a finding's history, with the words it had then.
struct RevisionLine {
  int revision;
  Action action;
  State state;
  Details details;
  std::string person;  ///< The name; "the operator" for nobody.
  Timestamp recorded_at;
  std::optional<std::string> reason;
};

/// What the journal takes the digest of.
journal::StateText state_text(const Finding& finding);

}  // namespace sightline::finding

namespace sightline {

template <>
inline constexpr auto kWords<finding::Direction> = std::to_array<Word<finding::Direction>>({
    {finding::Direction::Strength, "strength"},
    {finding::Direction::Weakness, "weakness"},
});

}  // namespace sightline
