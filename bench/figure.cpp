// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace sightline::bench {

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

bool Figure::is_met() const {
  return limit.sense == Sense::AtLeast ? value() >= limit.value : value() <= limit.value;
}

json::Array in_json(const std::vector<double>& numbers) {
  json::Array list;
  for (const double number : numbers) list.emplace_back(number);
  return list;
}

json::Object in_json(const Figure& figure) {
  return {{"name", figure.name},
          {"value", figure.value()},
          {"unit", figure.unit},
          {"least", *std::ranges::min_element(figure.rounds)},
          {"most", *std::ranges::max_element(figure.rounds)},
          {"rounds", in_json(figure.rounds)},
          {"limit",
           json::Object{{figure.limit.sense == Sense::AtLeast ? "at_least" : "at_most", figure.limit.value}}},
          {"is_met", figure.is_met()},
          {"details", figure.details}};
}

std::string readable(double number) {
  char text[64];
  const double size = std::abs(number);
  std::snprintf(text, sizeof text, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", number);
  std::string digits = text;
  if (size >= 1000)
    for (std::size_t at = digits.size() - 3; at > 0 && digits[at - 1] != '-'; at = at > 3 ? at - 3 : 0)
      digits.insert(at, ",");
  return digits;
}

std::string in_words(const Figure& figure) {
  const auto [least, most] = std::ranges::minmax(figure.rounds);
  const bool at_least = figure.limit.sense == Sense::AtLeast;
  const std::string limit = (at_least ? "at least " : "at most ") + readable(figure.limit.value);
  char line[256];
  std::snprintf(line, sizeof line, "%-46s %9s %-2s  %s to %s   limit %s %s   %s\n", figure.name.c_str(),
                readable(figure.value()).c_str(), figure.unit.c_str(), readable(least).c_str(),
                readable(most).c_str(), limit.c_str(), figure.unit.c_str(),
                figure.is_met() ? "met" : "NOT MET");
  std::string words = line;
  for (const std::string& remark : figure.remarks) words += "    " + remark + "\n";
  return words;
}

}  // namespace sightline::bench
