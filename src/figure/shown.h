// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A figure as readers see it: its text, the parts of it that a sentence may name, its
// table and what is drawn. Nothing is left in it that may not be shown, so it can be
// frozen, published and drawn without asking again. Handbook §9.12 to §9.20.
//
// Pure: no clock, no database, no request.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figure/disclosure.h"
#include "figure/figure.h"
#include "platform/markdown/document.h"

namespace sightline::figure {

struct ShownTable {
  std::vector<std::string> columns;  ///< The one above the names of the rows first.
  struct Row {
    std::string name;
    std::vector<std::string> cells;  ///< One for each column after the first.
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;

  friend bool operator==(const ShownTable&, const ShownTable&) = default;
};

/// A share drawn as a bar, in whole per cent: no finer than it is written.
struct ShownBar {
  std::string label;
  std::string words;  ///< "40 of 120, 34% (26% to 43%)".
  int percent;
  int low;  ///< Of the 95% interval.
  int high;

  friend bool operator==(const ShownBar&, const ShownBar&) = default;
};

/// Parts of a whole side by side, a row for each line of the table; a part that is "fewer than 5" is drawn as
/// nothing.
struct ShownStack {
  std::vector<std::string> parts;
  struct Row {
    std::string name;
    std::vector<std::string> words;  ///< One for each part.
    std::vector<int> counts;         ///< As shown.
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;

  friend bool operator==(const ShownStack&, const ShownStack&) = default;
};

struct Shown {
  std::string text;  ///< "40 of 120 (34%)", "64"; of a table its title.
  /// Those of count, of, share and interval that this figure has and that may be shown. None of a table.
  std::map<std::string, std::string> parts;
  std::optional<ShownTable> table;  ///< Of a table, and of a share as one line.
  std::optional<ShownBar> bar;      ///< Of a share of cases that may be shown.
  std::optional<ShownStack> stack;  ///< Of grades by area.
  std::string note = {};            ///< How counts were rounded; empty where they were not.

  friend bool operator==(const Shown&, const Shown&) = default;
};

/// A share has an interval where cases stand for more cases than were read (Handbook §7.10), so only of
/// people.
Shown shown(const Value& value, const FigureDetails& details, Policy policy);

/// The sentence for an author who uses a figure as it cannot be used: a table within a sentence, a plain
/// count as a block, a part that the figure does not have or that may not be shown. Nothing when all is well.
std::optional<std::string> refuse_use(const Shown& shown, markdown::FigureUse::Form form,
                                      std::string_view part);

}  // namespace sightline::figure
