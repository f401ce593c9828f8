// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a value rests on, record by record, for those who may see them; and for
// everybody, inspection by inspection.

#include <algorithm>
#include <set>
#include <tuple>

#include "figure/basis_store.h"
#include "figure/figure_service.h"
#include "programme/programme_service.h"

namespace sightline::figure {

namespace {

std::string name_of(const Input& input, const bases::RecordPlace& place) {
  switch (input.kind) {
    case Input::Kind::Assessment:
      return "Case " + place.number +
             (place.by == assessment::AssessorType::Body ? ", as the body assessed it"
                                                         : ", as inspectors assessed it");
    case Input::Kind::Coding:
      return "A passage of document " + place.number;
    case Input::Kind::Finding:
      return "Finding " + place.number;
    case Input::Kind::Recommendation:
      return "Recommendation " + place.number;
    case Input::Kind::Inspection:
    case Input::Kind::Theme:
      break;
  }
  return "The inspection";
}

std::string address_of(const Input& input, const bases::RecordPlace& place, const std::string& inspection,
                       const std::string& programme) {
  switch (input.kind) {
    case Input::Kind::Assessment:
      return "/inspections/" + inspection + "/cases/" + place.number;
    case Input::Kind::Coding:
      return "/inspections/" + inspection + "/evidence/" + place.number + "/coding";
    case Input::Kind::Finding:
      return "/inspections/" + inspection + "/findings/" + place.number;
    case Input::Kind::Recommendation:
      return "/programmes/" + programme + "/recommendations/" + place.number;
    case Input::Kind::Inspection:
    case Input::Kind::Theme:
      break;
  }
  return "/inspections/" + inspection;
}

/// Puts inputs beside the places they lie at.
class Explaining {
 public:
  Explaining(const bases::Places& places, std::string programme_key)
      : places_(places), programme_key_(std::move(programme_key)) {}

  void add(const Input& input) {
    if (input.kind == Input::Kind::Theme) return;  // a word of the codebook, no record of anything
    if (input.kind == Input::Kind::Inspection)
      add_inspection(input);
    else
      add_record(input);
  }

  std::vector<Basis> seen() && {
    std::ranges::stable_sort(seen_, {}, &Ordered::title);
    std::vector<Basis> bases;
    for (Ordered& each : seen_) bases.push_back(std::move(each.basis));
    return bases;
  }
  /// Nothing where it would count people for somebody who may read none of their cases.
  std::optional<std::int64_t> hidden(const people::Actor& actor) const {
    if (hides_people_ && !actor.may(people::Permission::SeeCases)) return std::nullopt;
    return hidden_;
  }
  std::int64_t hidden_inspections() const { return static_cast<std::int64_t>(hidden_in_.size()); }

 private:
  struct Ordered {
    std::string title;  // of the inspection, then its key
    Basis basis;
  };

  void hide(std::optional<std::int64_t> inspection) {
    ++hidden_;
    if (inspection) hidden_in_.insert(*inspection);
  }

  void add_inspection(const Input& input) {
    const auto place = places_.inspections.find(input.id);
    if (place == places_.inspections.end() || !place->second.is_visible) return hide(input.id);
    const bases::InspectionPlace& at = place->second;
    seen_.push_back(
        {at.title + '\n' + at.key,
         {at.key, at.title, "The inspection and its dates", "/inspections/" + at.key, input.revision}});
  }

  void add_record(const Input& input) {
    const auto found = places_.records.find({input.kind, input.id});
    if (found == places_.records.end()) return hide(std::nullopt);
    const bases::RecordPlace& place = found->second;
    if (!place.is_visible) {
      hides_people_ = hides_people_ || input.kind == Input::Kind::Assessment;
      return hide(place.inspection);
    }
    const auto inspection =
        place.inspection ? places_.inspections.find(*place.inspection) : places_.inspections.end();
    const bool is_in_one = inspection != places_.inspections.end();
    const std::string key = is_in_one ? inspection->second.key : "",
                      title = is_in_one ? inspection->second.title : "";
    seen_.push_back(
        {title + '\n' + key,
         {key, title, name_of(input, place), address_of(input, place, key, programme_key_), input.revision}});
  }

  const bases::Places& places_;
  std::string programme_key_;
  std::vector<Ordered> seen_;
  std::int64_t hidden_ = 0;
  bool hides_people_ = false;
  std::set<std::int64_t> hidden_in_;
};

}  // namespace

Explanation explain(sql::Reader& reader, const people::Actor& actor, programme::ProgrammeId programme,
                    std::span<const Input> inputs, std::int64_t page_number, int size) {
  const auto of = programme::find_programme(reader, programme);
  const bases::Places places = bases::read_places(reader, actor, programme);
  Explaining explaining(places, of ? of->details.key : "");
  for (const Input& input : inputs) explaining.add(input);
  Explanation explanation{
      .shown = {}, .hidden = explaining.hidden(actor), .hidden_inspections = explaining.hidden_inspections()};
  std::vector<Basis> all = std::move(explaining).seen();
  const Cut cut = cut_of(static_cast<std::int64_t>(all.size()), page_number, size);
  const auto begin = all.begin() + cut.offset;
  const auto end = begin + std::min<std::int64_t>(cut.size, all.end() - begin);
  explanation.shown = page_of(cut, std::vector<Basis>(begin, end));
  return explanation;
}

InspectionsBehind::InspectionsBehind(sql::Reader& reader, programme::ProgrammeId programme) {
  bases::Places places = bases::read_places(reader, people::the_operator(), programme);
  for (auto& [id, at] : places.inspections)
    inspections_.emplace(
        id, InspectionBehind{std::move(at.key), std::move(at.title), std::move(at.body), at.kind, 0});
  for (const auto& [record, place] : places.records)
    if (place.inspection) inspection_of_.emplace_hint(inspection_of_.end(), record, *place.inspection);
}

std::vector<InspectionBehind> InspectionsBehind::of(std::span<const Input> inputs) const {
  std::map<std::int64_t, int> records;
  for (const Input& input : inputs) {
    if (input.kind == Input::Kind::Inspection) records.try_emplace(input.id, 0);
    const auto inspection = inspection_of_.find({input.kind, input.id});
    if (inspection != inspection_of_.end()) ++records[inspection->second];
  }
  std::vector<InspectionBehind> behind;
  for (const auto& [id, count] : records) {
    const auto at = inspections_.find(id);
    if (at == inspections_.end()) continue;
    behind.push_back(at->second);
    behind.back().records = count;
  }
  std::ranges::sort(behind, {}, [](const InspectionBehind& each) { return std::tie(each.title, each.key); });
  return behind;
}

}  // namespace sightline::figure
