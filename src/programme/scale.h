// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Grades, the scales they belong to, and counts of them. Handbook §3.5-3.7.
//
// A scale is data: a methodologist defines it, and no grade is named in code. A
// grade means nothing without its scale, and counts on two scales never mix.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightline::programme {

/// A position on a scale, 1 = worst.
struct Grade {
  int rank;
  friend auto operator<=>(const Grade&, const Grade&) = default;
};

/// An ordered list of grades. Two scales under one key are the same scale.
struct Scale {
  std::string key;  ///< good-requires-improvement-inadequate-2015
  std::string name;
  std::vector<std::string> labels;  ///< Worst first, as a page shows them: "Requires improvement".
  std::string source;

  bool has(Grade grade) const;
  /// REQUIRES: has(grade).
  const std::string& label(Grade grade) const;
  /// Nothing when no grade has exactly this label.
  std::optional<Grade> find(std::string_view label) const;
  /// Every grade, worst first.
  std::vector<Grade> grades() const;

  friend bool operator==(const Scale&, const Scale&) = default;
};

/// How many of each grade, all on one scale.
class GradeCounts {
 public:
  explicit GradeCounts(const Scale& scale);

  /// REQUIRES: the scale has `grade`, and `count` is not negative.
  void add(Grade grade, std::int64_t count = 1);
  /// Adds every count of `other`. REQUIRES: both are on one scale; throws std::logic_error otherwise.
  GradeCounts& operator+=(const GradeCounts& other);

  /// REQUIRES: the scale has `grade`.
  std::int64_t count(Grade grade) const;
  std::int64_t total() const;
  const std::string& scale_key() const { return scale_key_; }

 private:
  std::string scale_key_;
  std::vector<std::int64_t> counts_;  // by rank - 1
};

}  // namespace sightline::programme
