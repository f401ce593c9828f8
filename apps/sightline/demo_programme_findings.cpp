// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_findings.h"

#include <algorithm>

namespace sightline::demo {

namespace {

constexpr std::size_t kExtractsAtFirst = 3;
constexpr std::size_t kCasesAtMost = 2;

/// The area of the child's journey that themes below one theme belong to.
struct AreaOfTheme {
  std::string_view theme;
  std::string_view area;
};

constexpr AreaOfTheme kAreasOfThemes[] = {{"first-contact", "initial-contact"},
                                          {"assessing-risk", "assessment-and-help"},
                                          {"investigation", "investigation"},
                                          {"missing-and-exploited", "investigation"},
                                          {"managing-offenders", "managing-risk"},
                                          {"custody", "police-detention"},
                                          {"leadership", "leadership"}};

std::string area_of(const ProgrammeTheme& theme) {
  const auto* found = std::ranges::find(kAreasOfThemes, *theme.parent, &AreaOfTheme::theme);
  return found == std::end(kAreasOfThemes) ? std::string() : std::string(found->area);
}

std::size_t findings_of(inspection::Kind kind) {
  switch (kind) {
    case inspection::Kind::ChildProtectionInspection:
      return 9;
    case inspection::Kind::PostInspectionReview:
      return 6;
    default:
      return 7;
  }
}

std::string beginning_large(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence;
}

/// Whom a finding speaks of: the force, or everybody who works together in an area.
std::string subject_of(const ProgrammeFiles& files, const ProgrammeInspection& of) {
  const std::string& name = find_organisation(files, of.body)->name;
  return of.is_joint() ? "the partnership in " + name : name;
}

}  // namespace

std::vector<FindingWork::Candidate> FindingWork::candidates() {
  std::vector<Candidate> found;
  for (const ProgrammeTheme& theme : setting_.files.codebook) {
    std::vector<evidence::ExtractId> weak, strong, mixed;
    for (const CodedExtract& extract : inspection_.extracts) {
      if (extract.theme != theme.key) continue;
      (extract.tendency == Tendency::Weak     ? weak
       : extract.tendency == Tendency::Strong ? strong
                                              : mixed)
          .push_back(extract.id);
    }
    if (weak.empty() && strong.empty()) continue;  // nothing that says one thing
    const bool is_strength = strong.size() > weak.size();
    std::vector<evidence::ExtractId> extracts = is_strength ? strong : weak;
    extracts.insert(extracts.end(), mixed.begin(), mixed.end());
    found.push_back({&theme, is_strength ? finding::Direction::Strength : finding::Direction::Weakness,
                     std::move(extracts)});
  }
  inspection_.chance.shuffle(found);
  std::ranges::stable_sort(found, std::greater<>(), [](const Candidate& one) { return one.extracts.size(); });
  found.resize(std::min(found.size(), findings_of(inspection_.of.kind)));
  return found;
}

std::vector<finding::Support> FindingWork::cases_for(const Candidate& candidate) {
  const std::string area = area_of(*candidate.theme);
  const std::string outcome = candidate.direction == finding::Direction::Strength ? "good" : "inadequate";
  std::vector<finding::Support> fitting;
  for (const GradedCase& of : inspection_.cases)
    if (const auto found = of.outcomes.find(area); found != of.outcomes.end() && found->second == outcome)
      fitting.push_back(finding::CaseNumber{of.number});
  inspection_.chance.shuffle(fitting);
  if (fitting.size() > kCasesAtMost) fitting.erase(fitting.begin() + kCasesAtMost, fitting.end());
  return fitting;
}

Problem FindingWork::draft() {
  for (const Candidate& candidate : candidates())
    if (Problem problem = draft(candidate)) return problem;
  return std::nullopt;
}

Problem FindingWork::draft(const Candidate& candidate) {
  std::vector<const FindingWords*> fitting;
  for (const FindingWords& one : setting_.files.findings)
    if (one.theme == candidate.theme->key && one.direction == candidate.direction) fitting.push_back(&one);
  if (fitting.empty()) return std::nullopt;
  const std::string turn = "finding " + candidate.theme->key + " " + std::string(word(candidate.direction));
  const std::string& words = fitting[setting_.turns.next(turn, fitting.size())]->text;
  finding::Details details{
      .statement = beginning_large(
          filled(words, [&](std::string_view) { return subject_of(setting_.files, inspection_.of); })),
      .direction = candidate.direction,
      .area = {},
      .theme = candidate.theme->key};
  if (inspection_.is_graded()) details.area = area_of(*candidate.theme);
  const std::string& author = inspection_.chance.happens(30)
                                  ? inspection_.team.lead
                                  : inspection_.chance.one_of(inspection_.team.inspectors);
  const auto written = setting_.office.perform(setting_.actor(author),
                                               finding::DraftFinding{inspection_.key(), std::move(details)});
  if (!written) return written.refusal();
  ++setting_.tally.findings;
  Drafted drafted{{inspection_.key(), written->number, written->revision}, author, cases_for(candidate)};
  for (std::size_t i = 0; i < candidate.extracts.size(); ++i) {
    if (i >= kExtractsAtFirst)
      drafted.more.emplace_back(candidate.extracts[i]);
    else if (Problem problem = support(drafted, candidate.extracts[i]))
      return problem;
  }
  if (!drafted.more.empty()) {
    const finding::Support first = drafted.more.front();
    drafted.more.erase(drafted.more.begin());
    if (Problem problem = support(drafted, first)) return problem;
  }
  setting_.findings.push_back(
      {inspection_.key(), written->number, candidate.theme->key, candidate.direction});
  drafted_.push_back(std::move(drafted));
  return std::nullopt;
}

Problem FindingWork::support(Drafted& drafted, const finding::Support& with) {
  const auto supported =
      setting_.office.perform(setting_.actor(drafted.author), finding::SupportFinding{drafted.at, with});
  if (!supported) return supported.refusal();
  drafted.at.revision = supported->revision;
  return std::nullopt;
}

Problem FindingWork::agree(Drafted& drafted) {
  return problem_in(
      setting_.office.perform(setting_.actor(inspection_.team.moderator), finding::AgreeFinding{drafted.at}));
}

Problem FindingWork::moderate() {
  std::vector<const ReturnReason*> reasons;
  for (const ReturnReason& reason : setting_.files.returns)
    if (reason.what == Returned::Finding) reasons.push_back(&reason);
  for (Drafted& drafted : drafted_) {
    if (reasons.empty() || drafted.more.empty() || !inspection_.chance.happens(12)) {
      if (Problem problem = agree(drafted)) return problem;
      continue;
    }
    const std::string& reason = reasons[setting_.turns.next("returned finding", reasons.size())]->text;
    const auto back = setting_.office.perform(setting_.actor(inspection_.team.moderator),
                                              finding::ReturnFinding{drafted.at, reason});
    if (!back) return back.refusal();
    drafted.at.revision = back->revision;
    returned_.push_back(drafted);
  }
  return std::nullopt;
}

Problem FindingWork::support_returned() {
  for (Drafted& drafted : returned_)
    if (Problem problem = support(drafted, drafted.more.front())) return problem;
  return std::nullopt;
}

Problem FindingWork::agree_returned() {
  for (Drafted& drafted : returned_)
    if (Problem problem = agree(drafted)) return problem;
  return std::nullopt;
}

}  // namespace sightline::demo
