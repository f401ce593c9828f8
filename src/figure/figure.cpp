// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure.h"

#include <algorithm>
#include <map>
#include <set>

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

/// Puts the inputs of a value in order, each once.
Value with_inputs(Unit unit, std::variant<Number, Table> content, std::vector<Input> inputs) {
  std::ranges::sort(inputs);
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return {unit, std::move(content), std::move(inputs)};
}

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
    return with_inputs(Unit::Records, Number{whole(), std::nullopt}, all_inspections());
  }

  Result<Value> operator()(const Bodies&) const {
    std::set<std::int64_t> bodies;
    for (const InspectionFact* inspection : inspections_) bodies.insert(inspection->body);
    return with_inputs(Unit::Organisations, Number{static_cast<int>(bodies.size()), std::nullopt},
                       all_inspections());
  }

  Result<Value> operator()(const Cases& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    int count = 0;
    std::vector<Input> inputs = inspections_on(measure.scale);
    each_graded(measure.scale, areas.back().key, [&](const GradedCase& graded, programme::Grade) {
      ++count;
      inputs.push_back(input_of(graded));
    });
    return with_inputs(Unit::People, Number{count, std::nullopt}, std::move(inputs));
  }

  Result<Value> operator()(const ShareOfCases& measure) const {
    SIGHTLINE_TRY(const std::vector<programme::Grade> wanted, grades_of(measure));
    Number number{0, 0};
    std::vector<Input> inputs = inspections_on(measure.scale);
    each_graded(measure.scale, measure.area, [&](const GradedCase& graded, programme::Grade grade) {
      ++*number.of;
      number.count += std::ranges::find(wanted, grade) != wanted.end() ? 1 : 0;
      inputs.push_back(input_of(graded));
    });
    if (*number.of == 0) return cannot("No case was graded here, so there is no share to give.");
    return with_inputs(Unit::People, number, std::move(inputs));
  }

  Result<Value> operator()(const GradesByArea& measure) const {
    SIGHTLINE_TRY(const std::vector<AreaName> areas, areas_of(measure.scale));
    const programme::Scale& scale = facts_.names.scales.at(measure.scale);
    Table table{.columns = {"Area"}, .rows = {}};
    for (const programme::Grade grade : best_first(scale)) table.columns.push_back(scale.label(grade));
    std::vector<Input> inputs = inspections_on(measure.scale);
    for (const AreaName& area : areas) {
      Table::Row row{area.name, std::vector<int>(scale.labels.size())};
      each_graded(measure.scale, area.key, [&](const GradedCase& graded, programme::Grade grade) {
        ++row.counts[place(scale, grade)];
        inputs.push_back(input_of(graded));
      });
      table.rows.push_back(std::move(row));
    }
    return with_inputs(Unit::People, std::move(table), std::move(inputs));
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
    std::vector<Input> inputs = inspections_on(measure.scale);
    for (const InspectionFact* inspection : inspections_) {
      if (inspection->scale != measure.scale) continue;
      for (const CaseFact& of : inspection->cases) {
        if (!of.inspectors || !of.body) continue;
        const auto theirs = of.body->grades.find(measure.area),
                   ours = of.inspectors->grades.find(measure.area);
        if (theirs == of.body->grades.end() || ours == of.inspectors->grades.end()) continue;
        ++table.rows[place(scale, theirs->second)].counts[place(scale, ours->second)];
        inputs.push_back(input_of(*of.body));
        inputs.push_back(input_of(*of.inspectors));
      }
    }
    return with_inputs(Unit::People, std::move(table), std::move(inputs));
  }

  Result<Value> operator()(const ThemeInspections& measure) const {
    const ThemeName* theme = find_theme(measure.theme);
    if (theme == nullptr) return no_such_theme(measure.theme);
    const Coded coded = coded_with(*theme);
    return with_inputs(Unit::Records, Number{static_cast<int>(coded.inspections.size()), whole()},
                       coded.inputs);
  }

  Result<Value> operator()(const ThemeForces& measure) const {
    const ThemeName* theme = find_theme(measure.theme);
    if (theme == nullptr) return no_such_theme(measure.theme);
    const Coded coded = coded_with(*theme);
    return with_inputs(Unit::Organisations, Number{static_cast<int>(coded.forces.size()), std::nullopt},
                       coded.inputs);
  }

  Result<Value> operator()(const Themes&) const {
    Table table{.columns = {"Theme", "Inspections", "Forces"}, .rows = {}};
    std::vector<Input> inputs = all_inspections();
    for (const ThemeName& theme : facts_.names.themes) {
      const Coded coded = coded_with(theme);
      table.rows.push_back(
          {theme.name, {static_cast<int>(coded.inspections.size()), static_cast<int>(coded.forces.size())}});
      inputs.insert(inputs.end(), coded.inputs.begin(), coded.inputs.end());
    }
    return with_inputs(Unit::Records, std::move(table), std::move(inputs));
  }

  Result<Value> operator()(const Findings& measure) const {
    int count = 0;
    std::vector<Input> inputs;
    for (const InspectionFact* inspection : inspections_)
      for (const FindingFact& finding : inspection->findings) {
        if (measure.direction && finding.direction != *measure.direction) continue;
        ++count;
        inputs.push_back(input_of(*inspection));
        inputs.push_back({Input::Kind::Finding, finding.finding, finding.revision});
      }
    return with_inputs(Unit::Records, Number{count, std::nullopt}, std::move(inputs));
  }

  Result<Value> operator()(const Recommendations& measure) const {
    std::map<std::int64_t, const InspectionFact*> here;
    int count = 0;
    std::vector<Input> inputs;
    for (const InspectionFact* inspection : inspections_) here.emplace(inspection->inspection, inspection);
    for (const RecommendationFact& recommendation : facts_.recommendations) {
      if (measure.term && recommendation.term != *measure.term) continue;
      if (measure.addressee && !contains(recommendation.addressees, *measure.addressee)) continue;
      bool is_of_these = false;
      for (const std::int64_t id : recommendation.inspections)
        if (const auto found = here.find(id); found != here.end()) {
          is_of_these = true;
          inputs.push_back(input_of(*found->second));
        }
      if (!is_of_these) continue;
      ++count;
      inputs.push_back({Input::Kind::Recommendation, recommendation.recommendation, recommendation.revision});
    }
    return with_inputs(Unit::Records, Number{count, std::nullopt}, std::move(inputs));
  }

  Result<Value> operator()(const InspectionsByKind&) const {
    Table table{.columns = {"Kind of inspection", "Inspections"}, .rows = {}};
    for (const auto& [kind, spelling] : kWords<inspection::Kind>) {
      int count = 0;
      for (const InspectionFact* inspection : inspections_)
        if (inspection->kind == kind) ++count;
      if (count > 0) table.rows.push_back({std::string(inspection::name_of(kind)), {count}});
    }
    return with_inputs(Unit::Records, std::move(table), all_inspections());
  }

 private:
  struct Coded {
    std::set<std::int64_t> inspections;
    std::set<std::int64_t> forces;
    std::vector<Input> inputs;
  };

  static Input input_of(const GradedCase& graded) {
    return {Input::Kind::Assessment, graded.assessment, graded.revision};
  }
  static Input input_of(const InspectionFact& inspection) {
    return {Input::Kind::Inspection, inspection.inspection, inspection.dates_revision};
  }

  std::vector<Input> all_inspections() const {
    std::vector<Input> inputs;
    for (const InspectionFact* inspection : inspections_) inputs.push_back(input_of(*inspection));
    return inputs;
  }

  /// The whole that graded cases are counted in.
  std::vector<Input> inspections_on(const std::string& scale) const {
    std::vector<Input> inputs;
    for (const InspectionFact* inspection : inspections_)
      if (inspection->scale == scale) inputs.push_back(input_of(*inspection));
    return inputs;
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

  int whole() const { return static_cast<int>(inspections_.size()); }

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

  Coded coded_with(const ThemeName& theme) const {
    Coded coded{.inspections = {}, .forces = {}, .inputs = all_inspections()};
    coded.inputs.push_back({Input::Kind::Theme, theme.theme, theme.revision});
    for (const InspectionFact* inspection : inspections_)
      for (const CodingFact& coding : inspection->codings) {
        if (coding.theme != theme.key && coding.parent != theme.key) continue;
        coded.inspections.insert(inspection->inspection);
        coded.forces.insert(inspection->forces.begin(), inspection->forces.end());
        coded.inputs.push_back({Input::Kind::Coding, coding.coding, 0});
      }
    return coded;
  }

  const Facts& facts_;
  std::vector<const InspectionFact*> inspections_;
};

}  // namespace

Result<Value> compute(const Definition& definition, const Facts& facts) {
  return std::visit(Computing(definition, facts), definition.measure);
}

}  // namespace sightline::figure
