// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_recommendations.h"

#include <algorithm>

namespace sightline::demo {

namespace {

constexpr int kFindingsAtMost = 5;

/// "each police force": the bodies of this kind as one recommendation speaks of them.
std::string in_words(const ProgrammeFiles& files, AddresseeKind kind) {
  switch (kind) {
    case AddresseeKind::Force:
      return "each police force";
    case AddresseeKind::Council:
      return "each council";
    case AddresseeKind::Health:
      return "each health body";
    case AddresseeKind::Government:
      break;
  }
  const auto government = std::ranges::find(files.organisations, people::OrganisationKind::Government,
                                            &InventedOrganisation::kind);
  return "the " + (government == files.organisations.end() ? std::string("government") : government->name);
}

people::OrganisationKind organisations_of(AddresseeKind kind) {
  switch (kind) {
    case AddresseeKind::Force:
      return people::OrganisationKind::PoliceForce;
    case AddresseeKind::Council:
      return people::OrganisationKind::LocalAuthorityArea;
    case AddresseeKind::Health:
      return people::OrganisationKind::Other;
    case AddresseeKind::Government:
      break;
  }
  return people::OrganisationKind::Government;
}

}  // namespace

Problem RecommendationWork::draft() {
  for (const RecommendationWords& words : setting_.files.recommendations)
    if (Problem problem = draft(words)) return problem;
  return std::nullopt;
}

Problem RecommendationWork::draft(const RecommendationWords& words) {
  std::string text =
      filled(words.text, [&](std::string_view) { return in_words(setting_.files, words.addressee); });
  const auto drafted = setting_.office.perform(
      setting_.actor(analyst_),
      recommendation::DraftRecommendation{.programme_key = setting_.programme_key,
                                          .details = {.text = std::move(text), .term = words.term}});
  if (!drafted) return drafted.refusal();
  ++setting_.tally.recommendations;
  recommendation::OnScreen at{setting_.programme_key, recommendation::key_of(drafted->number),
                              drafted->revision};
  if (Problem problem = address(at, words.addressee)) return problem;
  if (Problem problem = rest(at, words)) return problem;
  drafted_.push_back(std::move(at));
  return std::nullopt;
}

Problem RecommendationWork::address(recommendation::OnScreen& at, AddresseeKind kind) {
  for (const InventedOrganisation& organisation : setting_.files.organisations) {
    if (organisation.kind != organisations_of(kind)) continue;
    const auto addressed = setting_.office.perform(
        setting_.actor(analyst_),
        recommendation::AddressTo{at, setting_.cast.organisations.at(organisation.key)});
    if (!addressed) return addressed.refusal();
    at.revision = addressed->revision;
  }
  return std::nullopt;
}

/// On the latest findings of its theme: weaknesses first, since those are what it asks to mend.
Problem RecommendationWork::rest(recommendation::OnScreen& at, const RecommendationWords& words) {
  int rests_on = 0;
  for (const finding::Direction direction : {finding::Direction::Weakness, finding::Direction::Strength}) {
    if (direction == finding::Direction::Strength && rests_on > 0) break;
    for (auto one = setting_.findings.rbegin(); one != setting_.findings.rend(); ++one) {
      if (one->theme != words.theme || one->direction != direction || rests_on == kFindingsAtMost) continue;
      const auto rested = setting_.office.perform(
          setting_.actor(analyst_), recommendation::RestOn{at, one->inspection_key, one->number});
      if (!rested) return rested.refusal();
      at.revision = rested->revision;
      ++rests_on;
    }
  }
  if (rests_on == 0)
    return words.row.refuse("theme", "no inspection has a finding of this theme to rest it on");
  return std::nullopt;
}

Problem RecommendationWork::settle() {
  for (const recommendation::OnScreen& at : drafted_)
    if (Problem problem = problem_in(
            setting_.office.perform(setting_.actor(moderator_), recommendation::SettleRecommendation{at})))
      return problem;
  return std::nullopt;
}

}  // namespace sightline::demo
