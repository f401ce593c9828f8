// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What was measured: a figure, the rounds it is the median of, and the limit it
// is held against.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/json/json.h"

namespace sightline::bench {

/// REQUIRES: at least one.
double median(std::vector<double> values);

enum class Sense { AtLeast, AtMost };

struct Limit {
  Sense sense;
  double value;
};

struct Figure {
  std::string name;
  std::string unit;  ///< "x" for a ratio, "s" for seconds, "ms" for thousandths of them.
  Limit limit;
  std::vector<double> rounds;        ///< One value a round; the figure is their median.
  std::vector<std::string> remarks;  ///< For people: what each side did.
  json::Object details;              ///< The same for machines.

  double value() const { return median(rounds); }
  bool is_met() const;
};

json::Object in_json(const Figure& figure);

/// One line for the figure with its spread, then its remarks.
std::string in_words(const Figure& figure);

/// "12,345" above a hundred, "12.3" above ten, "1.23" below.
std::string readable(double number);

json::Array in_json(const std::vector<double>& numbers);

}  // namespace sightline::bench
