// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "programme/scale.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace sightline::programme {

bool Scale::has(Grade grade) const {
  return grade.rank >= 1 && static_cast<std::size_t>(grade.rank) <= labels.size();
}

const std::string& Scale::label(Grade grade) const {
  if (!has(grade)) throw std::logic_error("a grade that scale " + key + " does not have");
  return labels[static_cast<std::size_t>(grade.rank) - 1];
}

std::optional<Grade> Scale::find(std::string_view wanted) const {
  const auto found = std::find(labels.begin(), labels.end(), wanted);
  if (found == labels.end()) return std::nullopt;
  return Grade{static_cast<int>(found - labels.begin()) + 1};
}

std::vector<Grade> Scale::grades() const {
  std::vector<Grade> all;
  for (int rank = 1; has(Grade{rank}); ++rank) all.push_back(Grade{rank});
  return all;
}

GradeCounts::GradeCounts(const Scale& scale) : scale_key_(scale.key), counts_(scale.labels.size()) {}

void GradeCounts::add(Grade grade, std::int64_t count) {
  if (count < 0) throw std::logic_error("a negative count of grades");
  counts_.at(static_cast<std::size_t>(grade.rank) - 1) += count;
}

// Handbook §3.7
GradeCounts& GradeCounts::operator+=(const GradeCounts& other) {
  if (scale_key_ != other.scale_key_)
    throw std::logic_error("counts on " + scale_key_ + " and on " + other.scale_key_ + " were added");
  std::transform(counts_.begin(), counts_.end(), other.counts_.begin(), counts_.begin(), std::plus<>());
  return *this;
}

std::int64_t GradeCounts::count(Grade grade) const {
  return counts_.at(static_cast<std::size_t>(grade.rank) - 1);
}

std::int64_t GradeCounts::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

}  // namespace sightline::programme
