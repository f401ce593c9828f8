// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a recommendation asks and by when, and how it moves from draft to settled.
// Handbook §6.15, §8.24 to §8.29.

#include "recommendation/recommendation.h"

#include <doctest/doctest.h>

using namespace sightline;
using namespace sightline::recommendation;
using people::Permission;
using people::Permissions;

namespace {

const PersonId kAna{1}, kBen{2}, kCarys{3};

Recommendation at(State state, int revision = 4) {
  return {.id = RecommendationId{1},
          .programme = ProgrammeId{7},
          .number = 12,
          .details = {.text = "Grade every call about a missing child.", .term = Term::WithinThreeMonths},
          .state = state,
          .revision = revision,
          .made_in = std::nullopt,
          .addressees = {OrganisationId{5}},
          .findings = 2,
          .agreed_findings = 1,
          .clocks = {},
          .authors = {kAna}};
}

Stepper moderator(std::string reason = "", PersonId person = kBen, int base = 4) {
  return {person, Permissions{Permission::AgreeFindings}, base, std::move(reason)};
}

bool is_refused(const Result<Recommendation>& result, Refusal::Kind kind) {
  return !result && result.refusal().kind == kind;
}

}  // namespace

TEST_CASE("what is to be done immediately is due on the day of publication") {
  CHECK(due(Term::Immediately, Date(2020, 2, 27)) == Date(2020, 2, 27));
}

TEST_CASE("what is to be done within months is due on the same day of a later month") {
  CHECK(due(Term::WithinThreeMonths, Date(2020, 2, 27)) == Date(2020, 5, 27));
  CHECK(due(Term::WithinSixMonths, Date(2020, 2, 27)) == Date(2020, 8, 27));
}

TEST_CASE("a term that runs over the end of the year is due in the next year") {
  CHECK(due(Term::WithinThreeMonths, Date(2021, 11, 15)) == Date(2022, 2, 15));
  CHECK(due(Term::WithinSixMonths, Date(2021, 12, 31)) == Date(2022, 6, 30));
}

TEST_CASE("a later month that has no such day is due on its last day") {  // Handbook §6.15
  CHECK(due(Term::WithinSixMonths, Date(2021, 8, 31)) == Date(2022, 2, 28));
  CHECK(due(Term::WithinThreeMonths, Date(2021, 1, 31)) == Date(2021, 4, 30));
}

TEST_CASE("six months from 31 August end on 29 February in a leap year") {
  CHECK(due(Term::WithinSixMonths, Date(2023, 8, 31)) == Date(2024, 2, 29));
  CHECK(due(Term::WithinThreeMonths, Date(2023, 11, 29)) == Date(2024, 2, 29));
}

TEST_CASE("a term is said with its last day, once it is published and unless it is over at once") {
  CHECK(due_in_words(Term::WithinThreeMonths, Date(2020, 2, 27)) == "Within three months: by 27 May 2020");
  CHECK(due_in_words(Term::WithinThreeMonths, std::nullopt) == "Within three months");
  CHECK(due_in_words(Term::Immediately, Date(2020, 2, 27)) == "Immediately");
}

TEST_CASE("a term from the last day of February ends on the same day of the month, not on its last") {
  CHECK(due(Term::WithinThreeMonths, Date(2021, 2, 28)) == Date(2021, 5, 28));
}

TEST_CASE("a recommendation that is not published is due on no day") {
  CHECK_FALSE(due_on(at(State::Settled)));
}

TEST_CASE("a recommendation that is published twice is due by its first publication") {  // Handbook §8.28
  Recommendation published = at(State::Settled);
  published.clocks = {{PublicationId{2}, Date(2020, 2, 27)}, {PublicationId{1}, Date(2019, 6, 3)}};
  CHECK(due_on(published) == Date(2019, 9, 3));
  CHECK(first_clock(published)->publication == PublicationId{1});
}

