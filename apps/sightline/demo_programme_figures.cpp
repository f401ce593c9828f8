// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_figures.h"

#include "figure/definition_file_service.h"
#include "figure/figure_service.h"

namespace sightline::demo {

namespace {

/// A refusal, with what it says of each field, said of the line that asked for it.
Refusal at_line(const ReportFigure& of, const Refusal& refusal) {
  std::string sentence = refusal.message;
  for (const FieldProblem& problem : refusal.fields) sentence += " " + problem.message;
  if (sentence.ends_with('.')) sentence.pop_back();
  return of.row.refuse("definition", sentence);
}

json::Object in_json(const figure::Worked& worked) {
  json::Value numerator, denominator;
  if (const auto* number = std::get_if<figure::Number>(&worked.value.content)) {
    numerator = number->count;
    if (number->of) denominator = *number->of;
  }
  const figure::Shown shown =
      figure::shown(worked.value, worked.figure.details, figure::Policy::RoundedToFive);
  return json::Object{
      {"numerator", std::move(numerator)}, {"denominator", std::move(denominator)}, {"shown", shown.text}};
}

}  // namespace

Problem FigureWork::define(const std::string& report_key) {
  for (const ReportFigure& of : reports_.figures) {
    if (of.report != report_key) continue;
    Result<figure::Definition> definition = figure::read_definition(of.row["definition"]);
    if (!definition) return at_line(of, definition.refusal());
    const auto defined = setting_.office.perform(
        setting_.actor(analyst_), figure::DefineFigure{.programme_key = setting_.programme_key,
                                                       .key = of.key,
                                                       .details = {.title = of.title,
                                                                   .alternative_text = of.alternative_text,
                                                                   .definition = *std::move(definition)}});
    if (!defined) return at_line(of, defined.refusal());
  }
  return std::nullopt;
}

Result<json::Object> FigureWork::work_out() const {
  std::set<std::string> keys;
  for (const ReportFigure& of : reports_.figures) keys.insert(of.key);
  sql::Snapshot snapshot = setting_.office.journal().snapshot();
  const figure::WorkedFigures all = figure::work_out_all(snapshot, setting_.programme, keys);
  json::Object figures;
  for (const ReportFigure& of : reports_.figures) {
    for (const auto& [key, refusal] : all.refused)
      if (key == of.key) return at_line(of, refusal);
    figures.add(of.key, in_json(all.worked.at(of.key)));
  }
  return figures;
}

}  // namespace sightline::demo
