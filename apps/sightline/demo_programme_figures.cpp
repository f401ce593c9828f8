// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo_programme_figures.h"

#include <numeric>

#include "figure/definition_file_service.h"
#include "figure/figure_service.h"
#include "figure/shown_file_service.h"

namespace sightline::demo {

namespace {

/// A refusal, with what it says of each field, said of the line that asked for it.
Refusal at_line(const ReportFigure& of, const Refusal& refusal) {
  std::string sentence = refusal.message;
  for (const FieldProblem& problem : refusal.fields) sentence += " " + problem.message;
  if (sentence.ends_with('.')) sentence.pop_back();
  return of.row.refuse("definition", sentence);
}

/// "Custody: Good 40, Inadequate fewer than 5; …", row by row as readers are shown them.
std::string in_words(const figure::ShownTable& table) {
  std::string words;
  for (const figure::ShownTable::Row& row : table.rows) {
    words += (words.empty() ? "" : "; ") + row.name + ":";
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      words += (at == 0 ? " " : ", ") + table.columns[at + 1] + " " + row.cells[at];
  }
  return words;
}

std::int64_t sum_of(const figure::Table& table) {
  std::int64_t sum = 0;
  for (const figure::Table::Row& row : table.rows)
    sum = std::accumulate(row.counts.begin(), row.counts.end(), sum);
  return sum;
}

json::Object in_json(const figure::Worked& worked) {
  const figure::Shown shown =
      figure::shown(worked.value, worked.figure.details, figure::Policy::RoundedToFive);
  if (const auto* table = std::get_if<figure::Table>(&worked.value.content))
    return json::Object{{"numerator", sum_of(*table)},
                        {"denominator", nullptr},
                        {"shown", in_words(*shown.table)},
                        {"table", figure::to_json(worked.value)}};
  const auto& number = std::get<figure::Number>(worked.value.content);
  return json::Object{{"numerator", number.count},
                      {"denominator", number.of ? json::Value(*number.of) : json::Value()},
                      {"shown", shown.text}};
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
