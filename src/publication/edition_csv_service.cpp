// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_csv_service.h"

#include "platform/csv/csv.h"
#include "publication/edition_links.h"

namespace sightline::publication {

namespace {

std::string csv_of(const FrozenFigure& figure) {
  if (figure.shown.table) {
    csv::Writer writer(figure.shown.table->columns, csv::Formulas::Disarm);
    for (const figure::ShownTable::Row& row : figure.shown.table->rows) {
      std::vector<std::string> cells{row.name};
      cells.insert(cells.end(), row.cells.begin(), row.cells.end());
      writer.add(cells);
    }
    return writer.text();
  }
  csv::Writer writer({"figure", "title", "shown"}, csv::Formulas::Disarm);
  writer.add({figure.key, figure.details.title, figure.shown.text});
  return writer.text();
}

}  // namespace

std::vector<EditionFile> csv_files(const std::vector<FrozenFigure>& figures) {
  std::vector<EditionFile> files;
  for (const FrozenFigure& figure : figures)
    files.push_back({figure_csv(figure.key), "text/csv; charset=utf-8", csv_of(figure)});
  return files;
}

}  // namespace sightline::publication
