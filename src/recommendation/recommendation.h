// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A recommendation: what somebody is asked to do, by when, and for which findings.
// Handbook §8.24 to §8.29.
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
#include "finding/finding.h"
#include "journal/journal.h"
#include "people/people.h"
#include "programme/programme.h"
#include "recommendation/recommendation_workflow.h"

namespace sightline::publication {
struct PublicationTag;  // The feature lies above this one; of a publication only its identity is kept.
}  // namespace sightline::publication

namespace sightline::recommendation {

using RecommendationId = Id<struct RecommendationTag>;
using inspection::InspectionId;
using people::OrganisationId;
using people::PersonId;
using programme::ProgrammeId;
using PublicationId = Id<publication::PublicationTag>;

/// By when it is to be done, counted from publication. Handbook §6.15.
enum class Term { Immediately, WithinThreeMonths, WithinSixMonths };

/// As a page says it: "Within three months".
std::string_view name_of(Term term);

/// The last day of the term of what was published that day: the day itself for Immediately, or the same
/// day three or six calendar months later, or that month's last day where it has no such day.
Date due(Term term, Date published);

/// "Within three months: by 27 May 2020". The term alone while it is not published, and for Immediately.
std::string due_in_words(Term term, const std::optional<Date>& published);

inline constexpr std::size_t kLongestText = 2000;

/// What a recommendation asks.
struct Details {
  std::string text;  ///< Plain text, 1 to kLongestText characters.
  Term term;

  friend bool operator==(const Details&, const Details&) = default;
};

/// Trims, and refuses a text that is empty, too long or not UTF-8 ("text").
Result<Details> checked(Details details);

/// "r-012": how the twelfth recommendation of a programme is named in addresses and reports.
std::string key_of(int number);
/// Nothing for any other text.
std::optional<int> number_from_key(std::string_view key);

/// The time of a recommendation since one publication of it.
struct Clock {
  PublicationId publication;
  Date starts_on;

  friend bool operator==(const Clock&, const Clock&) = default;
};

struct Recommendation {
  RecommendationId id;
  ProgrammeId programme;
  int number;  ///< 1, 2, 3 … within its programme, never given twice.
  Details details;
  State state;
  int revision;                         ///< 1, 2, 3 …: every step makes a new one.
  std::optional<InspectionId> made_in;  ///< The inspection that made it; nothing: the whole programme.
  std::vector<OrganisationId> addressees;
  int findings;         ///< How many findings it rests on now,
  int agreed_findings;  ///< and how many of them are agreed.
  std::vector<Clock> clocks;
  std::vector<PersonId> authors;  ///< Whoever drafted or changed any of it.
};

/// The clock that holds: the first day it was published. Nothing while it is not.
std::optional<Clock> first_clock(const Recommendation& recommendation);

/// By when it is due; nothing while it is not published.
std::optional<Date> due_on(const Recommendation& recommendation);

/// Who takes a step, and with what in hand.
struct Stepper {
  std::optional<PersonId> person;
  people::Permissions permissions;
  int base_revision;        ///< The revision the person had before them.
  std::string reason = {};  ///< Needed to reopen; ignored otherwise.
};

/// Takes `action`: the recommendation at its next revision, with the action's state. Changes nothing else.
///
/// Refuses with WrongState when the workflow has no such step from here, when what would be settled has no
/// addressee or no agreed finding, and to reopen what has been published; NotPermitted when the stepper
/// lacks its permission or would settle what they wrote part of; Conflict when base_revision is not the
/// current one; Invalid when a reason is missing ("reason").
Result<Recommendation> step(Recommendation recommendation, Action action, const Stepper& stepper);

/// Refuses with WrongState to publish what is not settled, or rests on no agreed finding any more.
std::optional<Refusal> refuse_clock(const Recommendation& recommendation);

/// One line of a recommendation's history, with the words it had then.
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
journal::StateText state_text(const Recommendation& recommendation);

}  // namespace sightline::recommendation

namespace sightline {

template <>
inline constexpr auto kWords<recommendation::Term> = std::to_array<Word<recommendation::Term>>({
    {recommendation::Term::Immediately, "immediately"},
    {recommendation::Term::WithinThreeMonths, "within-three-months"},
    {recommendation::Term::WithinSixMonths, "within-six-months"},
});

}  // namespace sightline
