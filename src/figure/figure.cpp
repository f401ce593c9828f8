// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace sightline::figure {

namespace {

Refusal cannot(std::string sentence) {
  return {Refusal::Kind::Invalid, std::move(sentence), {}};
}

bool is_within(const Population& population, const InspectionFact& inspection) {
  if (!population.kinds.empty() &&
      std::ranges::find(population.kinds, inspection.kind) == population.kinds.end())
    return false;
  if (!population.fieldwork_from && !population.fieldwork_until) return true;
  if (!inspection.fieldwork) return false;
  const PartialDate begun = inspection.fieldwork->first();
  if (population.fieldwork_from && begun.earliest() < population.fieldwork_from->earliest()) return false;
  return !population.fieldwork_until || begun.latest() <= population.fieldwork_until->latest();
}

std::vector<const InspectionFact*> chosen(const Population& population, const Facts& facts) {
  std::vector<const InspectionFact*> within;
  for (const InspectionFact& inspection : facts.inspections)
    if (is_within(population, inspection)) within.push_back(&inspection);
  return within;
}

template <class T>
void put_in_order_once(std::vector<T>& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Keeps what was counted. Every number of a value is counted from its marks, so that the two cannot differ.
class Tally {
 public:
  void use(const Input& input) { inputs_.push_back(input); }
  void include(const Input& record) { whole_.push_back(record); }
  void count(const Input& record, std::int64_t thing, std::size_t row = 0, std::size_t column = 0) {
    marks_.push_back({row, column, thing, record});
  }

  Value count_of(Unit unit) && {
    Number number;
    each_thing([&](const Mark&) { ++number.count; });
    return std::move(*this).value(unit, number);
  }
  Value share_of(Unit unit) && {
    Value value = std::move(*this).count_of(unit);
    std::get<Number>(value.content).of = static_cast<int>(value.whole.size());
    return value;
  }
  /// REQUIRES: a row, with its counts at 0, for every mark.
  Value table_of(Unit unit, Table table) && {
    each_thing([&](const Mark& mark) { ++table.rows[mark.row].counts[mark.column]; });
    return std::move(*this).value(unit, std::move(table));
  }

 private:
  template <class Visit>
  void each_thing(const Visit& visit) {
    put_in_order_once(marks_);
    const auto place = [](const Mark& mark) { return std::tie(mark.row, mark.column, mark.thing); };
    for (auto mark = marks_.begin(); mark != marks_.end(); ++mark)
      if (mark == marks_.begin() || place(*std::prev(mark)) != place(*mark)) visit(*mark);
  }

  Value value(Unit unit, std::variant<Number, Table> content) && {
    inputs_.insert(inputs_.end(), whole_.begin(), whole_.end());
    for (const Mark& mark : marks_) inputs_.push_back(mark.record);
    put_in_order_once(inputs_);
    put_in_order_once(whole_);
    return {unit, std::move(content), std::move(inputs_), std::move(whole_), std::move(marks_)};
  }

  std::vector<Input> inputs_;
  std::vector<Input> whole_;
  std::vector<Mark> marks_;
};

template <class T>
bool contains(const std::vector<T>& list, const T& one) {
  return std::ranges::find(list, one) != list.end();
}

/// Works one measure out among the inspections it is about.
class Computing {
 public:
  Computing(const Definition& definition, const Facts& facts)
      : facts_(facts), inspections_(chosen(definition.population, facts)) {}

  Result<Value> operator()(const Inspections&) const {
    Tally tally;
    for (const InspectionFact* inspection : inspections_)
      tally.count(input_of(*inspection), inspection->inspection);
    return std::move(tally).count_of(Unit::Records);
  }

  Result<Value> operator()(const Bodies&) const {
    Tally tally;
    for (const InspectionFact* inspection : inspections_)
      tally.count(input_of(*inspection), inspection->body);
    return std::move(tally).count_of(Unit::Organisations);
  }

  Result<Value> operator()(const Cases& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    Tally tally = using_inspections_on(measure.scale);
    each_graded(measure.scale, areas.back().key, [&](const GradedCase& graded, programme::Grade) {
      tally.count(input_of(graded), graded.assessment);
    });
    return std::move(tally).count_of(Unit::People);
  }

  Result<Value> operator()(const ShareOfCases& measure) const {
    SIGHTLINE_TRY(const std::vector<programme::Grade> wanted, grades_of(measure));
    Tally tally = using_inspections_on(measure.scale);
    each_graded(measure.scale, measure.area, [&](const GradedCase& graded, programme::Grade grade) {
      tally.include(input_of(graded));
      if (contains(wanted, grade)) tally.count(input_of(graded), graded.assessment);
    });
    Value share = std::move(tally).share_of(Unit::People);
    if (share.whole.empty()) return cannot("No case was graded here, so there is no share to give.");
    return share;
  }

  Result<Value> operator()(const GradesByArea& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    const programme::Scale& scale = facts_.names.scales.at(measure.scale);
    Table table{.columns = {"Area"}, .rows = {}};
    for (const programme::Grade grade : best_first(scale)) table.columns.push_back(scale.label(grade));
    Tally tally = using_inspections_on(measure.scale);
    for (const AreaName& area : areas) {
      each_graded(measure.scale, area.key, [&](const GradedCase& graded, programme::Grade grade) {
        tally.count(input_of(graded), graded.assessment, table.rows.size(), place(scale, grade));
      });
      table.rows.push_back({area.name, std::vector<int>(scale.labels.size())});
    }
    return std::move(tally).table_of(Unit::People, std::move(table));
  }

  Result<Value> operator()(const BodyAgainstInspectors& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    if (std::ranges::find(areas, measure.area, &AreaName::key) == areas.end())
      return no_such_area(measure.area);
    const programme::Scale& scale = facts_.names.scales.at(measure.scale);
    Table table{.columns = {"The body's own grade"}, .rows = {}};
    for (const programme::Grade grade : best_first(scale)) {
      table.columns.push_back("Inspectors: " + scale.label(grade));
      table.rows.push_back({scale.label(grade), std::vector<int>(scale.labels.size())});
    }
    Tally tally = using_inspections_on(measure.scale);
    for (const InspectionFact* inspection : inspections_) {
      if (inspection->scale != measure.scale) continue;
      for (const CaseFact& of : inspection->cases) {
        if (!of.inspectors || !of.body) continue;
        const auto theirs = of.body->grades.find(measure.area),
                   ours = of.inspectors->grades.find(measure.area);
        if (theirs == of.body->grades.end() || ours == of.inspectors->grades.end()) continue;
        for (const GradedCase* side : {&*of.body, &*of.inspectors})
          tally.count(input_of(*side), of.inspectors->assessment, place(scale, theirs->second),
                      place(scale, ours->second));
      }
    }
    return std::move(tally).table_of(Unit::People, std::move(table));
  }

  Result<Value> operator()(const ThemeInspections& measure) const {
    const ThemeName* theme = find_theme(measure.theme);
    if (theme == nullptr) return no_such_theme(measure.theme);
    Tally tally = among_inspections();
    each_coded(*theme, tally, [&](const InspectionFact& inspection) {
      tally.count(input_of(inspection), inspection.inspection);
    });
    return std::move(tally).share_of(Unit::Records);
  }

  Result<Value> operator()(const ThemeForces& measure) const {
    const ThemeName* theme = find_theme(measure.theme);
    if (theme == nullptr) return no_such_theme(measure.theme);
    Tally tally = among_inspections();
    each_coded(*theme, tally, [&](const InspectionFact& inspection) {
      for (const std::int64_t force : inspection.forces) tally.count(input_of(inspection), force);
    });
    return std::move(tally).count_of(Unit::Organisations);
  }

  Result<Value> operator()(const Themes&) const {
    Table table{.columns = {"Theme", "Inspections", "Forces"}, .rows = {}};
    Tally tally = among_inspections();
    for (const ThemeName& theme : facts_.names.themes) {
      const std::size_t row = table.rows.size();
      each_coded(theme, tally, [&](const InspectionFact& inspection) {
        tally.count(input_of(inspection), inspection.inspection, row, 0);
        for (const std::int64_t force : inspection.forces) tally.count(input_of(inspection), force, row, 1);
      });
      table.rows.push_back({theme.name, {0, 0}});
    }
    return std::move(tally).table_of(Unit::Records, std::move(table));
  }

  Result<Value> operator()(const Findings& measure) const {
    Tally tally;
    for (const InspectionFact* inspection : inspections_)
      for (const FindingFact& finding : inspection->findings) {
        if (measure.direction && finding.direction != *measure.direction) continue;
        tally.use(input_of(*inspection));
        tally.count({Input::Kind::Finding, finding.finding, finding.revision}, finding.finding);
      }
    return std::move(tally).count_of(Unit::Records);
  }

  Result<Value> operator()(const Recommendations& measure) const {
    std::map<std::int64_t, const InspectionFact*> here;
    for (const InspectionFact* inspection : inspections_) here.emplace(inspection->inspection, inspection);
    Tally tally;
    for (const RecommendationFact& recommendation : facts_.recommendations) {
      if (measure.term && recommendation.term != *measure.term) continue;
      if (measure.addressee && !contains(recommendation.addressees, *measure.addressee)) continue;
      const Input input{Input::Kind::Recommendation, recommendation.recommendation, recommendation.revision};
      for (const std::int64_t id : recommendation.inspections)
        if (const auto found = here.find(id); found != here.end()) {
          tally.use(input_of(*found->second));
          tally.count(input, recommendation.recommendation);
        }
    }
    return std::move(tally).count_of(Unit::Records);
  }

  Result<Value> operator()(const InspectionsByKind&) const {
    Table table{.columns = {"Kind of inspection", "Inspections"}, .rows = {}};
    Tally tally;
    for (const auto& [kind, spelling] : kWords<inspection::Kind>) {
      bool is_there = false;
      for (const InspectionFact* inspection : inspections_) {
        if (inspection->kind != kind) continue;
        is_there = true;
        tally.count(input_of(*inspection), inspection->inspection, table.rows.size());
      }
      if (is_there) table.rows.push_back({std::string(inspection::name_of(kind)), {0}});
    }
    return std::move(tally).table_of(Unit::Records, std::move(table));
  }

 private:
  static Input input_of(const GradedCase& graded) {
    return {Input::Kind::Assessment, graded.assessment, graded.revision};
  }
  static Input input_of(const InspectionFact& inspection) {
    return {Input::Kind::Inspection, inspection.inspection, inspection.dates_revision};
  }

  /// Every inspection is one to count among.
  Tally among_inspections() const {
    Tally tally;
    for (const InspectionFact* inspection : inspections_) tally.include(input_of(*inspection));
    return tally;
  }

  /// Where graded cases are looked for.
  Tally using_inspections_on(const std::string& scale) const {
    Tally tally;
    for (const InspectionFact* inspection : inspections_)
      if (inspection->scale == scale) tally.use(input_of(*inspection));
    return tally;
  }

  static Refusal no_such_area(const std::string& area) {
    return cannot("The scale's framework has no area \"" + area + "\"; write the key of one of its areas.");
  }

  static Refusal no_such_theme(const std::string& theme) {
    return cannot("The codebook has no theme \"" + theme + "\"; write the key of one of its themes.");
  }

  /// Best grade first, as tables of results are read.
  static std::vector<programme::Grade> best_first(const programme::Scale& scale) {
    std::vector<programme::Grade> grades = scale.grades();
    std::ranges::reverse(grades);
    return grades;
  }

  static std::size_t place(const programme::Scale& scale, programme::Grade grade) {
    return scale.labels.size() - static_cast<std::size_t>(grade.rank);
  }

  const ThemeName* find_theme(const std::string& key) const {
    const auto found = std::ranges::find(facts_.names.themes, key, &ThemeName::key);
    return found == facts_.names.themes.end() ? nullptr : &*found;
  }

  /// The areas of the newest framework with this scale that an inspection here used.
  Result<std::vector<AreaName>> areas_of(const std::string& scale) const {
    std::int64_t newest = 0;
    for (const InspectionFact* inspection : inspections_)
      if (inspection->scale == scale) newest = std::max(newest, inspection->framework);
    const auto known = facts_.names.areas.find(newest);
    if (known == facts_.names.areas.end() || known->second.empty() || !facts_.names.scales.contains(scale))
      return cannot("No inspection here uses the scale \"" + scale + "\".");
    return known->second;
  }

  Result<std::vector<programme::Grade>> grades_of(const ShareOfCases& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    if (std::ranges::find(areas, measure.area, &AreaName::key) == areas.end())
      return no_such_area(measure.area);
    std::vector<programme::Grade> grades;
    for (const std::string& label : measure.grades) {
      const std::optional<programme::Grade> grade = facts_.names.scales.at(measure.scale).find(label);
      if (!grade) return cannot("The scale \"" + measure.scale + "\" has no grade \"" + label + "\".");
      grades.push_back(*grade);
    }
    if (grades.empty()) return cannot("Say which grades the share is of.");
    return grades;
  }

  /// Every case that inspectors graded in `area` on `scale`. Other scales never mix in (Handbook §3.7).
  template <class Visit>
  void each_graded(const std::string& scale, const std::string& area, const Visit& visit) const {
    for (const InspectionFact* inspection : inspections_) {
      if (inspection->scale != scale) continue;
      for (const CaseFact& of : inspection->cases) {
        if (!of.inspectors) continue;
        const auto grade = of.inspectors->grades.find(area);
        if (grade != of.inspectors->grades.end()) visit(*of.inspectors, grade->second);
      }
    }
  }

  /// Every inspection in which a passage is coded with `theme`, once for each of them.
  template <class Visit>
  void each_coded(const ThemeName& theme, Tally& tally, const Visit& visit) const {
    tally.use({Input::Kind::Theme, theme.theme, theme.revision});
    for (const InspectionFact* inspection : inspections_)
      for (const CodingFact& coding : inspection->codings) {
        if (coding.theme != theme.key && coding.parent != theme.key) continue;
        tally.use({Input::Kind::Coding, coding.coding, 0});
        visit(*inspection);
      }
  }

  const Facts& facts_;
  std::vector<const InspectionFact*> inspections_;
};

}  // namespace

Result<Value> compute(const Definition& definition, const Facts& facts) {
  return std::visit(Computing(definition, facts), definition.measure);
}

}  // namespace sightline::figure
