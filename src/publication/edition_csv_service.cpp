// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition_csv_service.h"

#include <algorithm>
#include <iterator>

#include "platform/csv/csv.h"
#include "publication/edition_links.h"

namespace sightline::publication {

namespace {

/// A cell as programs read it: a number without the commas that people need.
std::string plain(std::string cell) {
  if (cell.find_first_not_of("0123456789,") == std::string::npos) std::erase(cell, ',');
  return cell;
}

std::string csv_of(const FrozenFigure& figure) {
  if (figure.shown.table) {
    csv::Writer writer(figure.shown.table->columns, csv::Formulas::Disarm);
    for (const figure::ShownTable::Row& row : figure.shown.table->rows) {
      std::vector<std::string> cells{row.name};
      std::ranges::transform(row.cells, std::back_inserter(cells), plain);
      writer.add(cells);
    }
    return writer.text();
  }
  csv::Writer writer({"figure", "title", "shown"}, csv::Formulas::Disarm);
  writer.add({figure.key, figure.details.title, plain(figure.shown.text)});
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
