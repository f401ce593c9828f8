// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "recommendation/recommendation.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace sightline::recommendation {

namespace {

constexpr std::string_view kKeyPrefix = "r-";

bool is_author(const Recommendation& recommendation, std::optional<PersonId> person) {
  return person && std::ranges::find(recommendation.authors, *person) != recommendation.authors.end();
}

Refusal wrong_state(const char* sentence) {
  return {Refusal::Kind::WrongState, sentence, {}};
}

/// Handbook §8.25, §8.26.
std::optional<Refusal> refuse_to_settle(const Recommendation& recommendation,
                                        std::optional<PersonId> person) {
  if (is_author(recommendation, person))
    return Refusal{Refusal::Kind::NotPermitted,
                   "You wrote part of this recommendation. Somebody else must settle it.",
                   {}};
  if (recommendation.addressees.empty())
    return wrong_state("This recommendation is addressed to nobody yet. Add an addressee first.");
  if (recommendation.agreed_findings == 0)
    return wrong_state(
        "This recommendation rests on no agreed finding yet. Add one, or have one of its findings agreed "
        "first.");
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Term term) {
  switch (term) {
    case Term::Immediately:
      return "Immediately";
    case Term::WithinThreeMonths:
      return "Within three months";
    case Term::WithinSixMonths:
      break;
  }
  return "Within six months";
}

// Handbook §6.15, §8.28
Date due(Term term, Date published) {
  if (term == Term::Immediately) return published;
  using namespace std::chrono;
  const year_month_day later = published.calendar() + months{term == Term::WithinThreeMonths ? 3 : 6};
  return Date(sys_days{later.ok() ? later : later.year() / later.month() / last});
}

std::string due_in_words(Term term, const std::optional<Date>& published) {
  std::string words(name_of(term));
  if (published && term != Term::Immediately) words += ": by " + due(term, *published).in_words();
  return words;
}

Result<Details> checked(Details details) {
  details.text = std::string(trimmed(with_plain_line_ends(details.text)));
  const auto refused = [](const char* sentence) {
    return Refusal{Refusal::Kind::Invalid, "The recommendation could not be saved.", {{"text", sentence}}};
  };
  if (details.text.empty()) return refused("Say what is recommended.");
  if (!is_utf8(details.text)) return refused("The recommendation holds characters that cannot be kept.");
  if (length(details.text) > kLongestText) return refused("Shorten the recommendation to 2,000 characters.");
  return details;
}

std::string key_of(int number) {
  const std::string digits = std::to_string(number);
  return std::string(kKeyPrefix) + (digits.size() < 3 ? std::string(3 - digits.size(), '0') : "") + digits;
}

std::optional<int> number_from_key(std::string_view key) {
  if (!key.starts_with(kKeyPrefix)) return std::nullopt;
  const std::string_view digits = key.substr(kKeyPrefix.size());
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // Spelt as we spell it, so that one recommendation has one address.
  if (number < 1 || key != key_of(number)) return std::nullopt;
  return number;
}

std::optional<Clock> first_clock(const Recommendation& recommendation) {
  const auto first = std::ranges::min_element(recommendation.clocks, {}, &Clock::starts_on);
  return first == recommendation.clocks.end() ? std::nullopt : std::optional(*first);
}

std::optional<Date> due_on(const Recommendation& recommendation) {
  const std::optional<Clock> clock = first_clock(recommendation);
  if (!clock) return std::nullopt;
  return due(recommendation.details.term, clock->starts_on);
}

Result<Recommendation> step(Recommendation recommendation, Action action, const Stepper& stepper) {
  const Step* found = find_transition(std::span<const Step>(kWorkflow), recommendation.state, action);
  if (!found)
    return wrong_state(recommendation.state == State::Settled
                           ? "This recommendation is settled. A moderator can reopen it, with a reason."
                           : "This recommendation is a draft. Reload the page.");
  if (!stepper.permissions.may(found->needs))
    return Refusal{Refusal::Kind::NotPermitted, "Your role does not allow this step.", {}};
  if (stepper.base_revision != recommendation.revision)
    return Refusal{
        Refusal::Kind::Conflict, "Somebody else has changed this recommendation since you opened it.", {}};
  if (action == Action::Settle)
    if (auto refusal = refuse_to_settle(recommendation, stepper.person)) return *std::move(refusal);
  if (action == Action::Reopen) {
    if (!recommendation.clocks.empty())
      return wrong_state("This recommendation has been published. It stays as it was published.");
    const Result<std::string> reason = people::checked_reason(stepper.reason, "reason");
    if (!reason) return reason.refusal();
  }
  recommendation.state = found->to;
  recommendation.revision += 1;
  if (is_writing(action) && stepper.person && !is_author(recommendation, stepper.person))
    recommendation.authors.push_back(*stepper.person);
  return recommendation;
}

std::optional<Refusal> refuse_clock(const Recommendation& recommendation) {
  const std::string key = key_of(recommendation.number);
  if (recommendation.state != State::Settled)
    return Refusal{
        Refusal::Kind::WrongState,
        "Recommendation " + key + " is not settled. Settle it first: what is published is settled.",
        {}};
  if (recommendation.agreed_findings == 0)
    return Refusal{Refusal::Kind::WrongState,
                   "Recommendation " + key +
                       " rests on no agreed finding any more. Agree one of its findings "
                       "first.",
                   {}};
  return std::nullopt;
}

journal::StateText state_text(const Recommendation& recommendation) {
  journal::StateText text;
  text.add("programme", recommendation.programme.value())
      .add("number", recommendation.number)
      .add("text", recommendation.details.text)
      .add("term", word(recommendation.details.term))
      .add("state", word(recommendation.state))
      .add("revision", recommendation.revision)
      .add("findings", recommendation.findings);
  for (const OrganisationId addressee : recommendation.addressees) text.add("addressee", addressee.value());
  for (const Clock& clock : recommendation.clocks)
    text.add("publication", clock.publication.value()).add("starts_on", clock.starts_on.iso());
  return text;
}

}  // namespace sightline::recommendation
