// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/svg/colours.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sightline::svg {
namespace {

double linear(std::string_view two_digits) {
  int value = 0;
  std::from_chars(two_digits.data(), two_digits.data() + two_digits.size(), value, 16);
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double relative_luminance(std::string_view colour) {
  return 0.2126 * linear(colour.substr(1, 2)) + 0.7152 * linear(colour.substr(3, 2)) +
         0.0722 * linear(colour.substr(5, 2));
}

}  // namespace

double contrast_ratio(std::string_view one, std::string_view other) {
  const auto [dark, light] = std::minmax({relative_luminance(one), relative_luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace sightline::svg
