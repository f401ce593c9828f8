// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A report as it goes to paper: finished words, tables and drawings. Whoever makes
// one has read the text, counted the figures and decided what may be shown.

#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "platform/json/json.h"

namespace sightline::pdf {

/// A chart, a table, or a chart with its numbers as a table below it.
struct Figure {
  std::string key;
  std::string caption;
  std::string alternative;          ///< What there is to see; without it a drawing is refused.
  std::string svg{};                ///< Empty when there is only a table.
  std::vector<std::string> head{};  ///< Empty when there is only a drawing.
  std::vector<std::vector<std::string>> rows{};
};

struct Section {
  std::string id;  ///< Unique in the report; links lead to it as "#id".
  std::string title;
  json::Array blocks;  ///< As markdown::to_json writes them; headings from level 2 on.
};

struct Report {
  std::string title;
  std::string subtitle{};
  std::string publisher;
  Date published;
  std::string notice{};  ///< Stands on every page, e.g. that all this is invented.
  std::vector<Section> sections;
  std::vector<Figure> figures{};
};

/// What the template reads. The refusal names a block figure that is not in the
/// list, a chart without alternative text and a table whose rows are uneven.
Result<json::Object> to_json(const Report& report);

}  // namespace sightline::pdf
