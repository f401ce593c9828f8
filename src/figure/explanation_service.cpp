// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a value rests on, record by record and each with its part in it, for those who
// may see them; and for everybody, inspection by inspection.

#include <algorithm>
#include <set>
#include <tuple>

#include "base/number.h"
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

/// Which part each input had, and in which cells of a table it was counted.
class Parts {
 public:
  Parts(const Value& value, const people::Actor& actor)
      : unit_(value.unit), table_(std::get_if<Table>(&value.content)) {
    const bool is_about_a_theme =
        std::ranges::find(value.inputs, Input::Kind::Theme, &Input::kind) != value.inputs.end();
    if (is_about_a_theme && !actor.may(people::Permission::SeeEvidence)) return;
    whole_.insert(value.whole.begin(), value.whole.end());
    for (const Mark& mark : value.marks) marks_[mark.record].push_back(&mark);
  }

  Part part_of(const Input& input) const {
    if (marks_.contains(input)) return Part::Counted;
    return whole_.contains(input) ? Part::InTheWhole : Part::Used;
  }
  /// Nothing of a number, which has one place only.
  std::vector<CountedIn> places_of(const Input& input) const {
    std::vector<CountedIn> places;
    const Mark* last = nullptr;
    for (const Mark* mark : marks_of(input)) {
      if (table_ == nullptr) break;
      const bool is_in_last_row = last != nullptr && last->row == mark->row;
      if (!is_in_last_row) places.push_back({table_->rows[mark->row].name, {}});
      if (!is_in_last_row || last->column != mark->column)
        places.back().columns.push_back(table_->columns[mark->column + 1]);
      last = mark;
    }
    return places;
  }
  /// What it counts as. The columns of a table of records may be of several kinds.
  std::vector<std::int64_t> things_of(const Input& input) const {
    std::vector<std::int64_t> things;
    if (table_ != nullptr && unit_ != Unit::People) return things;
    for (const Mark* mark : marks_of(input)) things.push_back(mark->thing);
    return things;
  }

 private:
  std::span<const Mark* const> marks_of(const Input& input) const {
    const auto found = marks_.find(input);
    return found == marks_.end() ? std::span<const Mark* const>() : found->second;
  }

  Unit unit_;
  const Table* table_;
  std::set<Input> whole_;
  std::map<Input, std::vector<const Mark*>> marks_;  // each in order of row, then of column
};

/// Puts inputs beside the places they lie at.
class Explaining {
 public:
  Explaining(const bases::Places& places, std::string programme_key, const Parts& parts)
      : places_(places), programme_key_(std::move(programme_key)), parts_(parts) {}

  void add(const Input& input) {
    if (input.kind == Input::Kind::Theme) return;  // a word of the codebook, no record of anything
    if (input.kind == Input::Kind::Inspection)
      add_inspection(input);
    else
      add_record(input);
  }

  std::vector<Group> groups() const {
    std::vector<Group> groups;
    for (const auto& [part, seen] : seen_) {
      const bool makes_a_number = part == Part::Counted && !things_.empty();
      groups.push_back({part, std::ssize(seen), makes_a_number ? std::ssize(things_) : std::ssize(seen)});
    }
    return groups;
  }
  std::vector<Basis> seen() && {
    std::vector<Basis> bases;
    for (auto& [part, seen] : seen_) {
      std::ranges::stable_sort(seen, {}, &Ordered::title);
      for (Ordered& each : seen) bases.push_back(std::move(each.basis));
    }
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

  /// `key` and `title` are those of its inspection.
  void show(const Input& input, const std::string& key, const std::string& title, std::string record,
            std::string address) {
    const Part part = parts_.part_of(input);
    for (const std::int64_t thing : parts_.things_of(input)) things_.insert(thing);
    seen_[part].push_back({title + '\n' + key,
                           {.inspection_key = key,
                            .inspection_title = title,
                            .record = std::move(record),
                            .address = std::move(address),
                            .revision = input.revision,
                            .part = part,
                            .counted_in = parts_.places_of(input)}});
  }

  void add_inspection(const Input& input) {
    const auto place = places_.inspections.find(input.id);
    if (place == places_.inspections.end() || !place->second.is_visible) return hide(input.id);
    const bases::InspectionPlace& at = place->second;
    show(input, at.key, at.title, "The inspection and its dates", "/inspections/" + at.key);
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
    show(input, key, title, name_of(input, place), address_of(input, place, key, programme_key_));
  }

  const bases::Places& places_;
  std::string programme_key_;
  const Parts& parts_;
  std::map<Part, std::vector<Ordered>> seen_;
  std::set<std::int64_t> things_;
  std::int64_t hidden_ = 0;
  bool hides_people_ = false;
  std::set<std::int64_t> hidden_in_;
};

}  // namespace

Explanation explain(sql::Reader& reader, const people::Actor& actor, programme::ProgrammeId programme,
                    const Value& value, std::int64_t page_number, int size) {
  const auto of = programme::find_programme(reader, programme);
  const bases::Places places = bases::read_places(reader, actor, programme);
  const Parts parts(value, actor);
  Explaining explaining(places, of ? of->details.key : "", parts);
  for (const Input& input : value.inputs) explaining.add(input);
  Explanation explanation{.groups = explaining.groups(),
                          .shown = {},
                          .hidden = explaining.hidden(actor),
                          .hidden_inspections = explaining.hidden_inspections()};
  std::vector<Basis> all = std::move(explaining).seen();
  const Cut cut = cut_of(static_cast<std::int64_t>(all.size()), page_number, size);
  const auto begin = all.begin() + cut.offset;
  const auto end = begin + std::min<std::int64_t>(cut.size, all.end() - begin);
  explanation.shown = page_of(cut, std::vector<Basis>(begin, end));
  return explanation;
}

std::string in_words(const Group& group) {
  switch (group.part) {
    case Part::Counted:
      return "Counted: " + with_commas(group.things) +
             (group.things == group.records ? "" : ", by " + counted(group.records, "record", "records"));
    case Part::InTheWhole:
      return "In the whole, not counted: " + with_commas(group.records);
    case Part::Used:
      break;
  }
  return "Used to work it out: " + with_commas(group.records);
}

std::string in_words(const CountedIn& place) {
  std::string words = place.row + ", " + place.columns.front();
  for (std::size_t column = 1; column < place.columns.size(); ++column)
    words += " and " + place.columns[column];
  return words;
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
