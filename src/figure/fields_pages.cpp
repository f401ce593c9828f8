// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The fields of a figure: from a form to a definition, and back.

#include "base/text.h"
#include "figure/form_pages.h"

namespace sightline::figure {

namespace {

std::string text(const http::Form& form, const char* field) {
  return std::string(trimmed(form.text(field)));
}

Measure measure_in(const http::Form& form, MeasureKind kind) {
  std::vector<std::string> grades;
  for (const std::string_view grade : form.all("grades")) grades.emplace_back(grade);
  switch (kind) {
    case MeasureKind::Inspections:
      return Inspections{};
    case MeasureKind::Bodies:
      return Bodies{};
    case MeasureKind::Cases:
      return Cases{text(form, "scale")};
    case MeasureKind::ShareOfCases:
      return ShareOfCases{text(form, "scale"), text(form, "area"), std::move(grades)};
    case MeasureKind::GradesByArea:
      return GradesByArea{text(form, "scale")};
    case MeasureKind::BodyAgainstInspectors:
      return BodyAgainstInspectors{text(form, "scale"), text(form, "area")};
    case MeasureKind::ThemeInspections:
      return ThemeInspections{text(form, "theme")};
    case MeasureKind::ThemeForces:
      return ThemeForces{text(form, "theme")};
    case MeasureKind::Themes:
      return Themes{};
    case MeasureKind::Findings:
      return Findings{from_word<finding::Direction>(form.text("direction"))};
    case MeasureKind::Recommendations:
      return Recommendations{from_word<recommendation::Term>(form.text("term")),
                             from_word<people::OrganisationKind>(form.text("addressee"))};
    case MeasureKind::InspectionsByKind:
      return InspectionsByKind{};
  }
  return Inspections{};
}

std::optional<PartialDate> date_in(const http::Form& form, const char* field,
                                   std::vector<FieldProblem>& problems) {
  const std::string typed = text(form, field);
  auto date = PartialDate::from_iso(typed);
  if (!date && !typed.empty())
    problems.push_back({field, "Enter a year, a month or a day, such as 2014, 2014-08 or 2014-08-01."});
  return date;
}

/// Adds the fields that a measure has.
struct Filling {
  http::Form& form;

  void operator()(const Cases& measure) const { form.add("scale", measure.scale); }
  void operator()(const GradesByArea& measure) const { form.add("scale", measure.scale); }
  void operator()(const ShareOfCases& measure) const {
    form.add("scale", measure.scale);
    form.add("area", measure.area);
    for (const std::string& grade : measure.grades) form.add("grades", grade);
  }
  void operator()(const BodyAgainstInspectors& measure) const {
    form.add("scale", measure.scale);
    form.add("area", measure.area);
  }
  void operator()(const ThemeInspections& measure) const { form.add("theme", measure.theme); }
  void operator()(const ThemeForces& measure) const { form.add("theme", measure.theme); }
  void operator()(const Findings& measure) const {
    if (measure.direction) form.add("direction", std::string(word(*measure.direction)));
  }
  void operator()(const Recommendations& measure) const {
    if (measure.term) form.add("term", std::string(word(*measure.term)));
    if (measure.addressee) form.add("addressee", std::string(word(*measure.addressee)));
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

Result<FigureDetails> details_in(const http::Form& form) {
  std::vector<FieldProblem> problems;
  const auto kind = from_word<MeasureKind>(form.text("measure"));
  if (!kind) problems.push_back({"measure", "Choose what the figure counts."});
  Population population{.kinds = {},
                        .fieldwork_from = date_in(form, "fieldwork-from", problems),
                        .fieldwork_until = date_in(form, "fieldwork-until", problems)};
  for (const std::string_view each : form.all("kinds"))
    if (const auto chosen = from_word<inspection::Kind>(each)) population.kinds.push_back(*chosen);
  FigureDetails details{
      .title = std::string(form.text("title")),
      .alternative_text = std::string(form.text("alternative-text")),
      .definition = {kind ? measure_in(form, *kind) : Inspections{}, std::move(population)}};
  if (problems.empty()) return details;
  // What is wrong with the words is said at the same time, and first: they stand first in the form.
  std::vector<FieldProblem> all;
  if (const Result<FigureDetails> worded = checked(std::move(details)); !worded)
    for (const FieldProblem& problem : worded.refusal().fields)
      if (problem.field != "grades") all.push_back(problem);
  all.insert(all.end(), problems.begin(), problems.end());
  return Refusal{Refusal::Kind::Invalid, "The figure was not recorded.", std::move(all)};
}

http::Form fields_of(const FigureDetails& details) {
  const Definition& definition = details.definition;
  http::Form form{{"title", details.title},
                  {"alternative-text", details.alternative_text},
                  {"measure", std::string(word(kind_of(definition.measure)))}};
  std::visit(Filling{form}, definition.measure);
  for (const inspection::Kind kind : definition.population.kinds) form.add("kinds", std::string(word(kind)));
  if (const auto& from = definition.population.fieldwork_from) form.add("fieldwork-from", from->iso());
  if (const auto& until = definition.population.fieldwork_until) form.add("fieldwork-until", until->iso());
  return form;
}

}  // namespace sightline::figure
