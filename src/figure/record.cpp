// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/record.h"

#include <algorithm>

namespace sightline::figure {

namespace {

/// The value under `key`; null when there is none.
template <class Map, class Key>
const typename Map::mapped_type* at(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// Puts facts together, input by input.
class Gathering {
 public:
  Gathering(const Record& record, std::span<const Input> inputs) : record_(record) {
    facts_.names = record.names;
    facts_.names.themes.clear();
    for (const Input& input : inputs)
      if (input.kind == Input::Kind::Inspection) add_inspection(input);
    for (const Input& input : inputs) add(input);
    for (auto& [id, fact] : inspections_) {
      for (auto& [case_id, of] : cases_[id]) fact.cases.push_back(std::move(of));
      facts_.inspections.push_back(std::move(fact));
    }
    order_themes();
  }

  Facts facts() && { return std::move(facts_); }

 private:
  void add_inspection(const Input& input) {
    const InspectionFact* fact = at(record_.inspections, input.id);
    const auto* dates = at(record_.fieldwork, input.id);
    const std::optional<Period>* fieldwork = dates == nullptr ? nullptr : at(*dates, input.revision);
    if (fact == nullptr || fieldwork == nullptr) return;
    InspectionFact& added = inspections_.emplace(input.id, *fact).first->second;
    added.dates_revision = input.revision;
    added.fieldwork = *fieldwork;
  }

  void add(const Input& input) {
    switch (input.kind) {
      case Input::Kind::Inspection:
        return;  // before everything that lies in one
      case Input::Kind::Theme:
        return add_theme(input);
      case Input::Kind::Assessment:
        return add_assessment(input);
      case Input::Kind::Coding:
        return add_coding(input);
      case Input::Kind::Finding:
        return add_finding(input);
      case Input::Kind::Recommendation:
        return add_recommendation(input);
    }
  }

  void add_theme(const Input& input) {
    const std::string* key = at(record_.theme_keys, input.id);
    const auto* names = at(record_.theme_names, input.id);
    const std::string* name = names == nullptr ? nullptr : at(*names, input.revision);
    if (key != nullptr && name != nullptr)
      facts_.names.themes.push_back({input.id, input.revision, *key, *name});
  }

  void add_assessment(const Input& input) {
    const AssessmentRecord* record = at(record_.assessments, input.id);
    if (record == nullptr || !inspections_.contains(record->inspection)) return;
    const bool is_body = record->by == assessment::AssessorType::Body;
    const assessment::State* state = at(record->states, input.revision);
    if (state == nullptr || *state != (is_body ? assessment::State::Submitted : assessment::State::Agreed))
      return;
    GradedCase graded{input.id, input.revision, {}};
    for (const auto& [area, revisions] : record->grades) {
      auto last = revisions.upper_bound(input.revision);
      if (last == revisions.begin()) continue;
      if (const auto& grade = std::prev(last)->second) graded.grades.emplace(area, *grade);
    }
    CaseFact& of = cases_[record->inspection][record->case_id];
    (is_body ? of.body : of.inspectors) = std::move(graded);
  }

  void add_coding(const Input& input) {
    const CodingRecord* record = at(record_.codings, input.id);
    const auto inspection = record == nullptr ? inspections_.end() : inspections_.find(record->inspection);
    if (inspection != inspections_.end()) inspection->second.codings.push_back(record->fact);
  }

  void add_finding(const Input& input) {
    const FindingRecord* record = at(record_.findings, input.id);
    const auto inspection = record == nullptr ? inspections_.end() : inspections_.find(record->inspection);
    if (inspection == inspections_.end()) return;
    const FindingRevision* revision = at(record->revisions, input.revision);
    if (revision != nullptr && revision->is_agreed)
      inspection->second.findings.push_back({input.id, input.revision, revision->direction});
  }

  void add_recommendation(const Input& input) {
    const RecommendationRecord* record = at(record_.recommendations, input.id);
    const RecommendationRevision* revision =
        record == nullptr ? nullptr : at(record->revisions, input.revision);
    if (revision == nullptr || !revision->is_settled) return;
    RecommendationFact fact{input.id, input.revision, revision->term, {}, {}};
    std::set<people::OrganisationKind> kinds;
    for (const auto& addressee : record->addressees)
      if (addressee.holds_at(input.revision) && kinds.insert(addressee.thing).second)
        fact.addressees.push_back(addressee.thing);
    std::set<std::int64_t> seen;
    for (const auto& inspection : record->inspections)
      if (inspection.holds_at(input.revision) && seen.insert(inspection.thing).second)
        fact.inspections.push_back(inspection.thing);
    facts_.recommendations.push_back(std::move(fact));
  }

  /// As the codebook has them: the place of a theme never changes.
  void order_themes() {
    const auto place = [&](const ThemeName& theme) {
      return std::ranges::find(record_.theme_order, theme.theme) - record_.theme_order.begin();
    };
    std::ranges::sort(facts_.names.themes, {}, place);
  }

  const Record& record_;
  Facts facts_;
  std::map<std::int64_t, InspectionFact> inspections_;
  std::map<std::int64_t, std::map<std::int64_t, CaseFact>> cases_;  // by inspection, then by case
};

}  // namespace

Facts facts_of(const Record& record, std::span<const Input> inputs) {
  return Gathering(record, inputs).facts();
}

}  // namespace sightline::figure
