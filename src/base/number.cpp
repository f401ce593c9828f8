// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "base/number.h"

namespace sightline {

std::string with_commas(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  if (first == 1) digits.replace(0, 1, "−");
  return digits;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return with_commas(count).append(" ").append(count == 1 ? one : many);
}

std::string size_in_words(std::int64_t bytes) {
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  const std::int64_t thousands = (bytes + 999) / 1000;
  if (thousands < 1000) return with_commas(thousands) + " kB";
  return with_commas((thousands + 500) / 1000) + " MB";
}

}  // namespace sightline