TEST_CASE("a recommendation that asks nothing, or too much, is refused beside its field") {
  CHECK_FALSE(checked({.text = " ", .term = Term::Immediately}));
  const std::string longest(kLongestText, 'a');
  CHECK(checked({.text = longest, .term = Term::Immediately}));
  const Result<Details> too_long = checked({.text = longest + "a", .term = Term::Immediately});
  REQUIRE_FALSE(too_long);
  CHECK(too_long.refusal().fields.front().field == "text");
  CHECK(checked({.text = " Do it. ", .term = Term::Immediately})->text == "Do it.");
}

TEST_CASE("the key of a recommendation is spelt in one way only") {
  CHECK(key_of(12) == "r-012");
  CHECK(key_of(1234) == "r-1234");
  CHECK(number_from_key("r-012") == 12);
  CHECK(number_from_key("r-1234") == 1234);
  for (const char* other : {"r-12", "r-0012", "r-000", "r--12", "r-12a", "R-012", "012", ""}) {
    CAPTURE(other);
    CHECK_FALSE(number_from_key(other));
  }
}

TEST_CASE("somebody who wrote none of a recommendation settles it") {
  const Result<Recommendation> settled = step(at(State::Draft), Action::Settle, moderator());
  REQUIRE(settled);
  CHECK(settled->state == State::Settled);
  CHECK(settled->revision == 5);
  Recommendation own = at(State::Draft);
  own.authors = {kAna, kBen};
  CHECK(is_refused(step(own, Action::Settle, moderator()), Refusal::Kind::NotPermitted));
}

TEST_CASE("a recommendation to nobody cannot be settled") {  // Handbook §8.25
  Recommendation draft = at(State::Draft);
  draft.addressees.clear();
  CHECK(is_refused(step(draft, Action::Settle, moderator()), Refusal::Kind::WrongState));
}

TEST_CASE("a recommendation that rests on no agreed finding cannot be settled") {  // Handbook §8.25
  Recommendation draft = at(State::Draft);
  draft.agreed_findings = 0;
  CHECK(is_refused(step(draft, Action::Settle, moderator()), Refusal::Kind::WrongState));
}

TEST_CASE("a settled recommendation is reopened with a reason, until it has been published") {
  CHECK(is_refused(step(at(State::Settled), Action::Reopen, moderator()), Refusal::Kind::Invalid));
  const Result<Recommendation> reopened = step(at(State::Settled), Action::Reopen, moderator("Too vague."));
  REQUIRE(reopened);
  CHECK(reopened->state == State::Draft);
  Recommendation published = at(State::Settled);
  published.clocks = {{PublicationId{1}, Date(2020, 2, 27)}};
  CHECK(is_refused(step(published, Action::Reopen, moderator("Too vague.")), Refusal::Kind::WrongState));
}

TEST_CASE("only what is settled and still rests on an agreed finding is published") {  // Handbook §8.27
  CHECK(refuse_clock(at(State::Draft)));
  CHECK_FALSE(refuse_clock(at(State::Settled)));
  Recommendation undermined = at(State::Settled);
  undermined.agreed_findings = 0;
  CHECK(refuse_clock(undermined));
}

TEST_CASE("every step of a recommendation needs the permission that the workflow names for it") {
  for (const Step& each : kWorkflow) {
    CAPTURE(word(each.action));
    const auto with = [&](Permissions held) {
      return step(at(each.from), each.action, {kCarys, held, 4, "Why."});
    };
    CHECK(with({each.needs}));
    CHECK(is_refused(with({each.needs == Permission::WriteFindings ? Permission::AgreeFindings
                                                                   : Permission::WriteFindings}),
                     Refusal::Kind::NotPermitted));
  }
}

TEST_CASE("a step on a recommendation from a revision that is not the latest is refused as a conflict") {
  CHECK(is_refused(step(at(State::Draft), Action::Settle, moderator("", kBen, 3)), Refusal::Kind::Conflict));
}
