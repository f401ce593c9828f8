// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/definition_file_service.h"

#include "platform/json/reader.h"

template <>
struct sightline::json::Expected<sightline::PartialDate> {
  static constexpr std::string_view kWhat = "a year, a month or a day such as 2014, 2014-08 or 2014-08-01";
  static std::optional<PartialDate> from(const Value& value) {
    const auto* text = value.get_if<std::string>();
    return text ? PartialDate::from_iso(*text) : std::nullopt;
  }
};

namespace sightline::figure {

namespace {

std::string text(json::Reader& reader, std::string_view name) {
  return reader.take<std::string>(name).value_or("");
}

Measure read_measure(MeasureKind word, json::Reader& file, json::Reader& population) {
  switch (word) {
    case MeasureKind::Inspections:
      return Inspections{};
    case MeasureKind::Bodies:
      return Bodies{};
    case MeasureKind::Cases:
      return Cases{text(population, "scale")};
    case MeasureKind::ShareOfCases:
      return ShareOfCases{text(population, "scale"), text(file, "area"),
                          file.take_list<std::string>("grades")};
    case MeasureKind::GradesByArea:
      return GradesByArea{text(population, "scale")};
    case MeasureKind::BodyAgainstInspectors:
      return BodyAgainstInspectors{text(population, "scale"), text(file, "area")};
    case MeasureKind::ThemeInspections:
      return ThemeInspections{text(file, "theme")};
    case MeasureKind::ThemeForces:
      return ThemeForces{text(file, "theme")};
    case MeasureKind::Themes:
      return Themes{};
    case MeasureKind::Findings:
      return Findings{file.take_optional<finding::Direction>("direction")};
    case MeasureKind::Recommendations:
      return Recommendations{file.take_optional<recommendation::Term>("term"),
                             file.take_optional<people::OrganisationKind>("addressee")};
    case MeasureKind::InspectionsByKind:
      return InspectionsByKind{};
  }
  return Inspections{};
}

std::vector<inspection::Kind> read_kinds(json::Reader& population) {
  std::vector<inspection::Kind> kinds;
  for (const std::string& spelling : population.take_list<std::string>("kinds")) {
    const auto kind = from_word<inspection::Kind>(spelling);
    if (kind)
      kinds.push_back(*kind);
    else
      population.refuse("kinds", "There is no kind of inspection \"" + spelling + "\".");
  }
  return kinds;
}

/// Writes the members that a measure has besides its word, and its scale into the population.
struct Writing {
  json::Object& file;
  json::Object& population;

  void operator()(const Inspections&) const {}
  void operator()(const Bodies&) const {}
  void operator()(const Themes&) const {}
  void operator()(const InspectionsByKind&) const {}
  void operator()(const Cases& measure) const { population.add("scale", measure.scale); }
  void operator()(const ShareOfCases& measure) const {
    file.add("area", measure.area);
    file.add("grades", json::Array(measure.grades.begin(), measure.grades.end()));
    population.add("scale", measure.scale);
  }
  void operator()(const GradesByArea& measure) const { population.add("scale", measure.scale); }
  void operator()(const BodyAgainstInspectors& measure) const {
    file.add("area", measure.area);
    population.add("scale", measure.scale);
  }
  void operator()(const ThemeInspections& measure) const { file.add("theme", measure.theme); }
  void operator()(const ThemeForces& measure) const { file.add("theme", measure.theme); }
  void operator()(const Findings& measure) const {
    if (measure.direction) file.add("direction", *measure.direction);
  }
  void operator()(const Recommendations& measure) const {
    if (measure.term) file.add("term", *measure.term);
    if (measure.addressee) file.add("addressee", *measure.addressee);
  }
};

}  // namespace

Result<Definition> read_definition(std::string_view json_text) {
  SIGHTLINE_TRY(const json::Value root, json::parse(json_text));
  json::Reader file(root);
  const auto word = file.take<MeasureKind>("measure");
  json::Reader population = file.take_object("population");
  Definition read{
      .measure = Inspections{},
      .population = {.kinds = read_kinds(population),
                     .fieldwork_from = population.take_optional<PartialDate>("fieldwork_from"),
                     .fieldwork_until = population.take_optional<PartialDate>("fieldwork_until")}};
  if (word) read.measure = read_measure(*word, file, population);
  if (auto refusal = file.finish()) return *std::move(refusal);
  return read;
}

std::string written(const Definition& definition) {
  json::Object file{{"measure", kind_of(definition.measure)}};
  json::Object population;
  json::Array kinds;
  for (const inspection::Kind kind : definition.population.kinds) kinds.emplace_back(kind);
  population.add("kinds", std::move(kinds));
  if (definition.population.fieldwork_from)
    population.add("fieldwork_from", definition.population.fieldwork_from->iso());
  if (definition.population.fieldwork_until)
    population.add("fieldwork_until", definition.population.fieldwork_until->iso());
  std::visit(Writing{file, population}, definition.measure);
  file.add("population", std::move(population));
  return json::write(file);
}

}  // namespace sightline::figure
